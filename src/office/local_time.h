// The clocks of a trip: local minutes of a day to instants and back.
#pragma once

#include "model/trip.h"

#include <string>

namespace attache::office {

// Fills each city's offset from UTC for every day of the trip from its IANA zone.
// Fault::input for a zone that the system does not know.
Result<void> set_clocks(Trip& trip);

// Fills Trip::city_hours by its body clock. The cities have their offsets.
// Fault::input for a zone of home that the system does not know.
Result<void> set_body_clock(Trip& trip);

// The instant of `minutes` after local midnight on day `day` in `city`, which has its offsets.
Instant utc(Trip const& trip, City const& city, int day, Minutes minutes);

// "2024-04-24T19:00".
std::string local_time(Trip const& trip, int day, Minutes minutes);
// "19:00".
std::string clock(Minutes minutes);

} // namespace attache::office
