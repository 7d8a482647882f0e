#include "go/replan.h"

#include "go/check.h"
#include "go/small_trips_test.h"
#include "go/travel.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <set>

namespace attache::go {
namespace {

std::vector<Visit> visits_of(Plan const& plan) {
  std::vector<Visit> visits;
  for (auto const& day : plan.days)
    visits.insert(visits.end(), day.visits.begin(), day.visits.end());
  return visits;
}

Trip day_of_four() {
  Trip trip{.days = 1, .working_days = {0}};
  trip.cities = {{.name = "Boston", .latitude = 42.36, .longitude = -71.06}};
  auto const window = [](int from, int to) { return std::vector<Window>{{0, Minutes{from}, Minutes{to}}}; };
  trip.candidates = {{.id = "a", .name = "Ada", .value = 10, .windows = window(540, 600)},
                     {.id = "b", .name = "Bob", .value = 4, .windows = window(540, 600)},
                     {.id = "c", .name = "Cy", .value = 5, .windows = window(660, 900)},
                     {.id = "d", .name = "Di", .value = 1, .windows = window(660, 720)}};
  fill_travel(trip);
  return trip;
}

} // namespace

TEST_CASE("after a cancellation the others stay and the gap is filled") {
  auto const trip = day_of_four();
  auto const before = plan(trip);
  auto const after = replan(trip, *before, {.cancelled = {"a"}});
  REQUIRE(after.has_value());
  CHECK(after->proven);
  CHECK(after->value == doctest::Approx(before->value - 6));
  CHECK(after->changes == std::vector<std::string>{"Ada is cancelled (day 1, 09:00)", "Bob is new: day 1, 09:00"});
}

TEST_CASE("a confirmed meeting stays although moving it would be worth more") {
  auto trip = day_of_four();
  trip.candidates[3].value = 0;
  auto const before = plan(trip);
  REQUIRE(visits_of(*before).size() == 2); // Ada, and Cy at the start of a long window
  Changes const changes{.windows = {{"d", {{0, Minutes{660}, Minutes{725}}}}}};
  trip.candidates[3].value = 3;
  auto const after = replan(trip, *before, changes);
  REQUIRE(after.has_value());
  CHECK(after->changes.empty());
  auto free = changes;
  free.movable = {"c"};
  auto const moved = replan(trip, *before, free);
  CHECK(moved->value == doctest::Approx(before->value + 3));
  CHECK(moved->changes.size() == 2); // Cy moves, Di is new
}

TEST_CASE("what cannot stay is dropped or moved, and said") {
  auto const trip = day_of_four();
  auto const before = plan(trip);
  auto const after = replan(trip, *before, {.windows = {{"c", {{0, Minutes{1000}, Minutes{1100}}}}}});
  REQUIRE(after.has_value());
  CHECK(after->value == doctest::Approx(16));
  CHECK(after->changes[0] == "Cy moves from day 1, 12:10 to day 1, 16:40");
}

TEST_CASE("an unknown id is not found, and a foreign plan is refused") {
  auto const trip = day_of_four();
  auto const before = plan(trip);
  CHECK(replan(trip, *before, {.cancelled = {"zoe"}}).error().fault == Fault::not_found);
  CHECK(replan(trip, Plan{}, {}).error().fault == Fault::input);
}

TEST_CASE("a re-plan keeps every confirmed meeting that a cancellation leaves possible") {
  CHECK(rc::check([](std::uint64_t seed) {
    auto const trip = small_trip(seed);
    auto const before = plan(trip);
    if (!before || visits_of(*before).empty())
      return;
    auto const visits = visits_of(*before);
    auto const out = visits[seed % visits.size()].candidate;
    auto const after = replan(trip, *before, {.cancelled = {trip.candidates[std::size_t(out)].id}});
    // Without the meeting the journey may take longer, but only where detours are quicker: then it may even fail.
    if (!after) {
      RC_ASSERT(after.error().fault == Fault::infeasible);
      return;
    }
    RC_ASSERT(after->bound >= after->value - 1e-9);
    auto changed = trip;
    changed.candidates[std::size_t(out)].windows.clear();
    changed.candidates[std::size_t(out)].fixed = false;
    RC_ASSERT(value_of(changed, *after).has_value());
    auto without = *before;
    for (auto& day : without.days)
      std::erase_if(day.visits, [&](Visit const& visit) { return visit.candidate == out; });
    if (!broken_rules(changed, without).empty())
      return;
    auto const now = visits_of(*after);
    for (auto const& visit : visits)
      RC_ASSERT(visit.candidate == out || std::ranges::find(now, visit) != now.end());
    RC_ASSERT(after->value >= *value_of(changed, without) - 1e-9);
  }));
}

} // namespace attache::go
