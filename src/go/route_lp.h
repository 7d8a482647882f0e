// The linear programme over day routes: its rules as rows, routes as columns, its duals as multipliers.
#pragma once

#include "go/lp.h"
#include "go/multipliers.h"

namespace attache::go {

// Rows: each candidate at most once; one first day; for each night as many arrivals in a city as departures; minutes
// per sector; caps; trios. Every rule can be broken at a price that no plan pays, so that there is always a solution
// and the multipliers stay finite.
class RouteLp {
public:
  explicit RouteLp(Instance const& instance);

  // Adds a route that pays for the given trios (as often as they are given). It may meet somebody more than once, which
  // no plan does. Returns its number, counted from 0.
  int add(DayRoute const& route, std::vector<int> const& trios = {});
  // Adds a trio: `routes` pay for it, as often as they are given.
  void add_trio(std::vector<int> const& routes);
  void allow(int route, bool allowed);
  // These candidates must be met from here on, and no others; their multipliers may be negative.
  void must_meet(std::vector<int> const& candidates);
  // How much the solution breaks rules; and from here on, that costs ten times as much.
  [[nodiscard]] double broken() const;
  void raise_price_of_breaking();
  [[nodiscard]] Basis basis() const { return lp_.basis(); }
  void set_basis(Basis const& basis) { lp_.set_basis(basis); }

  // What the programme is worth at most without these routes, roughly.
  double estimate_without(std::vector<int> const& routes);
  bool solve() { return lp_.solve(); }
  [[nodiscard]] double value() const { return lp_.value(); }
  [[nodiscard]] int routes() const { return static_cast<int>(column_of_.size()); }
  [[nodiscard]] std::vector<double> shares() const; // per route
  [[nodiscard]] Multipliers multipliers() const;
  // A route of `day` improves the programme if its worth at the multipliers' prices is above this.
  [[nodiscard]] double threshold(int day) const;

private:
  [[nodiscard]] int night_row(int day, int city) const;
  void add_breaking(int row, double by);

  Instance const& instance_;
  Lp lp_;
  int first_day_row_ = 0, night_rows_ = 0, sector_rows_ = 0, cap_rows_ = 0, trio_rows_ = 0;
  double price_of_breaking_ = 0;
  std::vector<int> column_of_; // per route
  std::vector<int> breaking_;  // columns that break a rule
  std::vector<int> unmet_;     // per candidate: the column that stands in where they must be met
  std::vector<char> must_;     // per candidate
};

// A whole number above what any two plans differ by.
double more_than_any_plan(Instance const& instance);

} // namespace attache::go
