// Collects what a table reader finds and hands it on in batches; gives records their local ids and unique keys.
#pragma once

#include "model/sink.h"
#include "model/vocabulary.h"
#include "read/csv_header.h"

#include <string>
#include <string_view>
#include <vector>

namespace attache::read {

// 64-bit hashes -> numbers other than 0, in 16 bytes a slot: a million names must not cost a million strings.
class HashTable {
public:
  // The number of `hash`, 0 at first; valid until the next call.
  std::int64_t& operator[](std::uint64_t hash);

private:
  struct Slot {
    std::uint64_t hash = 0;
    std::int64_t number = 0;
  };
  std::size_t find(std::uint64_t hash) const;
  void grow();
  std::vector<Slot> slots_;
  std::size_t used_ = 0;
};

class BatchWriter {
public:
  BatchWriter(std::string_view file, Sink const& sink) : file_(file), sink_(sink) {}

  // A new record. A key that this table already has gets "#2", "#3" ... behind it.
  RecordId add_record(RecordKind kind, std::string key);
  // The record of this name, made with a name claim when it is first spoken of. `id` distinguishes namesakes; empty if
  // the table has none.
  RecordId mention(RecordKind kind, std::string_view name, std::string_view id, int line);
  // Returns the claim for what is special about it. `raw` is the cell as it stands, quoted if `value` differs from it.
  Claim& add_claim(RecordId subject, std::string_view property, std::string value, std::string_view raw, int line);
  Claim& add_link(RecordId subject, std::string_view property, RecordId object, std::string value, std::string_view raw,
                  int line);
  void reject(int line, std::string reason, std::string hint);

  // Hands the batch on if it is full: call after each row. finish() hands on the rest.
  Result<void> row_done();
  Result<void> finish();

private:
  Result<void> hand_on();
  std::string_view file_;
  Sink const& sink_;
  Batch batch_;
  std::size_t rows_ = 0;
  std::int64_t records_ = 0;
  HashTable keys_;     // of a key -> how many records have it
  HashTable mentions_; // of a mention's key -> its record
};

} // namespace attache::read
