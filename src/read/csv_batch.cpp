#include "read/csv_batch.h"

#include "base/unicode.h"
#include "read/csv_values.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace attache::read {
namespace {

constexpr std::size_t batch_rows = 4096;

std::string mention_key(RecordKind kind, std::string_view name, std::string_view id) {
  auto const* const prefix = kind == RecordKind::organisation ? "org" : "person";
  return id.empty() ? fmt::format("{}:{}", prefix, fold_case(squeeze(name)))
                    : fmt::format("{}:id:{}", prefix, fold_case(id));
}

} // namespace

// Linear probing, at most three quarters full; number 0 marks a free slot.
std::size_t HashTable::find(std::uint64_t hash) const {
  auto at = hash & (slots_.size() - 1);
  while (slots_[at].number != 0 && slots_[at].hash != hash)
    at = (at + 1) & (slots_.size() - 1);
  return at;
}

void HashTable::grow() {
  auto old = std::exchange(slots_, std::vector<Slot>(std::max<std::size_t>(64, slots_.size() * 2)));
  used_ = 0;
  for (auto const& slot : old)
    if (slot.number != 0) {
      slots_[find(slot.hash)] = slot;
      ++used_;
    }
}

std::int64_t& HashTable::operator[](std::uint64_t hash) {
  if (used_ * 4 >= slots_.size() * 3)
    grow();
  auto& slot = slots_[find(hash)];
  used_ += slot.number == 0 ? 1U : 0U;
  slot.hash = hash;
  return slot.number;
}

RecordId BatchWriter::add_record(RecordKind kind, std::string key) {
  if (auto const count = ++keys_[hash_of(key)]; count > 1)
    key += fmt::format("#{}", count);
  auto const id = RecordId{++records_};
  batch_.records.push_back({.id = id, .kind = kind, .key = std::move(key)});
  return id;
}

RecordId BatchWriter::mention(RecordKind kind, std::string_view name, std::string_view id, int line) {
  auto key = mention_key(kind, name, id);
  auto& known = mentions_[hash_of(key)];
  if (known != 0)
    return RecordId{known};
  auto const record = add_record(kind, std::move(key));
  known = number(record);
  add_claim(record, property::name, squeeze(name), name, line);
  return record;
}

Claim& BatchWriter::add_claim(RecordId subject, std::string_view property, std::string value, std::string_view raw,
                              int line) {
  return add_link(subject, property, RecordId{}, std::move(value), raw, line);
}

Claim& BatchWriter::add_link(RecordId subject, std::string_view property, RecordId object, std::string value,
                             std::string_view raw, int line) {
  auto& claim = batch_.claims.emplace_back();
  claim.subject = subject;
  claim.property = property;
  claim.object = object;
  if (raw != value)
    claim.evidence.quote = raw;
  claim.value = std::move(value);
  claim.evidence.locator = fmt::format("line {}", line);
  return claim;
}

void BatchWriter::reject(int line, std::string reason, std::string hint) {
  batch_.rejected.push_back(
      {.where = fmt::format("{}:{}", file_, line), .reason = std::move(reason), .hint = std::move(hint)});
}

// The next batch will be about as large as this one.
Result<void> BatchWriter::hand_on() {
  rows_ = 0;
  Batch next;
  next.records.reserve(batch_.records.size());
  next.claims.reserve(batch_.claims.size());
  return sink_(std::exchange(batch_, std::move(next)));
}

Result<void> BatchWriter::row_done() {
  if (++rows_ < batch_rows)
    return {};
  return hand_on();
}

Result<void> BatchWriter::finish() {
  if (batch_.records.empty() && batch_.claims.empty() && batch_.rejected.empty())
    return {};
  return hand_on();
}

} // namespace attache::read
