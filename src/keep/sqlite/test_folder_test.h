// What the tests of the office file share: a folder that goes away, an office with something of everything in it.
#pragma once

#include "keep/sqlite/database.h"
#include "keep/sqlite/store.h"

#include <cstdlib>
#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>

namespace attache::keep::sqlite {

class TestFolder {
public:
  TestFolder() {
    // In memory where one may write there: a disk that others keep busy makes every commit wait.
    std::filesystem::path const memory = "/dev/shm";
    auto const folder = ::access(memory.c_str(), W_OK) == 0 ? memory : std::filesystem::temp_directory_path();
    auto name = (folder / "attache-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    folder_ = name;
  }
  ~TestFolder() { std::filesystem::remove_all(folder_); }
  TestFolder(TestFolder const&) = delete;
  TestFolder& operator=(TestFolder const&) = delete;

  [[nodiscard]] std::string path(std::string const& name) const { return (folder_ / name).string(); }

private:
  std::filesystem::path folder_;
};

inline Note test_note(int hour) {
  return {.what = "read 이.vcf", .by = "owner", .at = Instant{} + std::chrono::hours{hour}};
}

// A source with one person.
inline void write_person(Store& store, std::string const& hash, std::string const& name) {
  auto const writer = store.begin(test_note(1)).value();
  REQUIRE(writer->add_source({.hash = hash, .kind = "vcard", .name = "이.vcf"}));
  REQUIRE(writer->add({.records = {{.key = "card:1"}},
                       .claims = {{.subject = RecordId{1}, .property = "name", .value = name},
                                  {.subject = RecordId{1}, .property = "x:" + hash, .value = name}},
                       .rejected = {{.where = "이.vcf:9", .reason = "no name"}}}));
  REQUIRE(writer->commit());
}

// Two sources, a status, a decision and its undoing: three changes.
inline void write_everything(Store& store) {
  write_person(store, "a", "홍길동");
  write_person(store, "b", "Hong Gil-dong");
  auto const writer = store.begin(test_note(2)).value();
  REQUIRE(writer->set_status(ClaimId{1}, Status::rejected, "wrong"));
  REQUIRE(writer->decide({.a = RecordId{1},
                          .b = RecordId{2},
                          .verdict = Verdict::same,
                          .by = "owner",
                          .why = "met both",
                          .reasons = {{.field = "name", .bits = 3}}}));
  REQUIRE(writer->decide({.by = "owner", .undoes = DecisionId{1}}));
  REQUIRE(writer->commit());
}

// A source with so many people, each with a name and an address, and one proposed note about the first.
inline void write_many(Store& store, std::string const& hash, std::int64_t people) {
  auto const writer = store.begin(test_note(3)).value();
  REQUIRE(writer->add_source({.hash = hash, .kind = "csv", .name = "many.csv"}));
  Batch batch;
  for (std::int64_t i = 1; i <= people; ++i) {
    batch.records.push_back({.key = "row:" + std::to_string(i)});
    for (auto const* property : {"name", "email"})
      batch.claims.push_back({.subject = RecordId{i},
                              .property = property,
                              .value = property + std::to_string(i),
                              .evidence = {.locator = "line " + std::to_string(i)}});
  }
  batch.claims.push_back({.subject = RecordId{1}, .property = "note", .value = "tall", .status = Status::proposed});
  REQUIRE(writer->add(batch));
  REQUIRE(writer->commit());
}

inline std::string make_office(TestFolder const& folder, std::string const& name = "office.attache") {
  auto path = folder.path(name);
  write_everything(*create(path).value());
  return path;
}

inline void write_file(std::string const& path, std::string const& bytes) { std::ofstream{path} << bytes; }

} // namespace attache::keep::sqlite
