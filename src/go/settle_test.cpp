#include "go/settle.h"

#include "go/check.h"
#include "go/plan.h"
#include "go/travel.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

namespace attache::go {
namespace {

Trip two_coasts(int days) {
  Trip trip{.name = "t", .days = days};
  trip.working_days.assign(static_cast<std::size_t>(days), 0);
  trip.cities = {{.name = "New York", .zone = "UTC", .latitude = 40.7, .longitude = -74},
                 {.name = "Boston", .zone = "UTC", .latitude = 42.4, .longitude = -71},
                 {.name = "San Francisco", .zone = "UTC", .latitude = 37.8, .longitude = -122.4}};
  trip.end_city = 0;
  trip.journey_penalty = .01;
  return trip;
}

TEST_CASE("a day without a meeting is no reason to fly") {
  auto trip = two_coasts(3);
  fill_travel(trip);
  Plan plan{.days = {{.from = 0, .to = 2}, {.from = 2, .to = 1}, {.from = 1, .to = 0}}};
  REQUIRE(broken_rules(trip, plan).empty());
  settle(trip, plan);
  CHECK(travel(trip, plan) == Minutes{0});
}

TEST_CASE("settling keeps the rules and the meetings and never costs value") {
  CHECK(rc::check([] {
    auto trip = two_coasts(*rc::gen::inRange(1, 5));
    auto const count = *rc::gen::inRange(0, 6);
    for (int i = 0; i < count; ++i) {
      auto const from = *rc::gen::inRange(8, 18);
      trip.candidates.push_back(
          {.id = std::to_string(i),
           .city = *rc::gen::inRange(0, 3),
           .value = static_cast<double>(*rc::gen::inRange(1, 20)),
           .windows = {
               {.day = *rc::gen::inRange(0, trip.days), .from = Minutes{60 * from}, .to = Minutes{60 * from + 120}}}});
    }
    fill_travel(trip);
    auto const found = plan(trip, {.work = 20'000});
    RC_PRE(found.has_value());
    auto settled = *found;
    settle(trip, settled);
    RC_ASSERT(value_of(trip, settled).value() >= value_of(trip, *found).value() - 1e-9);
    for (std::size_t day = 0; day < settled.days.size(); ++day)
      RC_ASSERT(settled.days[day].visits == found->days[day].visits);
  }));
}

} // namespace
} // namespace attache::go
