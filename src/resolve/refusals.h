// Merges that were refused: two fields speak for them, and something speaks against. A person decides.
#pragma once

#include "resolve/identify.h"
#include "resolve/score.h"

namespace attache::resolve {

struct Refusal {
  Question question; // about the smallest record of each
  Objection objection{};
  std::string what; // one sentence: what agrees, and what is against it
};

// Between what is one by `decisions` and what is another, unless somebody has decided about them. In order of (a, b).
// Probabilities by `belief`, or by the score alone. About linear, as identify().
std::vector<Refusal> refusals(std::vector<Profile> const& profiles, std::vector<Decision> const& decisions,
                              Clusters const& clusters, NameModel const* learnt = nullptr,
                              Belief const* belief = nullptr);

} // namespace attache::resolve
