// Which records are one: clusters from decisions, where what keeps two apart always wins inside a cluster.
#pragma once

#include "model/claim.h"
#include "model/identity.h"

#include <set>
#include <vector>

namespace attache::resolve {

// Decisions that were taken back, those that are part of one that was, and undoings that were themselves undone.
std::set<DecisionId> undone(std::vector<Decision> const& decisions);

// Decisions in force: undone ones and the undoing ones are gone (an undo can itself be undone), and of several about
// one pair the latest is left. In order of (a, b). Which order they come in makes no difference; their ids do.
std::vector<Decision> effective(std::vector<Decision> const& decisions);

// "same" decisions that were undone by somebody, in force no longer: what a rule did once, it must not do again.
std::vector<Decision> taken_back(std::vector<Decision> const& decisions);

// A decision to join that could not be carried out, because its cluster would have held a pair that another one parts.
struct Conflict {
  DecisionId refused{};      // the one that joins
  DecisionId contradicted{}; // the one that parts; 0 if the records are of different kinds
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

// The decisions by which a and b are one, from a to b: the fewest, and of those the earliest. Empty if they are not.
std::vector<Decision> chain(std::vector<Record> const& records, std::vector<Decision> const& decisions, RecordId a,
                            RecordId b);

// When each record's names were borne, for what was renamed; nothing for everything else.
NameTimes name_times(std::vector<Record> const& records, std::vector<Decision> const& decisions);

} // namespace attache::resolve
