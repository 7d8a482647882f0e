#include "keep/sqlite/reader.h"

#include "keep/sqlite/selection.h"

#include <algorithm>
#include <fmt/format.h>

namespace attache::keep::sqlite {

Result<Statement*> Reader::prepared(std::string const& sql) {
  auto const known = statements_.find(sql);
  if (known != statements_.end())
    return &known->second;
  return &statements_.emplace(sql, TRY(database_.prepare(sql))).first->second;
}

// Inside a transaction, so that the cache is of the same moment as the rows that follow.
Result<void> Reader::refresh() {
  auto& version = *TRY(prepared("PRAGMA data_version"));
  std::int64_t now = 0;
  TRY(version.each([&] { now = version.integer(0); }));
  if (now == shared_.data_version)
    return {};
  // Rows only ever come after those that are known, unless a backup was put in the place of the file.
  std::string digest;
  auto& known = *TRY(prepared("SELECT digest FROM change WHERE id = ?"));
  TRY(known.each([&] { digest = known.text(0); }, shared_.change));
  if (digest != shared_.digest)
    shared_ = {};
  TRY(catch_up());
  shared_.data_version = now;
  return {};
}

Result<void> Reader::catch_up() {
  auto& words = *TRY(prepared("SELECT text FROM word WHERE id >= ? ORDER BY id"));
  TRY(words.each([&] { shared_.words.push_back(words.text(0)); }, std::ssize(shared_.words)));
  auto& sources = *TRY(prepared("SELECT first_record, first_claim, at FROM source JOIN change ON change.id = change_id "
                                "WHERE source.id > ? ORDER BY source.id"));
  TRY(sources.each(
      [&] {
        shared_.sources.push_back(
            {.first_record = sources.integer(0), .first_claim = sources.integer(1), .at = instant(sources.integer(2))});
      },
      std::ssize(shared_.sources)));
  auto& statuses = *TRY(prepared("SELECT claim_id, status FROM status_change WHERE change_id > ? "
                                 "ORDER BY change_id, position"));
  if (shared_.change == 0)
    shared_.now = TRY(current_statuses());
  else
    TRY(statuses.each([&] { shared_.now[statuses.integer(0)] = static_cast<Status>(statuses.integer(1)); },
                      shared_.change));
  shared_.claims = TRY(database_.integer(greatest_claim));
  TRY(catch_up_packs());
  auto& last = *TRY(prepared("SELECT id, digest FROM change ORDER BY id DESC LIMIT 1"));
  return last.each([&] {
    shared_.change = last.integer(0);
    shared_.digest = last.text(1);
  });
}

Result<std::optional<SourceId>> Reader::find_source(std::string const& hash) {
  std::optional<SourceId> found;
  auto& row = *TRY(prepared("SELECT id FROM source WHERE hash = ?"));
  TRY(row.each([&] { found = row.id<SourceId>(0); }, std::string_view{hash}));
  return found;
}

Result<std::vector<Source>> Reader::source_rows(std::string_view where, std::int64_t value) {
  std::vector<Source> found;
  auto sound = true;
  auto& row = *TRY(prepared(fmt::format("SELECT source.id, hash, kind, name, feed, title, publisher, published_at, "
                                        "published_precision, at, {} FROM source JOIN change ON change.id = change_id "
                                        "WHERE {} ORDER BY source.id",
                                        where == "at <= ?" ? "''" : "text", where)));
  TRY(row.each(
      [&] {
        found.push_back({.id = row.id<SourceId>(0),
                         .hash = row.text(1),
                         .kind = row.text(2),
                         .name = row.text(3),
                         .feed = row.text(4),
                         .title = row.text(5),
                         .publisher = row.text(6),
                         .published = moment(row, 7, sound),
                         .read_at = instant(row.integer(9)),
                         .text = row.text(10)});
      },
      value));
  if (!sound)
    return damaged(database_, "a row of", 0);
  return found;
}

Result<std::vector<Source>> Reader::sources(Instant known_at) { return source_rows("at <= ?", seconds(known_at)); }

Result<Source> Reader::load_source(SourceId id) {
  auto found = TRY(source_rows("source.id = ?", number(id)));
  if (found.empty())
    return fail(Fault::not_found, fmt::format("there is no source {}", number(id)));
  return std::move(found.front());
}

Result<std::vector<Rejected>> Reader::rejected(SourceId id) {
  std::vector<Rejected> items;
  auto& row = *TRY(prepared("SELECT place, reason, hint FROM rejected WHERE source_id = ? ORDER BY position"));
  TRY(row.each([&] { items.push_back({.where = row.text(0), .reason = row.text(1), .hint = row.text(2)}); },
               number(id)));
  return items;
}

Result<void> Reader::add_record_rows(std::vector<Record>& found, std::int64_t first, std::int64_t end) {
  auto sound = true;
  auto& row = *TRY(prepared("SELECT id, source_id, kind, key FROM record WHERE id >= ? AND id < ? ORDER BY id"));
  TRY(row.each(
      [&] {
        found.push_back({.id = row.id<RecordId>(0),
                         .source = row.id<SourceId>(1),
                         .kind = code(row, 2, RecordKind::trip, sound),
                         .key = row.text(3)});
      },
      first, end));
  if (!sound)
    return damaged(database_, "a record before", number(found.back().id) + 1);
  return {};
}

Result<std::vector<Record>> Reader::records(Instant known_at) {
  auto const view = TRY(Transaction::read(database_));
  TRY(refresh());
  auto found = TRY(records_between(1, no_end));
  std::erase_if(found, [&](Record const& record) {
    auto const source = static_cast<std::size_t>(number(record.source) - 1);
    return source < shared_.sources.size() && shared_.sources[source].at > known_at;
  });
  return found;
}

Result<Statuses> Reader::current_statuses() {
  Statuses now;
  auto& row = *TRY(prepared("SELECT claim_id, status FROM current_status"));
  TRY(row.each([&] { now.emplace(row.integer(0), static_cast<Status>(row.integer(1))); }));
  return now;
}

Result<Statuses> Reader::statuses_at(Instant known_at) {
  Statuses then;
  auto& row = *TRY(prepared("SELECT claim_id, status FROM status_change JOIN change ON change.id = change_id "
                            "WHERE at <= ? ORDER BY change_id, position"));
  TRY(row.each([&] { then[row.integer(0)] = static_cast<Status>(row.integer(1)); }, seconds(known_at)));
  return then;
}

// The source whose range of claims holds this one: claims of a source are neighbours.
SourceId Reader::source_of(std::int64_t claim) const {
  auto const after = std::ranges::upper_bound(shared_.sources, claim, {}, &Extent::first_claim);
  return SourceId{after - shared_.sources.begin()};
}

std::pair<std::int64_t, std::int64_t> Reader::claims_of(std::int64_t first_source, std::int64_t end_source) const {
  auto const begin = [&](std::int64_t source) {
    return source > std::ssize(shared_.sources) ? no_end
                                                : shared_.sources[static_cast<std::size_t>(source - 1)].first_claim;
  };
  return {begin(first_source), begin(end_source)};
}

Result<Reader::Selection> Reader::select(ClaimFilter const& filter) {
  Selection selection{.known_at = filter.known_at, .status = filter.status};
  if (filter.source) {
    auto const source = number(*filter.source);
    selection.nothing = source < 1 || source > std::ssize(shared_.sources);
    if (!selection.nothing)
      std::tie(selection.first, selection.end) = claims_of(source, source + 1);
  }
  if (!filter.properties.empty()) {
    selection.property_names = &filter.properties;
    selection.properties.resize(shared_.words.size());
    for (auto const& property : filter.properties) {
      auto const word = std::ranges::find(shared_.words, property) - shared_.words.begin();
      if (word != std::ssize(shared_.words) && word != 0)
        selection.properties[static_cast<std::size_t>(word)] = true;
    }
    selection.nothing_in_rows = std::ranges::find(selection.properties, true) == selection.properties.end();
  }
  if (filter.known_at != always)
    selection.then = TRY(statuses_at(filter.known_at));
  return selection;
}

Result<Claim> Reader::claim_of(Statement& row, SourceId source) {
  auto sound = true;
  auto const word = [&](int column) -> std::string const& {
    auto const at = static_cast<std::size_t>(row.integer(column));
    sound = sound && at < shared_.words.size();
    return shared_.words[sound ? at : 0];
  };
  Claim claim{.id = row.id<ClaimId>(id_column),
              .subject = row.id<RecordId>(1),
              .property = word(property_column),
              .object = row.id<RecordId>(3),
              .value = row.text(4),
              .evidence = {.locator = row.text(5),
                           .begin = static_cast<std::uint64_t>(row.integer(6)),
                           .end = static_cast<std::uint64_t>(row.integer(7)),
                           .quote = row.text(8)},
              .attribution = {.voice = code(row, 9, Voice::unspecified, sound),
                              .name = word(10),
                              .cue = word(11),
                              .hedged = row.integer(12) != 0},
              .realis = code(row, 13, Realis::photo, sound),
              .valid = {.from = moment(row, 14, sound), .to = moment(row, 16, sound), .zone = word(18)},
              .confidence = row.real(19),
              .derived = row.integer(20) != 0,
              .status = code(row, status_column, Status::retracted, sound),
              .source = source};
  auto const index = static_cast<std::size_t>(number(source) - 1);
  if (!sound || index >= shared_.sources.size())
    return damaged(database_, "claim", number(claim.id));
  claim.recorded = shared_.sources[index].at;
  return claim;
}

Result<void> Reader::take(Statement& row, Selection& selection) {
  auto const id = row.integer(id_column);
  auto const property = static_cast<std::size_t>(row.integer(property_column));
  if (!selection.properties.empty() && (property >= selection.properties.size() || !selection.properties[property]))
    return {};
  auto const* const changed = selection.changed(id, shared_.now);
  if (selection.status &&
      *selection.status !=
          (changed == nullptr ? Status{static_cast<std::uint8_t>(row.integer(status_column))} : *changed))
    return {};
  auto const source = source_of(id);
  auto claim = TRY(claim_of(row, source));
  if (claim.recorded > selection.known_at)
    return {};
  if (changed != nullptr)
    claim.status = *changed;
  selection.found.push_back(std::move(claim));
  return {};
}

Result<void> Reader::scan_rows(Selection& selection, std::int64_t first, std::int64_t end) {
  if (selection.nothing_in_rows)
    return {};
  auto& row = *TRY(prepared(fmt::format("SELECT {} FROM claim WHERE id >= ? AND id < ? ORDER BY id", claim_columns)));
  return row.each([&] { return take(row, selection); }, first, end);
}

Result<void> Reader::scan(ClaimFilter const& filter, Selection& selection) {
  if (!filter.source && filter.properties.empty() && !filter.status)
    selection.found.reserve(static_cast<std::size_t>(shared_.claims));
  return in_order(
      shared_.claim_packs, selection.first, selection.end,
      [&](std::int64_t first, std::int64_t end) { return scan_rows(selection, first, end); },
      [&](Packed const& pack) { return take(pack, selection); });
}

Result<void> Reader::scan_subjects(ClaimFilter const& filter, Selection& selection) {
  auto subjects = filter.subjects;
  std::ranges::sort(subjects);
  auto const repeated = std::ranges::unique(subjects);
  subjects.erase(repeated.begin(), repeated.end());
  auto& row =
      *TRY(prepared(fmt::format("SELECT {} FROM claim WHERE subject = ? AND id >= ? AND id < ?", claim_columns)));
  for (auto const subject : subjects)
    TRY(row.each([&] { return take(row, selection); }, subject, selection.first, selection.end));
  for (auto const pack : TRY(packs_with(subjects)))
    TRY(take(shared_.claim_packs[pack], selection, subjects));
  std::ranges::sort(selection.found, {}, &Claim::id);
  return {};
}

// Few claims wait for review, so those that came proposed have an index; those made proposed since are few as well.
Result<void> Reader::scan_proposed(Selection& selection) {
  auto& proposed = *TRY(
      prepared(fmt::format("SELECT {} FROM claim WHERE status = 0 AND id >= ? AND id < ? ORDER BY id", claim_columns)));
  TRY(proposed.each([&] { return take(proposed, selection); }, selection.first, selection.end));
  std::set<std::size_t> packs;
  for (std::size_t i = 0; i < shared_.claim_packs.size(); ++i)
    if (shared_.claim_packs[i].proposed > 0)
      packs.insert(i);
  auto& other = *TRY(prepared(fmt::format("SELECT {} FROM claim WHERE id = ? AND status <> 0", claim_columns)));
  auto const& changed = selection.known_at == always ? shared_.now : selection.then;
  for (auto const& [claim, status] : changed) {
    if (status != Status::proposed || claim < selection.first || claim >= selection.end)
      continue;
    if (auto const pack = pack_of(shared_.claim_packs, claim))
      packs.insert(*pack);
    else
      TRY(other.each([&] { return take(other, selection); }, claim));
  }
  for (auto const pack : packs)
    TRY(take(shared_.claim_packs[pack], selection));
  std::ranges::sort(selection.found, {}, &Claim::id);
  return {};
}

Result<std::vector<Claim>> Reader::claims(ClaimFilter const& filter) {
  auto const view = TRY(Transaction::read(database_));
  TRY(refresh());
  auto selection = TRY(select(filter));
  if (selection.nothing)
    return std::vector<Claim>{};
  if (!filter.subjects.empty())
    TRY(scan_subjects(filter, selection));
  else if (filter.status == Status::proposed)
    TRY(scan_proposed(selection));
  else
    TRY(scan(filter, selection));
  return std::move(selection.found);
}

} // namespace attache::keep::sqlite
