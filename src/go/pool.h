// Every day route that a better plan could use: all others are ruled out by their price.
#pragma once

#include "go/potentials.h"

namespace attache::go {

struct PoolRoute {
  DayRoute route;
  double worth = 0;            // route_worth()
  std::vector<int> candidates; // ascending
  bool operator==(PoolRoute const&) const = default;
};

struct Pool {
  std::vector<PoolRoute> routes; // by day; of equal nights and candidates only the best
  double above = never;          // complete for plans worth more than this
  bool complete = false;         // false: the limits were hit
};

struct PoolLimits {
  std::size_t routes = 200'000;
  std::size_t labels = 3'000'000;
};

// All routes that may be in a plan worth more than `above`: those whose price, with the best that leads to them and the
// best that follows, is above it (Baldacci, Christofides, Mingozzi 2008).
Pool enumerate_routes(Instance const& instance, std::vector<DayGraph> const& graphs, Multipliers const& multipliers,
                      Potentials const& potentials, double above, PoolLimits const& limits, Meter& meter);

// The given routes, as a pool that is not complete.
Pool pool_of(Instance const& instance, std::vector<DayRoute> const& routes);

} // namespace attache::go
