// The best routes of one day at given prices, cuts and threshold, for column generation: label setting as in label.h,
// with what cannot reach the threshold cut off, and with routes that may come back to somebody where that is allowed.
#pragma once

#include "go/label.h"
#include "go/multipliers.h"

namespace attache::go {

struct PricingLimits {
  double above = never; // only routes worth more than this matter
  int routes = 15;      // at most so many, besides the best for each night's city
  int labels = 0;       // gives up after so many; 0 = never
  bool quick = false;   // a heuristic: labels that differ in the met and in cuts dominate each other
};

struct Pricing {
  std::vector<PricedRoute> routes; // worth more than `above`, best first, different ones
  double most = never;             // no route of the day is worth more than this, if exact
  bool exact = false;
};

// `trios` with the charges of `multipliers.trio` are taken off a route's worth once for every second of a trio's
// candidates met; all other prices are in `prices`. Exact unless quick, given up or spent.
Pricing price_day(DayGraph const& graph, Prices const& prices, std::vector<Trio> const& trios,
                  std::vector<double> const& charges, Memory const& memory, PricingLimits const& limits, Meter& meter);

// How often the route pays a charge on the trio: once if it meets two or three of it.
int times_charged(std::vector<int> const& candidates, Trio const& trio);

} // namespace attache::go
