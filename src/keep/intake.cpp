#include "keep/intake.h"

#include <algorithm>
#include <fmt/format.h>

namespace attache::keep {

Result<void> Intake::start(SourceId source, RecordId first) {
  TRY(finish());
  source_ = source;
  first_ = first;
  claimed_.clear();
  return {};
}

Result<void> Intake::finish() const {
  if (unclaimed_ == 0)
    return {};
  auto const local = std::ranges::find(claimed_, false) - claimed_.begin() + 1;
  return fail(Fault::internal, fmt::format("record {} of source {} has no claim", local, number(source_)));
}

Result<Record> Intake::place(Record const& record) {
  auto const local = static_cast<std::int64_t>(claimed_.size()) + 1;
  if (number(record.id) != 0 && number(record.id) != local)
    return fail(Fault::internal, fmt::format("record {} comes out of turn, {} is next", number(record.id), local));
  claimed_.push_back(false);
  ++unclaimed_;
  return Record{.id = RecordId{number(first_) + local - 1}, .source = source_, .kind = record.kind, .key = record.key};
}

Result<Placed> Intake::place(Claim const& claim, ClaimId id) {
  if (claim.property.empty())
    return fail(Fault::internal, fmt::format("claim {} of source {} has no property", number(id), number(source_)));
  auto const subject = TRY(global(claim.subject, claim.property));
  auto const object = number(claim.object) == 0 ? RecordId{} : TRY(global(claim.object, claim.property));
  return Placed{.id = id, .source = source_, .subject = subject, .object = object};
}

Result<RecordId> Intake::global(RecordId local, std::string_view property) {
  if (number(local) < 0 && number(local) > -number(first_))
    return RecordId{-number(local)};
  if (number(local) < 1 || number(local) > static_cast<std::int64_t>(claimed_.size()))
    return fail(Fault::internal, fmt::format("a claim '{}' names record {}, source {} has {} so far", property,
                                             number(local), number(source_), claimed_.size()));
  auto claimed = claimed_[static_cast<std::size_t>(number(local) - 1)];
  unclaimed_ -= claimed ? 0 : 1;
  claimed = true;
  return RecordId{number(first_) + number(local) - 1};
}

Error key_used_twice(Record const& record) {
  return {.fault = Fault::internal,
          .what = fmt::format("two records of source {} have the key '{}'", number(record.source), record.key)};
}

Result<Decision> settled(Decision decision, SoFar kept, Decision const* undone) {
  if (number(decision.undoes) != 0) {
    if (undone == nullptr)
      return fail(Fault::input, fmt::format("there is no decision {} to undo", number(decision.undoes)));
    decision.a = undone->a;
    decision.b = undone->b;
    decision.verdict = undone->verdict;
  }
  if (decision.b < decision.a) {
    std::swap(decision.a, decision.b);
    decision.verdict = turned(decision.verdict);
  }
  for (auto const record : {decision.a, decision.b})
    if (number(record) < 1 || number(record) > kept.records)
      return fail(Fault::input, fmt::format("there is no record {}", number(record)));
  if (number(decision.part_of) < 0 || number(decision.part_of) > kept.decisions)
    return fail(Fault::input, fmt::format("there is no decision {} to be part of", number(decision.part_of)));
  decision.valid.zone.clear();
  if (decision.a == decision.b)
    return fail(Fault::input, fmt::format("record {} cannot be compared with itself", number(decision.a)));
  return decision;
}

} // namespace attache::keep
