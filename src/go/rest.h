// A proof over a list of day routes, as data: what is left of a leaf's plans when all routes are listed that a better
// plan can be made of.
#pragma once

#include <cstdint>
#include <vector>

namespace attache::go {

// Multipliers as in multipliers.h, but for nights, which a dynamic programme over them knows exactly.
struct Charges {
  std::vector<double> candidate, sector, cap; // >= 0; a sector's at most the penalty
};

// A part of the plans. At each of the charges in turn, routes go through which no plan is worth enough. What is left is
// split; a part that is not split has nothing left.
struct Branch {
  enum class By : std::uint8_t { nothing, night, meeting };
  std::vector<Charges> charges;
  By by = By::nothing;
  int what = 0; // night: by the city slept in after this day; meeting: by the day on which this candidate is met
  std::vector<int> sides; // numbers of branches, above its own, by city, or by day and at last never; -1: nothing there
};

} // namespace attache::go
