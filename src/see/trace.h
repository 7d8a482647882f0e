// By what accounts of one event find each other: numbers that can be kept when the accounts are not at hand.
#pragma once

#include "see/telling.h"

#include <cstdint>
#include <vector>

namespace attache::see {

// If merged() joins two accounts with no third between them, a probe of either is among the traces of the other. Equal
// numbers alone prove nothing. At most two traces and one for each identifier; some ten probes, of a message known to
// the day three thousand.
std::vector<std::uint64_t> traces(Telling const& telling);
std::vector<std::uint64_t> probes(Telling const& telling);

} // namespace attache::see
