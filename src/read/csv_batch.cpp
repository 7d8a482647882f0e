#include "read/csv_batch.h"

#include "base/unicode.h"

#include <fmt/format.h>
#include <functional>

namespace attache::read {
namespace {

constexpr std::size_t batch_rows = 4096;

std::string mention_key(RecordKind kind, std::string_view name, std::string_view id) {
  auto const* const prefix = kind == RecordKind::organisation ? "org" : "person";
  return id.empty() ? fmt::format("{}:{}", prefix, fold_case(squeeze(name)))
                    : fmt::format("{}:id:{}", prefix, fold_case(id));
}

} // namespace

RecordId BatchWriter::add_record(RecordKind kind, std::string key) {
  if (auto const count = ++keys_[std::hash<std::string>{}(key)]; count > 1)
    key += fmt::format("#{}", count);
  auto const id = RecordId{++records_};
  batch_.records.push_back({.id = id, .kind = kind, .key = std::move(key)});
  return id;
}

RecordId BatchWriter::known(RecordKind kind, std::string_view name, std::string_view id) const {
  auto const found = mentions_.find(mention_key(kind, name, id));
  return found == mentions_.end() ? RecordId{} : found->second;
}

void BatchWriter::remember(RecordKind kind, std::string_view name, std::string_view id, RecordId record) {
  mentions_.emplace(mention_key(kind, name, id), record);
}

RecordId BatchWriter::mention(RecordKind kind, std::string_view name, std::string_view id, int line) {
  auto key = mention_key(kind, name, id);
  if (auto const found = mentions_.find(key); found != mentions_.end())
    return found->second;
  auto const record = add_record(kind, key);
  add_claim(record, property::name, squeeze(name), name, line);
  mentions_.emplace(std::move(key), record);
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

Result<void> BatchWriter::row_done() {
  if (++rows_ < batch_rows)
    return {};
  rows_ = 0;
  return sink_(std::exchange(batch_, {}));
}

Result<void> BatchWriter::finish() {
  if (batch_.records.empty() && batch_.claims.empty() && batch_.rejected.empty())
    return {};
  return sink_(std::exchange(batch_, {}));
}

} // namespace attache::read
