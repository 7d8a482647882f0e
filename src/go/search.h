// A good plan soon: large-neighbourhood search over day routes (Shaw 1998), each repair a dynamic programme over
// nights.
#pragma once

#include "go/label.h"

#include <functional>

namespace attache::go {

struct SearchLimits {
  int rounds = 0; // at most so many repairs
  std::uint64_t seed = 1;
  double enough = -never;     // stop at this worth
  std::int64_t work = 0;      // at most so many steps; 0 = no limit
  std::vector<double> charge; // per candidate: what it is worth on another day (multipliers.h); empty = not known
};

// The best routes found, beginning with `start`, a route per day. `improved` hears of every better one.
Routes search(Instance const& instance, std::vector<DayGraph> const& graphs, Routes const& start,
              SearchLimits const& limits, Meter& meter, std::function<void(Routes const&, double)> const& improved);

} // namespace attache::go
