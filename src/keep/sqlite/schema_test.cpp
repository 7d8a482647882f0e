#include "keep/sqlite/schema.h"

#include "keep/sqlite/test_folder_test.h"

#include <array>
#include <fmt/format.h>

namespace attache::keep::sqlite {
namespace {

std::vector<Migration> with_next(std::string sql) {
  auto known = migrations();
  known.push_back({.version = known.back().version + 1, .sql = std::move(sql)});
  return known;
}

} // namespace

TEST_CASE("migrations are numbered 1, 2, 3") {
  std::int64_t version = 0;
  for (auto const& migration : migrations())
    CHECK(migration.version == ++version);
}

TEST_CASE("an older file is copied beside itself, then brought up to date, once") {
  TestFolder const folder;
  auto const path = make_office(folder);
  auto database = Database::open(path, Access::existing).value();
  auto const known = with_next("CREATE TABLE extra (id INTEGER PRIMARY KEY) STRICT");
  auto const before = migrations().back().version;
  REQUIRE(migrate(database, known));
  CHECK(database.integer("PRAGMA user_version").value() == known.back().version);
  CHECK(database.integer("SELECT count(*) FROM sqlite_schema WHERE name = 'extra'").value() == 1);
  CHECK(database.integer("PRAGMA foreign_keys").value() == 1);
  auto const copy = open(fmt::format("{}.v{}", path, before)).value();
  CHECK(copy->claims({})->size() == 4);
  CHECK(copy->check()->empty());
  REQUIRE(migrate(database, known));
}

TEST_CASE("a migration that fails leaves the file as it was") {
  TestFolder const folder;
  auto const path = make_office(folder);
  {
    auto database = Database::open(path, Access::existing).value();
    CHECK_FALSE(migrate(database, with_next("CREATE TABLE extra (id INTEGER); CREATE TABLE extra (id INTEGER)")));
  }
  CHECK(open(path).value()->check()->empty());
}

TEST_CASE("a migration that leaves a dangling row is refused") {
  TestFolder const folder;
  auto const path = make_office(folder);
  {
    auto database = Database::open(path, Access::existing).value();
    auto const broken = migrate(database, with_next("INSERT INTO current_status VALUES (99, 1)"));
    REQUIRE_FALSE(broken);
    CHECK(broken.error().what.find("current_status") != std::string::npos);
  }
  CHECK(open(path).value()->check()->empty());
}

TEST_CASE("a kept row can be neither changed nor deleted, by any program") {
  TestFolder const folder;
  auto const path = make_office(folder);
  auto database = Database::open(path, Access::existing).value();
  for (auto const* table :
       {"change", "source", "record", "word", "claim", "rejected", "status_change", "decision", "reason"}) {
    CAPTURE(table);
    REQUIRE(database.integer(fmt::format("SELECT count(*) FROM {}", table)).value() > 0);
    CHECK_FALSE(database.run(fmt::format("DELETE FROM {}", table)));
    auto const column = database.text(fmt::format("SELECT name FROM pragma_table_info('{}') LIMIT 1", table)).value();
    CHECK_FALSE(database.run(fmt::format("UPDATE {0} SET {1} = {1}", table, column)));
  }
}

} // namespace attache::keep::sqlite
