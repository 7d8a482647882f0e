// All entities that are left after some joining, and pairs of them that were compared.
#pragma once

#include "resolve/pool.h"
#include "resolve/score.h"

#include <algorithm>
#include <tuple>
#include <vector>

namespace attache::resolve {

struct Candidate {
  std::uint32_t a = 0, b = 0; // roots
  Score score;
};

// What all entities have in this round.
struct Round {
  std::vector<std::uint32_t> roots;
  std::vector<Entity> entities; // of the roots, in their order
  Context context;
};

inline Round round_of(Pool& pool) {
  Round out{.roots = pool.roots()};
  for (auto const root : out.roots)
    out.entities.push_back(pool.entity(root));
  out.context = context_of(out.entities);
  return out;
}

// The likeliest first.
inline void rank(std::vector<Candidate>& candidates) {
  std::ranges::sort(candidates, {}, [](Candidate const& one) { return std::tuple(-one.score.bits, one.a, one.b); });
}

} // namespace attache::resolve
