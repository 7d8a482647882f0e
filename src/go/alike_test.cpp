#include "go/alike.h"

#include "go/appointments.h"
#include "go/certificate.h"
#include "go/small_trips_test.h"
#include "go/solve.h"

#include <doctest/doctest.h>

namespace attache::go {
namespace {

// Everybody offers the same on every day.
Trip every_day_the_same(std::uint64_t seed) {
  auto trip = contested_trip(seed);
  for (auto& candidate : trip.candidates) {
    if (candidate.windows.empty())
      continue;
    auto const window = candidate.windows.front();
    candidate.windows.clear();
    for (int day = 0; day < trip.days; ++day)
      candidate.windows.push_back({day, window.from, window.to});
  }
  trip.days = 4; // fewer than it takes to meet everybody
  trip.working_days.assign(4, 1);
  for (auto& candidate : trip.candidates)
    std::erase_if(candidate.windows, [](Window const& window) { return window.day >= 4; });
  return trip;
}

bool holds(Instance const& instance, Bound const& bound, double claim) {
  Effort const effort;
  Meter meter{effort};
  return verify(instance, {.claim = claim, .leaves = {{.bound = bound}}}, meter).holds;
}

} // namespace

TEST_CASE("days that offer the same are one kind, and one with other hours is not") {
  auto trip = every_day_the_same(1);
  trip.hours.assign(4, {trip.day_start, trip.day_end});
  trip.hours[2].to -= Minutes{600};
  auto const instance = make_instance(trip);
  CHECK(alike_days(instance, make_day_graphs(instance)) == std::vector<std::vector<int>>{{0, 1, 3}, {2}});
}

TEST_CASE("every bound over kinds of days is at least the optimum, and its certificate holds, whoever is forgotten") {
  int below_all = 0;
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    auto const trip = every_day_the_same(seed);
    auto const instance = make_instance(trip);
    auto const best = *best_value(trip);
    auto const start = keep_appointments(trip, instance, {});
    REQUIRE(start.has_value());
    Effort const effort;
    Meter meter{effort};
    Bound last;
    bound_alike(instance, make_day_graphs(instance), *start, meter, [&](Bound const& bound) {
      CHECK(bound.value >= best - 1e-6);
      last = bound;
      return false;
    });
    CHECK(holds(instance, last, last.value));
    CHECK_FALSE(holds(instance, last, best - 1));
    last.remembered = 1; // then a route may be worth more, and the bound must say so or still be none too small
    CHECK_FALSE(holds(instance, last, best - 1));
    double all = 0;
    for (auto const& candidate : trip.candidates)
      all += candidate.windows.empty() ? 0 : candidate.value;
    below_all += last.value < all - 1 ? 1 : 0;
  }
  CHECK(below_all > 20); // it says more than that nobody is met twice
}

TEST_CASE("trips whose days are alike are proven at the optimum") {
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    auto const trip = every_day_the_same(seed);
    auto const instance = make_instance(trip);
    auto const start = keep_appointments(trip, instance, {});
    REQUIRE(start.has_value());
    auto const solution = solve(instance, *start, {}, 0, {});
    CHECK(solution.proven);
    CHECK(solution.worth == doctest::Approx(*best_value(trip)));
  }
}

} // namespace attache::go
