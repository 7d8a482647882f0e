// Which records speak of the same person or organisation: what a rule may decide, and what only a person can.
#pragma once

#include "base/parallel.h"
#include "model/identity.h"
#include "resolve/belief.h"
#include "resolve/profile.h"

#include <vector>

namespace attache::resolve {

struct NameModel;

struct Identification {
  std::vector<Decision> decisions; // verdict same, by "attache", with reasons; without id and time. By (a, b)
  std::vector<Decision> withdrawn; // undoing ones, by "attache": earlier rule's decisions that no longer follow
  std::vector<Question> questions; // most valuable first: likely to be one, and much would be joined by it
  Belief belief;                   // by which their probabilities are shown
};

// Decides only where two independent fields agree, never across press and curated records, never what a person has
// decided otherwise or taken back; every other plausible pair becomes a question. docs/method-names.md has the rules.
// Pairs that `existing` decides, whatever the verdict, are not asked again. The order of `profiles` makes no
// difference, nor does it matter whether they came at once or one after the other. About linear: 100,000 people take
// seconds.
Identification identify(std::vector<Profile> const& profiles, std::vector<Decision> const& existing,
                        NameModel const* learnt = nullptr, ForEach const& each = in_turn);

// What is left of `existing` without those: what stands whatever the records say, undone and undoing ones included.
std::vector<Decision> given_decisions(std::vector<Decision> const& existing);

// A decision that the rules took and would take again while the records bear it out: not by a person, a key or a table.
bool is_rederived(Decision const& decision);

// The records of two things to compare: single ones, or all that each has.
struct Sides {
  std::vector<RecordId> a, b;
};

// Why two sides are or are not one: every field that was compared, largest weight first, and the probability, as a
// question about them would have it: by `belief`, or by the score alone. `all` includes the profiles of both; its
// rarities are counted over `clusters`.
Question explain(Sides const& sides, std::vector<Profile> const& all, Clusters const& clusters,
                 NameModel const* learnt = nullptr, Belief const* belief = nullptr);

} // namespace attache::resolve
