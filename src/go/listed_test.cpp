#include "go/listed.h"

#include "go/day_check.h"
#include "go/random.h"
#include "go/small_trips_test.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <map>
#include <rapidcheck.h>
#include <tuple>

namespace attache::go {
namespace {

using Key = std::tuple<int, int, std::vector<int>>; // nights and candidates, ascending
using Best = std::map<Key, double>;

struct Prepared {
  Instance instance;
  std::vector<DayGraph> graphs;
  Multipliers multipliers;
};

Prepared prepared(std::uint64_t seed) {
  auto instance = make_instance(seed % 2 == 0 ? small_trip(seed) : timed_trip(seed));
  auto graphs = make_day_graphs(instance);
  auto multipliers = no_multipliers(instance);
  Random random{seed};
  for (auto& each : multipliers.candidate)
    each = 15 * random.unit();
  for (auto& each : multipliers.sector)
    each = instance.sector_penalty * random.unit();
  for (int day = 1; day < instance.days; ++day)
    for (int city = 0; city < instance.cities; ++city)
      multipliers.night(day, city) = 10 * random.unit() - 5;
  return {std::move(instance), std::move(graphs), std::move(multipliers)};
}

// Worth of a route at prices, part by part.
double priced(Prepared const& trip, DayRoute const& route, double own) {
  auto worth = own;
  for (auto const candidate : candidates_of(trip.instance, route))
    worth -= charge_of(trip.instance, trip.multipliers, candidate);
  worth += route.day > 0 ? trip.multipliers.night(route.day, route.from) : 0;
  return worth - (route.day + 1 < trip.instance.days ? trip.multipliers.night(route.day + 1, route.to) : 0);
}

// Every route of the day, tried one by one.
class Everything {
public:
  Everything(Prepared const& trip, int day, double above) : trip_(trip), day_(day), above_(above) {}

  Best run() {
    auto const& instance = trip_.instance;
    for (from_ = 0; from_ < instance.cities; ++from_)
      if (day_ > 0 || from_ == instance.start_city) {
        for (int to = 0; to < instance.cities; ++to)
          if (instance.at_night(day_, from_, to, instance.opens(day_, from_)) <= instance.closes(day_, to))
            put(to);
        go_on(instance.opens(day_, from_));
      }
    return best_;
  }

private:
  void go_on(int now) {
    auto const& instance = trip_.instance;
    auto const& options = instance.options[std::size_t(day_)];
    for (int next = 0; next < static_cast<int>(options.size()); ++next) {
      auto const who = options[std::size_t(next)].candidate;
      auto const met = [&](int option) { return options[std::size_t(option)].candidate == who; };
      if (std::ranges::any_of(route_, met))
        continue;
      auto const last = route_.empty() ? -1 : options[std::size_t(route_.back())].candidate;
      auto const there =
          last < 0 ? instance.at_first(day_, from_, who, now) : instance.at_meeting(day_, last, who, now);
      auto const end = std::max(there, options[std::size_t(next)].from) + instance.length[std::size_t(who)];
      if (end > options[std::size_t(next)].to)
        continue;
      route_.push_back(next);
      for (int to = 0; to < instance.cities; ++to)
        if (instance.at_hotel(day_, who, to, end) <= instance.closes(day_, to))
          put(to);
      go_on(end);
      route_.pop_back();
    }
  }

  void put(int to) {
    auto const& instance = trip_.instance;
    if (day_ + 1 == instance.days && instance.end_city >= 0 && to != instance.end_city)
      return;
    DayRoute const route{.day = day_, .from = from_, .to = to, .options = route_};
    auto const own = route_worth(instance, route);
    if (priced(trip_, route, own) < above_)
      return;
    auto candidates = candidates_of(instance, route);
    std::ranges::sort(candidates);
    auto& best = best_.try_emplace({from_, to, candidates}, own).first->second;
    best = std::max(best, own);
  }

  Prepared const& trip_;
  int day_, from_ = 0;
  double above_;
  std::vector<int> route_;
  Best best_;
};

void require_same(Best const& all, Best const& listed) {
  RC_ASSERT(all.size() == listed.size());
  for (auto const& [key, worth] : all) {
    auto const found = listed.find(key);
    RC_ASSERT(found != listed.end());
    RC_ASSERT(std::abs(found->second - worth) < 1e-9);
  }
}

} // namespace

TEST_CASE("the list of a day's routes is that of trying everything, the best of equals") {
  CHECK(rc::check([](std::uint64_t seed) {
    auto const trip = prepared(seed);
    Effort const effort;
    Meter meter{effort};
    for (auto const& graph : trip.graphs) {
      auto const prices = prices_of(trip.instance, graph.day, trip.multipliers);
      auto const above = -5.000001 - static_cast<double>(seed % 20);
      auto const list = list_routes(trip.instance, graph, prices, above, 1'000'000, meter);
      RC_ASSERT(list.has_value());
      Best listed;
      for (auto const& [route, candidates, worth] : *list)
        listed[{route.from, route.to, candidates}] = worth;
      RC_ASSERT(listed.size() == list->size());
      require_same(Everything{trip, graph.day, above}.run(), listed);
    }
  }));
}

TEST_CASE("the check lists the same routes on its own") {
  CHECK(rc::check([](std::uint64_t seed) {
    auto const trip = prepared(seed);
    Effort const effort;
    Meter meter{effort};
    Leaf const leaf{.bound = {.multipliers = trip.multipliers,
                              .best_of_day = std::vector<double>(std::size_t(trip.instance.days), 1000)}};
    auto const below = 1005.000001 + static_cast<double>(seed % 20);
    for (auto const& graph : trip.graphs) {
      std::vector<CheckedRoute> routes;
      RC_ASSERT(list_day(trip.instance, {}, leaf, graph.day, below, routes, meter).empty());
      Best listed;
      for (auto const& route : routes) {
        auto& best = listed.try_emplace({route.from, route.to, route.candidates}, route.worth).first->second;
        best = std::max(best, route.worth);
      }
      require_same(Everything{trip, graph.day, 1000 - below}.run(), listed);
    }
  }));
}

TEST_CASE("a list that is too long is none") {
  auto const trip = prepared(4);
  Effort const effort;
  Meter meter{effort};
  auto const prices = prices_of(trip.instance, 0, trip.multipliers);
  auto const all = list_routes(trip.instance, trip.graphs[0], prices, -1e6, 1'000'000, meter);
  REQUIRE(all.has_value());
  REQUIRE(all->size() > 1);
  CHECK(list_routes(trip.instance, trip.graphs[0], prices, -1e6, all->size(), meter).has_value());
  CHECK_FALSE(list_routes(trip.instance, trip.graphs[0], prices, -1e6, all->size() - 1, meter).has_value());
}

} // namespace attache::go
