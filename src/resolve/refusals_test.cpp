#include "resolve/refusals.h"

#include "resolve/cluster.h"

#include <algorithm>
#include <array>
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <rapidcheck.h>

using namespace attache;
using namespace attache::resolve;

namespace {

using Strings = std::vector<std::string>;

Profile person(int record, std::string name, Strings emails = {}, Strings phones = {}) {
  return {.record = RecordId{record},
          .source = SourceId{record},
          .names = {std::move(name)},
          .emails = std::move(emails),
          .phones = std::move(phones)};
}

Profile listed(int record, int source, std::string name, Strings emails = {}, Strings phones = {}) {
  auto out = person(record, std::move(name), std::move(emails), std::move(phones));
  out.source = SourceId{source};
  out.lists_once = true;
  return out;
}

std::vector<Decision> numbered(std::vector<Decision> decisions) {
  int id = 0;
  for (auto& decision : decisions)
    decision.id = DecisionId{++id};
  return decisions;
}

struct Found {
  std::vector<Decision> decisions;
  Clusters clusters;
  std::vector<Refusal> refusals;
};

Found decide(std::vector<Profile> const& profiles, std::vector<Decision> existing = {}) {
  std::vector<Record> records;
  for (auto const& profile : profiles)
    records.push_back({.id = profile.record, .source = profile.source, .kind = profile.kind});
  Found out{.decisions = existing};
  for (auto& decision : identify(profiles, existing).decisions)
    out.decisions.push_back(std::move(decision));
  out.decisions = numbered(std::move(out.decisions));
  out.clusters = clusters(records, out.decisions);
  out.refusals = refusals(profiles, out.decisions, out.clusters);
  return out;
}

Strings const names{"홍길동",       "Hong Gil-dong", "Gildong Hong", "홍 회장",     "Chairman Hong", "이재용",
                    "Lee Jae-yong", "Jay Y. Lee",    "이 부회장",    "Lee",         "Jae-yong",      "John Smith",
                    "Smith, John",  "Johnny Smith",  "Dr. Smith",    "Aloysius Fe", "Aloysius Fe"};

Strings some(Strings const& values) {
  auto const value = *rc::gen::elementOf(values);
  return value.empty() ? Strings{} : Strings{value};
}

// All that is no proof: names in any script, titles, employers, domains, cities.
Profile random_surroundings(int record) {
  auto out = person(record, *rc::gen::elementOf(names));
  out.organisations = some({"", "한빛전자", "Hanbit Electronics", "Larkspur"});
  out.titles = some({"", "Chairman", "회장", "Partner"});
  out.cities = some({"", "Seoul", "서울", "Boston"});
  out.domains = some({"", "hanbit.example", "larkspur.example"});
  out.press = *rc::gen::inRange(0, 5) == 0;
  return out;
}

Profile random_person(int record) {
  auto out = random_surroundings(record);
  out.emails = some({"", "hong@hanbit.example", "lee@hanbit.example", "info@hanbit.example", "js@larkspur.example"});
  out.phones = some({"", "+82 10-1234-5678", "+1 617 555 0142", "+1 617 555 0143"});
  out.birthdays = some({"", "", "1968-06-23", "1970-01-02"});
  out.source = SourceId{*rc::gen::inRange(1, 4)};
  out.lists_once = !out.press && *rc::gen::arbitrary<bool>();
  return out;
}

std::vector<Profile> several(Profile (*one)(int)) {
  std::vector<Profile> out;
  for (int i = *rc::gen::inRange(2, 14); i > 0; --i)
    out.push_back(one(static_cast<int>(out.size()) + 1));
  return out;
}

bool share(Strings const& a, Strings const& b) {
  return std::ranges::any_of(a, [&](auto const& value) { return std::ranges::find(b, value) != b.end(); });
}

} // namespace

TEST_CASE("no name, in whatever script, with whatever title, employer, domain and city, ever merges anybody") {
  CHECK(rc::check([] { RC_ASSERT(decide(several(random_surroundings)).decisions.empty()); }));
}

TEST_CASE("whatever is merged by a rule has two proofs, or is a mailbox of which nothing else is known") {
  CHECK(rc::check([] {
    for (auto const& decision : decide(several(random_person)).decisions) {
      auto const proofs = std::ranges::count_if(decision.reasons, [](Reason const& reason) {
        constexpr std::array fields{"name", "e-mail", "phone", "birthday", "profile"};
        return reason.bits > 0 && std::ranges::find(fields, reason.field) != fields.end();
      });
      RC_ASSERT(proofs >= 2 || decision.why.find("nothing else is known") != std::string::npos);
      RC_ASSERT(!decision.reasons.empty());
    }
  }));
}

TEST_CASE("no cluster holds birthdays that differ, press and curated records, or strangers of one list") {
  CHECK(rc::check([] {
    auto const profiles = several(random_person);
    auto const found = decide(profiles);
    for (auto const& a : profiles)
      for (auto const& b : profiles) {
        if (a.record >= b.record || found.clusters.of(a.record) != found.clusters.of(b.record))
          continue;
        RC_ASSERT(a.birthdays.empty() || b.birthdays.empty() || a.birthdays == b.birthdays);
        RC_ASSERT(a.press == b.press);
        // Through others of their cluster in that list they may be linked; two alone may not.
        auto const of_list = std::ranges::count_if(profiles, [&](Profile const& one) {
          return one.lists_once && one.source == a.source &&
                 found.clusters.of(one.record) == found.clusters.of(a.record);
        });
        if (a.lists_once && b.lists_once && a.source == b.source && of_list == 2)
          RC_ASSERT(share(a.emails, b.emails) || share(a.phones, b.phones) || share(a.birthdays, b.birthdays));
      }
  }));
}

TEST_CASE("a couple that shares address and number stays two, and is filed as a conflict with what is against it") {
  Strings const mail{"hong@hanbit.example"}, phone{"+82 10-1234-5678"};
  auto const found = decide({person(1, "홍길동", mail, phone), person(2, "김영희", mail, phone)});
  CHECK(found.decisions.empty());
  REQUIRE(found.refusals.size() == 1);
  CHECK(found.refusals[0].objection == Objection::evidence);
  CHECK(found.refusals[0].what.find("e-mail") != std::string::npos);
  CHECK(found.refusals[0].what.find("phone") != std::string::npos);
}

TEST_CASE("a conflict that somebody decided, either way, is no longer one") {
  Strings const mail{"hong@hanbit.example"}, phone{"+82 10-1234-5678"};
  std::vector const two{person(1, "홍길동", mail, phone), person(2, "김영희", mail, phone)};
  for (auto const verdict : {Verdict::same, Verdict::different, Verdict::unsure})
    CHECK(decide(two, {{.a = RecordId{1}, .b = RecordId{2}, .verdict = verdict, .by = "kim"}}).refusals.empty());
}

TEST_CASE("two entries of one address book that share nothing are not joined through a third record") {
  Strings const mail{"hong@hanbit.example"}, phone{"+82 10-1234-5678"};
  auto const found =
      decide({listed(1, 1, "홍길동", mail), listed(2, 1, "홍길동", {}, phone), listed(3, 2, "홍길동", mail, phone)});
  CHECK(found.clusters.of(RecordId{1}) != found.clusters.of(RecordId{2}));
  CHECK(found.decisions.size() == 1);
  REQUIRE(found.refusals.size() == 1);
  CHECK(found.refusals[0].objection == Objection::source);
}

TEST_CASE("somebody entered twice in one address book with the same address is one") {
  Strings const mail{"hong@hanbit.example"};
  CHECK(decide({listed(1, 1, "홍길동", mail), listed(2, 1, "Hong Gil-dong", mail)}).decisions.size() == 1);
}

TEST_CASE("a person with more addresses than anybody has raises the alarm instead of growing") {
  std::vector<Profile> all;
  Strings many;
  for (int i = 0; i < 16; ++i)
    many.push_back(fmt::format("hong{}@hanbit.example", i));
  all.push_back(person(1, "홍길동", many));
  all.push_back(person(2, "홍길동", {many[0], "hong@elsewhere.example"}));
  auto const found = decide(all);
  CHECK(found.decisions.empty());
  REQUIRE(found.refusals.size() == 1);
  CHECK(found.refusals[0].objection == Objection::size);
}

TEST_CASE("refusals do not depend on the order of the records") {
  CHECK(rc::check([] {
    auto profiles = several(random_person);
    auto const expected = decide(profiles).refusals;
    std::ranges::reverse(profiles);
    auto const found = decide(profiles).refusals;
    RC_ASSERT(found.size() == expected.size());
    for (std::size_t i = 0; i < found.size(); ++i)
      RC_ASSERT(found[i].what == expected[i].what);
  }));
}
