// How strong each tie is on a date, why, and which lapsed ties to restore first.
#pragma once

#include "model/tie.h"
#include "see/history.h"

#include <string>
#include <vector>

namespace attache::see {

// Every tie of the network as of a date, a < b, in order of a, then b, with the default strength: the probability of
// default_strength.h. O(c log c) in contacts.
std::vector<Tie> all_ties(Network const& network, Instant as_of);
// The same from histories that the caller already has.
std::vector<Tie> all_ties(std::vector<History> const& histories, Instant as_of);
// Those of one person only; usual gaps are still those of all.
std::vector<Tie> all_ties_of(std::vector<History> const& histories, PersonId of, Instant as_of);

// The ties of one person, who becomes `a`; strongest first, then by the other's id.
std::vector<Tie> ties(Network const& network, PersonId of, Instant as_of);
std::vector<Tie> ties_of(std::vector<Tie> const& all, PersonId of);

// Somebody worth winning back.
struct Restoration {
  Tie tie;
  double chance = 0; // 0..1; by rule: depth of the tie against the length of the silence
  double value = 0;  // 0..1, from the tier of the person, or else of the organisation they now serve
  double score = 0;  // chance * value
  std::string why;   // "tier 1, 14 contacts until 2020-02-11, silent for 38 months"
};

// Where the chance comes from: the rule above, or the strength of ties that is a learnt probability (learn.h).
enum class Chance { by_rule, by_strength };

// The rule: 0..1, from the tie's contacts, rhythm and silence (docs/method-strength.md, section 4).
double restoration_chance(Tie const& tie);

// The lapsed ties of `of`, best score first, at most `limit`.
std::vector<Restoration> rank_restore(Network const& network, std::vector<Tie> const& all, PersonId of, Instant as_of,
                                      std::size_t limit = 10, Chance chance = Chance::by_rule);

// The tier of a person: their own, or else the best one of the organisations they serve on the date; 0 if unknown.
int tier_on(Network const& network, Person const& person, Instant as_of);

} // namespace attache::see
