// Which records are one: clusters from decisions, where "different" always wins inside a cluster.
#pragma once

#include "model/claim.h"
#include "model/identity.h"

#include <vector>

namespace attache::resolve {

// Decisions in force: undone ones and the undoing ones are gone (an undo can itself be undone), and of several about
// one pair the latest is left. In order of (a, b). Which order they come in makes no difference; their ids do.
std::vector<Decision> effective(std::vector<Decision> const& decisions);

// "same" decisions that were undone by somebody, in force no longer: what a rule did once, it must not do again.
std::vector<Decision> taken_back(std::vector<Decision> const& decisions);

// A "same" that could not be carried out, because its cluster would have held a pair that was decided "different".
struct Conflict {
  DecisionId refused{};      // the "same"
  DecisionId contradicted{}; // the "different"; 0 if the records are of different kinds
  RecordId a{}, b{};         // of the refused decision
  bool operator==(Conflict const&) const = default;
};

struct Clustering {
  Clusters clusters;
  std::vector<Conflict> conflicts; // in order of the refused decision
};

// A person's "same" is carried out before a rule's, then the earlier before the later; so the answer does not depend
// on the order of either argument. Decisions about records that are not in `records` are left aside.
// O((records + decisions) log).
Clustering clustering(std::vector<Record> const& records, std::vector<Decision> const& decisions);
Clusters clusters(std::vector<Record> const& records, std::vector<Decision> const& decisions);

} // namespace attache::resolve
