#include "go/plan.h"

#include "go/check.h"
#include "go/small_trips_test.h"
#include "go/travel.h"

#include <algorithm>
#include <cmath>
#include <doctest/doctest.h>
#include <limits>
#include <rapidcheck.h>

namespace attache::go {
namespace {

void agrees_with_brute_force(std::uint64_t seed, TripShape shape) {
  auto const trip = small_trip(seed, shape);
  auto const best = best_value(trip);
  auto const planned = plan(trip);
  if (!best) {
    RC_ASSERT(!planned.has_value());
    RC_ASSERT(planned.error().fault == Fault::infeasible);
    return;
  }
  RC_ASSERT(planned.has_value());
  auto const checked = value_of(trip, *planned);
  RC_ASSERT(checked.has_value());
  RC_ASSERT(std::abs(*checked - planned->value) < 1e-9);
  RC_ASSERT(planned->value <= *best + 1e-6);
  RC_ASSERT(planned->bound >= *best - 1e-9);
  if (planned->proven)
    RC_ASSERT(planned->value >= *best - 1e-6);
}

Trip two_city_trip() {
  Trip trip{.name = "test", .days = 2, .working_days = {1, 1}, .no_top_penalty = 5};
  trip.cities = {{.name = "Boston", .latitude = 42.36, .longitude = -71.06},
                 {.name = "Chicago", .latitude = 41.88, .longitude = -87.63}};
  trip.candidates = {{.id = "a", .name = "Ada", .value = 10, .tier = 1, .windows = {{0, Minutes{540}, Minutes{660}}}},
                     {.id = "b", .name = "Bob", .value = 4, .windows = {{0, Minutes{540}, Minutes{610}}}}};
  fill_travel(trip);
  return trip;
}

} // namespace

TEST_CASE("on small trips the bound is never below the optimum and a proven plan is optimal") {
  CHECK(rc::check("three days, six candidates", [](std::uint64_t seed) {
    for (std::uint64_t i = 0; i < 4; ++i)
      agrees_with_brute_force(seed * 4 + i, {});
  }));
  CHECK(rc::check("one long day", [](std::uint64_t seed) {
    agrees_with_brute_force(seed, {.days = 1, .cities = 2, .candidates = 8});
  }));
}

TEST_CASE("the same trip, seed and work give the same plan") {
  auto const trip = small_trip(7);
  Effort const effort{.work = 20'000, .seed = 3};
  auto const one = plan(trip, effort);
  auto const two = plan(trip, effort);
  REQUIRE(one.has_value());
  CHECK(one->days == two->days);
  CHECK(one->bound == two->bound);
}

TEST_CASE("a plan that is stopped at once is still a plan, with a bound") {
  auto const trip = two_city_trip();
  auto const stopped = plan(trip, {.stop = [] { return true; }});
  REQUIRE(stopped.has_value());
  CHECK(value_of(trip, *stopped).has_value());
  CHECK(std::isfinite(stopped->bound));
  CHECK(stopped->bound >= 5);
}

TEST_CASE("who is left out hears with whom the meeting clashes") {
  auto const planned = plan(two_city_trip());
  REQUIRE(planned.has_value());
  CHECK(planned->proven);
  CHECK(planned->value == doctest::Approx(10 - 5));
  REQUIRE(planned->left_out.size() == 1);
  CHECK(planned->left_out[0].candidate == 1);
  CHECK(planned->left_out[0].reason == "free only on day 1: clashes with Ada, worth 10 against 4");
  REQUIRE(planned->days_without_top == std::vector<int>{1});
  CHECK(planned->notes[0] == "no top-tier candidate is free on day 2");
}

TEST_CASE("clashing fixed appointments are named, and only those") {
  auto trip = two_city_trip();
  trip.candidates[0].fixed = trip.candidates[1].fixed = true;
  trip.candidates.push_back(
      {.id = "c", .name = "Cy", .value = 1, .windows = {{1, Minutes{540}, Minutes{600}}}, .fixed = true});
  trip.meeting_to_meeting.clear();
  trip.meeting_to_hotel.clear();
  fill_travel(trip);
  auto const planned = plan(trip);
  REQUIRE_FALSE(planned.has_value());
  CHECK(planned.error().fault == Fault::infeasible);
  CHECK(planned.error().what == "the fixed appointments Ada in Boston on day 1, 09:00-11:00 and Bob in Boston on day "
                                "1, 09:00-10:10 cannot all be kept");
}

TEST_CASE("a cap on the trip is kept, and who is left out for it hears so") {
  auto trip = two_city_trip();
  trip.candidates[1].windows = {{1, Minutes{540}, Minutes{660}}};
  CHECK(plan(trip)->value == doctest::Approx(14 - 5));
  trip.caps = {{"at most 1 of Ada and Bob", 1, {1, 1}}};
  auto const planned = plan(trip);
  CHECK(planned->proven);
  CHECK(planned->value == doctest::Approx(10 - 5));
  REQUIRE(planned->left_out.size() == 1);
  CHECK(planned->left_out[0].reason == "no room left under the rule: at most 1 of Ada and Bob");
}

TEST_CASE("fixed appointments that break a cap together clash") {
  auto trip = two_city_trip();
  trip.candidates[1].windows = {{1, Minutes{540}, Minutes{660}}};
  trip.candidates[0].fixed = trip.candidates[1].fixed = true;
  trip.caps = {{"at most 1 of Ada and Bob", 1, {1, 1}}};
  CHECK(plan(trip).error().fault == Fault::infeasible);
}

TEST_CASE("a day with hours of its own is planned by them") {
  auto trip = two_city_trip();
  trip.hours = {{Minutes{480}, Minutes{600}}, {Minutes{480}, Minutes{1320}}}; // too short for the way back
  CHECK(plan(trip)->value == doctest::Approx(-10));
}

TEST_CASE("an end city that is out of reach is said to be so") {
  auto trip = two_city_trip();
  trip.end_city = 1;
  trip.hotel_to_hotel = {{Minutes{0}, Minutes{5000}}, {Minutes{5000}, Minutes{0}}};
  trip.meeting_to_hotel = {{Minutes{10}, Minutes{5000}}, {Minutes{10}, Minutes{5000}}};
  auto const planned = plan(trip);
  REQUIRE_FALSE(planned.has_value());
  CHECK(planned.error().what == "Chicago cannot be reached by the end of the trip");
}

TEST_CASE("a flight to the west gains the hours of the zones it crosses") {
  auto trip = two_city_trip();
  trip.candidates[1].city = 1;
  trip.candidates[1].windows = {{0, Minutes{15 * 60}, Minutes{16 * 60}}};
  trip.meeting_to_meeting = {{Minutes{0}, Minutes{300}}, {Minutes{300}, Minutes{0}}};
  trip.meeting_to_hotel = {{Minutes{10}, Minutes{300}}, {Minutes{300}, Minutes{10}}};
  CHECK(plan(trip)->value == doctest::Approx(14 - 5)); // Ada ends at 10:00, there at 15:00 by one clock
  trip.cities[0].utc_offset.assign(2, Minutes{-240});
  trip.cities[1].utc_offset.assign(2, Minutes{-300});
  trip.candidates[1].windows = {{0, Minutes{14 * 60}, Minutes{15 * 60}}};
  auto const west = plan(trip); // at 14:00 by the clock there
  CHECK(west->value == doctest::Approx(14 - 5));
  CHECK(west->days[0].visits[1].start == Minutes{14 * 60});
}

TEST_CASE("a trip without travel times is not planned") {
  auto trip = two_city_trip();
  trip.hotel_to_hotel.clear();
  CHECK(plan(trip).error().fault == Fault::input);
}

TEST_CASE("a trip counted in quarters of seconds has the same optimum, and a proof") {
  for (std::uint64_t seed = 1; seed <= 2; ++seed) {
    auto trip = contested_trip(seed);
    for (auto& who : trip.candidates)
      who.windows = {{static_cast<int>(seed) % 5, Minutes{540}, Minutes{1080}}, {5, Minutes{540}, Minutes{1080}}};
    auto const planned = plan(trip).value();
    auto const finer = [](Minutes& minutes) { minutes *= 250; };
    for (auto* const table : {&trip.meeting_to_meeting, &trip.meeting_to_hotel, &trip.hotel_to_hotel})
      for (auto& row : *table)
        std::ranges::for_each(row, finer);
    for (auto& who : trip.candidates) {
      finer(who.length);
      for (auto& window : who.windows) {
        finer(window.from);
        finer(window.to);
      }
    }
    finer(trip.day_start);
    finer(trip.day_end);
    auto const fine = plan(trip).value();
    CHECK(fine.value == planned.value);
    CHECK(fine.proven == planned.proven);
  }
}

} // namespace attache::go
