// The best plan in which all but a few of some visits stay exactly where they are: a budget on changes, kept exactly.
#pragma once

#include "go/plan.h"

namespace attache::go {

// At most `moves` of `visits` may be held at another time or not at all; the rest stays. `start` is a plan that obeys.
struct MoveBudget {
  std::vector<Visit> visits;
  int moves = 0;
};

// The best plan by the trip's own value, beginning with `start`. The budget is priced (a Lagrange multiplier found by
// the method of Handler and Zang 1980); where a price leaves a gap, branching on who stays closes it. Every bound
// is one that solve() certified. Plan::proven when value and bound meet.
Result<Plan> plan_with_few_moves(Trip const& trip, Plan const& start, MoveBudget const& budget,
                                 Effort const& effort = {}, Progress const& progress = {});

} // namespace attache::go
