// Views from one person over a whole network: the best chain to everybody, and who is two steps away.
#pragma once

#include "net/lens.h"

#include <optional>

namespace attache::net {

// What every tie of a base costs on a date: the price list of a reach map. no_price for a tie that is none.
inline constexpr float no_price = 1e30F;
std::vector<float> prices(Base const& base, Instant as_of, double scale = 4, double least_strength = .005);

// The price in nats of the best chain from `from` to everybody in at most `max_hops` steps, each introducer costing
// `referral` more; no_price where none leads, 0 to oneself. O(ties) a step once the chains have spread.
std::vector<float> reach(Base const& base, std::span<float const> prices, Node from, int max_hops = 4,
                         float referral = 0);

// Somebody two steps away and whom the best chain to them goes over.
struct TwoStep {
  Node person = 0, over = 0;
  Cost cost = 0;
  auto operator<=>(TwoStep const&) const = default;
};
struct Filed {
  std::optional<std::uint16_t> sector, region; // nothing: any
};
// Everybody who is somebody's tie's tie and filed so, ascending, with the cheapest chain of two steps (equal ones: over
// the smaller number). `referral`: what the introducer costs.
std::vector<TwoStep> two_steps(Lens& lens, Node from, Filed const& filed, Cost referral = 0);

} // namespace attache::net
