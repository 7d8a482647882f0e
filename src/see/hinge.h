// Fragility: people on whom everything hangs, because others are reached through nobody else.
#pragma once

#include "model/tie.h"

#include <vector>

namespace attache::see {

struct Hinge {
  PersonId person{};
  int reach = 0; // how many people nobody else leads to
};

// The articulation points of the ties around `from`: people whose loss would cut others off from `from`, most of them
// first, then by id. Ties that are lapsed or weaker than `least_strength` lead nowhere. O(ties log people).
// Source: Tarjan, Depth-first search and linear graph algorithms, 1972.
std::vector<Hinge> hinges(std::vector<Tie> const& ties, PersonId from, double least_strength = .05);

} // namespace attache::see
