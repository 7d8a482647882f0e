// The reading half of an office file: every view of the port, and the changes of the journal one by one.
#pragma once

#include "keep/change.h"
#include "keep/sqlite/database.h"
#include "keep/sqlite/pack.h"

#include <functional>
#include <set>
#include <span>
#include <unordered_map>

namespace attache::keep::sqlite {

using Statuses = std::unordered_map<std::int64_t, Status>; // of claims whose status was ever changed

class Reader {
public:
  explicit Reader(Database& database) : database_{database} {}

  Result<std::optional<SourceId>> find_source(std::string const& hash);
  Result<std::vector<Source>> sources(Instant known_at);
  Result<Source> load_source(SourceId id);
  Result<std::vector<Rejected>> rejected(SourceId id);
  Result<std::vector<Record>> records(Instant known_at);
  Result<std::vector<Claim>> claims(ClaimFilter const& filter);
  Result<std::vector<Decision>> decisions(Instant known_at);
  Result<std::vector<Entry>> journal();
  Result<std::string> head();
  Result<std::optional<Change>> since(std::string const& digest);

  // The content of one change. O(its size), whatever the size of the office.
  Result<Change> change(Entry const& entry);
  Result<Statuses> current_statuses();
  // What is kept beside packs to find claims in them, against the claims; one sentence for each breach.
  Result<std::vector<std::string>> broken_packs();
  // How many rows of each kind there are.
  Result<Entry> totals();

private:
  // What claims share, brought up to date when another connection has committed.
  struct Extent {
    std::int64_t first_record = 0, first_claim = 0;
    Instant at{};
  };
  struct Packed { // claims or records from `first` on
    std::int64_t first = 0, count = 0;
    std::int64_t least = 0, greatest = 0; // subjects that only this pack has, 0 and 0 if none
    std::int64_t proposed = 0;
  };
  struct Shared {
    std::int64_t data_version = -1;
    std::int64_t change = 0; // the last one that is in here, and its digest
    std::string digest;
    std::vector<Extent> sources;                   // by number - 1
    std::vector<std::string> words{std::string{}}; // by number; 0 is no word
    Statuses now;
    std::int64_t claims = 0;
    std::vector<Packed> claim_packs, record_packs;                    // in their order
    std::unordered_map<std::int64_t, std::vector<std::string>> texts; // of a source with packs, when first needed
  };
  struct Selection; // a filter made ready for rows: selection.h

  Result<void> refresh();
  Result<void> catch_up();
  Result<Statement*> prepared(std::string const& sql);
  Result<Statuses> statuses_at(Instant known_at);
  Result<Selection> select(ClaimFilter const& filter);
  Result<void> scan(ClaimFilter const& filter, Selection& selection);
  Result<void> scan_subjects(ClaimFilter const& filter, Selection& selection);
  Result<void> scan_proposed(Selection& selection);
  Result<void> scan_rows(Selection& selection, std::int64_t first, std::int64_t end);
  Result<void> take(Statement& row, Selection& selection);
  // Those claims of a pack that are selected; of `subjects` only, which are ascending, unless there are none.
  Result<void> take(Packed const& pack, Selection& selection, std::span<RecordId const> subjects = {});
  Result<std::set<std::size_t>> packs_with(std::span<RecordId const> subjects);
  Result<std::vector<std::string> const*> texts_of(SourceId source);
  Result<ClaimPack> claim_pack(Packed const& pack);
  Result<std::vector<Record>> records_in(Packed const& pack);
  Result<void> catch_up_packs();
  Result<std::vector<Claim>> change_claims(std::int64_t first, std::int64_t end);
  Result<Claim> claim_of(Statement& row, SourceId source);
  [[nodiscard]] SourceId source_of(std::int64_t claim) const;
  [[nodiscard]] std::pair<std::int64_t, std::int64_t> claims_of(std::int64_t first_source,
                                                                std::int64_t end_source) const;
  Result<std::vector<Source>> source_rows(std::string_view where, std::int64_t value);
  Result<std::vector<Record>> records_between(std::int64_t first, std::int64_t end);
  Result<void> add_record_rows(std::vector<Record>& found, std::int64_t first, std::int64_t end);
  Result<std::vector<Decision>> decision_rows(std::string_view where, std::int64_t value);

  Database& database_;
  Shared shared_;
  std::unordered_map<std::string, Statement> statements_;
};

} // namespace attache::keep::sqlite
