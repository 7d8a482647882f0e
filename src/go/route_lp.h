// The linear programme over day routes: its rules as rows, routes as columns, its duals as multipliers.
#pragma once

#include "go/lp.h"
#include "go/multipliers.h"

namespace attache::go {

// Rows: each candidate at most once; one first day; for each night as many arrivals in a city as departures; minutes
// per sector; caps; trios. A rule on candidates, caps or trios can be broken at a price that no plan pays, so that any
// set of routes with a way through the nights has a solution and the multipliers stay finite.
class RouteLp {
public:
  explicit RouteLp(Instance const& instance);

  // Adds a route that holds two or three of the given trios. Returns its number, counted from 0.
  int add(DayRoute const& route, std::vector<int> const& trios = {});
  // Adds a trio: `routes` hold two or three of it.
  void add_trio(std::vector<int> const& routes);
  void allow(int route, bool allowed);

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
  void add_breaking(int row);

  Instance const& instance_;
  Lp lp_;
  int first_day_row_ = 0, night_rows_ = 0, sector_rows_ = 0, cap_rows_ = 0, trio_rows_ = 0;
  double price_of_breaking_ = 0;
  std::vector<int> column_of_; // per route
};

// A whole number above what any two plans differ by.
double more_than_any_plan(Instance const& instance);

} // namespace attache::go
