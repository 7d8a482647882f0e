// The small language in which people write when somebody can be met: "06-04, 06-06..06-07 09:30-12:00, 14:00-16:00".
#pragma once

#include "model/trip.h"

#include <optional>
#include <string_view>
#include <vector>

namespace attache::read {

// The days of a trip, for words such as "workdays".
struct TripDays {
  Day first{};
  int days = 0;
  std::vector<int> working; // one per day, 1 = a working day
};

// Groups of days, each followed by hours. Days: "2024-06-04", "06-04", "06-04..06-07", "Tue", "Mon-Fri", "workdays",
// "weekdays", "weekends", "daily"; "Tue 06-04" checks the weekday. In order, overlapping ones joined.
// Fault::input if it cannot be read, is not in the trip, or a time ends before it begins.
Result<std::vector<Window>> parse_windows(std::string_view text, TripDays const& days);
// The same language with moments instead of hours: "workdays 07:10, 12:40; Sat 09:00". In order, each once.
Result<std::vector<Departure>> parse_departures(std::string_view text, TripDays const& days);
// In order of time; overlapping and touching ones are one.
std::vector<Window> join_windows(std::vector<Window> windows);
// The trip's days (0-based, in order) that `word` names, as above; also "holidays US" (holidays.h).
Result<std::vector<int>> parse_days(std::string_view word, TripDays const& days);
// "09:30-12:00" as minutes after midnight; 24:00 may end it.
Result<std::pair<Minutes, Minutes>> parse_hours(std::string_view text);
// "90", "90m", "1h", "1h30", "1h 30m".
std::optional<Minutes> parse_length(std::string_view text);
// 0 = Sunday; "tue", "Tuesday".
std::optional<unsigned> parse_weekday(std::string_view word);

} // namespace attache::read
