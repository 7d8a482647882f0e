#include "go/ruin.h"

#include "go/appointments.h"
#include "go/check.h"
#include "go/small_trips_test.h"

#include <cmath>
#include <doctest/doctest.h>
#include <rapidcheck.h>

namespace attache::go {

TEST_CASE("what ruin finds keeps every rule, is worth what it says, and no more than the best plan") {
  CHECK(rc::check("small trips", [](std::uint64_t seed) {
    auto trip = small_trip(seed);
    for (auto& candidate : trip.candidates)
      candidate.fixed = false;
    auto const instance = make_instance(trip);
    auto const start = keep_appointments(trip, instance, {});
    if (!start || !within_caps(instance, *start))
      return; // the end city is out of reach
    Ruin ruin{instance, seed};
    ruin.start(*start);
    ruin.run(3'000, [&](Routes const& routes, double found) {
      auto const value = value_of(trip, make_plan(trip, instance, routes));
      RC_ASSERT(value.has_value());
      RC_ASSERT(std::abs(*value - found) < 1e-6);
      RC_ASSERT(std::abs(worth(instance, routes) - found) < 1e-6);
    });
    RC_ASSERT(ruin.best_worth() <= *best_value(trip) + 1e-6);
  }));
}

TEST_CASE("ruin finds the best plan of most small trips") {
  int best = 0, all = 0;
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    auto const trip = contested_trip(seed);
    auto const instance = make_instance(trip);
    Ruin ruin{instance, 1};
    ruin.start(*keep_appointments(trip, instance, {}));
    ruin.run(200'000, [](Routes const&, double) {});
    ++all;
    best += ruin.best_worth() >= *best_value(trip) - 1e-6 ? 1 : 0;
  }
  CHECK(best * 10 >= all * 9);
}

TEST_CASE("the same seed and steps find the same plan") {
  auto const trip = contested_trip(3);
  auto const instance = make_instance(trip);
  auto const start = keep_appointments(trip, instance, {});
  Ruin one{instance, 5}, two{instance, 5};
  one.start(*start);
  two.start(*start);
  one.run(20'000, [](Routes const&, double) {});
  for (int i = 0; i < 4; ++i)
    two.run(5'000, [](Routes const&, double) {});
  CHECK(one.best_worth() == two.best_worth());
}

} // namespace attache::go
