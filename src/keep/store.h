// The store port: sources, records, claims and decisions, append-only, each change one transaction with a journal
// entry.
#pragma once

#include "base/result.h"
#include "model/claim.h"
#include "model/identity.h"

#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace attache::keep {

struct Change; // change.h

inline constexpr Instant always{std::chrono::seconds{std::numeric_limits<std::int64_t>::max()}};

// Why something was written; becomes the journal entry.
struct Note {
  std::string what; // "read lee.vcf", "accept claim 12", "undo decision 3"
  std::string by;   // who asked for it
  Instant at{};     // recorded time of everything in the change
};

// One line of the journal. `digest` covers the content of the change and the digest before it (a hash chain).
struct Entry {
  ChangeId id{};
  Note note;
  std::int64_t sources = 0, records = 0, claims = 0, statuses = 0, decisions = 0; // how many it added
  std::string digest;                                                             // SHA-256, lower-case hex
};

// One transaction. Nothing is visible through any Store before commit(); destroyed without it, nothing has happened.
// After an error nothing but destroying it makes sense. Must not outlive its Store.
class Writer {
public:
  virtual ~Writer() = default;

  // Starts a source; later batches belong to it. Fault::conflict if its hash is already kept, input if it has none.
  virtual Result<SourceId> add_source(Source const& source) = 0;
  // Keeps a batch of the source started last, turning its local record ids (1 = first record of the source) into
  // global ones. `rejected` is kept too. Fault::internal for what only a bug in a reader can do: a subject or object
  // outside the local range so far, no property, a record out of turn (id 0: the next), a key used twice in the source.
  virtual Result<void> add(Batch const& batch) = 0;
  // Global id of local record 1 of the source started last.
  virtual RecordId first_record() const = 0;
  // Fault::not_found if there is no such claim.
  virtual Result<void> set_status(ClaimId claim, Status status, std::string const& why) = 0;
  // Keeps a decision and returns its id; a and b may come in any order, and the verdict is turned with them. One that
  // undoes takes a, b and verdict from the undone one. Of `valid` the moments are kept, not the zone. Fault::input if a
  // record, or a decision that this one undoes or is part of, does not exist, or a == b.
  virtual Result<DecisionId> decide(Decision const& decision) = 0;
  // Ids of sources, records, claims, decisions and changes count 1, 2, 3 ... without holes, whatever was rolled back.
  // Fault::internal if a record has no claim that names it as subject or object.
  virtual Result<ChangeId> commit() = 0;
};

// Which claims. Default members mean: no restriction.
struct ClaimFilter {
  std::optional<SourceId> source;
  std::vector<RecordId> subjects;      // empty: any
  std::vector<std::string> properties; // empty: any
  std::optional<Status> status;        // as of known_at
  Instant known_at = always;           // recorded at or before; `status` in the answer is the one known then
};

// For one thread at a time; SQLite stores opened on one file may be used side by side, each in its thread or process.
class Store {
public:
  virtual ~Store() = default;

  // Fault::unavailable if another process is writing (after waiting a few seconds).
  virtual Result<std::unique_ptr<Writer>> begin(Note const& note) = 0;

  virtual Result<std::optional<SourceId>> find_source(std::string const& hash) = 0;
  // In id order, without `text`. `known_at` here and below: what had been recorded at or before that instant.
  virtual Result<std::vector<Source>> sources(Instant known_at) = 0;
  // With `text`. Fault::not_found.
  virtual Result<Source> load_source(SourceId id) = 0;
  // In the order of reading; empty for a source that does not exist.
  virtual Result<std::vector<Rejected>> rejected(SourceId id) = 0;
  // In id order.
  virtual Result<std::vector<Record>> records(Instant known_at) = 0;
  // In id order.
  virtual Result<std::vector<Claim>> claims(ClaimFilter const& filter) = 0;
  // In id order, undone ones and the undoing ones included.
  virtual Result<std::vector<Decision>> decisions(Instant known_at) = 0;
  virtual Result<std::vector<Entry>> journal() = 0;
  // The digest of the newest change, empty if there is none: equal means that nothing has changed. O(1).
  virtual Result<std::string> head() = 0;
  // All that came after the change with this digest, as one change; nothing if no change has it. O(what came).
  virtual Result<std::optional<Change>> since(std::string const& digest) = 0;

  // Every broken invariant, one sentence each; empty when all hold: no dangling reference, every record with a claim
  // and a source, digests chain, and the journal replayed from the start gives the same state.
  virtual Result<std::vector<std::string>> check() = 0;
  // A consistent copy while the store is in use. Fault::unavailable if `path` cannot be written or exists.
  virtual Result<void> backup(std::string const& path) = 0;
};

} // namespace attache::keep
