// Where to sleep: the same meetings at the same times, with the least travel between them.
#pragma once

#include "model/trip.h"

namespace attache::go {

// Among plans of equal value a planner may leave journeys that nobody needs. Chooses the cities of all nights anew:
// least journey penalty first (so the value never falls), then least travel, then fewest moves, then the earlier city
// in the list. Visits and bound stay; the caller counts the value again. The plan must keep the rules (check.h). O(days
// * cities^2).
void settle(Trip const& trip, Plan& plan);

// Minutes on the road in the whole plan.
Minutes travel(Trip const& trip, Plan const& plan);

} // namespace attache::go
