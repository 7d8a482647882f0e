#include "keep/net/snapshot.h"

#include <doctest/doctest.h>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
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

} // namespace
} // namespace attache::keep::net
