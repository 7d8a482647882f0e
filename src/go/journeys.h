// The time between meetings: the journey and the buffers that are kept around them.
#pragma once

#include "model/trip.h"

#include <algorithm>

namespace attache::go {

// From the end of a meeting to the start of the next: of two buffers the larger counts.
inline Minutes between(Trip const& trip, int candidate, int next) {
  auto const a = static_cast<std::size_t>(candidate), b = static_cast<std::size_t>(next);
  return trip.meeting_to_meeting[a][b] + std::max(trip.candidates[a].buffer, trip.candidates[b].buffer);
}

// From the hotel to a meeting, or back.
inline Minutes to_hotel(Trip const& trip, int candidate, int city) {
  auto const a = static_cast<std::size_t>(candidate);
  return trip.meeting_to_hotel[a][static_cast<std::size_t>(city)] + trip.candidates[a].buffer;
}

// The travel from a city to another that journey_penalty counts; none within a city.
Minutes between_cities(Trip const& trip, int from, int to);

// The travel of a day from city to city: from the night's through those of the meetings to the next night's.
Minutes between_cities(Trip const& trip, PlanDay const& day);

// The window without the hours that are kept free for meals; whole for fixed appointments and meals.
std::vector<Window> without_meals(Trip const& trip, Candidate const& candidate, Window const& window);

} // namespace attache::go
