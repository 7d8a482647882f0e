// For the readers' tests: everything that a reader hands on as one batch, and the questions that tests ask of it.
#pragma once

#include "model/sink.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace attache::read {

template <class Read>
Result<Batch> all_of(Read read) {
  Batch whole;
  Sink const sink = [&](Batch&& batch) -> Result<void> {
    std::ranges::move(batch.records, std::back_inserter(whole.records));
    std::ranges::move(batch.claims, std::back_inserter(whole.claims));
    std::ranges::move(batch.rejected, std::back_inserter(whole.rejected));
    return {};
  };
  TRY(read(sink));
  return whole;
}

inline std::vector<Record> records_of(Batch const& batch, RecordKind kind) {
  std::vector<Record> found;
  std::ranges::copy_if(batch.records, std::back_inserter(found), [&](Record const& r) { return r.kind == kind; });
  return found;
}

inline std::vector<Claim> claims_about(Batch const& batch, RecordId subject, std::string_view property) {
  std::vector<Claim> found;
  std::ranges::copy_if(batch.claims, std::back_inserter(found),
                       [&](Claim const& c) { return c.subject == subject && c.property == property; });
  return found;
}

// The values of one property of one record, joined by " | ".
inline std::string values(Batch const& batch, RecordId subject, std::string_view property) {
  std::string joined;
  for (auto const& claim : claims_about(batch, subject, property))
    joined += (joined.empty() ? "" : " | ") + claim.value;
  return joined;
}

// What a store relies on: ids count from 1, claims name only records already made, every record has a claim, and
// evidence lies in the text.
inline std::string broken_rule(Batch const& batch, std::size_t text_size) {
  auto const count = static_cast<std::int64_t>(batch.records.size());
  std::vector<bool> claimed(batch.records.size() + 1);
  for (std::size_t i = 0; i < batch.records.size(); ++i)
    if (number(batch.records[i].id) != static_cast<std::int64_t>(i) + 1)
      return "record ids do not count from 1";
  for (auto const& claim : batch.claims) {
    if (number(claim.subject) < 1 || number(claim.subject) > count || number(claim.object) > count)
      return "a claim names a record that is not there: " + claim.property;
    if (claim.value.empty() && claim.object == RecordId{})
      return "a claim says nothing: " + claim.property;
    if (claim.evidence.locator.empty() || claim.evidence.begin > claim.evidence.end || claim.evidence.end > text_size)
      return "evidence lies outside of the text: " + claim.property;
    claimed[static_cast<std::size_t>(number(claim.subject))] = true;
  }
  for (std::size_t i = 1; i < claimed.size(); ++i)
    if (!claimed[i])
      return "a record has no claim: " + batch.records[i - 1].key;
  return {};
}

} // namespace attache::read
