#include "keep/sqlite/bulk.h"

#include "keep/intake.h"

#include <algorithm>
#include <set>

namespace attache::keep::sqlite {

void Bulk::start(SourceId source, RecordId first) {
  source_ = source;
  greatest_ = RecordId{number(first) - 1};
  waiting_ = {};
  texts_ = {};
  keys_.clear();
}

Result<void> Bulk::prepare() {
  if (prepared_)
    return {};
  record_pack_ = TRY(database_.prepare("INSERT INTO record_pack VALUES (?, ?, ?, ?)"));
  claim_pack_ = TRY(database_.prepare("INSERT INTO claim_pack VALUES (?, ?, ?, ?, ?, ?, ?)"));
  stray_ = TRY(database_.prepare("INSERT INTO claim_pack_subject VALUES (?, ?)"));
  prepared_ = true;
  return {};
}

// Two keys may have one hash.
Result<bool> Bulk::has_key(std::string const& key) {
  auto found = std::ranges::find(waiting_.records, key, &Record::key) != waiting_.records.end();
  auto row = TRY(database_.prepare("SELECT first_record, bytes FROM record_pack WHERE source_id = ?"));
  TRY(row.each(
      [&] {
        if (auto const records = unpack_records(row.view(1), row.id<RecordId>(0), source_))
          found = found || std::ranges::find(*records, key, &Record::key) != records->end();
      },
      source_));
  return found;
}

Result<void> Bulk::add(Record record) {
  if (!keys_.insert(std::hash<std::string>{}(record.key)).second && TRY(has_key(record.key)))
    return tl::unexpected(key_used_twice(record));
  waiting_.records.push_back(std::move(record));
  return {};
}

void Bulk::add(Claim claim) { waiting_.claims.push_back(std::move(claim)); }

Result<void> Bulk::pack_records_from(std::size_t least) {
  auto& records = waiting_.records;
  std::size_t done = 0;
  while (records.size() - done >= std::max<std::size_t>(least, 1)) {
    auto const some = std::span{records}.subspan(done, std::min(full_pack, records.size() - done));
    TRY(record_pack_.run(some.front().id, some.size(), source_, Bytes{pack_records(some)}));
    done += some.size();
  }
  records.erase(records.begin(), records.begin() + static_cast<std::ptrdiff_t>(done));
  return {};
}

Result<void> Bulk::pack_claims_from(std::size_t least) {
  auto& claims = waiting_.claims;
  std::size_t done = 0;
  while (claims.size() - done >= std::max<std::size_t>(least, 1)) {
    auto const some = std::span{claims}.subspan(done, std::min(full_pack, claims.size() - done));
    TRY(keep_claims(some));
    done += some.size();
  }
  claims.erase(claims.begin(), claims.begin() + static_cast<std::ptrdiff_t>(done));
  return {};
}

// Subjects beyond all earlier ones are found by the range of the pack, others one by one.
Result<void> Bulk::keep_claims(std::span<Claim const> claims) {
  RecordId least{}, greatest{};
  std::int64_t proposed = 0;
  std::set<RecordId> strays;
  for (auto const& claim : claims) {
    proposed += claim.status == Status::proposed ? 1 : 0;
    if (claim.subject <= greatest_) {
      strays.insert(claim.subject);
      continue;
    }
    least = number(least) == 0 ? claim.subject : std::min(least, claim.subject);
    greatest = std::max(greatest, claim.subject);
  }
  auto const bytes = pack_claims(claims, texts_);
  auto const first = claims.front().id;
  TRY(claim_pack_.run(first, claims.size(), least, greatest, proposed, Bytes{texts_.take_fresh()}, Bytes{bytes}));
  for (auto const subject : strays)
    TRY(stray_.run(subject, first));
  greatest_ = std::max(greatest_, greatest);
  return {};
}

Result<void> Bulk::write() {
  if (waiting_.claims.size() < full_pack && waiting_.records.size() < full_pack)
    return {};
  TRY(prepare());
  TRY(pack_records_from(full_pack));
  return pack_claims_from(full_pack);
}

Result<Bulk::Rest> Bulk::finish() {
  if (waiting_.claims.size() >= least_pack) {
    TRY(prepare());
    TRY(pack_records_from(1));
    TRY(pack_claims_from(1));
  }
  return std::exchange(waiting_, {});
}

} // namespace attache::keep::sqlite
