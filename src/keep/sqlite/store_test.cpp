#include "keep/sqlite/store.h"

#include "keep/sqlite/schema.h"
#include "keep/sqlite/test_folder_test.h"
#include "keep/store_contract_test.h"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace attache::keep {

// The files go away with the folder when the program ends; a store that is still open on one does not mind.
std::unique_ptr<Store> contract::empty_store() {
  static sqlite::TestFolder const folder;
  static int count = 0;
  return sqlite::create(folder.path(fmt::format("{}.attache", ++count))).value();
}

namespace sqlite {
namespace {

// Runs `body` in a process of its own, which may spoil its limits and rights; true if it returned true.
template <class Body>
bool in_child(Body body) {
  auto const child = ::fork();
  if (child == 0)
    ::_exit(body() ? 0 : 1);
  auto status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

} // namespace

TEST_CASE("what one store commits, another on the same file sees at once") {
  TestFolder const folder;
  auto const path = folder.path("office.attache");
  auto const one = create(path).value();
  auto const other = open(path).value();
  CHECK(other->claims({})->empty());
  write_person(*one, "a", "홍길동");
  REQUIRE(other->claims({})->size() == 2);
  CHECK(other->claims({})->at(1).property == "x:a");
  write_person(*other, "b", "이몽룡");
  CHECK(one->claims({})->at(3).property == "x:b");
  write_person(*one, "c", "성춘향");
  CHECK(other->claims({.properties = {"x:c"}})->size() == 1);
  CHECK(other->claims({.source = SourceId{3}})->size() == 2);
  for (auto const status : {Status::rejected, Status::proposed, Status::accepted}) {
    auto const writer = one->begin(test_note(4)).value();
    REQUIRE(writer->set_status(ClaimId{5}, status, "in turn"));
    REQUIRE(writer->commit());
    CHECK(other->claims({.subjects = {RecordId{3}}})->front().status == status);
    CHECK(other->claims({.status = Status::proposed})->size() == (status == Status::proposed ? 1 : 0));
  }
  CHECK(one->check()->empty());
}

TEST_CASE("a reader keeps its view while another store writes") {
  TestFolder const folder;
  auto const path = make_office(folder);
  auto const one = open(path).value();
  auto const other = open(path).value();
  auto const writer = one->begin(test_note(3)).value();
  REQUIRE(writer->add_source({.hash = "c"}));
  CHECK(other->sources(always)->size() == 2);
  CHECK(other->check()->empty());
  REQUIRE(writer->commit());
  CHECK(other->sources(always)->size() == 3);
}

TEST_CASE("a second program that writes at the same time is told so") {
  TestFolder const folder;
  auto const path = make_office(folder);
  auto const store = open(path).value();
  auto const writer = store->begin(test_note(3)).value();
  auto other = Database::open(path, Access::existing).value();
  REQUIRE(other.run("PRAGMA busy_timeout = 10"));
  auto const refused = Transaction::write(other);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().fault == Fault::unavailable);
  CHECK(refused.error().what.find("another program is writing") != std::string::npos);
}

TEST_CASE("a file that is not there is not found, and one that is there is not made again") {
  TestFolder const folder;
  CHECK(open(folder.path("none")).error().fault == Fault::not_found);
  CHECK(create(make_office(folder)).error().fault == Fault::conflict);
  CHECK(create(folder.path("no/folder")).error().fault == Fault::unavailable);
  CHECK(create("/proc/office.attache").error().fault == Fault::unavailable);
}

TEST_CASE("what is not an office is refused in words and left as it is") {
  TestFolder const folder;
  auto const refused = [](std::string const& path) {
    auto const opened = open(path);
    REQUIRE_FALSE(opened);
    CHECK(opened.error().fault == Fault::input);
    CHECK(opened.error().what.find("not an attache office") != std::string::npos);
  };
  write_file(folder.path("text"), "Dear diary, " + std::string(5000, 'x'));
  refused(folder.path("text"));
  write_file(folder.path("empty"), "");
  refused(folder.path("empty"));
  CHECK(std::filesystem::file_size(folder.path("empty")) == 0);
  REQUIRE(Database::open(folder.path("other"), Access::create)->run("CREATE TABLE bookmark (url TEXT)"));
  refused(folder.path("other"));
  CHECK(open(folder.path("")).error().fault == Fault::unavailable);
}

TEST_CASE("a file from a newer attache is refused and left as it is") {
  TestFolder const folder;
  auto const path = make_office(folder);
  REQUIRE(Database::open(path, Access::existing)->run("PRAGMA user_version = 99"));
  auto const opened = open(path);
  REQUIRE_FALSE(opened);
  CHECK(opened.error().fault == Fault::input);
  CHECK(opened.error().what.find("newer attache") != std::string::npos);
}

TEST_CASE("without the right to write, an office says so when something is to be written") {
  TestFolder const folder;
  auto const path = make_office(folder);
  std::filesystem::permissions(folder.path(""), std::filesystem::perms{0555});
  std::filesystem::permissions(path, std::filesystem::perms{0444});
  auto const refused = in_child([&] {
    if (::geteuid() == 0 && ::setuid(65534) != 0)
      return false;
    auto const store = open(path);
    auto const fault = store ? (*store)->begin(test_note(3)).error().fault : store.error().fault;
    return fault == Fault::unavailable;
  });
  CHECK(refused);
  std::filesystem::permissions(folder.path(""), std::filesystem::perms{0755});
  CHECK(open(path).value()->check()->empty());
}

TEST_CASE("a full database is unavailable, not damaged") {
  TestFolder const folder;
  auto database = Database::open(folder.path("small"), Access::create).value();
  REQUIRE(database.run("CREATE TABLE t (a TEXT); PRAGMA max_page_count = 3"));
  auto insert = database.prepare("INSERT INTO t VALUES (?)").value();
  auto const full = insert.run(std::string_view{std::string(50'000, 'x')});
  REQUIRE_FALSE(full);
  CHECK(full.error().fault == Fault::unavailable);
  CHECK(full.error().what.find("the disk is full") != std::string::npos);
}

TEST_CASE("when the disk takes no more, the change fails as a whole and the office stays sound") {
  TestFolder const folder;
  auto const path = make_office(folder);
  auto const refused = in_child([&] {
    ::signal(SIGXFSZ, SIG_IGN);
    rlimit const limit{.rlim_cur = 200'000, .rlim_max = 200'000};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    auto const store = open(path);
    auto const writer = (*store)->begin(test_note(3));
    auto added = (*writer)->add_source({.hash = "big", .text = std::string(1'000'000, 'x')}).has_value();
    return !(added && (*writer)->commit());
  });
  CHECK(refused);
  auto const store = open(path).value();
  CHECK(store->sources(always)->size() == 2);
  CHECK(store->check()->empty());
}

} // namespace sqlite
} // namespace attache::keep
