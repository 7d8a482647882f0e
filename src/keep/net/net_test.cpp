#include "keep/net/log.h"
#include "keep/net/snapshot.h"

#include <doctest/doctest.h>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <rapidcheck.h>
#include <unistd.h>

namespace attache::keep::net {
namespace {

using attache::net::Contact;

// A folder that goes when the test ends.
struct Folder {
  std::filesystem::path path = std::filesystem::temp_directory_path() / fmt::format("attache-net-{}", ::getpid());
  Folder() { std::filesystem::create_directories(path); }
  Folder(Folder const&) = delete;
  ~Folder() { std::filesystem::remove_all(path); }
  [[nodiscard]] std::string file(char const* name) const { return (path / name).string(); }
};

Contact contact(attache::net::Node a) {
  return {.a = a, .b = a + 1, .at = Instant{std::chrono::days{19000}}, .kind = 2, .weight = 1.5};
}

std::vector<Contact> reopened(std::string const& path) {
  std::vector<Contact> kept;
  auto const log = ContactLog::open(path, kept);
  REQUIRE(log.has_value());
  CHECK(log->size() == kept.size());
  return kept;
}

TEST_CASE("a snapshot is mapped as it was written, and a newer one takes its place") {
  Folder const folder;
  auto const path = folder.file("office.network");
  CHECK(Snapshot::open(path).error().fault == Fault::not_found);
  for (auto const* key : {"first", "second"}) {
    auto const block = *attache::net::build({.contacts = {contact(0), contact(1)}, .key = key});
    CHECK(write_snapshot(path, block).has_value());
    auto const snapshot = Snapshot::open(path);
    REQUIRE(snapshot.has_value());
    CHECK(snapshot->base().key() == key);
    CHECK(snapshot->base().ties() == 2);
  }
  CHECK(std::distance(std::filesystem::directory_iterator{folder.path}, {}) == 1); // no draft stays
}

TEST_CASE("a torn, foreign or empty snapshot is refused and named") {
  Folder const folder;
  auto const path = folder.file("office.network");
  CHECK(write_snapshot(path, *attache::net::build({.contacts = {contact(0)}})).has_value());
  auto const bytes = std::filesystem::file_size(path);
  for (auto const size : {bytes - 1, bytes / 2, std::uintmax_t{8}, std::uintmax_t{0}}) {
    std::filesystem::resize_file(path, size);
    auto const snapshot = Snapshot::open(path);
    REQUIRE(!snapshot.has_value());
    CHECK(snapshot.error().fault == Fault::input);
    CHECK(snapshot.error().where == path);
  }
  std::ofstream{path} << "SQLite format 3, and then some more of it, so that it is long enough for a header";
  CHECK(Snapshot::open(path).error().fault == Fault::input);
  CHECK(!write_snapshot(folder.file("none/office.network"), "x").has_value());
}

TEST_CASE("a log cut anywhere gives the whole contacts before the cut, and goes on from there") {
  Folder const folder;
  auto const path = folder.file("contacts.log");
  CHECK(rc::check([&] {
    std::filesystem::remove(path);
    auto const count = *rc::gen::inRange<attache::net::Node>(0, 6);
    {
      std::vector<Contact> kept;
      auto log = ContactLog::open(path, kept);
      for (attache::net::Node i = 0; i < count; ++i)
        RC_ASSERT(log->append(std::array{contact(i)}).has_value());
    }
    auto const size = *rc::gen::inRange<std::uintmax_t>(0, std::filesystem::file_size(path) + 1);
    std::filesystem::resize_file(path, size);
    auto const left = size < 8 ? 0 : (size - 8) / 40;
    std::vector<Contact> kept;
    auto log = ContactLog::open(path, kept);
    RC_ASSERT(log.has_value());
    RC_ASSERT(kept.size() == left);
    for (attache::net::Node i = 0; i < left; ++i)
      RC_ASSERT(kept[i].a == i && kept[i].b == i + 1 && kept[i].at == contact(i).at && kept[i].weight == 1.5);
    RC_ASSERT(log->append(std::array{contact(7), contact(8)}).has_value());
    log = fail(Fault::internal, "closed");
    RC_ASSERT(reopened(path).size() == left + 2);
  }));
}

TEST_CASE("a log that is damaged before its end is refused, and one in use is not opened twice") {
  Folder const folder;
  auto const path = folder.file("contacts.log");
  {
    std::vector<Contact> kept;
    auto log = ContactLog::open(path, kept);
    REQUIRE(log.has_value());
    CHECK(log->append(std::array{contact(0), contact(1), contact(2)}).has_value());
    CHECK(ContactLog::open(path, kept).error().fault == Fault::conflict);
  }
  std::fstream{path, std::ios::in | std::ios::out | std::ios::binary}.seekp(8 + 40 + 3).put('x');
  std::vector<Contact> kept;
  auto const log = ContactLog::open(path, kept);
  REQUIRE(!log.has_value());
  CHECK(log.error().what == "the contact log is damaged at contact 2");
  std::ofstream{path} << "something else";
  CHECK(ContactLog::open(path, kept).error().fault == Fault::input);
}

} // namespace
} // namespace attache::keep::net
