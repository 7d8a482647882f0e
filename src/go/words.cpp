#include "go/words.h"

#include <fmt/format.h>

namespace attache::go {

std::string day_name(Trip const& trip, int day) {
  if (trip.first_day == Day{})
    return fmt::format("day {}", day + 1);
  return fmt::format("day {} ({})", day + 1, date_string(trip.first_day + std::chrono::days{day}));
}

std::string clock_time(Minutes time) { return fmt::format("{:02}:{:02}", time.count() / 60, time.count() % 60); }

std::string const& called(Candidate const& candidate) {
  if (!candidate.name.empty())
    return candidate.name;
  return candidate.organisation.empty() ? candidate.id : candidate.organisation;
}

std::string listed(std::vector<std::string> const& names) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i)
    text += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + names[i];
  return text;
}

} // namespace attache::go
