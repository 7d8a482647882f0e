// A plan's reasons in words: why somebody is left out, why a working day has no top-tier meeting.
#pragma once

#include "model/trip.h"

namespace attache::go {

// Fills left_out (by candidate, everybody who is not met), days_without_top and notes from the trip and the plan's
// days.
void explain(Trip const& trip, Plan& plan);

} // namespace attache::go
