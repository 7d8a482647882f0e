#include "office/intake.h"

#include "office/proposed.h"
#include "read/detect.h"

#include <algorithm>
#include <fmt/format.h>

namespace attache::office {
namespace {

std::string record_key(Record const& record) { return fmt::format("{}:{}", to_string(record.kind), record.key); }

// What makes a claim the same statement in two exports; evidence and times of recording may differ.
std::string statement(Claim const& claim, std::map<std::int64_t, std::string> const& keys) {
  auto const key = [&](RecordId id) {
    auto const found = keys.find(number(id));
    return found == keys.end() ? std::string{} : found->second;
  };
  return fmt::format("{}\x1f{}\x1f{}\x1f{}\x1f{}\x1f{}", key(claim.subject), claim.property, key(claim.object),
                     claim.value, to_string(claim.valid.from), to_string(claim.realis));
}

bool is_contact(std::string_view key) { return key.starts_with("contact:"); }

} // namespace

Result<Intake> Intake::begin(Office const& office, Source const& source) {
  auto earlier = TRY(earlier_export(office, source));
  Intake intake{office, TRY(office.store.begin(
                            {.what = fmt::format("read {}", source.name), .by = office.user, .at = office.now}))};
  intake.earlier_ = std::move(earlier);
  intake.imported_ = {.name = source.name, .kind = source.kind, .source = TRY(intake.writer_->add_source(source))};
  return intake;
}

Result<Intake::Earlier> Intake::earlier_export(Office const& office, Source const& source) {
  Earlier earlier;
  if (source.feed.empty())
    return earlier;
  std::set<SourceId> exports;
  for (auto const& other : TRY(office.store.sources(keep::always)))
    if (other.feed == source.feed)
      exports.insert(other.id);
  if (exports.empty())
    return earlier;
  for (auto const& record : TRY(office.store.records(keep::always)))
    if (exports.contains(record.source)) {
      earlier.keys[number(record.id)] = record_key(record);
      earlier.records.push_back(record);
    }
  for (auto const id : exports)
    for (auto& claim : TRY(office.store.claims({.source = id, .status = Status::accepted})))
      earlier.claims.push_back(std::move(claim));
  return earlier;
}

Result<void> Intake::add(Batch&& batch) {
  count(batch);
  if (!earlier_.records.empty())
    remember(batch);
  TRY(writer_->add(batch));
  std::ranges::move(batch.rejected, std::back_inserter(imported_.rejected));
  return {};
}

void Intake::count(Batch const& batch) {
  auto const of_kind = [&](RecordKind kind) { return std::ranges::count(batch.records, kind, &Record::kind); };
  imported_.people += of_kind(RecordKind::person);
  imported_.organisations += of_kind(RecordKind::organisation);
  imported_.contacts += of_kind(RecordKind::contact);
  imported_.trips += of_kind(RecordKind::trip);
  imported_.claims += static_cast<std::int64_t>(batch.claims.size());
  imported_.proposed += std::ranges::count_if(
      batch.claims, [](Claim const& claim) { return claim.status == Status::proposed && !hangs_on_name(claim); });
}

void Intake::remember(Batch const& batch) {
  for (auto const& record : batch.records) {
    keys_[number(record.id)] = record_key(record);
    records_.emplace(record_key(record), number(record.id));
  }
  for (auto const& claim : batch.claims) {
    stated_.insert(statement(claim, keys_));
    auto const when = claim.valid.from;
    if (!when.known() || !is_contact(keys_[number(claim.subject)]))
      continue;
    from_ = !from_.known() || when.at < from_.at ? when : from_;
    to_ = !to_.known() || when.at > to_.at ? when : to_;
  }
}

// An export of a calendar may cover a shorter span than the one before it: what lies outside of it has not vanished.
Result<void> Intake::retract_vanished() {
  auto const calendar = read::is_calendar(imported_.kind);
  for (auto const& claim : earlier_.claims) {
    auto const& when = claim.valid.from;
    auto const outside = when.known() && (!from_.known() || when.at < from_.at || when.at > to_.at);
    if ((calendar && is_contact(earlier_.keys[number(claim.subject)]) && outside) ||
        stated_.contains(statement(claim, earlier_.keys)))
      continue;
    TRY(writer_->set_status(claim.id, Status::retracted,
                            fmt::format("gone from a newer export of {}", imported_.name)));
    ++imported_.retracted;
  }
  return {};
}

Result<void> Intake::join_equal_keys() {
  for (auto const& record : earlier_.records) {
    auto const found = records_.find(record_key(record));
    if (found == records_.end())
      continue;
    TRY(join(RecordId{found->second}, record.id, "the same entry in a newer export",
             {.field = "key", .detail = record.key + " in both exports", .bits = 20}));
  }
  return {};
}

Result<void> Intake::join(RecordId local, RecordId known, std::string const& why, Reason reason) {
  TRY(writer_->decide({.a = known,
                       .b = RecordId{number(writer_->first_record()) + number(local) - 1},
                       .verdict = Verdict::same,
                       .by = "attache",
                       .why = why,
                       .probability = 1,
                       .reasons = {std::move(reason)},
                       .at = office_->now}));
  return {};
}

Result<Imported> Intake::commit() {
  if (!earlier_.records.empty()) {
    TRY(retract_vanished());
    TRY(join_equal_keys());
  }
  TRY(writer_->commit());
  return imported_;
}

} // namespace attache::office
