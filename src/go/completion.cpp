#include "go/completion.h"

#include <algorithm>

namespace attache::go {
namespace {

constexpr int cells_per_step = 32, places_per_step = 16;
constexpr std::int64_t most_cells =
    500'000; // with more, some moments share one: the completion of the first is for all

// From the end of a meeting to the end of any other it takes at least so long: what moments share must be shorter, so
// that time goes on.
int least_advance(DayGraph const& graph) {
  auto least = never_leaves;
  for (auto const& stop : graph.stops)
    for (int a = 0; a < graph.places; ++a)
      if (a != stop.place)
        least = std::min(least, graph.travel(a, stop.place) + stop.length);
  return std::max(1, least);
}

} // namespace

Completion::Completion(DayGraph const& graph, Prices const& prices, Meter& meter)
    : graph_(graph), prices_(prices), meter_(meter) {
  std::int64_t moments = 0;
  for (auto const& stop : graph.stops)
    moments += std::max(0, stop.to - stop.from - stop.length + 1);
  step_ = std::min(static_cast<int>(moments / most_cells) + 1, least_advance(graph));
  int size = 0;
  for (auto const& stop : graph.stops) {
    first_.push_back(size);
    size += std::max(0, stop.to - stop.from - stop.length + step_) / step_;
  }
  for (auto& table : known_)
    table.resize(std::size_t(size));
  meter_.spend(size / cells_per_step);
  useful_ = useful_places(graph, prices);
}

double Completion::after(int stop, int time, bool top, int previous) {
  auto const& found = best(stop, time, top);
  return found.next >= 0 && found.next == previous ? found.second : found.first;
}

double Completion::ending(int place, int time) const {
  auto most = never;
  for (int city = 0; city < graph_.cities; ++city)
    if (time <= graph_.leave(place, city))
      most = std::max(most, prices_.to[std::size_t(city)] - prices_.journeys * graph_.toll_home(place, city));
  return most;
}

Completion::Best const& Completion::best(int stop, int time, bool top) {
  auto const earliest = graph_.stops[std::size_t(stop)].from + graph_.stops[std::size_t(stop)].length;
  auto const cell = (time - earliest) / step_;
  auto& known = known_[top ? 1 : 0][std::size_t(first_[std::size_t(stop)] + cell)];
  if (known.first != unknown)
    return known;
  if (meter_.spend(1 + static_cast<std::int64_t>(useful_.size()) / places_per_step))
    return unlimited_;
  time = earliest + cell * step_; // earlier, which only makes more possible
  auto const place = graph_.stops[std::size_t(stop)].place;
  Best found{.first = ending(place, time)};
  found.second = found.first;
  for (auto const next : useful_) {
    if (next == place || time > graph_.last_departure(place, next))
      continue;
    auto const worth =
        through(place, next, graph_.arrival(place, next, time), top) - prices_.journeys * graph_.toll(place, next);
    if (worth > found.first) {
      if (found.next >= 0)
        found.second = std::max(found.second, found.first);
      found.first = worth;
      found.next = next;
    } else {
      found.second = std::max(found.second, worth);
    }
  }
  return known = found; // the reference holds: tables do not grow
}

double Completion::through(int previous, int place, int arrival, bool top) {
  auto most = never;
  auto const is_top = graph_.top[std::size_t(place)] != 0;
  for (int s = graph_.first[std::size_t(place)]; s < graph_.first[std::size_t(place) + 1]; ++s) {
    auto const end = graph_.end_of(graph_.stops[std::size_t(s)], arrival);
    auto const price = prices_.stop[std::size_t(s)];
    if (end == no_time || price == never)
      continue;
    auto const gain = !top && is_top ? prices_.no_top : 0;
    most = std::max(most, price + gain + after(s, end, top || is_top, previous));
  }
  return most;
}

} // namespace attache::go
