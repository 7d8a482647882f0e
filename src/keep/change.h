// What one change adds, with global ids: the unit of the journal, of its digest and of its replay.
#pragma once

#include "keep/store.h"

namespace attache::keep {

struct StatusChange {
  ClaimId claim{};
  Status status = Status::accepted;
  std::string why;
  bool operator==(StatusChange const&) const = default;
};

struct RejectedItem {
  SourceId source{};
  Rejected item;
};

// Each vector in id order; claims with the status they came with.
struct Change {
  std::vector<Source> sources;
  std::vector<Record> records;
  std::vector<Claim> claims;
  std::vector<RejectedItem> rejected;
  std::vector<StatusChange> statuses;
  std::vector<Decision> decisions;
};

// `more` comes after `into`.
void append(Change& into, Change more);

// The global ids of a claim, which in a batch still has local ones.
struct Placed {
  ClaimId id{};
  SourceId source{};
  RecordId subject{}, object{};
};

inline Placed placed(Claim const& claim) {
  return {.id = claim.id, .source = claim.source, .subject = claim.subject, .object = claim.object};
}

} // namespace attache::keep
