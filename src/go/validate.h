// Whether a trip makes sense before anybody plans it.
#pragma once

#include "base/result.h"
#include "model/trip.h"

namespace attache::go {

inline constexpr std::size_t most_candidates = 1024;

// Every rule of model/trip.h: sizes, indices, ranges, windows in order and disjoint, unique ids, a fixed appointment
// with one window inside the trip that it fits in. The three travel tables may be empty (see travel.h) or complete.
// Windows on days outside the trip are allowed and never used. Fault::input naming the first offender.
Result<void> validate(Trip const& trip);

} // namespace attache::go
