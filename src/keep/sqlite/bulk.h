// What comes of one source, gathered until there is enough of it for a pack (pack.h).
#pragma once

#include "keep/sqlite/database.h"
#include "keep/sqlite/pack.h"

#include <unordered_set>

namespace attache::keep::sqlite {

// A pack has at most `full_pack` claims or records; what is left of a source below `least_pack` claims becomes rows.
inline constexpr std::size_t full_pack = 8192, least_pack = 512;

class Bulk {
public:
  explicit Bulk(Database& database) : database_{database} {}

  // The records, of which `first` will be the first, and claims of `source` follow; call finish() before.
  void start(SourceId source, RecordId first);
  // Global ids, in their order. Fault::internal if the source has the key already.
  Result<void> add(Record record);
  void add(Claim claim);
  // Writes what makes full packs.
  Result<void> write();
  // The source is complete: writes the rest as a last pack if it is large, and gives back what should be rows.
  struct Rest {
    std::vector<Record> records;
    std::vector<Claim> claims;
  };
  Result<Rest> finish();

private:
  Result<void> prepare();
  Result<bool> has_key(std::string const& key);
  Result<void> pack_records_from(std::size_t least);
  Result<void> pack_claims_from(std::size_t least);
  Result<void> keep_claims(std::span<Claim const> claims);

  Database& database_;
  Statement record_pack_, claim_pack_, stray_;
  bool prepared_ = false;
  SourceId source_{};
  Rest waiting_;
  SharedTexts texts_;
  std::unordered_set<std::uint64_t> keys_; // their hashes
  RecordId greatest_{};                    // subject so far
};

} // namespace attache::keep::sqlite
