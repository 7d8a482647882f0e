// The linear programme over day routes: its rules as rows, routes as columns, its duals as multipliers.
#pragma once

#include "go/lp.h"
#include "go/multipliers.h"

#include <map>

namespace attache::go {

// Rows: each candidate at most once; one first day; for each night as many arrivals in a city as departures; minutes
// per sector; caps; trios. Every rule can be broken at a price that no plan pays, so that there is always a solution
// and the multipliers stay finite.
class RouteLp {
public:
  // Where the simplex method stands, whichever routes the programme holds.
  struct Stand {
    std::vector<unsigned char> rows, helpers;          // helpers: the columns that are no routes
    std::vector<std::pair<int, unsigned char>> routes; // that are not at zero
  };

  explicit RouteLp(Instance const& instance);

  // Adds a route that pays for the given trios (as often as they are given). It may meet somebody more than once, which
  // no plan does. Returns its number, counted from 0. It is on hand, but not yet held by the programme.
  int add(DayRoute const& route, std::vector<int> const& trios = {});
  // Adds a trio: `routes` pay for it, as often as they are given.
  void add_trio(std::vector<int> const& routes);
  // From here on the programme holds those routes and no others, and begins from where it once stood (empty: as it
  // stands). What that solution uses is held in any case, but no more than before.
  void hold(std::vector<char> const& wanted, std::vector<char> const& allowed, Stand const& from);
  // One more.
  void hold(int route);
  [[nodiscard]] bool holds(int route) const { return column_of_[std::size_t(route)] >= 0; }
  [[nodiscard]] int held() const { return held_; }
  // These candidates must be met from here on, and no others; their multipliers may be negative.
  void must_meet(std::vector<int> const& candidates);
  // How much the solution breaks rules; and from here on, that costs ten times as much.
  [[nodiscard]] double broken() const;
  void raise_price_of_breaking();
  [[nodiscard]] Stand stand() const;

  // What the programme is worth at most without these routes, roughly.
  double estimate_without(std::vector<int> const& routes);
  bool solve() { return lp_.solve(); }
  void share_with(std::function<bool(std::int64_t)> spend) { lp_.share_with(std::move(spend)); } // as lp.h
  [[nodiscard]] double value() const { return lp_.value(); }
  [[nodiscard]] int routes() const { return static_cast<int>(column_of_.size()); }
  [[nodiscard]] std::vector<double> shares() const; // per route
  [[nodiscard]] Multipliers multipliers() const;
  // A route of `day` improves the programme if its worth at the multipliers' prices is above this.
  [[nodiscard]] double threshold(int day) const;
  // By how much each route would improve the programme; those of the basis by nothing.
  [[nodiscard]] std::vector<double> gains() const;

private:
  struct Column {
    double cost = 0;
    Lp::Entries entries;
  };
  [[nodiscard]] int night_row(int day, int city) const;
  int add_helper(double cost, double upper, int row, double by);
  void add_breaking(int row, double by);
  void drop(std::vector<char> const& kept);
  void stand_at(Stand const& from);

  Instance const& instance_;
  Lp lp_;
  int first_day_row_ = 0, night_rows_ = 0, sector_rows_ = 0, cap_rows_ = 0, trio_rows_ = 0;
  double price_of_breaking_ = 0;
  std::vector<Column> columns_; // per route
  std::vector<int> column_of_;  // per route; -1: not held
  std::vector<int> helpers_;    // columns that are no routes
  std::vector<int> breaking_;   // of these, by number: those that break a rule
  std::vector<int> unmet_;      // per candidate: the helper that stands in where they must be met
  std::vector<char> must_;      // per candidate
  int held_ = 0;
};

// A whole number above what any two plans differ by.
double more_than_any_plan(Instance const& instance);

// What the meetings of a route use of the rows that every such programme has: the candidates' (from row 0), the
// sectors' and the caps'.
std::map<int, double> entries_of_meetings(Instance const& instance, DayRoute const& route, int sector_rows,
                                          int cap_rows);

} // namespace attache::go
