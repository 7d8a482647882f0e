// What it costs to meet a candidate, to be in a city at night, to serve a sector: the dual side of a plan. Any
// multipliers in range give a valid bound (Lagrangian relaxation); good ones give a sharp one.
#pragma once

#include "go/label.h"

#include <array>

namespace attache::go {

// No two of these three can share routes too often: at most one route holds two of them (a subset-row inequality with
// three rows; Jepsen, Petersen, Spoorendonk, Pisinger 2008).
using Trio = std::array<int, 3>;

// Who is remembered at whom: while at `candidate` or after, `other` counts as met only as long as every candidate met
// since remembers them (ng-routes; Baldacci, Mingozzi, Roberti 2011). Empty: everybody, always.
using Memory = Table<char>; // candidate x other

struct Multipliers {
  std::vector<double> candidate; // >= 0: charged whenever the candidate is met, paid back once
  std::vector<double> sector;    // 0 .. sector_penalty: paid per minute of it, charged on the target
  std::vector<double> cap;       // >= 0: charged for what a meeting uses of the cap, paid back on its limit
  Table<double> night;           // (days + 1) x cities: paid where a day begins, charged where the one before ended
  std::vector<double> trio;      // >= 0: charged to a route with two or three of the trio, paid back once
};

// Remembered at each candidate: themselves and the `count` nearest others; everybody (an empty memory) if 0.
Memory nearest(Instance const& instance, int count);

Multipliers no_multipliers(Instance const& instance);

// What meeting the candidate costs: its own charge and that of its caps, less what its sector pays.
double charge_of(Instance const& instance, Multipliers const& multipliers, int candidate);

// Prices of a day's parts under the multipliers. The first day begins in the start city only and the last ends in the
// end city if there is one; no night is charged there.
Prices prices_of(Instance const& instance, int day, Multipliers const& multipliers);

// What the bound is made of besides the best route of each day.
double constant_of(Instance const& instance, Multipliers const& multipliers);

// `bound` lowered to the next worth that a plan can have (Instance::grain), leaving room for rounding errors.
double round_bound(Instance const& instance, double bound);

// Does the bound leave no room for a better plan than one of this worth, but for wishes that tell equals apart?
bool settled(Instance const& instance, double bound, double worth);

} // namespace attache::go
