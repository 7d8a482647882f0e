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

// The decisions as format 1 had them, in a file of today.
void make_old(Database& database) {
  REQUIRE(database.run("PRAGMA foreign_keys = OFF"));
  REQUIRE(
      database.run("CREATE TABLE old (id INTEGER PRIMARY KEY, change_id INTEGER NOT NULL REFERENCES change, a INTEGER "
                   "NOT NULL REFERENCES record, b INTEGER NOT NULL REFERENCES record, verdict INTEGER NOT NULL "
                   "CHECK (verdict BETWEEN 0 AND 2), decided_by TEXT NOT NULL, why TEXT NOT NULL, probability REAL "
                   "NOT NULL, undoes INTEGER REFERENCES decision, CHECK (a < b)) STRICT"));
  REQUIRE(database.run("INSERT INTO old SELECT id, change_id, a, b, verdict, decided_by, why, probability, undoes FROM "
                       "decision"));
  REQUIRE(database.run("DROP TABLE decision"));
  REQUIRE(database.run("ALTER TABLE old RENAME TO decision"));
  REQUIRE(database.run("CREATE INDEX decision_change ON decision (change_id)"));
  REQUIRE(database.run("DROP TABLE claim_pack_subject; DROP TABLE claim_pack; DROP TABLE record_pack"));
  REQUIRE(database.run("PRAGMA user_version = 1"));
}

// What make_office() keeps, in a file with the tables of format 2.
std::string office_of_format_2(TestFolder const& folder) {
  auto const today = make_office(folder, "today.attache");
  auto path = folder.path("old.attache");
  auto database = Database::open(path, Access::create).value();
  for (auto const& migration : migrations())
    if (migration.version <= 2)
      REQUIRE(database.run(migration.sql));
  REQUIRE(database.run(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = 2", application_id)));
  REQUIRE(database.run(fmt::format("ATTACH '{}' AS today", today)));
  for (auto const* table : {"change", "source", "record", "word", "claim", "rejected", "status_change",
                            "current_status", "decision", "reason"})
    REQUIRE(database.run(fmt::format("INSERT INTO main.{0} SELECT * FROM today.{0}", table)));
  return path;
}

TEST_CASE("an office of format 2 keeps every row and every digest, and takes sources large enough for packs") {
  TestFolder const folder;
  auto const path = office_of_format_2(folder);
  auto const today = open(folder.path("today.attache")).value();
  auto const store = open(path).value();
  CHECK(store->claims({}).value() == today->claims({}).value());
  CHECK(store->records(always).value() == today->records(always).value());
  CHECK(store->decisions(always).value() == today->decisions(always).value());
  CHECK(store->head().value() == today->head().value());
  CHECK(store->check()->empty());
  CHECK(std::filesystem::exists(path + ".v2"));
  write_many(*store, "many", 1000);
  CHECK(store->records(always)->size() == 1002);
  CHECK(store->check()->empty());
}

TEST_CASE("an office of format 1 keeps every decision and every digest, and takes decisions of format 2") {
  TestFolder const folder;
  auto const path = make_office(folder);
  auto const before = open(path).value()->decisions(always).value();
  {
    auto database = Database::open(path, Access::existing).value();
    make_old(database);
  }
  auto const store = open(path).value();
  CHECK(store->decisions(always).value() == before);
  CHECK(store->check()->empty());
  auto const writer = store->begin(test_note(3)).value();
  REQUIRE(writer->decide({.a = RecordId{1}, .b = RecordId{2}, .verdict = Verdict::later_name_of, .by = "owner"}));
  REQUIRE(writer->commit());
  CHECK(store->check()->empty());
  CHECK(std::filesystem::exists(path + ".v1"));
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
    auto const broken = migrate(database, with_next("INSERT INTO rejected VALUES (99, 1, '', '', '')"));
    REQUIRE_FALSE(broken);
    CHECK(broken.error().what.find("rejected") != std::string::npos);
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
