#include "keep/sqlite/reader.h"
#include "keep/sqlite/rows.h"

#include <fmt/format.h>

namespace attache::keep::sqlite {

Result<std::vector<Decision>> Reader::decision_rows(std::string_view where, std::int64_t value) {
  std::vector<Decision> found;
  auto sound = true;
  auto& row = *TRY(prepared(fmt::format("SELECT decision.id, a, b, verdict, decided_by, why, probability, undoes, at, "
                                        "from_at, from_precision, to_at, to_precision, part_of "
                                        "FROM decision JOIN change ON change.id = change_id WHERE {} "
                                        "ORDER BY decision.id",
                                        where)));
  TRY(row.each(
      [&] {
        found.push_back({.id = row.id<DecisionId>(0),
                         .a = row.id<RecordId>(1),
                         .b = row.id<RecordId>(2),
                         .verdict = code(row, 3, Verdict::later_name_of, sound),
                         .by = row.text(4),
                         .why = row.text(5),
                         .probability = row.real(6),
                         .undoes = row.id<DecisionId>(7),
                         .at = instant(row.integer(8)),
                         .valid = {.from = moment(row, 9, sound), .to = moment(row, 11, sound)},
                         .part_of = row.id<DecisionId>(13)});
      },
      value));
  if (!sound)
    return damaged(database_, "a decision before", number(found.back().id) + 1);
  auto& reason = *TRY(prepared("SELECT field, detail, bits FROM reason WHERE decision_id = ? ORDER BY position"));
  for (auto& decision : found)
    TRY(reason.each(
        [&] {
          decision.reasons.push_back({.field = reason.text(0), .detail = reason.text(1), .bits = reason.real(2)});
        },
        decision.id));
  return found;
}

Result<std::vector<Decision>> Reader::decisions(Instant known_at) {
  auto const view = TRY(Transaction::read(database_));
  return decision_rows("at <= ?", seconds(known_at));
}

Result<std::vector<Entry>> Reader::journal() {
  std::vector<Entry> entries;
  auto& row = *TRY(prepared("SELECT id, what, asked_by, at, sources, records, claims, statuses, decisions, digest "
                            "FROM change ORDER BY id"));
  TRY(row.each([&] {
    entries.push_back({.id = row.id<ChangeId>(0),
                       .note = {.what = row.text(1), .by = row.text(2), .at = instant(row.integer(3))},
                       .sources = row.integer(4),
                       .records = row.integer(5),
                       .claims = row.integer(6),
                       .statuses = row.integer(7),
                       .decisions = row.integer(8),
                       .digest = row.text(9)});
  }));
  return entries;
}

Result<std::string> Reader::head() {
  std::string digest;
  auto& row = *TRY(prepared("SELECT digest FROM change ORDER BY id DESC LIMIT 1"));
  TRY(row.each([&] { digest = row.text(0); }));
  return digest;
}

Result<Change> Reader::change(Entry const& entry) {
  TRY(refresh());
  Change change{.sources = TRY(source_rows("change_id = ?", number(entry.id))),
                .decisions = TRY(decision_rows("change_id = ?", number(entry.id)))};
  auto& status =
      *TRY(prepared("SELECT claim_id, status, why FROM status_change WHERE change_id = ? ORDER BY position"));
  TRY(status.each(
      [&] {
        change.statuses.push_back(
            {.claim = status.id<ClaimId>(0), .status = static_cast<Status>(status.integer(1)), .why = status.text(2)});
      },
      entry.id));
  if (change.sources.empty())
    return change;
  for (auto const& source : change.sources)
    for (auto& item : TRY(rejected(source.id)))
      change.rejected.push_back({.source = source.id, .item = std::move(item)});
  auto const first = number(change.sources.front().id), end = number(change.sources.back().id) + 1;
  auto const first_record = shared_.sources.at(static_cast<std::size_t>(first - 1)).first_record;
  auto const last = end > std::ssize(shared_.sources);
  change.records = TRY(
      records_between(first_record, last ? no_end : shared_.sources[static_cast<std::size_t>(end - 1)].first_record));
  auto const [first_claim, end_claim] = claims_of(first, end);
  change.claims = TRY(change_claims(first_claim, end_claim));
  return change;
}

Result<std::optional<Change>> Reader::since(std::string const& digest) {
  auto const view = TRY(Transaction::read(database_));
  std::int64_t known = 0;
  auto& row = *TRY(prepared("SELECT id FROM change WHERE digest = ? ORDER BY id DESC LIMIT 1"));
  TRY(row.each([&] { known = row.integer(0); }, std::string_view{digest}));
  if (known == 0)
    return std::nullopt;
  Change all;
  for (auto const last = TRY(database_.integer("SELECT max(id) FROM change")); known < last;)
    append(all, TRY(change({.id = ChangeId{++known}})));
  return all;
}

Result<Entry> Reader::totals() {
  Entry total;
  total.sources = TRY(database_.integer("SELECT count(*) FROM source"));
  total.records = TRY(database_.integer("SELECT (SELECT count(*) FROM record) + (SELECT ifnull(sum(records), 0) FROM "
                                        "record_pack)"));
  total.claims = TRY(database_.integer("SELECT (SELECT count(*) FROM claim) + (SELECT ifnull(sum(claims), 0) FROM "
                                       "claim_pack)"));
  total.statuses = TRY(database_.integer("SELECT count(*) FROM status_change"));
  total.decisions = TRY(database_.integer("SELECT count(*) FROM decision"));
  return total;
}

} // namespace attache::keep::sqlite
