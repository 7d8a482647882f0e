#include "go/certificate.h"

#include "go/appointments.h"
#include "go/random.h"
#include "go/small_trips_test.h"
#include "go/solve.h"

#include <algorithm>
#include <cmath>
#include <doctest/doctest.h>
#include <rapidcheck.h>

namespace attache::go {
namespace {

Trip without_appointments(std::uint64_t seed, TripShape shape = {}) {
  auto trip = small_trip(seed, shape);
  for (auto& candidate : trip.candidates)
    candidate.fixed = false;
  return trip;
}

struct Solved {
  Instance instance;
  Solution solution;
};

std::optional<Solved> solved(Trip const& trip) {
  auto instance = make_instance(trip);
  auto const start = keep_appointments(trip, instance, {});
  if (!start)
    return std::nullopt;
  auto solution = solve(instance, *start, {}, 0, {});
  return Solved{std::move(instance), std::move(solution)};
}

bool holds(Instance const& instance, Certificate const& certificate) {
  Effort const effort;
  Meter meter{effort};
  return verify(instance, certificate, meter).holds;
}

// A certificate with something in it turned at random.
Certificate tampered(Certificate certificate, Random& random) {
  auto const wobble = [&](std::vector<double>& numbers) {
    if (!numbers.empty())
      numbers[random.below(numbers.size())] *= 2 * random.unit();
  };
  auto& leaf = certificate.leaves[random.below(certificate.leaves.size())];
  switch (random.below(6)) {
  case 0: wobble(leaf.bound.multipliers.candidate); break;
  case 1: wobble(leaf.bound.multipliers.trio); break;
  case 2: certificate.leaves.erase(certificate.leaves.begin() + (&leaf - certificate.leaves.data())); break;
  case 3: wobble(leaf.bound.best_of_day); break;
  case 4: leaf.bound.best_of_day[random.below(leaf.bound.best_of_day.size())] -= 20 * random.unit(); break;
  default:
    if (leaf.choices.empty())
      leaf.choices.push_back({.kind = Choice::Kind::met, .what = 0});
    else
      leaf.choices.pop_back();
  }
  return certificate;
}

} // namespace

TEST_CASE("whatever the planner calls proven has a certificate that holds, at the optimum") {
  int with_tree = 0;
  for (std::uint64_t seed = 1; seed <= 120; ++seed) {
    auto const trip = seed % 3 == 0   ? without_appointments(seed)
                      : seed % 3 == 1 ? contested_trip(seed)
                                      : timed_trip(seed);
    auto const result = solved(trip);
    if (!result)
      continue;
    auto const best = best_value(trip);
    REQUIRE(best.has_value());
    CHECK(result->solution.proven);
    CHECK(result->solution.worth == doctest::Approx(*best));
    CHECK(holds(result->instance, result->solution.certificate));
    with_tree += result->solution.certificate.leaves.size() > 1 ? 1 : 0;
  }
  CHECK(with_tree > 5);
}

TEST_CASE("no certificate holds for a claim below the optimum, however it was made") {
  CHECK(rc::check([](std::uint64_t seed) {
    auto const trip = seed % 3 == 0   ? without_appointments(seed)
                      : seed % 3 == 1 ? contested_trip(seed)
                                      : timed_trip(seed);
    auto const result = solved(trip);
    if (!result)
      return;
    Random random{seed};
    auto certificate = result->solution.certificate;
    auto const step = result->instance.grain > 0 ? result->instance.grain : 1e-3;
    certificate.claim = *best_value(trip) - step;
    RC_ASSERT(!holds(result->instance, certificate));
    for (int i = 0; i < 20 && !certificate.leaves.empty(); ++i)
      RC_ASSERT(!holds(result->instance, tampered(certificate, random)));
  }));
}

TEST_CASE("multipliers out of range are refused") {
  auto const result = solved(without_appointments(3));
  REQUIRE(result.has_value());
  auto certificate = result->solution.certificate;
  REQUIRE_FALSE(certificate.leaves.empty());
  REQUIRE_FALSE(certificate.leaves[0].bound.multipliers.candidate.empty());
  certificate.leaves[0].bound.multipliers.candidate[0] = -1;
  CHECK_FALSE(holds(result->instance, certificate));
}

} // namespace attache::go
