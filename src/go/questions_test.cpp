// Questions about a plan: why somebody is not in it, what else would be possible, who fits where.
#include "go/again.h"
#include "go/blocked.h"
#include "go/check.h"
#include "go/few_moves.h"
#include "go/fit.h"
#include "go/replan.h"
#include "go/small_trips_test.h"
#include "go/travel.h"
#include "go/why_not.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <utility>

namespace attache::go {
namespace {

// The oracle's `fixed` asks for no single window: a candidate marked so must be met, whenever.
std::optional<double> best_with(Trip trip, int candidate) {
  trip.candidates[std::size_t(candidate)].fixed = true;
  return best_value(trip);
}

std::vector<Visit> visits_of(Plan const& plan) {
  std::vector<Visit> visits;
  for (auto const& day : plan.days)
    visits.insert(visits.end(), day.visits.begin(), day.visits.end());
  return visits;
}

bool met(Plan const& plan, int candidate) {
  auto const visits = visits_of(plan);
  return std::ranges::find(visits, candidate, &Visit::candidate) != visits.end();
}

std::vector<Window> window(int from, int to, int day = 0) { return {{day, Minutes{from}, Minutes{to}}}; }

Trip day_of_three() {
  Trip trip{.days = 1, .working_days = {1}};
  trip.cities = {{.name = "Boston", .latitude = 42.36, .longitude = -71.06}};
  trip.candidates = {{.id = "a", .name = "Ada", .value = 10, .windows = window(540, 600)},
                     {.id = "b", .name = "Bob", .value = 4, .windows = window(540, 600)},
                     {.id = "c", .name = "Cy", .value = 5, .windows = window(660, 900)}};
  fill_travel(trip);
  return trip;
}

} // namespace

TEST_CASE("what it costs to meet somebody is the difference of two optima, and who cannot be met cannot") {
  CHECK(rc::check([](std::uint64_t seed) {
    auto const trip = small_trip(seed, {.candidates = 5});
    auto const planned = plan(trip);
    if (!planned || !planned->proven)
      return;
    for (int who = 0; who < static_cast<int>(trip.candidates.size()); ++who) {
      auto const forced = best_with(trip, who);
      auto const answer = why_not(trip, *planned, who);
      RC_ASSERT(answer.has_value());
      RC_ASSERT(answer->with.has_value() == forced.has_value());
      RC_ASSERT(possible_visit(trip, who).has_value() == forced.has_value());
      if (!forced)
        continue;
      RC_ASSERT(met(*answer->with, who));
      RC_ASSERT(answer->most_cost + 1e-6 >= planned->value - *forced);
      RC_ASSERT(answer->least_cost - 1e-6 <= planned->value - *forced);
      if (answer->proven)
        RC_ASSERT(std::abs(answer->cost - (planned->value - *forced)) < 1e-6);
    }
  }));
}

TEST_CASE("a smallest set of rules to relax makes room, and no part of it does") {
  CHECK(rc::check([](std::uint64_t seed) {
    auto trip = small_trip(seed, {.days = 2, .candidates = 5});
    if (!best_value(trip))
      return;
    auto const who = static_cast<int>(seed % trip.candidates.size());
    for (auto const& way : smallest_ways(trip, who)) {
      auto const with = [&](std::size_t leave_out) {
        auto changed = trip;
        for (std::size_t i = 0; i < way.relaxed.size(); ++i)
          if (i != leave_out)
            changed = relaxed(changed, way.relaxed[i], who);
        return best_with(changed, who).has_value();
      };
      RC_ASSERT(with(way.relaxed.size()));
      for (std::size_t i = 0; i < way.relaxed.size() && !best_with(trip, who); ++i)
        RC_ASSERT(!with(i));
    }
  }));
}

TEST_CASE("who is shut out by an appointment hears which, and at what other time there is room") {
  auto trip = day_of_three();
  trip.candidates[0].fixed = true;
  auto const planned = plan(trip);
  auto const answer = why_not(trip, *planned, 1);
  REQUIRE(answer.has_value());
  CHECK_FALSE(answer->with);
  CHECK(answer->proven);
  REQUIRE(answer->ways.size() == 2);
  CHECK(in_words(trip, answer->ways[0].relaxed[0]) == "meet Bob at another time than those given");
  CHECK(in_words(trip, answer->ways[1].relaxed[0]) == "give up the fixed appointment with Ada on day 1, 09:00-10:00");
  CHECK(answer->ways[1].visit == Visit{1, 0, Minutes{540}, Minutes{600}});
  REQUIRE(answer->gaps.size() == 1);
  CHECK(answer->gaps[0].start == Minutes{730}); // after Cy, who stays at 11:00
}

TEST_CASE("somebody free only on days when their city is not visited hears that") {
  auto trip = day_of_three();
  trip.candidates[1].other_windows = std::exchange(trip.candidates[1].windows, {});
  auto const answer = why_not(trip, *plan(trip), 1);
  REQUIRE(answer->ways.size() == 2);
  CHECK(in_words(trip, answer->ways[1].relaxed[0]) == "be in Boston on other days than the trip says");
}

TEST_CASE("whom the plan meets already costs nothing") {
  auto const trip = day_of_three();
  auto const planned = plan(trip);
  auto const answer = why_not(trip, *planned, 0);
  CHECK(answer->cost == 0);
  CHECK(answer->with->days == planned->days);
  CHECK(why_not(trip, *planned, 7).error().fault == Fault::not_found);
}

TEST_CASE("planning again from a plan finds the same optimum, also on a longer trip") {
  CHECK(rc::check([](std::uint64_t seed) {
    auto trip = small_trip(seed, {.candidates = 5});
    auto const planned = plan(trip);
    if (!planned)
      return;
    auto const again = plan_again(trip, *planned, {});
    RC_ASSERT(again.has_value());
    RC_ASSERT(again->value >= planned->value - 1e-9);
    trip.working_days.push_back(1);
    for (auto& city : trip.cities)
      if (!city.utc_offset.empty())
        city.utc_offset.push_back(city.utc_offset.back());
    if (!trip.hours.empty())
      trip.hours.push_back(trip.hours.back());
    if (!trip.city_hours.empty())
      trip.city_hours.push_back(trip.city_hours.back());
    ++trip.days;
    auto const longer = plan_again(trip, *planned, {});
    auto const best = best_value(trip);
    RC_ASSERT(longer.has_value() == best.has_value());
    if (longer) {
      RC_ASSERT(longer->value <= *best + 1e-6);
      RC_ASSERT(longer->bound >= *best - 1e-6);
    }
  }));
}

TEST_CASE("who fits into a gap keeps every rule of the plan, and nobody else moves") {
  CHECK(rc::check([](std::uint64_t seed) {
    auto trip = small_trip(seed, {.candidates = 5});
    trip.caps.clear(); // a gap knows nothing of them
    auto const planned = plan(trip);
    if (!planned)
      return;
    for (int who = 0; who < static_cast<int>(trip.candidates.size()); ++who)
      for (int day = 0; day < trip.days && !met(*planned, who); ++day)
        for (int instead = -1; instead < static_cast<int>(trip.candidates.size()); ++instead) {
          if (instead >= 0 && (trip.candidates[std::size_t(instead)].fixed || !met(*planned, instead)))
            continue;
          auto without = *planned;
          for (auto& one : without.days)
            std::erase_if(one.visits, [&](Visit const& visit) { return visit.candidate == instead; });
          if (!broken_rules(trip, without).empty())
            continue; // where detours are quicker, somebody may be needed on the way
          if (auto const visit = fit(trip, without, day, who, When::own_windows))
            RC_ASSERT(broken_rules(trip, with_visit(trip, without, *visit)).empty());
        }
  }));
}

TEST_CASE("with a budget on moves the plan is the best of all that obey it") {
  // Every choice of at most `moves` visits that need not stay: those that stay are fixed at their time.
  auto const oracle = [](Trip const& trip, std::vector<Visit> const& visits, int moves) {
    auto best = never;
    for (unsigned free = 0; free < (1U << visits.size()); ++free) {
      if (std::popcount(free) > moves)
        continue;
      auto held = trip;
      for (std::size_t i = 0; i < visits.size(); ++i)
        if (((free >> i) & 1U) == 0) {
          auto& who = held.candidates[std::size_t(visits[i].candidate)];
          who.windows = {{visits[i].day, visits[i].start, visits[i].end}};
          who.fixed = true;
        }
      best = std::max(best, best_value(held).value_or(never));
    }
    return best;
  };
  CHECK(rc::check([&](std::uint64_t seed) {
    auto const trip = small_trip(seed, {.candidates = 5});
    auto before = plan(trip);
    if (!before)
      return;
    // A poor plan, so that moving pays: the values turned round.
    auto other = trip;
    for (auto& candidate : other.candidates)
      candidate.value = candidate.fixed ? candidate.value : 20 - candidate.value;
    auto const poor = plan(other);
    if (!poor)
      return;
    std::vector<Visit> visits;
    for (auto const& visit : visits_of(*poor))
      if (!trip.candidates[std::size_t(visit.candidate)].fixed)
        visits.push_back(visit);
    for (int moves = 0; moves <= 2; ++moves) {
      auto const moved = plan_with_few_moves(trip, *poor, {visits, moves});
      RC_ASSERT(moved.has_value());
      auto const best = oracle(trip, visits, moves);
      RC_ASSERT(moved->value <= best + 1e-6);
      RC_ASSERT(moved->bound >= best - 1e-6);
      if (moved->proven)
        RC_ASSERT(moved->value >= best - 1e-6);
      auto const now = visits_of(*moved);
      RC_ASSERT(std::ranges::count_if(visits, [&](Visit const& v) { return std::ranges::find(now, v) == now.end(); }) <=
                moves);
    }
  }));
}

TEST_CASE("a re-plan moves a confirmed meeting only when a move is allowed") {
  auto trip = day_of_three();
  trip.candidates.push_back({.id = "d", .name = "Di", .value = 3, .windows = window(660, 725)});
  trip.meeting_to_meeting.clear();
  trip.meeting_to_hotel.clear();
  fill_travel(trip);
  auto before = plan(day_of_three());
  REQUIRE(met(*before, 2));
  auto const still = replan(trip, *before, {});
  CHECK(still->value == doctest::Approx(15));
  auto const moved = replan(trip, *before, {.moves = 1});
  CHECK(moved->proven);
  CHECK(moved->value == doctest::Approx(18));
  CHECK(moved->changes.size() == 2);
}

} // namespace attache::go
