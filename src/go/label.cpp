#include "go/label.h"

#include "go/place_set.h"

#include <algorithm>
#include <utility>

namespace attache::go {
namespace {

template <std::size_t W>
struct Label {
  int before = -1, stop = -1, city = 0; // city: where the day began
  int end = 0;
  double worth = 0;
  bool top = false, dead = false;
  PlaceSet<W> closed; // met, or out of reach for good
};

template <std::size_t W>
class Labelling {
public:
  Labelling(DayGraph const& graph, Prices const& prices, LabelLimits const& limits, Meter& meter)
      : graph_(graph), prices_(prices), limits_(limits), meter_(meter), at_place_(std::size_t(graph.places)) {}

  LabelResult run() {
    choose_places();
    start();
    extend_all();
    return collect();
  }

private:
  void choose_places() {
    useful_.assign(std::size_t(graph_.places), 0);
    for (auto const place : useful_places(graph_, prices_))
      useful_[std::size_t(place)] = 1;
  }

  void start() {
    buckets_.resize(std::size_t(std::max(0, graph_.end - graph_.start)) + 1);
    for (int city = 0; city < graph_.cities; ++city)
      for (int place = 0; place < graph_.places && prices_.from[std::size_t(city)] > never; ++place)
        if (useful_[std::size_t(place)] != 0)
          for (int s = first(place); s < first(place + 1); ++s)
            open(-1, s, city, graph_.approach(city, place),
                 prices_.from[std::size_t(city)] - prices_.no_top - prices_.journeys * graph_.toll_out(city, place));
  }

  void extend_all() {
    for (auto& bucket : buckets_)
      for (std::size_t i = 0; i < bucket.size(); ++i) { // grows only in later buckets: every meeting takes time
        if (labels_[std::size_t(bucket[i])].dead)
          continue;
        extend(bucket[i]);
        if (meter_.spend(4 + std::exchange(compared_, 0) / 8) || full_) {
          cut_short_ = true;
          return;
        }
      }
  }

  void extend(int index) {
    auto const label = labels_[std::size_t(index)]; // a copy: labels_ grows
    auto const here = graph_.stops[std::size_t(label.stop)].place;
    for (int place = 0; place < graph_.places; ++place) {
      if (useful_[std::size_t(place)] == 0 || label.closed.has(place) || label.end > graph_.last_departure(here, place))
        continue;
      for (int s = first(place); s < first(place + 1); ++s)
        open(index, s, label.city, graph_.arrival(here, place, label.end),
             label.worth - prices_.journeys * graph_.toll(here, place));
    }
  }

  void open(int before, int stop_index, int city, int arrival, double worth) {
    auto const& stop = graph_.stops[std::size_t(stop_index)];
    auto const price = prices_.stop[std::size_t(stop_index)];
    auto const end = price > never ? graph_.end_of(stop, arrival) : no_time;
    if (end == no_time)
      return;
    Label<W> label{.before = before, .stop = stop_index, .city = city, .end = end, .worth = worth + price};
    if (before >= 0) {
      label.closed = labels_[std::size_t(before)].closed;
      label.top = labels_[std::size_t(before)].top;
    }
    if (!label.top && graph_.top[std::size_t(stop.place)] != 0) {
      label.top = true;
      label.worth += prices_.no_top;
    }
    close_places(label, stop.place);
    if (!keep(label, stop.place))
      return;
    buckets_[std::size_t(end - graph_.start)].push_back(static_cast<int>(labels_.size()));
    labels_.push_back(label);
    full_ = limits_.labels > 0 && static_cast<int>(labels_.size()) >= limits_.labels;
  }

  void close_places(Label<W>& label, int here) const {
    label.closed.add(here);
    if (!graph_.direct_is_quickest)
      return;
    for (int place = 0; place < graph_.places; ++place)
      if (useful_[std::size_t(place)] != 0 && label.end > graph_.last_departure(here, place))
        label.closed.add(place);
  }

  // Whatever `b` can still do, `a` can do too, for as much.
  [[nodiscard]] bool dominates(Label<W> const& a, Label<W> const& b) const {
    auto const still_to_win = a.top && !b.top ? prices_.no_top : 0;
    return a.end <= b.end && a.worth >= b.worth + still_to_win && a.closed.inside(b.closed);
  }

  bool keep(Label<W> const& label, int place) {
    auto& others = at_place_[std::size_t(place)];
    compared_ += static_cast<std::int64_t>(others.size());
    for (auto const other : others)
      if (dominates(labels_[std::size_t(other)], label))
        return false;
    std::erase_if(others, [&](int other) {
      auto& old = labels_[std::size_t(other)];
      old.dead = old.dead || dominates(label, old);
      return old.dead;
    });
    others.push_back(static_cast<int>(labels_.size()));
    return true;
  }

  [[nodiscard]] int first(int place) const { return graph_.first[std::size_t(place)]; }

  struct Ending {
    int label = -1, from = 0, to = 0; // label -1: no meeting that day
    double worth = never;
  };

  [[nodiscard]] double ending_price(int to, double toll) const {
    return prices_.to[std::size_t(to)] - prices_.journeys * toll;
  }

  LabelResult collect() {
    LabelResult result;
    std::vector<Ending> by_city(std::size_t(graph_.cities)), endings;
    auto const offer = [&](Ending const& ending, Ending& best) {
      auto& city_best = by_city[std::size_t(ending.to)];
      if (ending.worth > city_best.worth)
        city_best = ending;
      if (ending.worth > best.worth)
        best = ending;
    };
    for (int from = 0; from < graph_.cities; ++from) {
      Ending best;
      for (int to = 0; to < graph_.cities; ++to)
        if (graph_.idle_possible(from, to))
          offer({-1, from, to,
                 prices_.from[std::size_t(from)] - prices_.no_top + ending_price(to, graph_.toll_idle(from, to))},
                best);
      endings.push_back(best);
    }
    for (int index = 0; index < static_cast<int>(labels_.size()); ++index) {
      auto const& label = labels_[std::size_t(index)];
      auto const place = graph_.stops[std::size_t(label.stop)].place;
      Ending best;
      for (int to = 0; to < graph_.cities; ++to)
        if (label.end <= graph_.leave(place, to))
          offer({index, label.city, to, label.worth + ending_price(to, graph_.toll_home(place, to))}, best);
      endings.push_back(best);
    }
    for (auto const& ending : by_city)
      result.by_city.push_back(route_of(ending));
    pick_best(endings, result);
    result.exact = !cut_short_;
    return result;
  }

  void pick_best(std::vector<Ending>& endings, LabelResult& result) const {
    std::erase_if(endings, [&](Ending const& e) { return !(e.worth > limits_.above); });
    auto const wanted = std::min(endings.size(), std::size_t(limits_.routes));
    auto const better = [](Ending const& a, Ending const& b) {
      return a.worth != b.worth ? a.worth > b.worth : a.label < b.label;
    };
    std::partial_sort(endings.begin(), endings.begin() + static_cast<std::ptrdiff_t>(wanted), endings.end(), better);
    for (std::size_t i = 0; i < wanted; ++i)
      result.best.push_back(route_of(endings[i]));
  }

  [[nodiscard]] PricedRoute route_of(Ending const& ending) const {
    PricedRoute priced{.route = {.day = graph_.day, .from = ending.from, .to = ending.to}, .worth = ending.worth};
    for (auto label = ending.label; label >= 0; label = labels_[std::size_t(label)].before)
      priced.route.options.push_back(labels_[std::size_t(label)].stop);
    std::ranges::reverse(priced.route.options);
    return priced;
  }

  DayGraph const& graph_;
  Prices const& prices_;
  LabelLimits const& limits_;
  Meter& meter_;
  std::int64_t compared_ = 0; // labels with others, not yet counted as steps
  std::vector<char> useful_;
  std::vector<Label<W>> labels_;
  std::vector<std::vector<int>> at_place_, buckets_;
  bool full_ = false, cut_short_ = false;
};

} // namespace

std::vector<int> useful_places(DayGraph const& graph, Prices const& prices) {
  std::vector<int> useful;
  for (int s = 0; s < static_cast<int>(graph.stops.size()); ++s) {
    auto const place = graph.stops[std::size_t(s)].place;
    auto const price = prices.stop[std::size_t(s)];
    auto const gain = price + (graph.top[std::size_t(place)] != 0 ? prices.no_top : 0);
    auto const detours = !graph.direct_is_quickest || (prices.journeys > 0 && !graph.direct_is_cheapest);
    if (price > never && (gain > 0 || detours) && (useful.empty() || useful.back() != place))
      useful.push_back(place);
  }
  return useful;
}

LabelResult best_routes(DayGraph const& graph, Prices const& prices, LabelLimits const& limits, Meter& meter) {
  if (graph.places <= 64)
    return Labelling<1>{graph, prices, limits, meter}.run();
  if (graph.places <= 128)
    return Labelling<2>{graph, prices, limits, meter}.run();
  if (graph.places <= 256)
    return Labelling<4>{graph, prices, limits, meter}.run();
  return Labelling<16>{graph, prices, limits, meter}.run();
}

} // namespace attache::go
