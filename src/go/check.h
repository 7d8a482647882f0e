// An independent check of a plan against every rule of its trip. Shares no code with the planner, on purpose.
#pragma once

#include "base/result.h"
#include "model/trip.h"

namespace attache::go {

// One sentence per broken rule; empty when the plan keeps them all. Checked: one entry per day; each day begins where
// the last night was, the first in start_city, the last ends in end_city; every visit lies in one of its windows,
// lasts its length, and is reached in time from the hotel or the meeting before; the hours of the day, each on the
// clock of its city; nobody is met twice; every fixed appointment is kept; caps; rivals; orders; rest. The trip must
// pass validate() and have its travel tables.
std::vector<std::string> broken_rules(Trip const& trip, Plan const& plan);

// What the plan is worth by the trip's rules: values, less no_top_penalty for every working day without a tier-1
// meeting, less journey_penalty for every minute of travel from city to city (the hotels' table) on each day's way from
// the night's city through those of the meetings to the next night's, less sector_short_penalty for every
// minute below a sector's target. Fault::infeasible with the first broken rule.
Result<double> value_of(Trip const& trip, Plan const& plan);

} // namespace attache::go
