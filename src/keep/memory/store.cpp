#include "keep/memory/store.h"

#include "keep/digest.h"
#include "keep/intake.h"
#include "keep/replay.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace attache::keep::memory {
namespace {

struct Kept {
  Change all;                             // everything ever added; claims with the status they came with
  std::vector<std::size_t> status_change; // index into journal, for each of all.statuses
  std::vector<Entry> journal;
  std::unordered_map<std::int64_t, Status> now; // of claims whose status was ever changed
  std::unordered_map<std::string, SourceId> hashes;
  bool writing = false;
};

template <class Row>
std::int64_t count(std::vector<Row> const& rows) {
  return static_cast<std::int64_t>(rows.size());
}

class MemoryWriter final : public Writer {
public:
  MemoryWriter(Kept& kept, Note note) : kept_{kept}, note_{std::move(note)} { kept_.writing = true; }
  ~MemoryWriter() override { kept_.writing = false; }
  MemoryWriter(MemoryWriter const&) = delete;
  MemoryWriter& operator=(MemoryWriter const&) = delete;

  Result<SourceId> add_source(Source const& source) override;
  Result<void> add(Batch const& batch) override;
  RecordId first_record() const override { return intake_.first(); }
  Result<void> set_status(ClaimId claim, Status status, std::string const& why) override;
  Result<DecisionId> decide(Decision const& decision) override;
  Result<ChangeId> commit() override;

private:
  Result<void> open() const;
  [[nodiscard]] std::int64_t records() const { return count(kept_.all.records) + count(change_.records); }
  [[nodiscard]] std::int64_t claims() const { return count(kept_.all.claims) + count(change_.claims); }
  [[nodiscard]] Decision const* find_decision(DecisionId id) const;

  Kept& kept_;
  Note note_;
  Change change_;
  Intake intake_;
  std::unordered_set<std::string> keys_;
  bool done_ = false;
};

Result<void> MemoryWriter::open() const {
  if (done_)
    return fail(Fault::internal, "this change is already committed");
  return {};
}

Result<SourceId> MemoryWriter::add_source(Source const& source) {
  TRY(open());
  if (source.hash.empty())
    return fail(Fault::input, fmt::format("source '{}' has no hash", source.name));
  auto const pending = std::ranges::find(change_.sources, source.hash, &Source::hash);
  if (kept_.hashes.contains(source.hash) || pending != change_.sources.end())
    return fail(Fault::conflict, fmt::format("'{}' has already been read", source.name));
  auto const id = SourceId{count(kept_.all.sources) + count(change_.sources) + 1};
  TRY(intake_.start(id, RecordId{records() + 1}));
  keys_.clear();
  auto& added = change_.sources.emplace_back(source);
  added.id = id;
  added.read_at = note_.at;
  return id;
}

Result<void> MemoryWriter::add(Batch const& batch) {
  TRY(open());
  if (!intake_.started())
    return fail(Fault::internal, "a batch comes before its source");
  for (auto const& record : batch.records) {
    auto const& added = change_.records.emplace_back(TRY(intake_.place(record)));
    if (!keys_.insert(added.key).second)
      return tl::unexpected(key_used_twice(added));
  }
  for (auto const& claim : batch.claims) {
    auto const ids = TRY(intake_.place(claim, ClaimId{claims() + 1}));
    auto& added = change_.claims.emplace_back(claim);
    added.id = ids.id;
    added.source = ids.source;
    added.subject = ids.subject;
    added.object = ids.object;
    added.recorded = note_.at;
  }
  for (auto const& item : batch.rejected)
    change_.rejected.push_back({.source = intake_.source(), .item = item});
  return {};
}

Result<void> MemoryWriter::set_status(ClaimId claim, Status status, std::string const& why) {
  TRY(open());
  if (number(claim) < 1 || number(claim) > claims())
    return fail(Fault::not_found, fmt::format("there is no claim {}", number(claim)));
  change_.statuses.push_back({.claim = claim, .status = status, .why = why});
  return {};
}

Decision const* MemoryWriter::find_decision(DecisionId id) const {
  for (auto const* decisions :
       std::initializer_list<std::vector<Decision> const*>{&kept_.all.decisions, &change_.decisions})
    if (auto const found = std::ranges::find(*decisions, id, &Decision::id); found != decisions->end())
      return &*found;
  return nullptr;
}

Result<DecisionId> MemoryWriter::decide(Decision const& decision) {
  TRY(open());
  auto const decisions = count(kept_.all.decisions) + count(change_.decisions);
  auto kept = TRY(settled(decision, {.records = records(), .decisions = decisions}, find_decision(decision.undoes)));
  kept.id = DecisionId{decisions + 1};
  kept.at = note_.at;
  return change_.decisions.emplace_back(std::move(kept)).id;
}

Result<ChangeId> MemoryWriter::commit() {
  TRY(open());
  TRY(intake_.finish());
  done_ = true;
  auto const previous = kept_.journal.empty() ? std::string{} : kept_.journal.back().digest;
  auto const id = ChangeId{count(kept_.journal) + 1};
  kept_.journal.push_back({.id = id,
                           .note = note_,
                           .sources = count(change_.sources),
                           .records = count(change_.records),
                           .claims = count(change_.claims),
                           .statuses = count(change_.statuses),
                           .decisions = count(change_.decisions),
                           .digest = digest(previous, id, note_, change_)});
  for (auto const& source : change_.sources)
    kept_.hashes.emplace(source.hash, source.id);
  for (auto const& status : change_.statuses)
    kept_.now[number(status.claim)] = status.status;
  kept_.status_change.resize(kept_.status_change.size() + change_.statuses.size(), kept_.journal.size() - 1);
  append(kept_.all, std::move(change_));
  return id;
}

class MemoryStore final : public Store {
public:
  Result<std::unique_ptr<Writer>> begin(Note const& note) override;
  Result<std::optional<SourceId>> find_source(std::string const& hash) override;
  Result<std::vector<Source>> sources(Instant known_at) override;
  Result<Source> load_source(SourceId id) override;
  Result<std::vector<Rejected>> rejected(SourceId id) override;
  Result<std::vector<Record>> records(Instant known_at) override;
  Result<std::vector<Claim>> claims(ClaimFilter const& filter) override;
  Result<std::vector<Decision>> decisions(Instant known_at) override;
  Result<std::vector<Entry>> journal() override { return kept_.journal; }
  Result<std::string> head() override { return kept_.journal.empty() ? std::string{} : kept_.journal.back().digest; }
  Result<std::optional<Change>> since(std::string const& digest) override;
  Result<std::vector<std::string>> check() override;
  Result<void> backup(std::string const& path) override;

private:
  [[nodiscard]] std::unordered_map<std::int64_t, Status> statuses(Instant known_at) const;
  [[nodiscard]] Source const& source_of(SourceId id) const {
    return kept_.all.sources.at(static_cast<std::size_t>(number(id) - 1));
  }

  Kept kept_;
};

Result<std::unique_ptr<Writer>> MemoryStore::begin(Note const& note) {
  if (kept_.writing)
    return fail(Fault::unavailable, "the office is being written to");
  return std::make_unique<MemoryWriter>(kept_, note);
}

Result<std::optional<SourceId>> MemoryStore::find_source(std::string const& hash) {
  auto const found = kept_.hashes.find(hash);
  return found == kept_.hashes.end() ? std::nullopt : std::optional{found->second};
}

Result<std::vector<Source>> MemoryStore::sources(Instant known_at) {
  std::vector<Source> known;
  for (auto const& source : kept_.all.sources)
    if (source.read_at <= known_at)
      known.emplace_back(source).text.clear();
  return known;
}

Result<Source> MemoryStore::load_source(SourceId id) {
  if (number(id) < 1 || number(id) > count(kept_.all.sources))
    return fail(Fault::not_found, fmt::format("there is no source {}", number(id)));
  return source_of(id);
}

Result<std::vector<Rejected>> MemoryStore::rejected(SourceId id) {
  std::vector<Rejected> items;
  for (auto const& [source, item] : kept_.all.rejected)
    if (source == id)
      items.push_back(item);
  return items;
}

Result<std::vector<Record>> MemoryStore::records(Instant known_at) {
  std::vector<Record> known;
  for (auto const& record : kept_.all.records)
    if (source_of(record.source).read_at <= known_at)
      known.push_back(record);
  return known;
}

std::unordered_map<std::int64_t, Status> MemoryStore::statuses(Instant known_at) const {
  if (known_at == always)
    return kept_.now;
  std::unordered_map<std::int64_t, Status> known;
  for (std::size_t at = 0; at < kept_.all.statuses.size(); ++at)
    if (kept_.journal[kept_.status_change[at]].note.at <= known_at)
      known[number(kept_.all.statuses[at].claim)] = kept_.all.statuses[at].status;
  return known;
}

Result<std::vector<Claim>> MemoryStore::claims(ClaimFilter const& filter) {
  auto const changed = statuses(filter.known_at);
  std::set<RecordId> const subjects{filter.subjects.begin(), filter.subjects.end()};
  std::set<std::string> const properties{filter.properties.begin(), filter.properties.end()};
  std::vector<Claim> found;
  for (auto const& claim : kept_.all.claims) {
    auto const change = changed.find(number(claim.id));
    auto const status = change == changed.end() ? claim.status : change->second;
    if (claim.recorded > filter.known_at || (filter.source && claim.source != *filter.source) ||
        (!subjects.empty() && !subjects.contains(claim.subject)) ||
        (!properties.empty() && !properties.contains(claim.property)) || (filter.status && status != *filter.status))
      continue;
    found.emplace_back(claim).status = status;
  }
  return found;
}

Result<std::vector<Decision>> MemoryStore::decisions(Instant known_at) {
  std::vector<Decision> known;
  std::ranges::copy_if(kept_.all.decisions, std::back_inserter(known),
                       [&](Decision const& decision) { return decision.at <= known_at; });
  return known;
}

// The changes one after the other, each as it was written.
class Slices {
public:
  explicit Slices(Change const& all) : all_{all} {}
  Change next(Entry const& entry) {
    Change change{.sources = slice(all_.sources, at_.sources, entry.sources),
                  .records = slice(all_.records, at_.records, entry.records),
                  .claims = slice(all_.claims, at_.claims, entry.claims),
                  .statuses = slice(all_.statuses, at_.statuses, entry.statuses),
                  .decisions = slice(all_.decisions, at_.decisions, entry.decisions)};
    for (auto const& source : change.sources)
      std::ranges::copy_if(all_.rejected, std::back_inserter(change.rejected),
                           [&](RejectedItem const& item) { return item.source == source.id; });
    return change;
  }

private:
  template <class Row>
  static std::vector<Row> slice(std::vector<Row> const& rows, std::int64_t& from, std::int64_t length) {
    auto const begin = rows.begin() + from;
    from += length;
    return {begin, begin + length};
  }
  Change const& all_;
  Entry at_;
};

Result<std::optional<Change>> MemoryStore::since(std::string const& digest) {
  Slices slices{kept_.all};
  std::optional<Change> later;
  for (auto const& entry : kept_.journal) {
    auto change = slices.next(entry);
    if (later)
      append(*later, std::move(change));
    else if (entry.digest == digest)
      later.emplace();
  }
  return later;
}

Result<std::vector<std::string>> MemoryStore::check() {
  Replay replay;
  Slices slices{kept_.all};
  for (auto const& entry : kept_.journal)
    replay.apply(entry, slices.next(entry));
  replay.compare(kept_.now);
  replay.compare_totals({.sources = count(kept_.all.sources),
                         .records = count(kept_.all.records),
                         .claims = count(kept_.all.claims),
                         .statuses = count(kept_.all.statuses),
                         .decisions = count(kept_.all.decisions)});
  return replay.broken();
}

Result<void> MemoryStore::backup(std::string const& path) {
  return fail(Fault::unavailable, fmt::format("an office in memory cannot be copied to {}", path));
}

} // namespace

std::unique_ptr<Store> open() { return std::make_unique<MemoryStore>(); }

} // namespace attache::keep::memory
