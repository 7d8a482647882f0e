// Rules between meetings and around them, against enumeration.
#include "go/again.h"
#include "go/check.h"
#include "go/expected.h"
#include "go/journeys.h"
#include "go/small_trips_test.h"
#include "go/travel.h"
#include "go/understudy.h"
#include "go/why_not.h"

#include <algorithm>
#include <cmath>
#include <doctest/doctest.h>
#include <rapidcheck.h>

namespace attache::go {
namespace {

std::vector<Window> at(int from, int to, int day = 0) { return {{day, Minutes{from}, Minutes{to}}}; }

Trip two_days() {
  Trip trip{.days = 2, .working_days = {0, 0}};
  trip.cities = {{.name = "Boston", .latitude = 42.36, .longitude = -71.06}};
  trip.candidates = {{.id = "a", .name = "Ada", .value = 10, .windows = at(540, 600)},
                     {.id = "b", .name = "Bob", .value = 4, .windows = at(660, 720)},
                     {.id = "c", .name = "Cy", .value = 5, .windows = at(800, 900)}};
  fill_travel(trip);
  return trip;
}

std::vector<std::string> met(Trip const& trip, Plan const& plan) {
  std::vector<std::string> names;
  for (auto const& day : plan.days)
    for (auto const& visit : day.visits)
      names.push_back(trip.candidates[std::size_t(visit.candidate)].name);
  return names;
}

using Names = std::vector<std::string>;

} // namespace

TEST_CASE("with every rule in force the bound is never below the optimum and a proven plan is optimal") {
  CHECK(rc::check([](std::uint64_t seed) {
    for (std::uint64_t i = 0; i < 3; ++i) {
      auto const trip = ruled_trip(seed * 3 + i);
      auto const best = best_value(trip);
      auto const planned = plan(trip);
      RC_ASSERT(planned.has_value() == best.has_value());
      if (!best)
        return;
      RC_ASSERT(broken_rules(trip, *planned).empty());
      RC_ASSERT(std::abs(*value_of(trip, *planned) - planned->value) < 1e-9);
      RC_ASSERT(planned->value <= *best + 1e-6);
      RC_ASSERT(planned->bound >= *best - 1e-6);
      if (planned->proven)
        RC_ASSERT(planned->value >= *best - 1e-6);
    }
  }));
}

TEST_CASE("on small trips with every rule the planner proves its plan") {
  int proven = 0, all = 0;
  for (std::uint64_t seed = 1; seed <= 60; ++seed)
    if (auto const planned = plan(ruled_trip(seed))) {
      ++all;
      proven += planned->proven ? 1 : 0;
    }
  CHECK(all > 30);
  CHECK(proven == all);
}

TEST_CASE("under every rule, forcing somebody in costs the difference of two optima") {
  CHECK(rc::check([](std::uint64_t seed) {
    auto const trip = ruled_trip(seed);
    auto const planned = plan(trip);
    if (!planned || !planned->proven)
      return;
    auto const who = static_cast<int>(seed % trip.candidates.size());
    // Worth so much that the best plan meets them if any can.
    auto forced = trip;
    forced.candidates[std::size_t(who)].value += 10000;
    auto const more = 10000 * (trip.aim == Aim::expected_value ? trip.candidates[std::size_t(who)].holds : 1);
    auto const best = best_value(forced).value_or(never) - more;
    auto const answer = why_not(trip, *planned, who);
    auto const possible = answer.has_value() && answer->with.has_value();
    RC_ASSERT(possible == (best > planned->value - 500));
    if (possible && answer->proven)
      RC_ASSERT(std::abs(answer->cost - (planned->value - best)) < 1e-6);
  }));
}

TEST_CASE("somebody can be met even where another's preferred time speaks against it") {
  auto const trip = ruled_trip(13778714631); // detours are quicker, and an order stands between the two
  CHECK(why_not(trip, *plan(trip), 1)->with);
}

TEST_CASE("after a late dinner the next morning begins when one has rested") {
  Trip trip{.days = 2, .working_days = {0, 0}, .day_start = Minutes{420}, .day_end = Minutes{1440}};
  trip.cities = {{.name = "Boston", .latitude = 42.36, .longitude = -71.06}};
  trip.candidates = {{.id = "d", .name = "Dinner", .value = 10, .length = Minutes{120}, .windows = at(1200, 1320)},
                     {.id = "e", .name = "Early", .value = 9, .windows = at(480, 540, 1)},
                     {.id = "l", .name = "Later", .value = 4, .windows = at(540, 720, 1)}};
  fill_travel(trip);
  CHECK(plan(trip)->value == doctest::Approx(23));
  trip.rest = Minutes{12 * 60}; // home ten minutes after 22:00, off so long after 10:00
  auto const rested = plan(trip);
  CHECK(met(trip, *rested) == Names{"Dinner", "Later"});
  CHECK(rested->days[1].visits[0].start == Minutes{620});
  CHECK(rested->proven);
  trip.candidates[0].value = 4;
  CHECK(met(trip, *plan(trip)) == Names{"Early", "Later"});
}

TEST_CASE("rivals are not met on one day") {
  auto trip = two_days();
  trip.rivals = {{0, 1}};
  CHECK(met(trip, *plan(trip)) == Names{"Ada", "Cy"});
  trip.candidates[1].windows = at(660, 720, 1);
  CHECK(plan(trip)->value == doctest::Approx(19));
}

TEST_CASE("who must come first comes first, or one of the two is left out") {
  auto trip = two_days();
  trip.orders = {{2, 1}}; // Cy before Bob, whose windows are the other way round
  CHECK(met(trip, *plan(trip)) == Names{"Ada", "Cy"});
  trip.candidates[1].windows = at(660, 1100);
  CHECK(met(trip, *plan(trip)) == Names{"Ada", "Cy", "Bob"});
}

TEST_CASE("fixed appointments that are rivals on one day cannot be planned") {
  auto trip = two_days();
  trip.candidates[0].fixed = trip.candidates[1].fixed = true;
  trip.rivals = {{0, 1}};
  auto const planned = plan(trip);
  REQUIRE_FALSE(planned.has_value());
  CHECK(planned.error().fault == Fault::infeasible);
}

TEST_CASE("a meal is kept free but for those who come to it") {
  auto trip = two_days();
  trip.meals = {{Minutes{690}, Minutes{780}}};
  CHECK(met(trip, *plan(trip)) == Names{"Ada", "Cy"});
  trip.candidates[1].meal = true;
  CHECK(plan(trip)->value == doctest::Approx(19));
}

TEST_CASE("a buffer is kept before and after a meeting") {
  auto trip = two_days();
  trip.day_start = Minutes{0};
  trip.candidates[0].buffer = Minutes{70}; // Bob would have to be reached within the hour
  CHECK(met(trip, *plan(trip)) == Names{"Ada", "Cy"});
}

TEST_CASE("a preferred time is worth its bonus, and only then") {
  auto trip = two_days();
  trip.candidates[2].preferred = {{{0, Minutes{840}, Minutes{900}}, 3}};
  auto const planned = plan(trip);
  CHECK(planned->value == doctest::Approx(22));
  CHECK(planned->days[0].visits[2].start == Minutes{840});
}

TEST_CASE("a plan for the expected value prefers who is sure to come") {
  auto trip = two_days();
  trip.candidates[1].windows = at(540, 600); // at the same time as Ada
  trip.candidates[0].holds = 0.3;
  CHECK(met(trip, *plan(trip)) == Names{"Ada", "Cy"});
  trip.aim = Aim::expected_value;
  auto const planned = plan(trip);
  CHECK(met(trip, *planned) == Names{"Bob", "Cy"});
  CHECK(planned->value == doctest::Approx(9));
}

TEST_CASE("what a plan is worth on average is the average over who comes") {
  CHECK(rc::check([](std::uint64_t seed) {
    auto const trip = ruled_trip(seed);
    auto const planned = plan(trip);
    if (!planned)
      return;
    std::vector<Visit> visits;
    for (auto const& day : planned->days)
      visits.insert(visits.end(), day.visits.begin(), day.visits.end());
    double average = 0;
    for (unsigned comes = 0; comes < (1U << visits.size()); ++comes) {
      double chance = 1, value = 0;
      std::vector<long> spent(trip.sectors.size(), 0);
      std::vector<char> top(std::size_t(trip.days), 0);
      for (std::size_t i = 0; i < visits.size(); ++i) {
        auto const& who = trip.candidates[std::size_t(visits[i].candidate)];
        auto const held = ((comes >> i) & 1U) != 0;
        chance *= held ? who.holds : 1 - who.holds;
        if (!held)
          continue;
        value += who.value;
        double bonus = 0;
        for (auto const& [window, more] : who.preferred)
          if (window.day == visits[i].day && window.from <= visits[i].start && visits[i].end <= window.to)
            bonus = std::max(bonus, more);
        value += bonus;
        top[std::size_t(visits[i].day)] |= who.tier == 1 ? 1 : 0;
        if (who.sector >= 0)
          spent[std::size_t(who.sector)] += who.length.count();
      }
      for (int day = 0; day < trip.days; ++day) {
        auto const& today = planned->days[std::size_t(day)];
        value -= trip.working_days[std::size_t(day)] != 0 && top[std::size_t(day)] == 0 ? trip.no_top_penalty : 0;
        value -= trip.journey_penalty * static_cast<double>(between_cities(trip, today).count());
      }
      for (std::size_t s = 0; s < spent.size(); ++s)
        value -= trip.sector_short_penalty *
                 static_cast<double>(std::max(0L, static_cast<long>(trip.sectors[s].target.count()) - spent[s]));
      average += chance * value;
    }
    RC_ASSERT(std::abs(expected(trip, *planned).value() - average) < 1e-6);
  }));
}

TEST_CASE("an understudy fits into the gap, and nobody fits who is worth more") {
  CHECK(rc::check([](std::uint64_t seed) {
    auto const trip = ruled_trip(seed);
    auto const planned = plan(trip);
    if (!planned)
      return;
    for (auto const& one : understudies(trip, *planned)) {
      auto open = trip;
      open.candidates[std::size_t(one.instead_of)].fixed = false;
      auto gap = *planned;
      for (auto& day : gap.days)
        std::erase_if(day.visits, [&](Visit const& visit) { return visit.candidate == one.instead_of; });
      auto const without = value_of(open, gap);
      RC_ASSERT(without.has_value());
      auto filled = gap;
      auto& visits = filled.days[std::size_t(one.visit.day)].visits;
      visits.push_back(one.visit);
      std::ranges::sort(visits, {}, &Visit::start);
      if (trip.cities[0].utc_offset.empty())
        RC_ASSERT(std::abs(*value_of(open, filled) - *without - one.worth) < 1e-6);
    }
  }));
}

} // namespace attache::go
