#include "resolve/name_index.h"

#include <algorithm>
#include <array>
#include <doctest/doctest.h>
#include <map>
#include <rapidcheck.h>

using namespace attache;
using namespace attache::resolve;

namespace {

RecordId itself(RecordId record) { return record; }

std::vector<Profile> named(std::vector<std::string> const& names, RecordKind kind = RecordKind::person) {
  std::vector<Profile> out;
  for (auto const& name : names)
    out.push_back({.record = RecordId{static_cast<int>(out.size()) + 1}, .kind = kind, .names = {name}});
  return out;
}

NameIndex indexed(std::vector<Profile> const& profiles) {
  NameIndex out;
  out.add(profiles);
  return out;
}

std::vector<std::string> found(NameIndex const& index, std::string_view query, RecordKind kind = RecordKind::person) {
  std::vector<std::string> out;
  for (auto const& match : index.find(query, kind, itself))
    out.push_back(match.name);
  return out;
}

bool finds(NameIndex const& index, std::string_view query, std::string const& name) {
  return std::ranges::count(found(index, query), name) == 1;
}

} // namespace

TEST_CASE("one and two Hangul syllables find, wherever they stand in the name") {
  auto const index = indexed(named({"이재용", "박재용", "이재명", "남궁민수"}));
  CHECK(finds(index, "재용", "이재용"));
  CHECK(finds(index, "재용", "박재용"));
  CHECK_FALSE(finds(index, "재용", "이재명"));
  CHECK(finds(index, "이재", "이재용"));
  CHECK(finds(index, "궁민", "남궁민수"));
  CHECK(finds(index, "민", "남궁민수"));
}

TEST_CASE("a name is found while it is typed, letter by letter") {
  auto const index = indexed(named({"Jensen Huang", "Lisa Su", "Hong Gil-dong"}));
  std::string typed;
  for (auto const letter : std::string_view{"jensen huang"}) {
    typed += letter;
    CHECK_MESSAGE(finds(index, typed, "Jensen Huang"), typed);
  }
  CHECK(finds(index, "huang jen", "Jensen Huang"));
  CHECK(finds(index, "gildong", "Hong Gil-dong"));
}

TEST_CASE("a name is found in the script that no source writes it in") {
  auto const index = indexed(named({"Jay Y. Lee", "Lee Jae-yong", "Kim Min-jun", "젠슨 황"}));
  CHECK(finds(index, "이재용", "Jay Y. Lee"));
  CHECK(finds(index, "이재용", "Lee Jae-yong"));
  CHECK(found(index, "김민준") == std::vector<std::string>{"Kim Min-jun"});
  CHECK(finds(index, "Jensen Huang", "젠슨 황"));
}

TEST_CASE("a typing error and a nickname are forgiven") {
  auto const index = indexed(named({"William Gates", "Christopher Nolan"}));
  CHECK(finds(index, "Wiliam Gates", "William Gates"));
  CHECK(finds(index, "bill gates", "William Gates"));
  CHECK(finds(index, "chrstopher", "Christopher Nolan"));
}

TEST_CASE("an address finds its bearer") {
  auto profiles = named({"홍길동"});
  profiles[0].emails = {"hong@hanbit.example"};
  auto const index = indexed(profiles);
  REQUIRE(index.find("Hong@Hanbit.example", RecordKind::person, itself).size() == 1);
  CHECK(index.find("hong@other.example", RecordKind::person, itself).empty());
}

TEST_CASE("organisations and people are not confused") {
  auto index = indexed(named({"한빛전자", "Bristol Myers Squibb"}, RecordKind::organisation));
  CHECK(found(index, "한빛").empty());
  CHECK(found(index, "한빛", RecordKind::organisation) == std::vector<std::string>{"한빛전자"});
  CHECK(found(index, "BMS", RecordKind::organisation) == std::vector<std::string>{"Bristol Myers Squibb"});
}

TEST_CASE("of names that fit equally well the nearer person comes first, and no tie beats a better name") {
  auto index = indexed(named({"Kim Min-jun", "Kim Min-jun", "Kim Min-jung"}));
  index.rank([](RecordId record) { return static_cast<double>(number(record)); });
  auto const matches = index.find("kim min-jun", RecordKind::person, itself);
  REQUIRE(matches.size() == 3);
  CHECK(matches[0].id == RecordId{2});
  CHECK(matches[1].id == RecordId{1});
}

TEST_CASE("records of one cluster are found once, under its number") {
  auto const index = indexed(named({"홍길동", "Hong Gil-dong"}));
  auto const matches = index.find("홍길동", RecordKind::person, [](RecordId) { return RecordId{1}; });
  REQUIRE(matches.size() == 1);
  CHECK(matches[0].id == RecordId{1});
}

TEST_CASE("whole names and their beginnings are found as well as by looking at everybody") {
  CHECK(rc::check([] {
    constexpr std::array<char const*, 6> families{"Kim", "Lee", "Gates", "Huang", "Su", "Smith"};
    constexpr std::array<char const*, 6> givens{"Min-jun", "Jae-yong", "William", "Jensen", "Lisa", "Anna"};
    constexpr std::array<char const*, 4> hangul{"김민준", "이재용", "홍길동", "박서연"};
    std::vector<std::string> names;
    for (int i = *rc::gen::inRange(1, 20); i > 0; --i)
      names.push_back(*rc::gen::inRange(0, 3) == 0
                          ? std::string{*rc::gen::elementOf(hangul)}
                          : std::string{*rc::gen::elementOf(givens)} + " " + *rc::gen::elementOf(families));
    auto const profiles = named(names);
    auto const asked = *rc::gen::elementOf(names);
    auto const query = static_cast<unsigned char>(asked.front()) < 0x80
                           ? asked.substr(0, *rc::gen::inRange<std::size_t>(3, 15))
                           : asked;
    auto const all = find(profiles, {}, query, RecordKind::person, 30);
    auto const by_index = indexed(profiles).find(query, RecordKind::person, itself, 30);
    RC_ASSERT(!by_index.empty());
    RC_ASSERT(by_index.front().score >= all.front().score - 0.05);
    for (auto const& match : all)
      if (match.score >= 0.6)
        RC_ASSERT(std::ranges::count(by_index, match.id, &Match::id) == 1);
  }));
}
