// Reading what lies in packs.
#include "keep/sqlite/selection.h"

#include <algorithm>
#include <fmt/format.h>

namespace attache::keep::sqlite {
namespace {

// A pack that damage made overlap another, or reach beyond all numbers.
template <class Packs>
bool follows(Packs const& packs, std::int64_t first, std::int64_t count) {
  auto const before = packs.empty() ? std::int64_t{1} : packs.back().first + packs.back().count;
  return first >= before && count > 0 && count <= no_end - first;
}

} // namespace

Result<void> Reader::catch_up_packs() {
  auto sound = true;
  auto const last = [](std::vector<Packed> const& packs) { return packs.empty() ? 0 : packs.back().first; };
  auto& claims = *TRY(prepared("SELECT first_claim, claims, least_subject, greatest_subject, proposed FROM claim_pack "
                               "WHERE first_claim > ? ORDER BY first_claim"));
  TRY(claims.each(
      [&] {
        sound = sound && follows(shared_.claim_packs, claims.integer(0), claims.integer(1));
        shared_.claim_packs.push_back({.first = claims.integer(0),
                                       .count = claims.integer(1),
                                       .least = claims.integer(2),
                                       .greatest = claims.integer(3),
                                       .proposed = claims.integer(4)});
      },
      last(shared_.claim_packs)));
  auto& records =
      *TRY(prepared("SELECT first_record, records FROM record_pack WHERE first_record > ? ORDER BY first_record"));
  TRY(records.each(
      [&] {
        sound = sound && follows(shared_.record_packs, records.integer(0), records.integer(1));
        shared_.record_packs.push_back({.first = records.integer(0), .count = records.integer(1)});
      },
      last(shared_.record_packs)));
  if (!sound)
    return damaged(database_, "a pack before change", shared_.change);
  return {};
}

// All of a source's, for its packs are read together or not at all.
Result<std::vector<std::string> const*> Reader::texts_of(SourceId source) {
  auto const [at, fresh] = shared_.texts.try_emplace(number(source));
  auto& texts = at->second;
  if (!fresh)
    return &texts;
  auto const [first, end] = claims_of(number(source), number(source) + 1);
  auto sound = true;
  auto& row =
      *TRY(prepared("SELECT texts FROM claim_pack WHERE first_claim >= ? AND first_claim < ? ORDER BY first_claim"));
  TRY(row.each([&] { sound = sound && add_texts(texts, row.view(0)); }, first, end));
  if (sound)
    return &texts;
  shared_.texts.erase(at);
  return damaged(database_, "a pack of source", number(source));
}

Result<ClaimPack> Reader::claim_pack(Packed const& pack) {
  auto const source = source_of(pack.first);
  if (number(source) == 0)
    return damaged(database_, "the pack of claim", pack.first);
  auto const* const texts = TRY(texts_of(source));
  std::optional<ClaimPack> found;
  auto& row = *TRY(prepared("SELECT bytes FROM claim_pack WHERE first_claim = ?"));
  TRY(row.each([&] { found = ClaimPack::read(row.view(0), *texts); }, pack.first));
  if (!found || static_cast<std::int64_t>(found->size()) != pack.count)
    return damaged(database_, "the pack of claim", pack.first);
  return *std::move(found);
}

Result<void> Reader::take(Packed const& pack, Selection& selection, std::span<RecordId const> subjects) {
  auto const source = source_of(pack.first);
  auto claims = TRY(claim_pack(pack));
  auto const recorded = shared_.sources[static_cast<std::size_t>(number(source) - 1)].at;
  if (recorded > selection.known_at)
    return {};
  std::vector<bool> wanted(claims.forms().size(), true);
  if (selection.property_names != nullptr)
    for (std::size_t form = 0; form < wanted.size(); ++form)
      wanted[form] = std::ranges::find(*selection.property_names, claims.forms()[form].property) !=
                     selection.property_names->end();
  for (auto id = pack.first; id < pack.first + pack.count; ++id) {
    auto const one = claims.next();
    if (!claims.good())
      return damaged(database_, "claim", id);
    if (!wanted[one.form] || id < selection.first || id >= selection.end ||
        (!subjects.empty() && !std::ranges::binary_search(subjects, RecordId{one.subject})))
      continue;
    auto const* const changed = selection.changed(id, shared_.now);
    auto const status = changed == nullptr ? claims.forms()[one.form].status : *changed;
    if (selection.status && *selection.status != status)
      continue;
    auto& claim = selection.found.emplace_back(claims.claim(one));
    claim.id = ClaimId{id};
    claim.source = source;
    claim.recorded = recorded;
    claim.status = status;
  }
  return {};
}

Result<std::vector<std::string>> Reader::broken_packs() {
  TRY(refresh());
  std::vector<std::string> broken;
  auto& row = *TRY(prepared("SELECT subject FROM claim_pack_subject WHERE first_claim = ? ORDER BY subject"));
  for (auto const& pack : shared_.claim_packs) {
    std::vector<std::int64_t> strays;
    TRY(row.each([&] { strays.push_back(row.integer(0)); }, pack.first));
    auto claims = TRY(claim_pack(pack));
    std::int64_t proposed = 0;
    auto lost = false;
    for (std::int64_t i = 0; i < pack.count; ++i) {
      auto const one = claims.next();
      if (!claims.good())
        return damaged(database_, "claim", pack.first + i);
      proposed += claims.forms()[one.form].status == Status::proposed ? 1 : 0;
      lost = lost || ((one.subject < pack.least || one.subject > pack.greatest) &&
                      !std::ranges::binary_search(strays, one.subject));
    }
    if (lost)
      broken.push_back(fmt::format("claims of the pack of claim {} cannot be found by their subjects", pack.first));
    if (proposed != pack.proposed)
      broken.push_back(fmt::format("the pack of claim {} states {} proposed claims, {} are there", pack.first,
                                   pack.proposed, proposed));
  }
  return broken;
}

Result<std::set<std::size_t>> Reader::packs_with(std::span<RecordId const> subjects) {
  std::set<std::size_t> packs;
  if (shared_.claim_packs.empty())
    return packs;
  for (std::size_t i = 0; i < shared_.claim_packs.size(); ++i) {
    auto const& pack = shared_.claim_packs[i];
    auto const first = std::ranges::lower_bound(subjects, RecordId{pack.least});
    if (pack.greatest > 0 && first != subjects.end() && number(*first) <= pack.greatest)
      packs.insert(i);
  }
  auto& row = *TRY(prepared("SELECT first_claim FROM claim_pack_subject WHERE subject = ?"));
  for (auto const subject : subjects)
    TRY(row.each(
        [&] {
          if (auto const pack = pack_of(shared_.claim_packs, row.integer(0)))
            packs.insert(*pack);
        },
        subject));
  return packs;
}

Result<std::vector<Record>> Reader::records_in(Packed const& pack) {
  std::optional<std::vector<Record>> found;
  auto& row = *TRY(prepared("SELECT source_id, bytes FROM record_pack WHERE first_record = ?"));
  TRY(row.each([&] { found = unpack_records(row.view(1), RecordId{pack.first}, row.id<SourceId>(0)); }, pack.first));
  if (!found || std::ssize(*found) != pack.count)
    return damaged(database_, "the pack of record", pack.first);
  return *std::move(found);
}

Result<std::vector<Record>> Reader::records_between(std::int64_t first, std::int64_t end) {
  std::vector<Record> found;
  TRY(in_order(
      shared_.record_packs, first, end,
      [&](std::int64_t from, std::int64_t to) { return add_record_rows(found, from, to); },
      [&](Packed const& pack) -> Result<void> {
        for (auto& record : TRY(records_in(pack)))
          if (number(record.id) >= first && number(record.id) < end)
            found.push_back(std::move(record));
        return {};
      }));
  return found;
}

// As they came.
Result<std::vector<Claim>> Reader::change_claims(std::int64_t first, std::int64_t end) {
  std::vector<Claim> found;
  auto& row = *TRY(prepared(fmt::format("SELECT {} FROM claim WHERE id >= ? AND id < ? ORDER BY id", claim_columns)));
  TRY(in_order(
      shared_.claim_packs, first, end,
      [&](std::int64_t from, std::int64_t to) {
        return row.each(
            [&]() -> Result<void> {
              found.push_back(TRY(claim_of(row, source_of(row.integer(id_column)))));
              return {};
            },
            from, to);
      },
      [&](Packed const& pack) -> Result<void> {
        auto claims = TRY(claim_pack(pack));
        auto const source = source_of(pack.first);
        for (auto id = pack.first; id < pack.first + pack.count; ++id) {
          auto const one = claims.next();
          if (!claims.good())
            return damaged(database_, "claim", id);
          auto& claim = found.emplace_back(claims.claim(one));
          claim.id = ClaimId{id};
          claim.source = source;
          claim.recorded = shared_.sources[static_cast<std::size_t>(number(source) - 1)].at;
        }
        return {};
      }));
  return found;
}

} // namespace attache::keep::sqlite
