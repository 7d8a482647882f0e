#include "go/timetable.h"

#include "go/instance.h"

#include <algorithm>

namespace attache::go {

Timetables::Timetables(Trip const& trip) : cities_(trip.cities.size()), line_(cities_ * cities_, -1) {
  for (auto const& leg : trip.legs) {
    if (leg.departures.empty())
      continue;
    line_[std::size_t(leg.from) * cities_ + std::size_t(leg.to)] = static_cast<int>(lines_.size());
    auto& days = lines_.emplace_back(std::size_t(trip.days));
    for (auto const& [day, at] : leg.departures)
      if (day >= 0 && day < trip.days)
        days[std::size_t(day)].push_back(to_reference(trip, day, leg.from, at - leg.ahead));
  }
}

bool Timetables::same_day(int a, int b) const {
  return std::ranges::all_of(lines_, [&](auto const& days) { return days[std::size_t(a)] == days[std::size_t(b)]; });
}

int Timetables::next(int day, int from, int to, int moment) const {
  auto const number = line(from, to);
  if (number < 0)
    return moment;
  auto const& moments = leaves(number, day);
  auto const found = std::ranges::lower_bound(moments, moment);
  return found == moments.end() ? std::max(moment, never_leaves) : *found;
}

int Timetables::last(int day, int from, int to, int moment) const {
  auto const number = line(from, to);
  if (number < 0)
    return moment;
  auto const& moments = leaves(number, day);
  auto const found = std::ranges::upper_bound(moments, moment);
  return found == moments.begin() ? -never_leaves : *(found - 1);
}

} // namespace attache::go
