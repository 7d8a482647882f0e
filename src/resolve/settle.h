// One group of entities that may be one: which of them are, by the rules of docs/method-names.md.
#pragma once

#include "resolve/score.h"

#include <optional>
#include <unordered_map>
#include <vector>

namespace attache::resolve {

// What the group must know of everybody else.
struct Surroundings {
  NameModel const* learnt = nullptr;
  double prior_bits = -10;                      // that two entities picked at random are one
  double people = 0;                            // how many there are, about
  std::unordered_map<std::string, int> crowded; // "m:...", "d:...", "u:...": held by so many that they are nobody's own
  std::unordered_map<std::string, int> namesakes; // name as written -> how many bear it, about
};

struct Settled {
  std::vector<std::uint32_t> root; // of each entity: the first of its cluster
  std::vector<Decision> decisions; // verdict same, by "attache", in the order of joining, without id and time
  // Of each entity: the rule by which another record that says the same is one with it or, where the two alone say too
  // little, with whom it was joined itself; nothing where it stands alone.
  std::vector<std::optional<Decision>> of_equals;
};

// `entities` in an order that does not depend on that of their records; their decisions are carried out first. Asks for
// `of_equals` only where `repeated`.
Settled settle(std::vector<Entity> entities, std::vector<Decision> const& existing, Surroundings const& around,
               std::vector<bool> const& repeated);

// One that a rule takes: same, by "attache".
Decision rule_decision(RecordId a, RecordId b, Score score);
// What a rule says of `first`, said of a record that says the same.
Decision for_another(Decision of, RecordId first, RecordId record);

} // namespace attache::resolve
