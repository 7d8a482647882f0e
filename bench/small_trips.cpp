// bench_small_trips FROM TO: plans the random small trips of seeds FROM .. TO - 1 (every third with two slots a day and
// rivalry for them, half of these with equal days), compares value and bound with enumeration, and prints JSON: how
// many trips have a plan, how many are proven, and the seeds at which anything is wrong.
#define DOCTEST_CONFIG_IMPLEMENT
#include "go/plan.h"
#include "go/small_trips_test.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <doctest/doctest.h>
#include <iostream>
#include <nlohmann/json.hpp>

namespace {

using namespace attache;

void make_days_equal(Trip& trip) {
  constexpr int days = 4;
  for (auto& candidate : trip.candidates) {
    if (candidate.windows.empty())
      continue;
    auto const window = candidate.windows.front();
    candidate.windows.clear();
    for (int day = 0; day < days; ++day)
      candidate.windows.push_back({day, window.from, window.to});
  }
  trip.days = days;
  trip.working_days.assign(days, 1);
}

Trip trip_of(std::uint64_t seed) {
  if (seed % 3 != 0)
    return go::small_trip(seed);
  auto trip = go::contested_trip(seed);
  if (seed % 2 == 0)
    make_days_equal(trip);
  return trip;
}

} // namespace

int main(int count, char** arguments) {
  if (count != 3)
    return 2;
  auto const to = std::strtoull(arguments[2], nullptr, 10);
  int plans = 0, proven = 0;
  auto wrong = nlohmann::json::array();
  for (auto seed = std::strtoull(arguments[1], nullptr, 10); seed < to; ++seed) {
    auto const trip = trip_of(seed);
    auto const best = go::best_value(trip);
    auto const plan = go::plan(trip);
    plans += plan ? 1 : 0;
    proven += plan && plan->proven ? 1 : 0;
    if (best.has_value() != plan.has_value() ||
        (plan && (plan->bound < *best - 1e-6 || (plan->proven && std::abs(plan->value - *best) > 1e-6))))
      wrong.push_back(seed);
  }
  std::cout << nlohmann::json{{"plans", plans}, {"proven", proven}, {"wrong", wrong}} << '\n';
  return wrong.empty() ? 0 : 1;
}
