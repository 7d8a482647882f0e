#include "go/body_clock.h"

#include <doctest/doctest.h>

namespace attache::go {
namespace {

constexpr Minutes hour{60};

// Ten days from 8 to 22, in a city whose clock is so far from UTC.
Trip ten_days(Minutes offset) {
  Trip trip{.days = 10, .working_days = std::vector<int>(10, 1)};
  trip.cities = {{.name = "there", .utc_offset = std::vector<Minutes>(10, offset)}};
  trip.body_clock = {.zone = "Somewhere/Home", .adapts = hour, .most = 4 * hour, .least = 3 * hour};
  return trip;
}

std::vector<std::vector<Hours>> hours(Trip const& trip, Minutes home) {
  return hours_by_body_clock(trip, std::vector<Minutes>(10, home));
}

} // namespace

TEST_CASE("east of home days begin later, an hour less with every day") {
  auto const all = hours(ten_days(9 * hour), 2 * hour); // seven hours east
  CHECK(all[0][0] == Hours{12 * hour, 22 * hour});      // four at most
  CHECK(all[3][0] == Hours{12 * hour, 22 * hour});
  CHECK(all[4][0] == Hours{11 * hour, 22 * hour});
  CHECK(all[6][0] == Hours{9 * hour, 22 * hour});
  CHECK(all[7][0] == Hours{8 * hour, 22 * hour});
}

TEST_CASE("west of home days end earlier") {
  auto const all = hours(ten_days(-5 * hour), 0 * hour);
  CHECK(all[0][0] == Hours{8 * hour, 18 * hour});
  CHECK(all[3][0] == Hours{8 * hour, 20 * hour});
  CHECK(all[5][0] == Hours{8 * hour, 22 * hour});
}

TEST_CASE("the shorter way around the clock counts: New York is eleven hours east of Seoul in summer") {
  auto const all = hours(ten_days(-4 * hour), 9 * hour);
  CHECK(all[0][0] == Hours{12 * hour, 22 * hour});
  CHECK(all[9][0] == Hours{10 * hour, 22 * hour});
}

TEST_CASE("a small change of zone, or no body clock, changes nothing") {
  auto trip = ten_days(2 * hour);
  CHECK(hours(trip, 0 * hour)[0][0] == Hours{8 * hour, 22 * hour});
  trip.body_clock.zone.clear();
  CHECK(hours(trip, 0 * hour).empty());
}

TEST_CASE("half of a short day is left") {
  auto trip = ten_days(9 * hour);
  trip.hours.assign(10, {10 * hour, 14 * hour});
  CHECK(hours(trip, 0 * hour)[0][0] == Hours{12 * hour, 14 * hour});
}

} // namespace attache::go
