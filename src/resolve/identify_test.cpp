#include "resolve/identify.h"

#include "resolve/block.h"
#include "resolve/cluster.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <random>

using namespace attache;
using namespace attache::resolve;

namespace {

Profile person(int record, std::string name, std::vector<std::string> emails = {},
               std::vector<std::string> phones = {}) {
  Profile out{
      .record = RecordId{record}, .source = SourceId{record}, .emails = std::move(emails), .phones = std::move(phones)};
  if (!name.empty())
    out.names.push_back(std::move(name));
  return out;
}

Profile organisation(int record, std::string name, std::vector<std::string> domains = {}) {
  return {.record = RecordId{record},
          .kind = RecordKind::organisation,
          .source = SourceId{record},
          .names = {std::move(name)},
          .domains = std::move(domains)};
}

// Merged by a rule?
bool merges(std::vector<Profile> const& profiles) { return !identify(profiles, {}).decisions.empty(); }
bool asks(std::vector<Profile> const& profiles) { return !identify(profiles, {}).questions.empty(); }

std::string const mail = "hong@hanbit.example";
std::string const phone = "+82 10-1234-5678";

// Kim takes `decision` back.
Decision taking_back(Decision decision, int id) {
  decision.undoes = decision.id;
  decision.id = DecisionId{id};
  decision.by = "kim";
  return decision;
}

} // namespace

TEST_CASE("a name and an e-mail address that agree merge by themselves, in either script") {
  CHECK(merges({person(1, "홍길동", {mail}), person(2, "홍길동", {mail})}));
  CHECK(merges({person(1, "홍길동", {mail}), person(2, "Hong Gil-dong", {mail})}));
  CHECK(merges({person(1, "John Smith", {mail}), person(2, "Smith, John", {mail})}));
}

TEST_CASE("a name and a phone number merge, however the number is written") {
  CHECK(merges({person(1, "홍길동", {}, {phone}), person(2, "Gildong Hong", {}, {"01012345678"})}));
}

TEST_CASE("an e-mail address and a phone number merge what is named differently but not contradictorily") {
  CHECK(merges({person(1, "Gildong", {mail}, {phone}), person(2, "홍길동", {mail}, {phone})}));
  CHECK_FALSE(merges({person(1, "홍길동", {mail}, {phone}), person(2, "홍길순", {mail}, {phone})}));
}

TEST_CASE("no name alone ever merges") {
  CHECK_FALSE(merges({person(1, "홍길동"), person(2, "홍길동")}));
  CHECK_FALSE(merges({person(1, "홍길동"), person(2, "Hong Gil-dong")}));
  CHECK_FALSE(merges({person(1, "Aloysius Featherstonehaugh"), person(2, "Aloysius Featherstonehaugh")}));
  CHECK_FALSE(merges({person(1, "이 회장", {}, {}), person(2, "이재용")}));
}

TEST_CASE("a name alone is a question") {
  CHECK(asks({person(1, "홍길동"), person(2, "홍길동")}));
  CHECK(asks({person(1, "홍길동"), person(2, "Hong Gil-dong")}));
}

TEST_CASE("a name and an employer are not two independent fields") {
  auto a = person(1, "홍길동");
  auto b = person(2, "홍길동");
  a.organisations = b.organisations = {"한빛전자"};
  CHECK_FALSE(merges({a, b}));
  CHECK(asks({a, b}));
}

TEST_CASE("an e-mail address under two names is not merged") {
  CHECK_FALSE(merges({person(1, "홍길동", {mail}), person(2, "김철수", {mail})}));
  CHECK_FALSE(merges({person(1, "홍길동", {"info@hanbit.example"}), person(2, "홍길동", {"info@hanbit.example"})}));
}

TEST_CASE("a bare mailbox belongs to the only person who has it") {
  CHECK(merges({person(1, "홍길동", {mail}), person(2, "", {mail})}));
  CHECK_FALSE(merges({person(1, "홍길동", {mail}), person(2, "", {mail}), person(3, "김철수", {mail})}));
}

TEST_CASE("birthdays that differ keep people apart") {
  auto a = person(1, "홍길동", {mail});
  auto b = person(2, "홍길동", {mail});
  a.birthdays = {"1970-01-02"};
  b.birthdays = {"1988-03-04"};
  CHECK_FALSE(merges({a, b}));
}

TEST_CASE("the press never merges with curated records by itself") {
  auto press = person(2, "홍길동", {mail}, {phone});
  press.press = true;
  CHECK_FALSE(merges({person(1, "홍길동", {mail}, {phone}), press}));
  CHECK(asks({person(1, "홍길동", {mail}, {phone}), press}));
}

TEST_CASE("six entries of one person under two spellings are one person, not six who share an address") {
  std::vector<Profile> entries;
  for (int i = 1; i <= 6; ++i)
    entries.push_back(person(i, i % 2 == 0 ? "Ulric Stavelock" : "Stavelock, Ulric", {mail}));
  CHECK(identify(entries, {}).decisions.size() == 5);
}

TEST_CASE("what was decided is not asked again, and what was taken back is not done again") {
  std::vector const two{person(1, "홍길동", {mail}), person(2, "홍길동", {mail})};
  Decision decision{
      .id = DecisionId{1}, .a = RecordId{1}, .b = RecordId{2}, .verdict = Verdict::different, .by = "kim"};
  auto found = identify(two, {decision});
  CHECK(found.decisions.empty());
  CHECK(found.questions.empty());
  decision = identify(two, {}).decisions.at(0); // what a rule does
  decision.id = DecisionId{1};
  auto const undo = taking_back(decision, 2);
  found = identify(two, {decision, undo});
  CHECK(found.decisions.empty());
  CHECK(found.questions.size() == 1);
  found = identify(two, {decision, undo, taking_back(undo, 3)});
  CHECK(found.withdrawn.empty());
  CHECK(found.questions.empty());
}

TEST_CASE("somebody's own word that was taken back is as if it had never been given") {
  std::vector const two{person(1, "홍길동", {mail}), person(2, "홍길동", {mail})};
  for (auto const verdict : {Verdict::same, Verdict::different, Verdict::unsure}) {
    Decision const decision{.id = DecisionId{1}, .a = RecordId{1}, .b = RecordId{2}, .verdict = verdict, .by = "kim"};
    CHECK(identify(two, {decision, taking_back(decision, 2)}).decisions == identify(two, {}).decisions);
  }
}

TEST_CASE("an address that names its building too shares a key with the one that does not") {
  auto one = person(1, "Ada");
  auto other = person(2, "Bo");
  one.addresses = {"638 Dover St, Salem, OR"};
  other.addresses = {"Magnolia Gardenview 638 Dover St, Salem, OR"};
  std::vector<std::uint64_t> const keys = proof_keys(one);
  CHECK(std::ranges::any_of(proof_keys(other), [&](auto key) { return std::ranges::find(keys, key) != keys.end(); }));
}

TEST_CASE("a branch that is named by its place is one with its long name if place and number agree") {
  auto one = organisation(1, "India Exports");
  auto other = organisation(2, "Universal Exports India");
  one.phones = other.phones = {"+91 493 620 2565"};
  one.addresses = {"12 Old Vale Road, Vale, Wayanad, 673576, India"};
  other.addresses = {"Vale Road, Wayanad, 673576, India"};
  CHECK(merges({one, other}));
  other.phones.clear();
  CHECK_FALSE(merges({one, other}));
}

TEST_CASE("every decision names both fields and a probability") {
  auto const found = identify({person(1, "홍길동", {mail}), person(2, "Hong Gil-dong", {mail})}, {});
  REQUIRE(found.decisions.size() == 1);
  auto const& decision = found.decisions.front();
  CHECK(decision.by == "attache");
  CHECK(decision.probability > 0.9);
  CHECK(std::ranges::any_of(decision.reasons,
                            [](Reason const& reason) { return reason.detail == "홍길동 reads as Hong Gil-dong"; }));
  CHECK(std::ranges::any_of(decision.reasons, [](Reason const& reason) { return reason.field == "e-mail"; }));
}

TEST_CASE("an organisation named with the same letters in two curated sources is one, unless a field contradicts") {
  CHECK(merges({organisation(1, "Hanbit Electronics"), organisation(2, "Hanbit Electronics Co., Ltd.")}));
  CHECK(merges({organisation(1, "한빛전자"), organisation(2, "(주)한빛전자")}));
  CHECK_FALSE(merges({organisation(1, "Delta", {"delta.example"}), organisation(2, "Delta", {"deltadental.example"})}));
  CHECK_FALSE(merges({organisation(1, "Delta", {"delta.example"}), organisation(2, "Delta", {"other.example"}),
                      organisation(3, "Delta")}));
  CHECK_FALSE(merges({organisation(1, "Hanbit Electronics"), organisation(2, "Hanbit Electric")}));
  CHECK_FALSE(merges({organisation(1, "Freelance"), organisation(2, "Freelance")}));
}

TEST_CASE("an organisation in another spelling or script is a question") {
  CHECK(asks({organisation(1, "한빛전자"), organisation(2, "Hanbit Electronics")}));
  CHECK_FALSE(merges({organisation(1, "한빛전자"), organisation(2, "Hanbit Electronics")}));
}

TEST_CASE("a thousand records of one attendee become one person, in any order") {
  std::vector<Profile> many;
  for (int i = 1; i <= 1000; ++i)
    many.push_back(person(i, i % 3 == 0 ? "Hong Gil-dong" : "홍길동", {mail}));
  std::vector<Record> records;
  for (auto const& profile : many)
    records.push_back({.id = profile.record});
  auto const expected = identify(many, {});
  auto const all = clusters(records, expected.decisions);
  CHECK(all.canonical.size() == 1000);
  CHECK(all.of(RecordId{1000}) == RecordId{1});
  std::mt19937 random(1);
  std::ranges::shuffle(many, random);
  CHECK(identify(many, {}).decisions == expected.decisions);
}
