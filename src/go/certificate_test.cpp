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

// The same proof by branch and price alone, without a list of routes.
std::optional<Certificate> by_tree(Instance const& instance) {
  auto const start = keep_appointments({}, instance, {});
  if (!start)
    return std::nullopt;
  Effort const effort;
  Meter meter{effort};
  auto best = worth(instance, *start);
  auto const graphs = make_day_graphs(instance);
  Tree tree{instance,
            graphs,
            meter,
            {.improved = [&](Routes const&, double worth) { best = worth; }, .lowered = [](double) {}}};
  tree.offer(*start, best);
  tree.begin();
  while (tree.step())
    ;
  return Certificate{.claim = best, .trios = tree.trios(), .leaves = tree.leaves()};
}

// A branch of the rest with something in it turned at random: what it rules out, it rules out no more.
void tamper(std::vector<Branch>& rest, Random& random) {
  auto& branch = rest[random.below(rest.size())];
  auto const kind = random.below(5);
  if (kind == 0 && !branch.charges.empty())
    branch.charges.pop_back();
  else if (kind == 1 && !branch.charges.empty())
    branch.charges[random.below(branch.charges.size())].candidate[0] *= 2 * random.unit();
  else if (kind == 2 && !branch.sides.empty())
    branch.sides[random.below(branch.sides.size())] = -1;
  else if (kind == 3 && !branch.sides.empty())
    branch.sides[random.below(branch.sides.size())] = static_cast<int>(random.below(rest.size()));
  else
    branch.what = static_cast<int>(random.below(8)) - 1;
}

// A certificate with something in it turned at random.
Certificate tampered(Certificate certificate, Random& random) {
  auto const wobble = [&](std::vector<double>& numbers) {
    if (!numbers.empty())
      numbers[random.below(numbers.size())] *= 2 * random.unit();
  };
  auto& leaf = certificate.leaves[random.below(certificate.leaves.size())];
  if (!leaf.rest.empty() && random.below(2) == 0) {
    tamper(leaf.rest, random);
    return certificate;
  }
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
  int with_rest = 0, with_tree = 0;
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
    with_rest += result->solution.certificate.leaves[0].rest.empty() ? 0 : 1;
    auto const certificate = by_tree(result->instance);
    REQUIRE(certificate.has_value());
    CHECK(certificate->claim == doctest::Approx(result->solution.worth));
    CHECK(holds(result->instance, *certificate));
    with_tree += certificate->leaves.size() > 1 ? 1 : 0;
  }
  CHECK(with_rest > 5);
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
    auto certificate = seed % 2 == 0 ? result->solution.certificate : by_tree(result->instance).value();
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
