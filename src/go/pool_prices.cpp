#include "go/pool_prices.h"

#include <algorithm>

namespace attache::go {

PoolPrices::PoolPrices(Instance const& instance, Pool const& pool) : instance_(instance), pool_(pool) {
  first_.assign(std::size_t(instance.days) + 1, 0);
  for (auto const& entry : pool.routes)
    ++first_[std::size_t(entry.route.day) + 1];
  for (std::size_t day = 0; day < std::size_t(instance.days); ++day)
    first_[day + 1] += first_[day];
  price_.resize(pool.routes.size());
}

void PoolPrices::set(Multipliers const& multipliers, std::vector<Trio> const& trios) {
  constant_ = constant_of(instance_, multipliers);
  std::vector<double> charge;
  for (int candidate = 0; candidate < instance_.candidates; ++candidate)
    charge.push_back(charge_of(instance_, multipliers, candidate));
  std::vector<std::vector<int>> trios_of_candidate(charge.size());
  for (std::size_t t = 0; t < multipliers.trio.size(); ++t)
    for (auto const candidate : trios[t])
      if (multipliers.trio[t] > 0)
        trios_of_candidate[std::size_t(candidate)].push_back(static_cast<int>(t));
  std::vector<char> met(trios.size(), 0);
  for (std::size_t r = 0; r < price_.size(); ++r) {
    auto const& entry = pool_.routes[r];
    auto price = entry.worth;
    for (auto const candidate : entry.candidates) {
      price -= charge[std::size_t(candidate)];
      for (auto const t : trios_of_candidate[std::size_t(candidate)])
        if (++met[std::size_t(t)] == 2)
          price -= multipliers.trio[std::size_t(t)];
    }
    for (auto const candidate : entry.candidates)
      for (auto const t : trios_of_candidate[std::size_t(candidate)])
        met[std::size_t(t)] = 0;
    price_[r] = price;
  }
}

void PoolPrices::forward(Allowed const& allowed) {
  before_ = Table<double>(first_.size(), std::size_t(instance_.cities), never);
  best_ = Table<int>(first_.size(), std::size_t(instance_.cities), -1);
  before_(0, instance_.start_city) = 0;
  for (int day = 0; day < instance_.days; ++day)
    for (auto r = first_[std::size_t(day)]; r < first_[std::size_t(day) + 1]; ++r) {
      auto const& route = pool_.routes[std::size_t(r)].route;
      auto const worth = before_(day, route.from) + price_[std::size_t(r)];
      if (allowed[std::size_t(r)] != 0 && worth > before_(day + 1, route.to)) {
        before_(day + 1, route.to) = worth;
        best_(day + 1, route.to) = r;
      }
    }
}

void PoolPrices::backward(Allowed const& allowed) {
  after_ = Table<double>(first_.size(), std::size_t(instance_.cities), never);
  for (int city = 0; city < instance_.cities; ++city)
    if (instance_.end_city < 0 || city == instance_.end_city)
      after_(instance_.days, city) = 0;
  for (int day = instance_.days - 1; day >= 0; --day)
    for (auto r = first_[std::size_t(day)]; r < first_[std::size_t(day) + 1]; ++r) {
      auto const& route = pool_.routes[std::size_t(r)].route;
      if (allowed[std::size_t(r)] != 0)
        after_(day, route.from) = std::max(after_(day, route.from), after_(day + 1, route.to) + price_[std::size_t(r)]);
    }
}

double PoolPrices::bound(Allowed const& allowed) {
  forward(allowed);
  backward(allowed);
  path_.clear();
  int city = -1;
  for (int other = 0; other < instance_.cities; ++other)
    if ((instance_.end_city < 0 || other == instance_.end_city) && before_(instance_.days, other) > never &&
        (city < 0 || before_(instance_.days, other) > before_(instance_.days, city)))
      city = other;
  if (city < 0)
    return never;
  auto const worth = constant_ + before_(instance_.days, city);
  for (auto day = instance_.days; day > 0; --day) {
    path_.push_back(best_(day, city));
    city = pool_.routes[std::size_t(path_.back())].route.from;
  }
  std::ranges::reverse(path_);
  return worth;
}

double PoolPrices::through(int route) const {
  auto const& entry = pool_.routes[std::size_t(route)].route;
  return constant_ + before_(entry.day, entry.from) + price_[std::size_t(route)] + after_(entry.day + 1, entry.to);
}

} // namespace attache::go
