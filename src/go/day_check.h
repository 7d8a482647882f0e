// One day of one leaf of a certificate, checked: that no route of it is worth more than the leaf says.
#pragma once

#include "go/tree.h"

#include <string>

namespace attache::go {

inline constexpr double room = 1e-6; // what rounding errors of all days together may be

// Follows every way to hold meetings, in order of time. Ways that are at one place at one time with the same behind
// them, as far as `memory` has it, are one: any memory is sound, since who forgets can do no less; polynomial with a
// short one. Shares nothing with labelling. Empty if it holds, else what does not, or "out of effort".
std::string check_day(Instance const& instance, std::vector<Trio> const& trios, Memory const& memory, Leaf const& leaf,
                      int day, Meter& meter);

struct CheckedRoute {
  int day = 0, from = 0, to = 0;
  std::vector<int> candidates; // ascending
  double worth = 0;            // without multipliers
};

// The same, and appends to `routes` every route of the day that is worth up to `below` less than the leaf says: of
// those with equal nights and candidates at least the best.
std::string list_day(Instance const& instance, std::vector<Trio> const& trios, Leaf const& leaf, int day, double below,
                     std::vector<CheckedRoute>& routes, Meter& meter);

} // namespace attache::go
