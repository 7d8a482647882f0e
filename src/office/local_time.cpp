#include "office/local_time.h"

#include <date/tz.h>
#include <fmt/format.h>

namespace attache::office {

Result<void> set_clocks(Trip& trip) {
  for (auto& city : trip.cities) {
    try {
      auto const* const zone = date::locate_zone(city.zone);
      city.utc_offset.clear();
      for (int day = 0; day < trip.days; ++day) {
        // At noon: a day on which the clock is changed has its new offset by then.
        auto const noon =
            date::local_seconds{(trip.first_day + std::chrono::days{day}).time_since_epoch() + std::chrono::hours{12}};
        city.utc_offset.push_back(std::chrono::duration_cast<Minutes>(zone->get_info(noon).first.offset));
      }
    } catch (std::exception const&) {
      return fail(Fault::input, fmt::format("{} has the time zone '{}', which does not exist", city.name, city.zone),
                  {}, "write an IANA name such as America/New_York");
    }
  }
  return {};
}

Instant utc(Trip const& trip, City const& city, int day, Minutes minutes) {
  auto const offset = city.utc_offset.empty() ? Minutes{} : city.utc_offset.at(static_cast<std::size_t>(day));
  return trip.first_day + std::chrono::days{day} + minutes - offset;
}

std::string local_time(Trip const& trip, int day, Minutes minutes) {
  return instant_string(trip.first_day + std::chrono::days{day} + minutes).substr(0, 16);
}

std::string clock(Minutes minutes) { return fmt::format("{:02}:{:02}", minutes.count() / 60, minutes.count() % 60); }

} // namespace attache::office
