// bench_certificates [--trips N] [--seed S]: draws N small random trips with every rule that a trip can have (a quarter
// each plain, with rules between people, contested, contested with departures), plans each, finds its best value by
// trying everything, and prints one JSON object: how many were proven, how many certificates were false (must be 0),
// CPU seconds. The exit status is 1 if one was false.
#include "go/check.h"
#include "go/plan.h"
#include "go/small_trips_test.h"

#include <cmath>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <nlohmann/json.hpp>

namespace {

using namespace attache;

constexpr double tolerance = 1e-6;

struct Count {
  int trips = 0, infeasible = 0, proven = 0, optimal = 0;
  std::vector<std::string> false_ones; // family and seed, to draw them again
  double planning = 0;                 // CPU seconds
};

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

Trip drawn(int family, std::uint64_t seed) {
  switch (family) {
  case 0: return go::small_trip(seed);
  case 1: return go::ruled_trip(seed);
  case 2: return go::contested_trip(seed);
  default: return go::timed_trip(seed);
  }
}

// Does everything that the planner says of the trip agree with trying everything?
bool holds(Trip const& trip, Result<Plan> const& plan, Count& count) {
  auto const best = go::best_value(trip);
  if (!plan) {
    ++count.infeasible;
    return !best;
  }
  auto const checked = go::value_of(trip, *plan);
  if (!best || !checked || std::abs(*checked - plan->value) > tolerance)
    return false;
  count.proven += plan->proven ? 1 : 0;
  count.optimal += plan->value >= *best - tolerance ? 1 : 0;
  return plan->value <= *best + tolerance && plan->bound >= *best - tolerance &&
         (!plan->proven || plan->value >= *best - tolerance);
}

void try_one(int family, std::uint64_t seed, Count& count) {
  auto const trip = drawn(family, seed);
  auto const began = cpu_seconds();
  auto const plan = go::plan(trip, {.seed = seed});
  count.planning += cpu_seconds() - began;
  ++count.trips;
  if (!holds(trip, plan, count))
    count.false_ones.push_back("family " + std::to_string(family) + " seed " + std::to_string(seed));
}

} // namespace

int main(int words, char** word) {
  int trips = 1000;
  std::uint64_t seed = 1;
  for (int i = 1; i + 1 < words; i += 2)
    if (std::string const name = word[i]; name == "--trips")
      trips = std::atoi(word[i + 1]);
    else if (name == "--seed")
      seed = std::strtoull(word[i + 1], nullptr, 10);
  Count count;
  for (int i = 0; i < trips; ++i)
    try_one(i % 4, seed * 1'000'000 + static_cast<std::uint64_t>(i), count);
  nlohmann::json const result{{"trips", count.trips},
                              {"infeasible", count.infeasible},
                              {"proven", count.proven},
                              {"optimal", count.optimal},
                              {"false_certificates", count.false_ones.size()},
                              {"false", count.false_ones},
                              {"cpu_seconds_planning", count.planning},
                              {"cpu_seconds", cpu_seconds()}};
  std::cout << result.dump() << '\n';
  return count.false_ones.empty() ? 0 : 1;
}
