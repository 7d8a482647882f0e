#include "go/pricing.h"

#include "go/completion.h"
#include "go/day_trios.h"

#include <algorithm>

namespace attache::go {
namespace {

template <std::size_t W>
struct Label {
  int before = -1, stop = -1, city = 0; // city: where the day began
  int end = 0;
  double worth = 0;
  bool top = false;
  PlaceSet<W> met;          // as far as remembered
  PlaceSet<trio_words> odd; // trios of which an odd number were met
};

template <std::size_t W>
class DayPricing {
public:
  DayPricing(DayGraph const& graph, Prices const& prices, std::vector<Trio> const& trios,
             std::vector<double> const& charges, Memory const& memory, PricingLimits const& limits, Meter& meter)
      : graph_(graph), prices_(prices), limits_(limits), meter_(meter), trios_(graph, trios, charges),
        completion_(graph, prices, meter), useful_(useful_places(graph, prices)), settled_(std::size_t(graph.places)) {
    if (!memory.empty() && !limits.quick)
      remember(memory);
    auto const times = std::size_t(std::max(0, graph.end - graph.start)) + 1;
    buckets_.resize(times);
  }

  Pricing run() {
    start();
    auto const finished = settle_all();
    result_.exact = finished && !limits_.quick;
    result_.most = limits_.above;
    add_idle();
    pick();
    if (!result_.routes.empty())
      result_.most = std::max(result_.most, result_.routes.front().worth);
    return std::move(result_);
  }

private:
  struct Ending {
    int label = -1, from = 0, to = 0; // label -1: no meeting that day
    double worth = never;
  };

  void remember(Memory const& memory) {
    remembered_.resize(std::size_t(graph_.places));
    for (int a = 0; a < graph_.places; ++a)
      for (int b = 0; b < graph_.places; ++b)
        if (memory(graph_.candidate[std::size_t(a)], graph_.candidate[std::size_t(b)]) != 0)
          remembered_[std::size_t(a)].add(b);
  }

  void start() {
    for (int city = 0; city < graph_.cities; ++city)
      for (auto const place : useful_)
        if (prices_.from[std::size_t(city)] > never)
          for (int s = first(place); s < first(place + 1); ++s)
            open(-1, s, city, graph_.approach(city, place),
                 prices_.from[std::size_t(city)] - prices_.no_top - prices_.journeys * graph_.toll_out(city, place));
  }

  // In order of time: every meeting takes some, so nothing settled is ever dominated by what comes later.
  bool settle_all() {
    for (auto& bucket : buckets_) {
      std::ranges::sort(bucket, [&](int a, int b) {
        auto const& x = labels_[std::size_t(a)];
        auto const& y = labels_[std::size_t(b)];
        return x.worth != y.worth ? x.worth > y.worth : a < b;
      });
      for (auto const index : bucket) {
        if (!settle(index))
          continue;
        finish(index);
        extend(index);
        if (meter_.spend(3) || (limits_.labels > 0 && static_cast<int>(labels_.size()) > limits_.labels))
          return false;
      }
      std::vector<int>{}.swap(bucket);
    }
    return true;
  }

  void extend(int index) {
    auto const label = labels_[std::size_t(index)]; // a copy: labels_ grows
    auto const here = place_of(label);
    for (auto const place : useful_) {
      if (label.met.has(place) || label.end > graph_.last_departure(here, place) || place == here)
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
    auto const* parent = before >= 0 ? &labels_[std::size_t(before)] : nullptr;
    auto const is_top = graph_.top[std::size_t(stop.place)] != 0;
    auto const top = is_top || (parent != nullptr && parent->top);
    worth += price + (is_top && (parent == nullptr || !parent->top) ? prices_.no_top : 0);
    Label<W> label{.before = before, .stop = stop_index, .city = city, .end = end, .top = top};
    label.odd = parent != nullptr ? parent->odd : label.odd;
    label.worth = worth - trios_.visit(label.odd, stop.place);
    auto const previous = parent != nullptr ? place_of(*parent) : -1;
    if (label.worth + completion_.after(stop_index, end, top, previous) > limits_.above)
      make(label, parent);
  }

  void make(Label<W> label, Label<W> const* parent) {
    auto const place = place_of(label);
    if (parent != nullptr) {
      label.met = parent->met;
      if (!remembered_.empty()) {
        label.met.keep(remembered_[std::size_t(place)]);
        label.met.add(place_of(*parent)); // as the completion does: otherwise dominance and it do not go together
      }
    }
    label.met.add(place);
    buckets_[std::size_t(label.end - graph_.start)].push_back(static_cast<int>(labels_.size()));
    labels_.push_back(label);
  }

  // Places out of reach for good from here, where no detour is quicker.
  PlaceSet<W> beyond(int here, int end) const {
    PlaceSet<W> set;
    if (graph_.direct_is_quickest)
      for (auto const place : useful_)
        if (end > graph_.last_departure(here, place))
          set.add(place);
    return set;
  }

  // False if the label is dominated by one that is settled.
  bool settle(int index) {
    auto& label = labels_[std::size_t(index)];
    auto& others = settled_[std::size_t(place_of(label))];
    auto closed = label.met;
    if (!limits_.quick)
      closed.join(beyond(place_of(label), label.end));
    std::size_t at = 0;
    for (; at < others.size() && others[at].worth >= label.worth; ++at)
      if (dominates(others[at], label, closed))
        return false;
    others.insert(others.begin() + static_cast<std::ptrdiff_t>(at), {label.worth, index});
    label.met = closed;
    return true;
  }

  struct Settled {
    double worth = 0;
    int label = 0;
  };

  [[nodiscard]] bool dominates(Settled const& settled, Label<W> const& b, PlaceSet<W> const& closed) const {
    auto const& a = labels_[std::size_t(settled.label)];
    auto room = settled.worth - b.worth;
    if (a.top && !b.top)
      room -= prices_.no_top;
    if (room < 0 || (!limits_.quick && !a.met.inside(closed)))
      return false;
    return limits_.quick || trios_.charge.empty() || room >= charged_more(a, b, closed, room);
  }

  // The most that what follows may be charged more after `a` than after `b`; stops counting above `room`.
  [[nodiscard]] double charged_more(Label<W> const& a, Label<W> const& b, PlaceSet<W> const& closed,
                                    double room) const {
    double sum = 0;
    for (std::size_t w = 0; w < trio_words && sum <= room; ++w)
      for (auto bits = a.odd.word[w] & ~b.odd.word[w]; bits != 0; bits &= bits - 1) {
        auto const trio = w * 64 + std::size_t(std::countr_zero(bits));
        if (!remembered_.empty() || !trios_.places[trio].inside(closed)) // what is closed may be forgotten
          sum += trios_.charge[trio];
      }
    return sum;
  }

  void finish(int index) {
    auto const& label = labels_[std::size_t(index)];
    Ending best{.label = index, .from = label.city, .worth = limits_.above};
    for (int to = 0; to < graph_.cities; ++to)
      if (label.end <= graph_.leave(place_of(label), to))
        offer(best, to, label.worth + ending_price(to, graph_.toll_home(place_of(label), to)));
    if (best.worth > limits_.above)
      endings_.push_back(best);
  }

  static void offer(Ending& best, int to, double worth) {
    if (worth <= best.worth)
      return;
    best.to = to;
    best.worth = worth;
  }

  void add_idle() {
    for (int from = 0; from < graph_.cities; ++from) {
      Ending best{.from = from, .worth = limits_.above};
      for (int to = 0; to < graph_.cities; ++to)
        if (graph_.idle_possible(from, to))
          offer(best, to,
                prices_.from[std::size_t(from)] - prices_.no_top + ending_price(to, graph_.toll_idle(from, to)));
      if (best.worth > limits_.above)
        endings_.push_back(best);
    }
  }

  // The best overall, and the best for each night's city.
  void pick() {
    std::ranges::sort(endings_, [](Ending const& a, Ending const& b) {
      return a.worth != b.worth ? a.worth > b.worth : a.label < b.label;
    });
    std::vector<char> city_seen(std::size_t(graph_.cities), 0);
    for (std::size_t i = 0; i < endings_.size(); ++i) {
      auto& seen = city_seen[std::size_t(endings_[i].to)];
      if (static_cast<int>(i) < limits_.routes || seen == 0)
        result_.routes.push_back(route_of(endings_[i]));
      seen = 1;
    }
  }

  [[nodiscard]] PricedRoute route_of(Ending const& ending) const {
    PricedRoute priced{.route = {.day = graph_.day, .from = ending.from, .to = ending.to}, .worth = ending.worth};
    for (auto label = ending.label; label >= 0; label = labels_[std::size_t(label)].before)
      priced.route.options.push_back(labels_[std::size_t(label)].stop);
    std::ranges::reverse(priced.route.options);
    return priced;
  }

  [[nodiscard]] int first(int place) const { return graph_.first[std::size_t(place)]; }
  [[nodiscard]] int place_of(Label<W> const& label) const { return graph_.stops[std::size_t(label.stop)].place; }
  [[nodiscard]] double ending_price(int to, double toll) const {
    return prices_.to[std::size_t(to)] - prices_.journeys * toll;
  }

  DayGraph const& graph_;
  Prices const& prices_;
  PricingLimits const& limits_;
  Meter& meter_;
  DayTrios<W> trios_;
  Completion completion_;
  std::vector<int> useful_;
  std::vector<PlaceSet<W>> remembered_; // per place; empty: everybody
  std::vector<Label<W>> labels_;
  std::vector<std::vector<Settled>> settled_; // per place, best first
  std::vector<std::vector<int>> buckets_;     // per minute
  std::vector<Ending> endings_;
  Pricing result_;
};

} // namespace

Pricing price_day(DayGraph const& graph, Prices const& prices, std::vector<Trio> const& trios,
                  std::vector<double> const& charges, Memory const& memory, PricingLimits const& limits, Meter& meter) {
  auto const run = [&]<std::size_t W>() {
    return DayPricing<W>{graph, prices, trios, charges, memory, limits, meter}.run();
  };
  if (graph.places <= 64)
    return run.template operator()<1>();
  if (graph.places <= 128)
    return run.template operator()<2>();
  if (graph.places <= 256)
    return run.template operator()<4>();
  return run.template operator()<16>();
}

int times_charged(std::vector<int> const& candidates, Trio const& trio) {
  auto const met = std::ranges::count_if(
      candidates, [&](int candidate) { return std::ranges::find(trio, candidate) != trio.end(); });
  return static_cast<int>(met / 2);
}

} // namespace attache::go
