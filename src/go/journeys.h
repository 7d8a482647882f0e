// The time between meetings: the journey and the buffers that are kept around them.
#pragma once

#include "go/timetable.h"

#include <algorithm>
#include <optional>

namespace attache::go {

// From the end of a meeting to the start of the next: of two buffers the larger counts.
inline Minutes between(Trip const& trip, int candidate, int next) {
  auto const a = static_cast<std::size_t>(candidate), b = static_cast<std::size_t>(next);
  return trip.meeting_to_meeting[a][b] + std::max(trip.candidates[a].buffer, trip.candidates[b].buffer);
}

// From a meeting to the hotel.
inline Minutes to_hotel(Trip const& trip, int candidate, int city) {
  auto const a = static_cast<std::size_t>(candidate);
  return trip.meeting_to_hotel[a][static_cast<std::size_t>(city)] + trip.candidates[a].buffer;
}

// From the hotel to a meeting.
inline Minutes from_hotel(Trip const& trip, int candidate, int city) {
  auto const a = static_cast<std::size_t>(candidate), c = static_cast<std::size_t>(city);
  return (trip.hotel_to_meeting.empty() ? trip.meeting_to_hotel[a][c] : trip.hotel_to_meeting[c][a]) +
         trip.candidates[a].buffer;
}

// The part of a way to another city before a wait for a departure: from the end of the meeting to its city's hotel.
inline Minutes set_out(Trip const& trip, int candidate) {
  return to_hotel(trip, candidate, trip.candidates[static_cast<std::size_t>(candidate)].city);
}

// Days of a trip as they pass, by the reference clock (instance.h), with every wait for a departure.
class Passage {
public:
  explicit Passage(Trip const& trip) : trip_(trip), timetables_(trip) {}

  // When one is at a meeting (a hotel) after leaving the hotel (a meeting) at `start`.
  [[nodiscard]] int to_meeting(int day, int from, int candidate, int start) const;
  [[nodiscard]] int between_meetings(int day, int candidate, int next, int start) const;
  [[nodiscard]] int to_night(int day, int candidate, int to, int start) const;
  [[nodiscard]] int between_nights(int day, int from, int to, int start) const;
  // Which departure is taken, on the clock of its city, on a journey of the planned day: before its n-th meeting
  // (0-based) the last that is in time, behind them all the next. Nothing where one can leave at any time.
  [[nodiscard]] std::optional<Minutes> departure(int day, PlanDay const& planned, std::size_t journey) const;
  // When one has to leave a meeting to be at the next, or at the hotel, `by` then.
  [[nodiscard]] int leave_for_meeting(int day, int candidate, int next, int by) const;
  [[nodiscard]] int leave_for_night(int day, int candidate, int to, int by) const;

private:
  [[nodiscard]] int city(int candidate) const { return trip_.candidates[static_cast<std::size_t>(candidate)].city; }

  Trip const& trip_;
  Timetables timetables_;
};

// The travel from a city to another that journey_penalty counts; none within a city.
Minutes between_cities(Trip const& trip, int from, int to);

// The travel of a day from city to city: from the night's through those of the meetings to the next night's.
Minutes between_cities(Trip const& trip, PlanDay const& day);

// The window without the hours that are kept free for meals; whole for fixed appointments and meals.
std::vector<Window> without_meals(Trip const& trip, Candidate const& candidate, Window const& window);

} // namespace attache::go
