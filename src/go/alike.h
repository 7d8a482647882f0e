// A bound for trips whose days are alike: nights are priced by city alone, so that days which offer the same have the
// same best routes, found once for all of them.
#pragma once

#include "go/master.h"

namespace attache::go {

// Days whose hours, options, travel and rewards are equal, by the first of them.
std::vector<std::vector<int>> alike_days(Instance const& instance, std::vector<DayGraph> const& graphs);

// Column generation over routes of kinds of days, with city by city as many arrivals as departures over the whole trip
// (a relaxation), multipliers smoothed towards the best so far (Pessoa, Sadykov, Uchoa, Vanderbeck 2018). Routes forget
// all but the nearest where remembering takes too long. `improved` hears of each better bound and says whether it is
// enough. Begins with the routes of `plan`. Ends when solved, or when `meter` is spent.
void bound_alike(Instance const& instance, std::vector<DayGraph> const& graphs, Routes const& plan, Meter& meter,
                 std::function<bool(Bound const&)> const& improved);

} // namespace attache::go
