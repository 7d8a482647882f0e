#include "keep/sqlite/files.h"

#include "keep/sqlite/test_folder_test.h"

namespace attache::keep::sqlite {

TEST_CASE("a backup taken while somebody writes has what was committed") {
  TestFolder const folder;
  auto const store = open(make_office(folder)).value();
  auto const writer = store->begin(test_note(3)).value();
  REQUIRE(writer->add_source({.hash = "c"}));
  auto const copy = folder.path("copy.attache");
  REQUIRE(store->backup(copy));
  auto const copied = open(copy).value();
  CHECK(copied->sources(always)->size() == 2);
  CHECK(copied->check()->empty());
  CHECK(copied->journal()->back().digest == store->journal()->back().digest);
  CHECK_FALSE(std::filesystem::exists(copy + ".part"));
  auto const again = store->backup(copy);
  REQUIRE_FALSE(again);
  CHECK(again.error().fault == Fault::unavailable);
}

TEST_CASE("a backup is restored where there was nothing") {
  TestFolder const folder;
  auto const backup = make_office(folder, "backup.attache");
  auto const path = folder.path("office.attache");
  CHECK(restore(backup, path).value().empty());
  CHECK(open(path).value()->claims({})->size() == 4);
}

TEST_CASE("a restored backup is seen by those who have the office open, and what was there is kept") {
  TestFolder const folder;
  auto const path = make_office(folder);
  auto const backup = folder.path("backup.attache");
  auto const store = open(path).value();
  REQUIRE(store->backup(backup));
  write_person(*store, "later", "성춘향");
  REQUIRE(store->claims({})->size() == 6);
  auto const aside = restore(backup, path).value();
  CHECK(aside == path + ".before-restore");
  CHECK(store->claims({})->size() == 4);
  CHECK(open(aside).value()->claims({})->size() == 6);
  write_person(*store, "instead", "이몽룡");
  CHECK(store->claims({})->at(5).property == "x:instead");
  CHECK(store->check()->empty());
  CHECK(restore(backup, path).value() == path + ".before-restore-2");
}

TEST_CASE("an office that is too damaged to open is moved aside and restored") {
  TestFolder const folder;
  auto const backup = make_office(folder, "backup.attache");
  auto const path = folder.path("office.attache");
  write_file(path, std::string(8192, 'x'));
  auto const aside = restore(backup, path).value();
  CHECK(std::filesystem::file_size(aside) == 8192);
  CHECK(open(path).value()->check()->empty());
}

TEST_CASE("a backup that is not sound is refused and the office stays as it is") {
  TestFolder const folder;
  auto const path = make_office(folder);
  auto const backup = make_office(folder, "backup.attache");
  REQUIRE(Database::open(backup, Access::existing)->run("UPDATE current_status SET status = 1"));
  auto const refused = restore(backup, path);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().fault == Fault::input);
  CHECK(refused.error().what.find("claim 1 is kept as accepted") != std::string::npos);
  write_file(folder.path("text"), "not a database at all, by far");
  CHECK(restore(folder.path("text"), path).error().fault == Fault::input);
  CHECK(restore(folder.path("none"), path).error().fault == Fault::not_found);
  CHECK(open(path).value()->check()->empty());
  CHECK_FALSE(std::filesystem::exists(path + ".before-restore"));
  CHECK_FALSE(std::filesystem::exists(path + ".restoring"));
}

TEST_CASE("somebody else's database is never overwritten") {
  TestFolder const folder;
  auto const backup = make_office(folder);
  auto const other = folder.path("places.sqlite");
  REQUIRE(Database::open(other, Access::create)->run("CREATE TABLE bookmark (url TEXT)"));
  CHECK(restore(backup, other).error().fault == Fault::input);
  CHECK(Database::open(other, Access::existing)->integer("SELECT count(*) FROM bookmark"));
}

} // namespace attache::keep::sqlite
