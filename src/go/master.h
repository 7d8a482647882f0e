// Column generation: the linear relaxation over all day routes, and with it multipliers and a bound
// (Desaulniers, Desrosiers, Solomon 2005).
#pragma once

#include "go/multipliers.h"

#include <functional>

namespace attache::go {

struct Relaxation {
  Multipliers multipliers;       // the best found
  double bound = -never;         // no plan is worth more; infinite if pricing was cut short before the first bound
  bool solved = false;           // the linear programme is optimal over all routes
  std::vector<DayRoute> columns; // every route generated
  std::vector<double> used;      // per column: its share in the last solution
};

// `routes` start the linear programme; they must hold at least one whole plan. `improved` hears of each better bound.
Relaxation relax(Instance const& instance, std::vector<DayGraph> const& graphs, std::vector<DayRoute> const& routes,
                 Meter& meter, std::function<void(double)> const& improved);

} // namespace attache::go
