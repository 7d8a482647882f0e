// The k best chains of at most four steps through ties with prices: exact, by meeting in the middle.
#pragma once

#include "net/contact.h"

#include <array>
#include <functional>
#include <span>
#include <vector>

namespace attache::net {

// -ln of a probability in units of 2^-44: whole numbers add up to the same in any order, so that equal is equal.
using Cost = std::int64_t;
inline constexpr Cost no_way = Cost{1} << 60; // a probability of 0
Cost cost_of(double probability);             // probability: 0..1
double probability_of(Cost cost);

struct Arc {
  Cost cost = 0; // >= 0, < no_way
  Node to = 0;
  std::uint32_t note = 0; // whatever the Arcs want to find there again
};

// Where a search finds ties. Every tie is seen from both its ends at the same price.
class Arcs {
public:
  virtual ~Arcs() = default;
  // The ties of a person, cheapest first, equal ones by `to`; nobody twice, never themselves. Stays valid until the
  // search is over.
  virtual std::span<Arc const> arcs(Node person) = 0;
};

struct Query {
  std::vector<Node> starts; // a person or a team; nobody of them introduces
  Node target = 0;
  std::size_t k = 10;
  int max_hops = 4; // 1..4
  // What an introducer's passing on costs (a referral factor, fatigue), >= 0; no_way if they may not. None: nothing.
  std::function<Cost(Node)> pass;
  Cost slack = 0; // also every chain that costs at most so much more than the k-th
};

struct Route {
  Cost cost = 0;
  int hops = 0;
  std::array<Node, 5> nodes{}; // the first hops + 1; the rest are 0
  auto operator<=>(Route const&) const = default;
};

// The best chains without a repeated person: cheapest first, equal ones by fewer steps, then by the numbers of their
// people in order. Exact. Looks at those ties only that could still be on one of them.
std::vector<Route> best_routes(Arcs& arcs, Query const& query);

} // namespace attache::net
