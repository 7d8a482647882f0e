#include "go/potentials.h"

#include <algorithm>

namespace attache::go {

Prices prices_without_nights(Instance const& instance, int day, Multipliers const& multipliers) {
  auto free = multipliers;
  free.night = no_multipliers(instance).night;
  return prices_of(instance, day, free);
}

std::optional<Potentials> potentials(Instance const& instance, std::vector<DayGraph> const& graphs,
                                     Multipliers const& multipliers, Meter& meter) {
  auto const cities = std::size_t(instance.cities);
  std::vector<Table<double>> best(graphs.size(), Table<double>(cities, cities, never));
  for (auto const& graph : graphs) {
    auto const prices = prices_without_nights(instance, graph.day, multipliers);
    for (int from = 0; from < instance.cities; ++from) {
      auto only = prices;
      std::ranges::fill(only.from, never);
      only.from[std::size_t(from)] = prices.from[std::size_t(from)];
      auto const found = best_routes(graph, only, {.routes = 0}, meter);
      if (!found.exact)
        return std::nullopt;
      for (int to = 0; to < instance.cities; ++to)
        best[std::size_t(graph.day)](from, to) = found.by_city[std::size_t(to)].worth;
    }
  }
  Potentials result{.before = Table<double>(graphs.size() + 1, cities, never),
                    .after = Table<double>(graphs.size() + 1, cities, never)};
  result.before(0, instance.start_city) = 0;
  for (int city = 0; city < instance.cities; ++city)
    if (instance.end_city < 0 || city == instance.end_city)
      result.after(instance.days, city) = 0;
  for (int step = 0; step < instance.days; ++step)
    for (int from = 0; from < instance.cities; ++from)
      for (int to = 0; to < instance.cities; ++to) {
        auto const back = instance.days - 1 - step;
        auto& before = result.before(step + 1, to);
        before = std::max(before, result.before(step, from) + best[std::size_t(step)](from, to));
        auto& after = result.after(back, from);
        after = std::max(after, best[std::size_t(back)](from, to) + result.after(back + 1, to));
      }
  return result;
}

double bound_of(Instance const& instance, Multipliers const& multipliers, Potentials const& potentials) {
  return constant_of(instance, multipliers) + potentials.after(0, instance.start_city);
}

} // namespace attache::go
