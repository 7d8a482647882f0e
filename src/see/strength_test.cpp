#include "see/strength.h"

#include "see/default_strength.h"
#include "see/rhythm.h"
#include "see/world_test.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <random>
#include <rapidcheck.h>

namespace attache::see {
namespace {

using namespace test;
using std::chrono::days;
using std::chrono::hours;

Instant const start = on(2020, 1, 1);

Contact met(int id, Instant at, std::vector<int> const& people, ContactKind kind = ContactKind::meeting,
            Realis realis = Realis::asserted) {
  Contact contact{.id = ContactId{id}, .kind = kind, .when = {.from = minute_moment(at)}, .realis = realis};
  for (auto const person : people)
    contact.people.push_back(PersonId{person});
  std::ranges::sort(contact.people);
  auto const [first, last] = std::ranges::unique(contact.people);
  contact.people.erase(first, last);
  return contact;
}

Network with_people(int count) {
  Network network;
  for (int i = 1; i <= count; ++i)
    network.people.push_back({.id = PersonId{i}, .name = "P" + std::to_string(i)});
  network.principal = PersonId{1};
  return network;
}

Network meeting_on(std::vector<int> const& on_days) {
  auto network = with_people(2);
  for (auto const day : on_days)
    network.contacts.push_back(met(day + 1, start + days{day}, {1, 2}));
  return network;
}

Tie tie_after(std::vector<int> const& on_days, int day) {
  auto const found = ties(meeting_on(on_days), PersonId{1}, start + days{day});
  REQUIRE(found.size() == 1);
  return found[0];
}

Network random_network(int people, int contacts) {
  auto network = with_people(people);
  for (int i = 0; i < contacts; ++i) {
    auto const group = *rc::gen::container<std::vector<int>>(static_cast<std::size_t>(*rc::gen::inRange(2, 5)),
                                                             rc::gen::inRange(1, people + 1));
    network.contacts.push_back(
        met(i + 1, start + days{*rc::gen::inRange(0, 1000)}, group,
            *rc::gen::element(ContactKind::meeting, ContactKind::call, ContactKind::message, ContactKind::event)));
  }
  return network;
}

double strength_between(std::vector<Tie> const& all, PersonId a, PersonId b) {
  for (auto const& tie : all)
    if (tie.a == std::min(a, b) && tie.b == std::max(a, b))
      return tie.strength;
  return 0;
}

bool same(Tie const& x, Tie const& y) {
  return x.a == y.a && x.b == y.b && x.strength == y.strength && x.state == y.state && x.contacts == y.contacts &&
         x.last == y.last && x.rhythm_days == y.rhythm_days && x.reasons == y.reasons &&
         x.lapsed_since == y.lapsed_since && x.restored_at == y.restored_at;
}
bool same(std::vector<Tie> const& x, std::vector<Tie> const& y) {
  return std::ranges::equal(x, y, [](Tie const& a, Tie const& b) { return same(a, b); });
}

TEST_CASE("strength lies between 0 and 1 and every tie says why in one to three reasons") {
  CHECK(rc::check([] {
    for (auto const& tie : all_ties(random_network(6, *rc::gen::inRange(0, 40)), start + days{1001})) {
      RC_ASSERT(tie.strength > 0 && tie.strength < 1);
      RC_ASSERT(!tie.reasons.empty() && tie.reasons.size() <= 3);
    }
  }));
}

TEST_CASE("the default strength rises with contacts and falls with silence") {
  CHECK(default_weights.weight[0] < 0);
  for (std::size_t i = 1; i < measure_count; ++i)
    CHECK(default_weights.weight.at(i) >= 0);
  CHECK(tie_after({0, 30, 60}, 61).strength > tie_after({0, 30, 60}, 200).strength);
  CHECK(tie_after({0, 30, 60}, 61).strength > tie_after({60}, 61).strength);
  CHECK(tie_after({0}, 3000).strength < .02);
}

TEST_CASE("adding a contact never lowers the strength of a tie between people who were there") {
  CHECK(rc::check([] {
    auto network = random_network(5, *rc::gen::inRange(1, 30));
    auto const as_of = start + days{1001};
    auto const before = all_ties(network, as_of);
    auto const extra = random_network(5, 1).contacts[0];
    network.contacts.push_back(extra);
    network.contacts.back().id = ContactId{999};
    auto const after = all_ties(network, as_of);
    for (auto const a : extra.people)
      for (auto const b : extra.people)
        RC_ASSERT(strength_between(after, a, b) >= strength_between(before, a, b));
  }));
}

TEST_CASE("what is planned, possible, cancelled or denied changes no tie") {
  CHECK(rc::check([] {
    auto network = random_network(5, *rc::gen::inRange(1, 30));
    auto const as_of = start + days{1001};
    auto const before = all_ties(network, as_of);
    auto extra = random_network(5, 1).contacts[0];
    extra.realis = *rc::gen::element(Realis::planned, Realis::possible, Realis::cancelled, Realis::denied);
    network.contacts.push_back(extra);
    RC_ASSERT(same(all_ties(network, as_of), before));
  }));
}

TEST_CASE("the ties of one person are those among all ties, and a history cut at a date is the history of that date") {
  CHECK(rc::check([] {
    auto const network = random_network(5, *rc::gen::inRange(0, 40));
    auto const as_of = start + days{1001}, earlier = start + days{*rc::gen::inRange(1, 1000)};
    auto const past = histories(network, as_of);
    auto const of = PersonId{*rc::gen::inRange(1, 7)};
    auto own = all_ties(network, as_of);
    std::erase_if(own, [&](Tie const& tie) { return tie.a != of && tie.b != of; });
    RC_ASSERT(same(all_ties_of(past, of, as_of), own));
    std::vector<History> cut;
    for (auto const& history : past)
      if (auto one = until(history, earlier); !one.encounters.empty())
        cut.push_back(std::move(one));
    RC_ASSERT(same(all_ties(cut, earlier), all_ties(network, earlier)));
  }));
}

TEST_CASE("ties of a past date do not know later contacts") {
  CHECK(rc::check([] {
    auto network = random_network(5, *rc::gen::inRange(1, 40));
    auto const as_of = start + days{*rc::gen::inRange(1, 1000)};
    auto const full = all_ties(network, as_of);
    std::erase_if(network.contacts, [&](Contact const& contact) { return contact.when.from.at > as_of; });
    RC_ASSERT(same(all_ties(network, as_of), full));
  }));
}

TEST_CASE("the order of contacts does not matter") {
  CHECK(rc::check([] {
    auto network = random_network(5, *rc::gen::inRange(1, 40));
    auto const as_of = start + days{900};
    auto const expected = all_ties(network, as_of);
    std::mt19937 shuffle{*rc::gen::arbitrary<std::uint32_t>()};
    std::ranges::shuffle(network.contacts, shuffle);
    RC_ASSERT(same(all_ties(network, as_of), expected));
  }));
}

TEST_CASE("a meeting of two strengthens more than a message, a call, an event, and a meeting of ten") {
  auto network = with_people(30);
  network.contacts = {met(1, start, {1, 2}), met(2, start, {1, 3}, ContactKind::message),
                      met(3, start, {1, 4}, ContactKind::call), met(4, start, {1, 5}, ContactKind::event),
                      met(5, start, {1, 11, 12, 13, 14, 15, 16, 17, 18, 19})};
  auto const own = ties(network, PersonId{1}, start + days{30});
  REQUIRE(own.size() == 13);
  CHECK(own[0].b == PersonId{2});
  CHECK(own[0].strength > own[1].strength);
}

TEST_CASE("a mailing to many and a crowd are no encounters") {
  auto network = with_people(60);
  std::vector<int> everybody(60);
  std::iota(everybody.begin(), everybody.end(), 1);
  network.contacts = {met(1, start, everybody, ContactKind::event),
                      met(2, start, {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}, ContactKind::message)};
  CHECK(all_ties(network, start + days{30}).empty());
}

TEST_CASE("silence is measured in the tie's own rhythm") {
  CHECK(tie_after({0}, 20).state == TieState::fresh);
  std::vector<int> fortnightly, quarterly;
  for (int day = 0; day <= 364; day += 14)
    fortnightly.push_back(day);
  for (int day = 0; day <= 364 * 3; day += 91)
    quarterly.push_back(day);
  CHECK(tie_after(fortnightly, 370).state == TieState::active);
  CHECK(tie_after(fortnightly, 364 + 100).state == TieState::lapsed);
  CHECK(tie_after(quarterly, 364 * 3 + 100).state == TieState::active);
  CHECK(tie_after(quarterly, 364 * 3 + 250).state == TieState::cooling);
  CHECK(tie_after(quarterly, 364 * 3 + 400).state == TieState::lapsed);
}

TEST_CASE("a lapsed tie is restored by one meeting") {
  auto const lapsed = tie_after({0, 30, 60, 90, 120}, 500);
  CHECK(lapsed.state == TieState::lapsed);
  CHECK(lapsed.lapses == 1);
  CHECK((lapsed.lapsed_since > start + days{120} && lapsed.lapsed_since < start + days{500}));
  auto const restored = tie_after({0, 30, 60, 90, 120, 505}, 510);
  CHECK(restored.state == TieState::restored);
  CHECK(restored.lapsed_since == lapsed.lapsed_since);
  CHECK(restored.restored_at == start + days{505});
  CHECK(restored.restored_by == ContactId{506});
  CHECK(tie_after({0, 30, 60, 90, 120, 505}, 1500).state == TieState::lapsed);
}

TEST_CASE("a thread of messages within a week is one episode, not a rhythm") {
  auto network = with_people(2);
  for (int i = 0; i < 30; ++i)
    network.contacts.push_back(met(i + 1, start + hours{4 * i}, {1, 2}, ContactKind::message));
  auto const found = ties(network, PersonId{1}, start + days{40});
  CHECK(found[0].state != TieState::lapsed);
  CHECK(found[0].rhythm_days > least_rhythm_days);
}

TEST_CASE("a tie is told from the person asked about, strongest first") {
  auto network = with_people(3);
  network.contacts = {met(1, start, {1, 3}), met(2, start, {2, 3}), met(3, start + days{9}, {2, 3})};
  auto const found = ties(network, PersonId{3}, start + days{10});
  REQUIRE(found.size() == 2);
  CHECK((found[0].a == PersonId{3} && found[0].b == PersonId{2}));
  CHECK(found[0].strength > found[1].strength);
}

TEST_CASE("reasons name the kinds of contact and the last date") {
  auto const words = tie_after({0, 10, 20}, 25).reasons;
  CHECK(std::ranges::count(words, "3 meetings") == 1);
  CHECK(std::ranges::count(words, "last contact 5 days ago (2020-01-21)") == 1);
}

TEST_CASE("of two equal lapsed ties the big shot is restored first, and living ties are not in the list") {
  auto network = with_people(4);
  network.people[2].tier = 1;
  for (int i = 0; i < 6; ++i)
    for (auto const other : {2, 3})
      network.contacts.push_back(met(10 * i + other, start + days{30 * i}, {1, other}));
  network.contacts.push_back(met(900, start + days{1990}, {1, 4}));
  auto const as_of = start + days{2000};
  auto const ranked = rank_restore(network, all_ties(network, as_of), PersonId{1}, as_of);
  REQUIRE(ranked.size() == 2);
  CHECK(ranked[0].tie.b == PersonId{3});
  CHECK(ranked[0].score == doctest::Approx(ranked[0].chance * ranked[0].value));
  CHECK(ranked[0].why.starts_with("tier 1, 6 contacts until 2020-05-30"));
  CHECK(rank_restore(network, all_ties(network, as_of), PersonId{1}, as_of, 1).size() == 1);
  auto const learnt = rank_restore(network, all_ties(network, as_of), PersonId{1}, as_of, 1, Chance::by_strength);
  CHECK(learnt[0].chance == learnt[0].tie.strength);
}

} // namespace
} // namespace attache::see
