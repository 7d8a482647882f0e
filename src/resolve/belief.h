// How likely it is that a pair is one, as it is shown: the bits of its score, corrected by how often such scores prove
// right. Merges do not depend on it. docs/cards/belief.md has the fit.
#pragma once

#include "model/claim.h"
#include "model/identity.h"

#include <span>
#include <vector>

namespace attache::resolve {

// A straight line on the log odds. `shipped` until an office has decided enough itself.
struct Belief {
  double prior_bits = -10;              // that two entities picked at random are one, as score() has it
  double people = 0, organisations = 0; // bits by which these entities repeat themselves more often than that
  double slope = 0.71, level = 0.54;    // of the log odds, in bits
  int decisions = 0;                    // of the office itself that it was fitted on; 0: shipped
  bool operator==(Belief const&) const = default;
};

// The log odds of a pair with this score (prior and all), in bits; never surer than 99 %, for that much of what
// people call one is not. Does not fall when `bits` grow.
double believed_bits(Belief const& belief, RecordKind kind, double bits);

// Sets the probability of `question` from its score, and says by a last reason what that changed: the odds before any
// reason and all reasons add up to it, to a thousandth.
void believe(Belief const& belief, RecordKind kind, double bits, Question& question);

// What the score alone said of a question that was set right by believe(); else its probability.
double scored_probability(Question const& question);

// By how many bits the share of true pairs among all `pairs` differs from 2^prior_bits: expectation maximisation over
// the scores of those that were compared, the rest being different. One true pair is added to what is seen, so that few
// scores change little. Within 4 bits.
double repetition(std::span<double const> scores, double prior_bits, double pairs);

// A score and what a person said of the pair.
struct Judged {
  double bits = 0;
  RecordKind kind = RecordKind::person;
  bool same = false;
};
// What a person decided about a pair that had been scored, one by one: of decisions in force, neither those of rules
// nor lists that were accepted at a stroke nor splits. Nothing for all others. The kind is left to the caller.
std::vector<std::pair<Decision const*, Judged>> judged(std::span<Decision const> effective, double prior_bits);

// Slope and level fitted anew (Platt), drawn towards those of `belief`; `belief` itself where less than 50 of either
// answer are at hand. The slope never falls below 0.1.
Belief refit(Belief belief, std::span<Judged const> pairs);

} // namespace attache::resolve
