// What plan() and replan() do alike: look at the trip, weigh what must be kept, turn a solution into a plan.
#pragma once

#include "go/plan.h"
#include "go/solve.h"

namespace attache::go {

// validate(), and travel tables are there.
Result<void> require_ready(Trip const& trip);

// Indices of fixed appointments.
std::vector<int> fixed_appointments(Trip const& trip);

// A whole number above the difference between any two plans' values.
double more_than_any_plan(Trip const& trip);

// So little that `parts` of it together are less than the smallest difference between two plans' values, in the parts
// that grains are made of; 0 if there is no such.
double least_worth(double grain, std::size_t parts);

// The plan with its value as the checker counts it, and its reasons. `shift`: what wishes add to worth and bound.
Result<Plan> finished_plan(Trip const& trip, Instance const& instance, Solution const& solution, double shift);

} // namespace attache::go
