#include "go/day_graph.h"

#include <algorithm>

namespace attache::go {
namespace {

void add_places(Instance const& instance, DayGraph& graph) {
  for (auto const& option : instance.options[std::size_t(graph.day)]) {
    if (graph.candidate.empty() || graph.candidate.back() != option.candidate) {
      graph.first.push_back(static_cast<int>(graph.stops.size()));
      graph.candidate.push_back(option.candidate);
      graph.top.push_back(instance.top[std::size_t(option.candidate)]);
      graph.city.push_back(instance.city[std::size_t(option.candidate)]);
      graph.set_out.push_back(instance.set_out[std::size_t(option.candidate)]);
    }
    auto const place = static_cast<int>(graph.candidate.size()) - 1;
    graph.stops.push_back({place, option.from, option.to, instance.length[std::size_t(option.candidate)]});
  }
  graph.first.push_back(static_cast<int>(graph.stops.size()));
  graph.places = static_cast<int>(graph.candidate.size());
}

void add_hotels(Instance const& instance, DayGraph& graph) {
  auto const places = std::size_t(graph.places);
  auto const cities = std::size_t(graph.cities);
  graph.approach = Table<int>(cities, places);
  graph.leave = Table<int>(places, cities);
  graph.latest.assign(places, no_time);
  for (int place = 0; place < graph.places; ++place)
    for (int city = 0; city < graph.cities; ++city) {
      auto const who = graph.candidate[std::size_t(place)];
      graph.approach(city, place) = instance.at_first(graph.day, city, who, instance.opens(graph.day, city));
      graph.leave(place, city) = instance.leave_for_hotel(graph.day, who, city, instance.closes(graph.day, city));
      graph.latest[std::size_t(place)] = std::max(graph.latest[std::size_t(place)], graph.leave(place, city));
    }
  for (int from = 0; from < graph.cities; ++from)
    for (int to = 0; to < graph.cities; ++to)
      graph.direct.push_back(instance.at_night(graph.day, from, to, instance.opens(graph.day, from)) <=
                             instance.closes(graph.day, to));
}

void add_journeys(Instance const& instance, DayGraph& graph) {
  auto const places = std::size_t(graph.places);
  graph.travel = graph.last_departure = Table<int>(places, places, no_time);
  for (int a = 0; a < graph.places; ++a)
    for (int b = 0; b < graph.places; ++b) {
      auto const from = graph.candidate[std::size_t(a)], to = graph.candidate[std::size_t(b)];
      graph.travel(a, b) = instance.meet(from, to);
      for (int s = graph.first[std::size_t(b)]; a != b && s < graph.first[std::size_t(b) + 1]; ++s) {
        auto const& stop = graph.stops[std::size_t(s)];
        auto const end = graph.direct_is_quickest ? std::min(stop.to, graph.latest[std::size_t(b)]) : stop.to;
        if (end - stop.length >= stop.from)
          graph.last_departure(a, b) =
              std::max(graph.last_departure(a, b), instance.leave_for_meeting(graph.day, from, to, end - stop.length));
      }
    }
}

void add_tolls(Instance const& instance, DayGraph& graph) {
  auto const places = std::size_t(graph.places);
  auto const cities = std::size_t(graph.cities);
  graph.toll = Table<double>(places, places);
  graph.toll_out = Table<double>(cities, places);
  graph.toll_home = Table<double>(places, cities);
  graph.toll_idle = instance.journey;
  auto const city_of = [&](int place) { return graph.city[std::size_t(place)]; };
  for (int a = 0; a < graph.places; ++a) {
    for (int b = 0; b < graph.places; ++b)
      graph.toll(a, b) = instance.journey(city_of(a), city_of(b));
    for (int city = 0; city < graph.cities; ++city) {
      graph.toll_out(city, a) = instance.journey(city, city_of(a));
      graph.toll_home(a, city) = instance.journey(city_of(a), city);
    }
  }
}

DayGraph make_day_graph(Instance const& instance, int day) {
  DayGraph graph{.day = day,
                 .cities = instance.cities,
                 .direct_is_quickest = instance.direct_is_quickest,
                 .direct_is_cheapest = instance.direct_is_cheapest,
                 .timetables = instance.timetables};
  add_places(instance, graph);
  add_hotels(instance, graph);
  add_journeys(instance, graph);
  add_tolls(instance, graph);
  graph.start = graph.end = 0;
  for (bool first = true; auto const& stop : graph.stops) {
    graph.start = first ? stop.from : std::min(graph.start, stop.from);
    graph.end = first ? stop.to : std::max(graph.end, stop.to);
    first = false;
  }
  return graph;
}

} // namespace

std::vector<DayGraph> make_day_graphs(Instance const& instance) {
  std::vector<DayGraph> graphs;
  for (int day = 0; day < instance.days; ++day)
    graphs.push_back(make_day_graph(instance, day));
  return graphs;
}

} // namespace attache::go
