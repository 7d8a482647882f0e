// The best routes of one day at given prices: label setting over places and time (elementary shortest path with
// resource constraints; Feillet, Dejax, Gendreau, Gueguen 2004).
#pragma once

#include "go/day_graph.h"
#include "go/meter.h"

#include <vector>

namespace attache::go {

// What the parts of a route are worth. `never` forbids a part.
struct Prices {
  std::vector<double> stop;     // per stop of the day
  std::vector<double> from, to; // per city
  double no_top = 0;            // lost without a tier-1 meeting, >= 0
  double journeys = 1;          // 0: journeys are free
};

// Places that can be worth a visit: one without profit only costs time, unless detours are quicker or cheaper or it
// brings the top meeting.
std::vector<int> useful_places(DayGraph const& graph, Prices const& prices);

struct PricedRoute {
  DayRoute route;
  double worth = never; // prices of its parts
};

struct LabelLimits {
  int labels = 0;       // at most so many; 0 = all: the answer is exact
  int routes = 1;       // at most so many of the best, besides the best for each night's city
  double above = never; // only routes worth more
};

struct LabelResult {
  std::vector<PricedRoute> by_city; // the best for each night's city; worth `never` if there is none
  std::vector<PricedRoute> best;    // the best overall, different ones, best first
  bool exact = false;               // nothing was cut short: by_city and best.front() are optimal
};

// Exact when no limit is hit. Routes never repeat a candidate. At most 1024 places (validate.h).
LabelResult best_routes(DayGraph const& graph, Prices const& prices, LabelLimits const& limits, Meter& meter);

} // namespace attache::go
