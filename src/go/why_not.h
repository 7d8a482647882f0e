// Why somebody is not met: what it would cost to meet them, or which rules forbid it.
#pragma once

#include "go/blocked.h"
#include "go/plan.h"

#include <optional>

namespace attache::go {

struct WhyNot {
  int candidate = 0;
  std::optional<Plan> with; // the best plan that meets them; nothing if none can
  // What the trip loses by it, between what is certain and what cannot be ruled out; equal when both plans are proven.
  double cost = 0, least_cost = 0, most_cost = 0;
  bool proven = false;     // the cost is exact, or that it is impossible is proven
  std::vector<Way> ways;   // if impossible: the smallest sets of rules to relax, each with a time
  std::vector<Visit> gaps; // times outside their windows at which they fit into the plan without touching anybody
};

// `plan`: the plan of this trip that does not meet them, or does: then `with` is it and the cost 0.
// Fault::not_found for an index that is not a candidate's; Fault::infeasible if no plan was found in time.
Result<WhyNot> why_not(Trip const& trip, Plan const& plan, int candidate, Effort const& effort = {},
                       Progress const& progress = {});

} // namespace attache::go
