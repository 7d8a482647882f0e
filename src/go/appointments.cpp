#include "go/appointments.h"

#include "go/label.h"
#include "go/words.h"

#include <algorithm>
#include <fmt/format.h>
#include <optional>

namespace attache::go {
namespace {

class Appointments {
public:
  Appointments(Trip const& trip, Instance const& instance)
      : trip_(trip), instance_(instance), graphs_(make_day_graphs(instance_)) {}

  // Follows every city one can be in, night by night, on days that keep all of `must`. Empty if there is no way.
  Routes keep(std::vector<int> const& must) {
    if (!caps_allow(must))
      return {};
    std::vector<Night> nights(1, Night(std::size_t(instance_.cities)));
    nights[0][std::size_t(instance_.start_city)] = DayRoute{};
    for (auto const& graph : graphs_) {
      auto const wanted = on_day(must, graph.day);
      Night next(std::size_t(instance_.cities));
      for (int from = 0; from < instance_.cities; ++from)
        if (nights.back()[std::size_t(from)])
          follow(graph, from, wanted, next);
      nights.push_back(std::move(next));
    }
    return trace(nights);
  }

  // Drops what the clash does not need, one by one: what is left clashes, and no part of it does.
  std::vector<int> smallest_clash(std::vector<int> must) {
    for (std::size_t i = 0; i < must.size();) {
      auto without = must;
      without.erase(without.begin() + static_cast<std::ptrdiff_t>(i));
      if (keep(without).empty())
        must = std::move(without);
      else
        ++i;
    }
    return must;
  }

private:
  [[nodiscard]] bool caps_allow(std::vector<int> const& must) const {
    auto left = instance_.cap_limit;
    for (auto const candidate : must)
      for (auto const& use : instance_.uses[std::size_t(candidate)])
        left[std::size_t(use.cap)] -= use.amount;
    return std::ranges::all_of(left, [](int amount) { return amount >= 0; });
  }

  using Night = std::vector<std::optional<DayRoute>>; // per city: a day that ended there, if one can be there

  [[nodiscard]] Routes trace(std::vector<Night> const& nights) const {
    auto city = instance_.end_city;
    for (int other = 0; other < instance_.cities && city < 0; ++other)
      if (nights.back()[std::size_t(other)])
        city = other;
    if (city < 0 || !nights.back()[std::size_t(city)])
      return {};
    Routes routes(nights.size() - 1);
    for (auto day = routes.size(); day > 0; --day) {
      routes[day - 1] = *nights[day][std::size_t(city)];
      city = routes[day - 1].from;
    }
    return routes;
  }

  [[nodiscard]] std::vector<int> on_day(std::vector<int> const& must, int day) const {
    std::vector<int> wanted;
    for (auto const candidate : must)
      if (trip_.candidates[std::size_t(candidate)].windows.front().day == day)
        wanted.push_back(candidate);
    return wanted;
  }

  void follow(DayGraph const& graph, int from, std::vector<int> const& wanted, Night& next) const {
    Prices prices{.stop = std::vector<double>(graph.stops.size(), graph.direct_is_quickest ? never : 0),
                  .from = std::vector<double>(std::size_t(instance_.cities), never),
                  .to = std::vector<double>(std::size_t(instance_.cities), 0),
                  .journeys = 0};
    prices.from[std::size_t(from)] = 0;
    for (std::size_t s = 0; s < graph.stops.size(); ++s)
      if (std::ranges::find(wanted, graph.candidate[std::size_t(graph.stops[s].place)]) != wanted.end())
        prices.stop[s] = 1;
    Effort const effort;
    Meter meter{effort};
    auto const found = best_routes(graph, prices, {.routes = 0}, meter);
    for (std::size_t city = 0; city < next.size(); ++city)
      if (found.by_city[city].worth > static_cast<double>(wanted.size()) - 0.5)
        next[city] = found.by_city[city].route;
  }

  Trip const& trip_;
  Instance const& instance_;
  std::vector<DayGraph> graphs_;
};

std::string described(Trip const& trip, int index) {
  auto const& candidate = trip.candidates[std::size_t(index)];
  auto const& window = candidate.windows.front();
  return fmt::format("{} in {} on {}, {}-{}", called(candidate), trip.cities[std::size_t(candidate.city)].name,
                     day_name(trip, window.day), clock_time(window.from), clock_time(window.to));
}

} // namespace

Result<Routes> keep_appointments(Trip const& trip, Instance const& instance, std::vector<int> const& must) {
  Appointments appointments{trip, instance};
  if (auto routes = appointments.keep(must); !routes.empty())
    return routes;
  auto const clash = appointments.smallest_clash(must);
  if (clash.empty())
    return fail(Fault::infeasible, trip.end_city < 0 ? std::string{"no night of the trip can be reached in time"}
                                                     : fmt::format("{} cannot be reached by the end of the trip",
                                                                   trip.cities[std::size_t(trip.end_city)].name));
  std::vector<std::string> names;
  for (auto const index : clash)
    names.push_back(described(trip, index));
  if (clash.size() == 1)
    return fail(Fault::infeasible, fmt::format("the fixed appointment {} cannot be reached and left in time", names[0]),
                {}, "change its time, the length of the day, or the cities where the trip starts and ends");
  return fail(Fault::infeasible, fmt::format("the fixed appointments {} cannot all be kept", listed(names)), {},
              "any one of them given up or moved resolves this clash");
}

} // namespace attache::go
