// The evidence for two entities being one, field by field, in bits; and whether a rule may say so by itself.
#pragma once

#include "model/identity.h"
#include "resolve/companions.h"
#include "resolve/entity.h"
#include "resolve/objection.h"
#include "resolve/rarity.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace attache::resolve {

// What the office as a whole knows: how often each value occurs among entities.
struct Context {
  Rarity people, companies;
  std::unordered_map<std::string, int> holders; // "m:kim@x.com", "d:012345678", "u:..." -> entities that have it
  std::unordered_map<std::string, int> rivals;  // organisation core -> how many that differ in domain or ticker bear it
  double prior_bits = -10;                      // that two entities picked at random are one
  // Whole names as written -> how many bear them among `population` people, where `people` does not count words.
  std::unordered_map<std::string, int> namesakes;
  double population = 0;
  Companions companions;
};

Context context_of(std::vector<Entity> const& entities);

struct Score {
  double bits = 0;             // with the prior
  std::vector<Reason> reasons; // largest weight first
  int proofs = 0;              // independent fields that agree: name, e-mail, phone, birthday, profile address
  bool contradicted = false;   // names, birthdays, tickers or domains that cannot be of one
  bool automatic = false;      // a rule may merge them
  std::string why;             // the rule, if automatic
};

// docs/method-names.md has the table of weights and the rules.
Score score(Entity const& a, Entity const& b, Context const& context);

// True for the sentences of Score::why.
bool is_rule(std::string_view why);

// Only the contradictions: cheap, asked again before every merge, when clusters have grown.
Objection objection_to(Entity const& a, Entity const& b, Context const& context);
bool contradicts(Entity const& a, Entity const& b, Context const& context);

// 1 / (1 + 2^-bits).
double probability(double bits);

} // namespace attache::resolve
