// The rules of Writer that hold in every adapter: local ids to global ones, and what is refused.
#pragma once

#include "keep/change.h"

namespace attache::keep {

// The batches of one source after the other.
class Intake {
public:
  // Begins a source whose first record will be `first`. Fault::internal if a record of the one before has no claim.
  Result<void> start(SourceId source, RecordId first);
  // The same test for the last source; before a commit.
  Result<void> finish() const;

  // The global record. Fault::internal for an id out of turn. (Adapters find keys used twice, by an index.)
  Result<Record> place(Record const& record);
  // Fault::internal for a subject or object that the source does not have.
  Result<Placed> place(Claim const& claim, ClaimId id);

  [[nodiscard]] bool started() const { return number(source_) != 0; }
  [[nodiscard]] SourceId source() const { return source_; }
  [[nodiscard]] RecordId first() const { return first_; }

private:
  Result<RecordId> global(RecordId local, std::string_view property);

  SourceId source_{};
  RecordId first_{};
  std::vector<bool> claimed_; // by local id - 1
  std::size_t unclaimed_ = 0;
};

// What an adapter answers when its index finds the key of `record` a second time.
Error key_used_twice(Record const& record);

// How many there are so far.
struct SoFar {
  std::int64_t records = 0, decisions = 0;
};

// The decision as it will be kept: a < b, or a, b and verdict of the one it undoes (null if that does not exist).
// Fault::input as Writer::decide says.
Result<Decision> settled(Decision decision, SoFar kept, Decision const* undone);

} // namespace attache::keep
