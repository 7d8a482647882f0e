// Where to sleep: the same meetings at the same times, with the least travel between them.
#pragma once

#include "model/trip.h"

namespace attache::go {

// A plan's value says nothing about nights, so a planner may leave journeys in it that nobody needs. Chooses the
// cities of all nights anew, so that the sum of travel is least, then the number of moves, then the earlier city in
// the list. Visits, value and bound stay. The plan must keep the rules (check.h). O(days * cities^2).
void settle(Trip const& trip, Plan& plan);

// Minutes on the road in the whole plan.
Minutes travel(Trip const& trip, Plan const& plan);

} // namespace attache::go
