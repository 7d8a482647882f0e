// What a traveller's own clock leaves of the hours of days far from home.
#pragma once

#include "model/trip.h"

namespace attache::go {

// Trip::city_hours for its body_clock: on day n (0-based), in a city whose clock is `d` away from home's (the shorter
// way around), hours become shorter by d - n * adapts: they begin later east of home, where it is still night to the
// traveller, and end earlier west of it. By no more than `most`, nor than half of them; not where d is below `least`.
// Changes of zone on the way do not count, only that from home. `home`: its local time minus UTC, per day. Empty
// without a body clock. Cities must have their offsets.
std::vector<std::vector<Hours>> hours_by_body_clock(Trip const& trip, std::vector<Minutes> const& home);

} // namespace attache::go
