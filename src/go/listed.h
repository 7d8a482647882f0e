// All routes of a day that are worth something at given prices, for a search among them.
#pragma once

#include "go/label.h"

#include <optional>

namespace attache::go {

struct ListedRoute {
  DayRoute route;
  std::vector<int> candidates; // ascending
  double worth = 0;            // as route_worth() has it
};

// The routes of the day that are worth at least `above` at the prices, one for each set of candidates, night before and
// night after: the best. In a fixed order. Nothing if there are more than `most`, or `meter` is spent.
std::optional<std::vector<ListedRoute>> list_routes(Instance const& instance, DayGraph const& graph,
                                                    Prices const& prices, double above, std::size_t most, Meter& meter);

} // namespace attache::go
