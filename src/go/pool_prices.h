// A pool at given multipliers: what each route is worth, and the best way through the nights.
#pragma once

#include "go/pool.h"

namespace attache::go {

// Which routes of the pool a set of choices leaves.
using Allowed = std::vector<char>;

class PoolPrices {
public:
  PoolPrices(Instance const& instance, Pool const& pool);

  // Prices every route; nights are not charged. Trio t of `trios` belongs to multipliers.trio[t].
  void set(Multipliers const& multipliers, std::vector<Trio> const& trios);

  // Best sum over allowed routes that follow one another, with the constant of the multipliers: a bound on all plans of
  // them. Also fills path() with the routes of it, and through().
  double bound(Allowed const& allowed);
  [[nodiscard]] std::vector<int> const& path() const { return path_; }
  // The most that a plan with this route can be worth, after bound().
  [[nodiscard]] double through(int route) const;
  // Worth of the route at the prices set, nights not charged.
  [[nodiscard]] double price(int route) const { return price_[std::size_t(route)]; }

private:
  void forward(Allowed const& allowed);
  void backward(Allowed const& allowed);

  Instance const& instance_;
  Pool const& pool_;
  std::vector<int> first_; // days + 1: where each day's routes begin
  std::vector<double> price_;
  double constant_ = 0;
  Table<double> before_, after_; // (days + 1) x cities: best up to, best from, the start of that day in that city
  Table<int> best_;              // (days + 1) x cities: the last route of the best way there
  std::vector<int> path_;
};

} // namespace attache::go
