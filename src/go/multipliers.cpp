#include "go/multipliers.h"

#include <algorithm>
#include <cmath>

namespace attache::go {

Memory nearest(Instance const& instance, int count) {
  if (count <= 0)
    return {};
  Memory memory(std::size_t(instance.candidates), std::size_t(instance.candidates), 0);
  for (int at = 0; at < instance.candidates; ++at) {
    std::vector<std::pair<int, int>> others;
    for (int other = 0; other < instance.candidates; ++other)
      others.emplace_back(other == at ? -1 : instance.meet(at, other) + instance.meet(other, at), other);
    auto const kept = std::min(others.size(), std::size_t(count) + 1);
    std::ranges::partial_sort(others, others.begin() + static_cast<std::ptrdiff_t>(kept));
    for (std::size_t i = 0; i < kept; ++i)
      memory(at, others[i].second) = 1;
  }
  return memory;
}

Multipliers no_multipliers(Instance const& instance) {
  return {.candidate = std::vector<double>(std::size_t(instance.candidates), 0),
          .sector = std::vector<double>(instance.sector_target.size(), 0),
          .cap = std::vector<double>(instance.cap_limit.size(), 0),
          .night = Table<double>(std::size_t(instance.days) + 1, std::size_t(instance.cities))};
}

double charge_of(Instance const& instance, Multipliers const& multipliers, int candidate) {
  auto sum = multipliers.candidate[std::size_t(candidate)];
  for (auto const& use : instance.uses[std::size_t(candidate)])
    sum += multipliers.cap[std::size_t(use.cap)] * use.amount;
  if (auto const sector = instance.sector[std::size_t(candidate)]; sector >= 0)
    sum -= multipliers.sector[std::size_t(sector)] * instance.length[std::size_t(candidate)];
  return sum;
}

Prices prices_of(Instance const& instance, int day, Multipliers const& multipliers) {
  Prices prices{.from = std::vector<double>(std::size_t(instance.cities), never),
                .to = std::vector<double>(std::size_t(instance.cities), never),
                .no_top = instance.no_top[std::size_t(day)]};
  for (auto const& option : instance.options[std::size_t(day)])
    prices.stop.push_back(option.value - charge_of(instance, multipliers, option.candidate));
  auto const last = day + 1 == instance.days;
  for (int city = 0; city < instance.cities; ++city) {
    if (day > 0 || city == instance.start_city)
      prices.from[std::size_t(city)] = day > 0 ? multipliers.night(day, city) : 0;
    if (!last || instance.end_city < 0 || city == instance.end_city)
      prices.to[std::size_t(city)] = instance.night(day, city) - (last ? 0 : multipliers.night(day + 1, city));
  }
  return prices;
}

double constant_of(Instance const& instance, Multipliers const& multipliers) {
  double sum = 0;
  for (auto const each : multipliers.candidate)
    sum += each;
  for (auto const each : multipliers.trio)
    sum += each;
  for (std::size_t cap = 0; cap < multipliers.cap.size(); ++cap)
    sum += multipliers.cap[cap] * instance.cap_limit[cap];
  for (std::size_t sector = 0; sector < multipliers.sector.size(); ++sector)
    sum -= multipliers.sector[sector] * instance.sector_target[sector];
  return sum;
}

double round_bound(Instance const& instance, double bound) {
  constexpr double slack = 1e-6; // sums of some thousand doubles err by far less
  if (instance.grain <= 0 || !std::isfinite(bound))
    return bound + slack;
  return std::floor((bound + slack) / instance.grain) * instance.grain;
}

bool settled(Instance const& instance, double bound, double worth) {
  constexpr double slack = 2e-6;
  auto const whole = [&](double amount) { return std::floor((amount + slack) / instance.whole); };
  return bound - worth <= slack || (instance.whole > 0 && std::isfinite(worth) && whole(bound) <= whole(worth));
}

} // namespace attache::go
