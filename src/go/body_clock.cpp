#include "go/body_clock.h"

#include <algorithm>

namespace attache::go {
namespace {

constexpr int half_a_day = 12 * 60;

// How far a clock is ahead of another, the shorter way around: above -12 to 12 hours.
Minutes ahead_of(Minutes clock, Minutes other) {
  auto const minutes = static_cast<int>((clock - other).count()) % (2 * half_a_day);
  return Minutes{minutes > half_a_day     ? minutes - 2 * half_a_day
                 : minutes <= -half_a_day ? minutes + 2 * half_a_day
                                          : minutes};
}

Hours shorter(Hours hours, BodyClock const& clock, Minutes ahead, int day) {
  auto const far = std::chrono::abs(ahead);
  if (far < clock.least)
    return hours;
  auto const lag = std::clamp(far - day * clock.adapts, Minutes{0}, std::min(clock.most, (hours.to - hours.from) / 2));
  (ahead.count() > 0 ? hours.from : hours.to) += ahead.count() > 0 ? lag : -lag;
  return hours;
}

} // namespace

std::vector<std::vector<Hours>> hours_by_body_clock(Trip const& trip, std::vector<Minutes> const& home) {
  std::vector<std::vector<Hours>> all;
  if (trip.body_clock.zone.empty())
    return all;
  for (int day = 0; day < trip.days; ++day) {
    auto& cities = all.emplace_back();
    for (auto const& city : trip.cities)
      cities.push_back(shorter(hours_of(trip, day), trip.body_clock,
                               ahead_of(city.utc_offset[std::size_t(day)], home[std::size_t(day)]), day));
  }
  return all;
}

} // namespace attache::go
