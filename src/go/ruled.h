// solve() for trips with rules between meetings (rivals, orders) or days (rest): solve, look, branch on what the plan
// breaks.
#pragma once

#include "go/solve.h"

namespace attache::go {

struct Ruled {
  Solution solution;
  Instance instance; // whose times the routes keep: a rule may make a meeting wait
};

// Both ways out of a broken rule are plans again, with fewer options, and together they hold every plan that keeps it;
// so the highest bound of what is still open is one for all, and a plan that reaches it is proven. `start` keeps every
// other rule. Fault::infeasible if the fixed appointments break these rules, or no plan was found in
// time.
Result<Ruled> solve_ruled(Trip const& trip, Instance const& instance, Routes const& start, Effort const& effort,
                          double shift, Progress const& progress);

} // namespace attache::go
