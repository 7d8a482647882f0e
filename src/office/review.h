// Use cases of the review queue: what only a person can decide, and the deciding, each undoable.
#pragma once

#include "office/view.h"

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace attache::office {

using Json = nlohmann::ordered_json;

// How much waits: proposed claims, doubtful identities, conflicts.
struct Queue {
  std::int64_t claims = 0, identities = 0, conflicts = 0;
};

// Proposed claims (the least certain last), questions of identity (the most telling first), conflicts: clusters that
// decisions contradict. Each list at most `limit` long; `totals` counts all.
Result<Json> review(Office const& office, std::size_t limit);
// The same from a view that is loaded already.
Json review(View const& view, std::size_t limit);

enum class ClaimVerdict : std::uint8_t { accept, reject, reopen };
// Fault::not_found; Fault::conflict for a claim that its source has taken back. Returns the claim as it stands now.
Result<Json> judge_claim(Office const& office, ClaimId id, ClaimVerdict verdict, std::string const& why);

// A pair of records and what somebody says about it.
struct Judgement {
  RecordId a{}, b{};
  Verdict verdict = Verdict::unsure;
  Interval valid; // of the relation, or of the former name; else empty
  std::string why;
};
// Keeps it with the score of now. Fault::not_found; Fault::input for a record and itself, for things of different
// kinds, for a parent that is no organisation. Returns the decision; `refused_by` names the one that it cannot
// overrule.
Result<Json> judge_identity(Office const& office, Judgement const& judgement);

// Why two people or organisations are one or are not: every field compared, in bits, as a question that nobody need
// ask; if they are one, the chain of decisions from one to the other, and else those that keep them apart. Names,
// addresses or "#12", a record. Fault::not_found; Fault::input if they are of different kinds or one record.
Result<Json> why(Office const& office, std::string_view a, std::string_view b, At at);

// Takes a record out of the cluster that it was joined to: what joins it is undone, what hung together through it stays
// together, and a decision says that it is another: one act, undone as one by the decision that is returned.
// Fault::not_found; Fault::conflict if it stands alone.
Result<Json> split(Office const& office, RecordId record, std::string const& why);

// Takes a decision back as if it had never been taken; what undoes can be undone too. Fault::not_found; Fault::conflict
// if it is undone already; Fault::input for a part of a split.
Result<Json> undo(Office const& office, DecisionId id, std::string const& why);

// The questions of identity that a view leaves open, as resolve::identify() has them.
std::vector<Question> questions(View const& view);

// A rule for many: accepts every proposed claim of at least this confidence, or every question at least this probable.
// Returns how many.
Result<std::int64_t> accept_claims(Office const& office, double confidence);
Result<std::int64_t> accept_identities(Office const& office, double probability);

} // namespace attache::office
