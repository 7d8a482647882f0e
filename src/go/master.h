// Column generation: the linear relaxation over all day routes, and with it multipliers and a bound
// (Desaulniers, Desrosiers, Solomon 2005).
#pragma once

#include "go/multipliers.h"

#include <functional>

namespace attache::go {

struct Relaxation {
  Multipliers multipliers;         // the best found
  std::vector<double> best_of_day; // the worth of each day's best route at their prices; empty before the first bound
  double bound = -never;           // constant_of() and best_of_day: no plan is worth more
  bool solved = false;             // the linear programme is optimal over all routes
  std::vector<DayRoute> columns;   // every route generated, and idle_days()
};

// `routes` start the linear programme; they must hold at least one whole plan. `improved` hears of each better bound.
Relaxation relax(Instance const& instance, std::vector<DayGraph> const& graphs, std::vector<DayRoute> const& routes,
                 Meter& meter, std::function<void(double)> const& improved);

// Every day without a meeting, from city to city.
std::vector<DayRoute> idle_days(Instance const& instance, std::vector<DayGraph> const& graphs);

} // namespace attache::go
