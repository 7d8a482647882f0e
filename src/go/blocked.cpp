#include "go/blocked.h"

#include "go/label.h"
#include "go/plan.h"
#include "go/words.h"

#include <algorithm>
#include <fmt/format.h>
#include <numeric>
#include <tuple>

namespace attache::go {
namespace {

constexpr std::size_t most_relaxed = 3; // a set of more rules is no advice
constexpr int most_looks = 1500;        // some seconds

// Follows the nights of a trip that keeps its fixed appointments: once without the candidate, once with them met. Only
// for trips on which nobody on the way makes a journey quicker.
class Nights {
public:
  Nights(Trip const& trip, int candidate)
      : trip_(trip), candidate_(candidate), instance_(make_instance(trip)), graphs_(make_day_graphs(instance_)) {
    for (std::size_t city = 0; city < trip.cities.size(); ++city)
      state_.emplace_back(static_cast<int>(city) == trip.start_city, std::nullopt);
  }

  std::optional<Visit> run() {
    for (auto const& graph : graphs_)
      state_ = follow(graph);
    for (std::size_t city = 0; city < state_.size(); ++city)
      if ((trip_.end_city < 0 || static_cast<int>(city) == trip_.end_city) && state_[city].second)
        return state_[city].second;
    return std::nullopt;
  }

private:
  using State =
      std::vector<std::pair<bool, std::optional<Visit>>>; // per city: reached without them; after meeting them

  State follow(DayGraph const& graph) const {
    State next(state_.size());
    std::vector<int> wanted;
    for (auto const& who : trip_.candidates)
      if (who.fixed && who.windows.front().day == graph.day && &who != &trip_.candidates[std::size_t(candidate_)])
        wanted.push_back(static_cast<int>(&who - trip_.candidates.data()));
    for (std::size_t from = 0; from < state_.size(); ++from) {
      auto const& [plain, met] = state_[from];
      if (!plain && !met)
        continue;
      auto const without = routes(graph, static_cast<int>(from), wanted);
      for (std::size_t to = 0; to < next.size(); ++to)
        if (without[to]) {
          next[to].first = next[to].first || plain;
          if (!next[to].second)
            next[to].second = met;
        }
      if (plain)
        meet(graph, static_cast<int>(from), wanted, next);
    }
    return next;
  }

  void meet(DayGraph const& graph, int from, std::vector<int> wanted, State& next) const {
    if (std::ranges::find(graph.candidate, candidate_) == graph.candidate.end())
      return;
    wanted.push_back(candidate_);
    auto const with = routes(graph, from, wanted);
    for (std::size_t to = 0; to < next.size(); ++to)
      if (with[to] && !next[to].second)
        next[to].second = visit_of(*with[to]);
  }

  [[nodiscard]] Visit visit_of(DayRoute const& route) const {
    auto one_day = make_plan(trip_, instance_, {route});
    auto const& visits = one_day.days.front().visits;
    return *std::ranges::find(visits, candidate_, &Visit::candidate);
  }

  // Per city of the night: a route that holds all wanted and nobody else.
  [[nodiscard]] std::vector<std::optional<DayRoute>> routes(DayGraph const& graph, int from,
                                                            std::vector<int> const& wanted) const {
    Prices prices{.stop = std::vector<double>(graph.stops.size(), never),
                  .from = std::vector<double>(std::size_t(instance_.cities), never),
                  .to = std::vector<double>(std::size_t(instance_.cities), 0),
                  .journeys = 0};
    prices.from[std::size_t(from)] = 0;
    for (std::size_t s = 0; s < graph.stops.size(); ++s) {
      auto const who = graph.candidate[std::size_t(graph.stops[s].place)];
      if (std::ranges::find(wanted, who) != wanted.end())
        prices.stop[s] = 1;
    }
    Effort const effort;
    Meter meter{effort};
    auto found = best_routes(graph, prices, {.routes = 0}, meter);
    std::vector<std::optional<DayRoute>> routes(std::size_t(instance_.cities));
    for (std::size_t city = 0; city < routes.size(); ++city)
      if (found.by_city[city].worth > static_cast<double>(wanted.size()) - 0.5)
        routes[city] = std::move(found.by_city[city].route);
    return routes;
  }

  Trip const& trip_;
  int candidate_;
  Instance instance_;
  std::vector<DayGraph> graphs_;
  State state_;
};

std::vector<Rule> rules_of(Trip const& trip, int candidate) {
  std::vector<Rule> rules{{Rule::Kind::windows, candidate}};
  if (!trip.candidates[std::size_t(candidate)].other_windows.empty())
    rules.push_back({Rule::Kind::city_days, candidate});
  for (int other = 0; other < static_cast<int>(trip.candidates.size()); ++other)
    if (trip.candidates[std::size_t(other)].fixed && other != candidate)
      rules.push_back({Rule::Kind::appointment, other});
  for (int cap = 0; cap < static_cast<int>(trip.caps.size()); ++cap)
    if (trip.caps[std::size_t(cap)].use[std::size_t(candidate)] > 0)
      rules.push_back({Rule::Kind::cap, -1, cap});
  rules.push_back({Rule::Kind::hours});
  if (std::ranges::any_of(trip.legs, [](Leg const& leg) { return !leg.departures.empty(); }))
    rules.push_back({Rule::Kind::departures});
  if (trip.end_city >= 0)
    rules.push_back({Rule::Kind::end_city});
  return rules;
}

// Only what can matter to each other stays: it takes no time to look at a trip of a few people.
Trip without_the_rest(Trip trip, int candidate) {
  for (std::size_t other = 0; other < trip.candidates.size(); ++other)
    if (!trip.candidates[other].fixed && static_cast<int>(other) != candidate)
      trip.candidates[other].windows.clear();
  return trip;
}

// Can the candidate be met besides all fixed appointments, as far as caps go?
bool within_caps(Trip const& trip, int candidate) {
  return std::ranges::all_of(trip.caps, [&](Cap const& cap) {
    long used = cap.use[std::size_t(candidate)];
    for (std::size_t other = 0; other < trip.candidates.size(); ++other)
      if (trip.candidates[other].fixed && static_cast<int>(other) != candidate)
        used += cap.use[other];
    return used <= cap.limit || cap.use[std::size_t(candidate)] == 0;
  });
}

// Where detours are quicker, somebody on the way may be what makes a journey possible, but only once: the planner
// knows.
std::optional<Visit> visit_by_detours(Trip trip, int candidate) {
  for (auto& who : trip.candidates) {
    who.value = 0;
    who.preferred.clear();
  }
  trip.candidates[std::size_t(candidate)].value = 1;
  trip.aim = Aim::value;
  trip.no_top_penalty = trip.journey_penalty = trip.sector_short_penalty = 0;
  auto const found = plan(trip);
  if (!found)
    return std::nullopt;
  for (auto const& day : found->days)
    if (auto const visit = std::ranges::find(day.visits, candidate, &Visit::candidate); visit != day.visits.end())
      return *visit;
  return std::nullopt;
}

class Ways {
public:
  Ways(Trip const& trip, int candidate) : trip_(trip), candidate_(candidate), rules_(rules_of(trip, candidate)) {}

  std::vector<Way> run() {
    for (std::size_t size = 1; size <= std::min(most_relaxed, rules_.size()) && ways_.empty(); ++size)
      choose(trip_, {}, 0, size);
    return std::move(ways_);
  }

private:
  void choose(Trip const& trip, std::vector<Rule> const& chosen, std::size_t next, std::size_t size) {
    if (chosen.size() == size) {
      ++looked_;
      if (auto const visit = possible_visit(trip, candidate_))
        ways_.push_back({chosen, *visit});
      return;
    }
    for (auto rule = next; rule < rules_.size() && looked_ < most_looks; ++rule) {
      auto with = chosen;
      with.push_back(rules_[rule]);
      choose(relaxed(trip, rules_[rule], candidate_), with, rule + 1, size);
    }
  }

  Trip const& trip_;
  int candidate_;
  std::vector<Rule> rules_;
  std::vector<Way> ways_;
  int looked_ = 0;
};

} // namespace

Trip relaxed(Trip trip, Rule const& rule, int candidate) {
  auto& who = trip.candidates[std::size_t(rule.candidate < 0 ? candidate : rule.candidate)];
  switch (rule.kind) {
  case Rule::Kind::appointment:
    who.fixed = false;
    who.windows.clear();
    break;
  case Rule::Kind::windows:
    who.windows.clear();
    who.fixed = false;
    for (int day = 0; day < trip.days; ++day)
      who.windows.push_back({.day = day, .from = Minutes{0}, .to = Minutes{24 * 60}});
    break;
  case Rule::Kind::city_days:
    who.windows.insert(who.windows.end(), who.other_windows.begin(), who.other_windows.end());
    std::ranges::sort(who.windows, {}, [](Window const& w) { return std::tuple{w.day, w.from}; });
    break;
  case Rule::Kind::hours:
    trip.day_start = Minutes{0};
    trip.day_end = Minutes{24 * 60};
    trip.hours.clear();
    trip.city_hours.clear();
    break;
  case Rule::Kind::departures:
    for (auto& leg : trip.legs)
      leg.departures.clear();
    break;
  case Rule::Kind::end_city: trip.end_city = -1; break;
  case Rule::Kind::cap: {
    auto& cap = trip.caps[std::size_t(rule.cap)];
    cap.limit = std::accumulate(cap.use.begin(), cap.use.end(), 0);
    break;
  }
  }
  return trip;
}

std::optional<Visit> possible_visit(Trip const& trip, int candidate) {
  if (!within_caps(trip, candidate))
    return std::nullopt;
  if (!make_instance(trip).direct_is_quickest)
    return visit_by_detours(trip, candidate);
  auto const few = without_the_rest(trip, candidate);
  return Nights{few, candidate}.run();
}

std::vector<Way> smallest_ways(Trip const& trip, int candidate) { return Ways{trip, candidate}.run(); }

std::string in_words(Trip const& trip, Rule const& rule) {
  auto const who = [&] { return called(trip.candidates[std::size_t(rule.candidate)]); };
  switch (rule.kind) {
  case Rule::Kind::appointment: {
    auto const& window = trip.candidates[std::size_t(rule.candidate)].windows.front();
    return fmt::format("give up the fixed appointment with {} on {}, {}-{}", who(), day_name(trip, window.day),
                       clock_time(window.from), clock_time(window.to));
  }
  case Rule::Kind::windows: return fmt::format("meet {} at another time than those given", who());
  case Rule::Kind::city_days:
    return fmt::format("be in {} on other days than the trip says",
                       trip.cities[std::size_t(trip.candidates[std::size_t(rule.candidate)].city)].name);
  case Rule::Kind::hours:
    return fmt::format("start earlier than {} or end later than {}", clock_time(trip.day_start),
                       clock_time(trip.day_end));
  case Rule::Kind::departures: return "travel at other times than the departures given";
  case Rule::Kind::cap: return fmt::format("allow more than this: {}", trip.caps[std::size_t(rule.cap)].name);
  case Rule::Kind::end_city:
    return fmt::format("end the trip elsewhere than in {}", trip.cities[std::size_t(trip.end_city)].name);
  }
  return {};
}

} // namespace attache::go
