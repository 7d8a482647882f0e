#include "keep/sqlite/check.h"

#include "keep/replay.h"
#include "keep/sqlite/schema.h"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <map>

namespace attache::keep::sqlite {
namespace {

using Broken = std::vector<std::string>;

Result<void> integrity(Database& database, Broken& broken) {
  auto row = TRY(database.prepare("PRAGMA integrity_check"));
  return row.each([&] {
    if (row.view(0) != "ok")
      broken.push_back(fmt::format("the file is damaged: {}", row.view(0)));
  });
}

Result<void> references(Database& database, Broken& broken) {
  auto row = TRY(database.prepare("PRAGMA foreign_key_check"));
  return row.each([&] {
    broken.push_back(
        fmt::format("row {} of table {} names a {} that does not exist", row.integer(1), row.view(0), row.view(2)));
  });
}

Result<std::map<std::string, std::string>> schema_of(Database& database) {
  std::map<std::string, std::string> schema;
  auto row = TRY(database.prepare("SELECT type || ' ' || name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'"));
  TRY(row.each([&] { schema.emplace(row.text(0), row.text(1)); }));
  return schema;
}

Result<void> schema(Database& database, Broken& broken) {
  auto model = TRY(Database::open(":memory:", Access::create));
  for (auto const& migration : migrations())
    TRY(model.run(migration.sql));
  auto const expected = TRY(schema_of(model));
  auto const found = TRY(schema_of(database));
  for (auto const& [name, sql] : expected)
    if (auto const same = found.find(name); same == found.end() || same->second != sql)
      broken.push_back(fmt::format("the {} of the file is not the one that attache made", name));
  for (auto const& [name, sql] : found)
    if (!expected.contains(name))
      broken.push_back(fmt::format("the {} is in the file, which attache did not make", name));
  return {};
}

Result<void> replay_all(Reader& reader, Broken& broken) {
  Replay replay;
  for (auto const& entry : TRY(reader.journal()))
    replay.apply(entry, TRY(reader.change(entry)));
  replay.compare(TRY(reader.current_statuses()));
  replay.compare_totals(TRY(reader.totals()));
  broken.insert(broken.end(), replay.broken().begin(), replay.broken().end());
  auto packs = TRY(reader.broken_packs());
  std::ranges::move(packs, std::back_inserter(broken));
  return {};
}

} // namespace

Result<Broken> check(Database& database, Reader& reader) {
  Broken broken;
  auto const view = TRY(Transaction::read(database));
  TRY(integrity(database, broken));
  TRY(references(database, broken));
  TRY(schema(database, broken));
  // Damage above can make the rest unreadable; it is part of the answer then.
  if (auto const replayed = replay_all(reader, broken); !replayed) {
    if (broken.empty())
      return tl::unexpected(replayed.error());
    broken.push_back(replayed.error().what);
  }
  return broken;
}

} // namespace attache::keep::sqlite
