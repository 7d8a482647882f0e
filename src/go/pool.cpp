#include "go/pool.h"

#include "go/place_set.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace attache::go {
namespace {

constexpr std::size_t words = 4;
constexpr double slack = 1e-6; // routes this close to the limit are kept

// The most that can still be won after a meeting at `place` ended at `time`, each candidate allowed again and again:
// an optimistic completion, worked out when first asked for.
class Completion {
public:
  Completion(DayGraph const& graph, Prices const& prices) : graph_(graph), prices_(prices) {
    auto const times = std::size_t(std::max(0, graph.end - graph.start) + 1);
    for (auto& table : known_)
      table = Table<double>(std::size_t(graph.places), times, unknown);
  }

  double after(int place, int time, bool top) {
    auto& best = known_[top ? 1 : 0](place, time - graph_.start);
    if (best != unknown)
      return best;
    auto found = never;
    for (int city = 0; city < graph_.cities; ++city)
      if (time <= graph_.leave(place, city))
        found = std::max(found, prices_.to[std::size_t(city)]);
    for (int next = 0; next < graph_.places; ++next)
      if (next != place && time <= graph_.last_departure(place, next))
        found = std::max(found, through(next, time + graph_.travel(place, next), top));
    return best = found; // the reference holds: tables do not grow
  }

private:
  static constexpr double unknown = 1e300;

  double through(int place, int arrival, bool top) {
    auto best = never;
    for (int s = graph_.first[std::size_t(place)]; s < graph_.first[std::size_t(place) + 1]; ++s) {
      auto const end = graph_.end_of(graph_.stops[std::size_t(s)], arrival);
      if (end == no_time)
        continue;
      auto const gain = !top && graph_.top[std::size_t(place)] != 0 ? prices_.no_top : 0;
      auto const rest = after(place, end, top || graph_.top[std::size_t(place)] != 0);
      best = std::max(best, prices_.stop[std::size_t(s)] + gain + rest);
    }
    return best;
  }

  DayGraph const& graph_;
  Prices const& prices_;
  std::array<Table<double>, 2> known_; // without and with a top meeting so far
};

class DayEnumeration {
public:
  DayEnumeration(Instance const& instance, DayGraph const& graph, PoolLimits const& limits, Meter& meter)
      : instance_(instance), graph_(graph), limits_(limits), meter_(meter) {}

  // All routes from the city that are worth more than 0 at the prices. False if a limit was hit; `others` are known.
  bool walk_from(int city, Prices const& prices, std::size_t others) {
    Completion completion{graph_, prices};
    prices_ = &prices;
    completion_ = &completion;
    add_idle(city);
    return walk(city, others);
  }

  void hand_over(std::vector<PoolRoute>& routes) {
    for (auto& [key, route] : found_)
      routes.push_back(std::move(route));
  }

private:
  struct Label {
    int before = -1, stop = -1, end = 0;
    double worth = 0;
    bool top = false;
    PlaceSet<words> met;
  };

  void add_idle(int from) {
    for (int to = 0; to < graph_.cities; ++to)
      if (graph_.idle_possible(from, to) &&
          prices_->from[std::size_t(from)] - prices_->no_top + prices_->to[std::size_t(to)] > 0)
        offer({.day = graph_.day, .from = from, .to = to});
  }

  bool walk(int city, std::size_t others) {
    labels_.clear();
    seen_.clear();
    std::vector<std::vector<int>> buckets(std::size_t(std::max(0, graph_.end - graph_.start)) + 1);
    auto const open = [&](int before, int s, int arrival, double worth) {
      if (auto const index = make(before, s, arrival, worth); index >= 0)
        buckets[std::size_t(labels_.back().end - graph_.start)].push_back(index);
    };
    for (int s = 0; s < static_cast<int>(graph_.stops.size()); ++s)
      open(-1, s, graph_.approach(city, graph_.stops[std::size_t(s)].place),
           prices_->from[std::size_t(city)] - prices_->no_top);
    for (auto& bucket : buckets)
      for (std::size_t i = 0; i < bucket.size(); ++i) {
        auto const index = bucket[i];
        auto const label = labels_[std::size_t(index)];
        auto const here = graph_.stops[std::size_t(label.stop)].place;
        finish(city, index);
        for (int s = 0; s < static_cast<int>(graph_.stops.size()); ++s)
          if (auto const place = graph_.stops[std::size_t(s)].place;
              !label.met.has(place) && label.end <= graph_.last_departure(here, place))
            open(index, s, label.end + graph_.travel(here, place), label.worth);
        if (meter_.spend(2) || labels_.size() > limits_.labels || others + found_.size() > limits_.routes)
          return false;
      }
    return true;
  }

  // A new label, unless it leads nowhere or another with the same meetings and end is as early and as good.
  int make(int before, int s, int arrival, double worth) {
    auto const& stop = graph_.stops[std::size_t(s)];
    auto const end = graph_.end_of(stop, arrival);
    if (end == no_time)
      return -1;
    Label label{.before = before, .stop = s, .end = end, .worth = worth + prices_->stop[std::size_t(s)]};
    if (before >= 0) {
      label.top = labels_[std::size_t(before)].top;
      label.met = labels_[std::size_t(before)].met;
    }
    if (!label.top && graph_.top[std::size_t(stop.place)] != 0) {
      label.top = true;
      label.worth += prices_->no_top;
    }
    if (label.worth + completion_->after(stop.place, end, label.top) <= 0)
      return -1;
    label.met.add(stop.place);
    auto& others = seen_[{stop.place, label.met}];
    for (auto const other : others)
      if (labels_[std::size_t(other)].end <= end && labels_[std::size_t(other)].worth >= label.worth - 1e-12)
        return -1;
    others.push_back(static_cast<int>(labels_.size()));
    labels_.push_back(label);
    return others.back();
  }

  void finish(int city, int index) {
    auto const& label = labels_[std::size_t(index)];
    for (int to = 0; to < graph_.cities; ++to)
      if (label.end <= graph_.leave(graph_.stops[std::size_t(label.stop)].place, to) &&
          label.worth + prices_->to[std::size_t(to)] > 0) {
        DayRoute route{.day = graph_.day, .from = city, .to = to};
        for (auto at = index; at >= 0; at = labels_[std::size_t(at)].before)
          route.options.push_back(labels_[std::size_t(at)].stop);
        std::ranges::reverse(route.options);
        offer(std::move(route));
      }
  }

  void offer(DayRoute route) {
    PoolRoute made{.route = std::move(route)};
    for (auto const s : made.route.options)
      made.candidates.push_back(instance_.options[std::size_t(graph_.day)][std::size_t(s)].candidate);
    std::ranges::sort(made.candidates);
    made.worth = route_worth(instance_, made.route);
    auto& known = found_[{made.route.from, made.route.to, made.candidates}];
    if (known.route.options.empty() || made.worth > known.worth)
      known = std::move(made);
  }

  Instance const& instance_;
  DayGraph const& graph_;
  PoolLimits const& limits_;
  Meter& meter_;
  Prices const* prices_ = nullptr; // of the walk at hand
  Completion* completion_ = nullptr;
  std::vector<Label> labels_;
  std::map<std::pair<int, PlaceSet<words>>, std::vector<int>> seen_;
  std::map<std::tuple<int, int, std::vector<int>>, PoolRoute> found_;
};

} // namespace

Pool enumerate_routes(Instance const& instance, std::vector<DayGraph> const& graphs, Multipliers const& multipliers,
                      Potentials const& potentials, double above, PoolLimits const& limits, Meter& meter) {
  Pool pool{.above = above};
  auto const least = above - constant_of(instance, multipliers) - slack;
  for (auto const& graph : graphs) {
    if (graph.places > static_cast<int>(words) * 64)
      return pool;
    DayEnumeration day{instance, graph, limits, meter};
    for (int from = 0; from < instance.cities; ++from)
      if (auto const lead = potentials.before(graph.day, from); lead > never) {
        auto prices = prices_without_nights(instance, graph.day, multipliers);
        for (int to = 0; to < instance.cities; ++to)
          prices.to[std::size_t(to)] += lead + potentials.after(graph.day + 1, to) - least - graph.journey(from, to);
        if (!day.walk_from(from, prices, pool.routes.size()))
          return pool;
      }
    day.hand_over(pool.routes);
  }
  pool.complete = true;
  return pool;
}

Pool pool_of(Instance const& instance, std::vector<DayRoute> const& routes) {
  std::map<std::tuple<int, int, int, std::vector<int>>, PoolRoute> found;
  for (auto const& route : routes) {
    PoolRoute made{.route = route, .worth = route_worth(instance, route)};
    for (auto const s : route.options)
      made.candidates.push_back(instance.options[std::size_t(route.day)][std::size_t(s)].candidate);
    std::ranges::sort(made.candidates);
    auto const [at, fresh] = found.try_emplace({route.day, route.from, route.to, made.candidates}, made);
    if (!fresh && made.worth > at->second.worth)
      at->second = std::move(made);
  }
  Pool pool;
  for (auto& [key, route] : found)
    pool.routes.push_back(std::move(route));
  return pool;
}

} // namespace attache::go
