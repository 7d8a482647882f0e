#include "resolve/identities.h"

#include "resolve/cluster.h"
#include "resolve/identify.h"

#include <algorithm>
#include <array>
#include <doctest/doctest.h>
#include <map>
#include <numeric>
#include <random>
#include <rapidcheck.h>
#include <set>

using namespace attache;
using namespace attache::resolve;

namespace {

using Partition = std::set<std::set<int>>; // of the people's places in the list

// A few values each, so that records meet in every way: names in two scripts, shared addresses, bare mailboxes.
Profile arbitrary() {
  constexpr std::array<char const*, 9> names{
      "홍길동", "Hong Gil-dong", "Gildong Hong", "홍길순", "Bill Gates", "William Gates", "Gates", "", "김민준"};
  constexpr std::array<char const*, 5> emails{"a@x.example", "b@x.example", "c@x.example", "info@x.example", ""};
  constexpr std::array<char const*, 4> phones{"+82 10-1111-2222", "010 3333 4444", "", ""};
  constexpr std::array<char const*, 4> birthdays{"1970-01-02", "1981-03-04", "", ""};
  auto const pick = [](auto const& list) { return *rc::gen::elementOf(list); };
  auto const set = [](std::vector<std::string>& into, char const* value) {
    if (*value != '\0')
      into.emplace_back(value);
  };
  Profile out;
  set(out.names, pick(names));
  set(out.emails, pick(emails));
  set(out.phones, pick(phones));
  set(out.birthdays, pick(birthdays));
  out.press = *rc::gen::inRange(0, 8) == 0;
  return out;
}

std::vector<Profile> numbered(std::vector<Profile> profiles) {
  for (std::size_t i = 0; i < profiles.size(); ++i)
    profiles[i].record = RecordId{static_cast<int>(i) + 1};
  return profiles;
}

Partition partition(Identities const& identities, std::vector<std::size_t> const& place_of) {
  std::map<RecordId, std::set<int>> clusters;
  for (std::size_t i = 0; i < place_of.size(); ++i)
    clusters[identities.of(RecordId{static_cast<int>(i) + 1})].insert(static_cast<int>(place_of[i]));
  Partition out;
  for (auto const& [record, members] : clusters)
    out.insert(members);
  return out;
}

enum class Way { at_once, one_by_one };

// The profiles in `order`, numbered anew in it.
Partition resolved(std::vector<Profile> const& profiles, std::vector<std::size_t> const& order, Way way) {
  std::vector<Profile> come;
  for (auto const i : order)
    come.push_back(profiles[i]);
  come = numbered(come);
  Identities identities;
  if (way == Way::at_once)
    identities.add(come);
  for (auto const& profile : come)
    if (way == Way::one_by_one) {
      identities.add({&profile, 1});
      identities.settle();
    }
  identities.settle();
  return partition(identities, order);
}

std::vector<std::size_t> in_order(std::size_t size) {
  std::vector<std::size_t> out(size);
  std::iota(out.begin(), out.end(), std::size_t{0});
  return out;
}

// `count` records that share one phone number, each under another name.
std::vector<Profile> switchboard(int count) {
  std::vector<Profile> out;
  for (int i = 0; i < count; ++i)
    out.push_back({.names = {"Person Number" + std::string(1, static_cast<char>('a' + i % 26)) +
                             std::string(1, static_cast<char>('a' + i / 26))},
                   .phones = {"+1 555 123 4567"}});
  return out;
}

} // namespace

TEST_CASE("records that come one by one end as records that come at once") {
  CHECK(rc::check([] {
    std::vector<Profile> profiles(*rc::gen::inRange<std::size_t>(0, 40));
    for (auto& profile : profiles)
      profile = arbitrary();
    auto const order = in_order(profiles.size());
    RC_ASSERT(resolved(profiles, order, Way::one_by_one) == resolved(profiles, order, Way::at_once));
  }));
}

TEST_CASE("twenty shuffles of the records give the same clusters") {
  CHECK(rc::check([] {
    std::vector<Profile> profiles(*rc::gen::inRange<std::size_t>(0, 30));
    for (auto& profile : profiles)
      profile = arbitrary();
    auto order = in_order(profiles.size());
    auto const expected = resolved(profiles, order, Way::at_once);
    for (unsigned seed = 1; seed <= 20; ++seed) {
      std::ranges::shuffle(order, std::mt19937{seed});
      RC_ASSERT(resolved(profiles, order, seed % 2 == 0 ? Way::at_once : Way::one_by_one) == expected);
    }
  }));
}

TEST_CASE("of two records that say the same, both are one with a third or neither is") {
  // Told by the shrinking of the test above: the number alone is on too many for the two, not for them and the third.
  Profile twin{.names = {"홍길동"}, .emails = {"info@x.example"}, .phones = {"+82 10-1111-2222"}};
  twin.press = true;
  auto third = twin;
  third.birthdays = {"1981-03-04"};
  std::vector<Profile> profiles{twin, twin, third};
  for (auto const* const name : {"", "Gates", "홍길동", "William Gates"})
    profiles.push_back({.names = {name}, .emails = {"c@x.example"}, .phones = {"+82 10-1111-2222"}});
  std::vector<std::size_t> order = in_order(profiles.size());
  auto const expected = resolved(profiles, order, Way::at_once);
  do {
    CHECK(resolved(profiles, order, Way::at_once) == expected);
  } while (std::ranges::next_permutation(order).found && order[0] < 3);
}

TEST_CASE("decisions hold whether they come before or after the records they do not speak of") {
  CHECK(rc::check([] {
    std::vector<Profile> profiles(*rc::gen::inRange<std::size_t>(2, 25));
    for (auto& profile : profiles)
      profile = arbitrary();
    profiles = numbered(profiles);
    std::vector<Decision> decisions;
    for (int i = 1; i <= *rc::gen::inRange(0, 6); ++i) {
      auto const last = static_cast<int>(profiles.size());
      auto const a = *rc::gen::inRange(1, last);
      decisions.push_back({.id = DecisionId{i},
                           .a = RecordId{a},
                           .b = RecordId{*rc::gen::inRange(a + 1, last + 1)},
                           .verdict = *rc::gen::element(Verdict::same, Verdict::different, Verdict::unsure),
                           .by = "kim"});
    }
    Identities at_once, one_by_one;
    at_once.add(profiles);
    for (auto const& decision : decisions)
      at_once.decide(decision);
    at_once.settle();
    for (auto const& profile : profiles) {
      one_by_one.add({&profile, 1});
      one_by_one.settle();
      for (auto const& decision : decisions)
        if (decision.b == profile.record)
          one_by_one.decide(decision);
      one_by_one.settle();
    }
    auto const order = in_order(profiles.size());
    RC_ASSERT(partition(one_by_one, order) == partition(at_once, order));
  }));
}

TEST_CASE("a number that many people have joins nobody any longer, and whom it joined it parts") {
  auto many = switchboard(2);
  many[1].names = many[0].names = {"Hong Gil-dong"};
  many[1].titles = {"chair"};
  auto crowd = switchboard(70);
  many.insert(many.end(), crowd.begin(), crowd.end());
  many = numbered(many);
  Identities identities;
  identities.add(std::span{many}.first(2));
  identities.settle();
  CHECK(identities.of(RecordId{2}) == RecordId{1});
  for (auto const& profile : std::span{many}.subspan(2)) {
    identities.add({&profile, 1});
    identities.settle();
  }
  CHECK(identities.of(RecordId{2}) == RecordId{2});
}

TEST_CASE("a mailbox that was one person's is nobody's once another has it too") {
  std::vector<Profile> three{{.names = {"홍길동"}, .emails = {"a@x.example"}},
                             {.emails = {"a@x.example"}},
                             {.names = {"김철수"}, .emails = {"a@x.example"}}};
  three = numbered(three);
  auto const two = std::vector(three.begin(), three.begin() + 2);
  auto first = identify(two, {});
  REQUIRE(first.decisions.size() == 1);
  first.decisions[0].id = DecisionId{1};
  auto const second = identify(three, first.decisions);
  CHECK(second.decisions.empty());
  REQUIRE(second.withdrawn.size() == 1);
  CHECK(second.withdrawn[0].undoes == DecisionId{1});
  auto all = first.decisions;
  all.push_back(second.withdrawn[0]);
  all.back().id = DecisionId{2};
  CHECK(identify(three, all).decisions.empty());
  CHECK(identify(three, all).withdrawn.empty());
  CHECK(identify(two, all).decisions.size() == 1); // by itself it may do again what it took back by itself
}

TEST_CASE("what is settled is told once, and only what has moved") {
  auto const two = numbered(
      {{.names = {"홍길동"}, .emails = {"a@x.example"}}, {.names = {"Hong Gil-dong"}, .emails = {"a@x.example"}}});
  Identities identities;
  identities.add(two);
  auto const told = identities.settle();
  CHECK(told.moved == std::vector{Moved{.record = RecordId{2}, .before = RecordId{2}, .now = RecordId{1}}});
  CHECK(told.decisions.size() == 1);
  CHECK(identities.settle().decisions.empty());
}
