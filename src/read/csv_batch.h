// Collects what a table reader finds and hands it on in batches; gives records their local ids and unique keys.
#pragma once

#include "model/sink.h"
#include "model/vocabulary.h"
#include "read/csv_header.h"

#include <string>
#include <string_view>
#include <unordered_map>

namespace attache::read {

class BatchWriter {
public:
  BatchWriter(std::string_view file, Sink const& sink) : file_(file), sink_(sink) {}

  // A new record. A key that this table already has gets "#2", "#3" ... behind it.
  RecordId add_record(RecordKind kind, std::string key);
  // The record of this name, made with a name claim when it is first spoken of. `id` distinguishes namesakes; empty if
  // the table has none.
  RecordId mention(RecordKind kind, std::string_view name, std::string_view id, int line);
  // Names by which mention() finds `record` from now on; the first one to claim a name keeps it.
  void remember(RecordKind kind, std::string_view name, std::string_view id, RecordId record);
  [[nodiscard]] RecordId known(RecordKind kind, std::string_view name, std::string_view id) const;

  // Returns the claim for what is special about it. `raw` is the cell as it stands, quoted if `value` differs from it.
  Claim& add_claim(RecordId subject, std::string_view property, std::string value, std::string_view raw, int line);
  Claim& add_link(RecordId subject, std::string_view property, RecordId object, std::string value, std::string_view raw,
                  int line);
  void reject(int line, std::string reason, std::string hint);

  // Hands the batch on if it is full: call after each row. finish() hands on the rest.
  Result<void> row_done();
  Result<void> finish();

private:
  std::string_view file_;
  Sink const& sink_;
  Batch batch_;
  std::size_t rows_ = 0;
  std::int64_t records_ = 0;
  std::unordered_map<std::uint64_t, int> keys_; // hash of a key -> how many records have it
  std::unordered_map<std::string, RecordId> mentions_;
};

} // namespace attache::read
