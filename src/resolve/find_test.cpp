#include "resolve/find.h"

#include <doctest/doctest.h>

using namespace attache;
using namespace attache::resolve;

namespace {

std::vector<Profile> office() {
  std::vector<Profile> out;
  auto const add = [&](RecordKind kind, std::vector<std::string> names) {
    out.push_back({.record = RecordId{static_cast<int>(out.size()) + 1}, .kind = kind, .names = std::move(names)});
  };
  for (auto const* const name :
       {"홍길동", "Hong Gil-dong", "Kim Min-jun", "김서연", "William Gates", "Jensen Huang", "박재용"})
    add(RecordKind::person, {name});
  for (auto const* const name : {"한빛전자", "Bristol Myers Squibb", "NVIDIA Corporation"})
    add(RecordKind::organisation, {name});
  return out;
}

std::string first(std::string_view query, RecordKind kind = RecordKind::person) {
  auto const found = find(office(), {}, query, kind);
  return found.empty() ? "" : found.front().name;
}

} // namespace

TEST_CASE("a person is found in either script, by nickname and with a typing error") {
  CHECK(first("홍길동") == "홍길동");
  CHECK(first("Hong Gildong") == "Hong Gil-dong");
  CHECK(first("김민준") == "Kim Min-jun");
  CHECK(first("Kim Seoyeon") == "김서연");
  CHECK(first("bill gates") == "William Gates");
  CHECK(first("Wiliam Gates") == "William Gates");
  CHECK(first("젠슨 황") == "Jensen Huang");
}

TEST_CASE("two Hangul syllables find a person") {
  CHECK(first("길동") == "홍길동");
  CHECK(first("재용") == "박재용");
}

TEST_CASE("part of a Latin name finds a person") {
  CHECK(first("huang") == "Jensen Huang");
  CHECK(first("jens") == "Jensen Huang");
}

TEST_CASE("an organisation is found across scripts and by acronym") {
  CHECK(first("hanbit electronics", RecordKind::organisation) == "한빛전자");
  CHECK(first("엔비디아", RecordKind::organisation) == "NVIDIA Corporation");
  CHECK(first("BMS", RecordKind::organisation) == "Bristol Myers Squibb");
}

TEST_CASE("records of one cluster are found once, under its number") {
  Clusters clusters;
  clusters.canonical = {{RecordId{1}, RecordId{1}}, {RecordId{2}, RecordId{1}}};
  auto const found = find(office(), clusters, "홍길동", RecordKind::person);
  REQUIRE(!found.empty());
  CHECK(found[0].id == RecordId{1});
  CHECK((found.size() == 1 || found[1].id != RecordId{1}));
}

TEST_CASE("nothing is found for a name that nobody bears") { CHECK(first("Zebulon Quackenbush").empty()); }
