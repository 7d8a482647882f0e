#include "office/local_time.h"

#include "go/body_clock.h"

#include <date/tz.h>
#include <fmt/format.h>

namespace attache::office {
namespace {

// Local time minus UTC on every day of the trip, at noon: a day on which the clock is changed has its new offset by
// then. Throws std::exception for a zone that does not exist.
std::vector<Minutes> offsets_of(Trip const& trip, std::string const& name) {
  auto const* const zone = date::locate_zone(name);
  std::vector<Minutes> offsets;
  for (int day = 0; day < trip.days; ++day) {
    auto const noon =
        date::local_seconds{(trip.first_day + std::chrono::days{day}).time_since_epoch() + std::chrono::hours{12}};
    offsets.push_back(std::chrono::duration_cast<Minutes>(zone->get_info(noon).first.offset));
  }
  return offsets;
}

auto no_such_zone(std::string const& who, std::string const& zone) {
  return fail(Fault::input, fmt::format("{} has the time zone '{}', which does not exist", who, zone), {},
              "write an IANA name such as America/New_York");
}

} // namespace

Result<void> set_clocks(Trip& trip) {
  for (auto& city : trip.cities) {
    try {
      city.utc_offset = offsets_of(trip, city.zone);
    } catch (std::exception const&) {
      return no_such_zone(city.name, city.zone);
    }
  }
  return set_body_clock(trip);
}

Result<void> set_body_clock(Trip& trip) {
  trip.city_hours.clear();
  if (trip.body_clock.zone.empty())
    return {};
  try {
    trip.city_hours = go::hours_by_body_clock(trip, offsets_of(trip, trip.body_clock.zone));
  } catch (std::exception const&) {
    return no_such_zone("the body clock", trip.body_clock.zone);
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
