// What a tie is worth to an introduction: P(a contact within a year), from its own contacts alone.
#pragma once

#include "model/tie.h"
#include "net/graph.h"
#include "see/history.h"

#include <vector>

namespace attache::see {

// The four measures of default_strength.h with the weights of a year: a contact never lowers it, it needs no fit, and
// it can be told of one tie on any date without looking at another (docs/method-strength.md, section 5).
double chain_strength(History const& history, Instant as_of);
// The same from a kept contact network whose sums halve in chain_half_life_days.
inline constexpr double chain_half_life_days = 365;
double chain_strength(net::TieAt const& tie, net::Date const& date);

// all_ties(network, as_of) with this strength.
std::vector<Tie> chain_ties(Network const& network, Instant as_of);

} // namespace attache::see
