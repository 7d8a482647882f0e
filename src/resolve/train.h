// Refits a spelling lattice on pairs of names that are known to be one, such as a user's confirmed aliases.
#pragma once

#include "resolve/lattice.h"

#include <span>
#include <string>
#include <vector>

namespace attache::resolve {

struct NamePair {
  std::u32string hangul; // syllables only
  std::string latin;     // a-z only
};

// Expectation maximisation, `rounds` times over the pairs. `prior` counts as `weight` observations of every symbol, so
// that few pairs change little. Spellings of up to four letters that the pairs suggest are added. Pairs that cannot
// be aligned are left out. O(rounds * pairs * symbols * letters * spellings).
Lattice train(Lattice const& prior, std::span<NamePair const> pairs, int rounds = 6, float weight = 20);

// One aligned symbol: which letters the cheapest reading gives it.
struct Aligned {
  std::size_t symbol = 0;
  std::string latin;
};
// The cheapest alignment; empty if there is none within the lattice (no slips).
std::vector<Aligned> align(Lattice const& lattice, std::u32string_view hangul, std::string_view latin);

} // namespace attache::resolve
