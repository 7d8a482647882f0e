// Planning again from a plan at hand: it says where to begin, and nothing of it is kept for its own sake.
#pragma once

#include "go/plan.h"
#include "go/prepare.h"

namespace attache::go {

// The plan's days as routes of the instance, without visits that nothing allows any more. Days that the plan lacks are
// spent where it ends. Empty if that breaks a rule of the trip.
Routes routes_of(Trip const& trip, Instance const& instance, Plan const& plan);

// Fault::input unless every day, city and candidate that the plan names is one of the trip's.
Result<void> require_names_of(Trip const& trip, Plan const& plan);

// As plan(), beginning with `before`, a plan of this trip or of a slightly different one; and everybody of `meet` is
// met. Fault::infeasible if that cannot be (proven), or if no such plan was found in the time given (said so).
Result<Plan> plan_again(Trip const& trip, Plan const& before, std::vector<int> const& meet, Effort const& effort = {},
                        Progress const& progress = {});

} // namespace attache::go
