#include "see/diff.h"
#include "see/fragility.h"
#include "see/restored.h"
#include "see/rfm.h"
#include "see/shortage.h"
#include "see/spark.h"
#include "see/trial.h"
#include "see/win_back.h"
#include "see/world_test.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <random>
#include <rapidcheck.h>

namespace attache::see {
namespace {

using namespace test;
using std::chrono::days;

Sample sample_of(double silence, double contacts, double weight) {
  Sample sample;
  sample.features[static_cast<std::size_t>(Feature::silence)] = silence;
  sample.features[static_cast<std::size_t>(Feature::count_all)] = contacts;
  sample.features[static_cast<std::size_t>(Feature::mean_weight)] = weight;
  return sample;
}

// The principal and `people` others, each met every 30 days until they fall silent; the even ones come back after a
// year, and fall silent again.
Network waves(int people, Instant from) {
  Network network{.principal = PersonId{1}, .principals = {PersonId{1}}};
  int id = 0;
  auto const meet = [&](int person, int day) {
    network.contacts.push_back({.id = ContactId{++id},
                                .when = {.from = minute_moment(from + days{day})},
                                .people = {PersonId{1}, PersonId{person}}});
  };
  for (int person = 1; person <= people + 1; ++person)
    network.people.push_back({.id = PersonId{person}, .name = "P"});
  for (int person = 2; person <= people + 1; ++person) {
    for (int day = person; day < 400; day += 30)
      meet(person, day);
    for (int day = 800 + person; person % 2 == 0 && day < 1000; day += 30)
      meet(person, day);
  }
  return network;
}

TEST_CASE("quintiles of three measures add up to a score from three to fifteen") {
  std::vector<Sample> samples;
  for (int i = 0; i < 10; ++i)
    samples.push_back(sample_of(10 - i, i, i));
  auto const scores = rfm(samples);
  CHECK(scores.front() == 3);
  CHECK(scores.back() == 15);
  CHECK(std::ranges::is_sorted(scores));
}

TEST_CASE("a tie that is better in every measure never scores less") {
  CHECK(rc::check([](std::vector<std::tuple<std::uint8_t, std::uint8_t>> const& drawn) {
    std::vector<Sample> samples;
    for (auto const& [silence, contacts] : drawn)
      samples.push_back(sample_of(silence, contacts, 1));
    auto const scores = rfm(samples);
    for (std::size_t i = 0; i < drawn.size(); ++i)
      for (std::size_t k = 0; k < drawn.size(); ++k)
        if (std::get<0>(drawn[i]) <= std::get<0>(drawn[k]) && std::get<1>(drawn[i]) >= std::get<1>(drawn[k]))
          RC_ASSERT(scores[i] >= scores[k]);
  }));
}

TEST_CASE("too few lapses leave the rule, and many give the share that came back") {
  auto const from = on(2018, 1, 1), today = from + days{1700};
  auto const few = waves(4, from), many = waves(60, from);
  CHECK(win_back(few, all_ties(few, today), PersonId{1}, today, false).from == ChanceFrom::rule);
  auto const learnt = win_back(many, all_ties(many, today), PersonId{1}, today, false, {.limit = 100});
  CHECK(learnt.from == ChanceFrom::past);
  REQUIRE(learnt.ranked.size() == 60);
  double sum = 0;
  for (auto const& one : learnt.ranked)
    sum += one.chance;
  // Each quarter of a lapse is a case; the chance now is of the level that those quarters had.
  auto const level = static_cast<double>(learnt.came_back) / learnt.cases;
  CHECK(sum / 60 < 2.5 * level);
  CHECK(sum / 60 > level / 2.5);
}

TEST_CASE("learning from the past does not reorder the lapsed ties of one tier against the rule") {
  auto const from = on(2018, 1, 1), today = from + days{1700};
  auto const network = waves(60, from);
  auto const all = all_ties(network, today);
  auto const ranked = win_back(network, all, PersonId{1}, today, false, {.limit = 100}).ranked;
  for (std::size_t i = 1; i < ranked.size(); ++i)
    CHECK(restoration_chance(ranked[i - 1].tie) >= restoration_chance(ranked[i].tie) - 1e-9);
}

TEST_CASE("what comes after the date does not change whom to win back on it") {
  auto const from = on(2018, 1, 1), early = from + days{700};
  auto const whole = waves(60, from);
  auto cut = whole;
  std::erase_if(cut.contacts, [&](Contact const& contact) { return contact.when.from.at > early; });
  auto const a = win_back(whole, all_ties(whole, early), PersonId{1}, early, false, {.limit = 100});
  auto const b = win_back(cut, all_ties(cut, early), PersonId{1}, early, false, {.limit = 100});
  REQUIRE(a.ranked.size() == b.ranked.size());
  CHECK(a.cases == b.cases);
  for (std::size_t i = 0; i < a.ranked.size(); ++i)
    CHECK((a.ranked[i].tie.b == b.ranked[i].tie.b && a.ranked[i].score == b.ranked[i].score));
}

TEST_CASE("stretch favours the higher-ranking and the less-met") {
  World world;
  auto const cards = world.source("vcard"), diary = world.source("icalendar");
  auto const me = world.person(cards, "Seo Yun-ho"), close = world.person(cards, "Kim Do-yun"),
             star = world.person(cards, "Lee Ha-eun");
  world.say(me, property::principal, "yes");
  world.say(star, property::tier, "1");
  for (unsigned month = 1; month <= 12; ++month)
    world.contact(diary, "meeting", all_day(2020, month, 3), {me, close});
  world.contact(diary, "meeting", all_day(2020, 5, 4), {me, star});
  auto const today = on(2023, 6, 1);
  auto const network = world.network(today);
  auto const all = all_ties(network, today);
  auto const first = [&](double stretch) {
    return win_back(network, all, person_id(me), today, false, {.stretch = stretch}).ranked.front().tie.b;
  };
  CHECK(first(1) == person_id(star));
  CHECK(win_back(network, all, person_id(me), today, false).ranked.size() == 2);
}

TEST_CASE("a spark line has the newest period last and leaves out what is older") {
  History history{.encounters = {{.at = on(2010, 1, 1)}, {.at = on(2023, 3, 1)}, {.at = on(2023, 5, 31)}}};
  CHECK(spark(history, on(2023, 6, 1), 3, 60) == std::vector<int>{0, 1, 1});
}

struct Move : World {
  SourceId cards = source("vcard"), diary = source("icalendar");
  RecordId me = person(cards, "Seo Yun-ho"), lee = person(cards, "Lee Ha-eun"), kim = person(cards, "Kim Do-yun");
  RecordId chips = organisation(cards, "Hanbit Chips"), bio = organisation(cards, "Daon Bio");
  Instant before = on(2022, 6, 1), after = on(2023, 6, 1);
  Move() {
    say(me, property::principal, "yes");
    serves(lee, chips, "Director",
           {.from = year_moment(2015), .to = day_moment(Day{std::chrono::year{2022} / 12 / 31})});
    serves(lee, bio, "CEO", {.from = day_moment(Day{std::chrono::year{2023} / 1 / 1})});
    serves(kim, chips, "Counsel", {.from = year_moment(2015)});
    for (unsigned month = 1; month <= 6; ++month)
      contact(diary, "meeting", all_day(2022, month, 1), {me, lee});
    contact(diary, "meeting", all_day(2023, 5, 20), {me, lee});
    contact(diary, "meeting", all_day(2023, 5, 21), {me, kim});
  }
  [[nodiscard]] Diff changes() const {
    auto const was = network(before), is = network(after);
    auto const ties_before = ties(was, person_id(me), before), ties_after = ties(is, person_id(me), after);
    return diff({was, ties_before, before}, {is, ties_after, after});
  }
};

TEST_CASE("between two dates ties appear and are restored, people move, organisations are gained") {
  Move const move;
  auto const changes = move.changes();
  REQUIRE(changes.appeared.size() == 1);
  CHECK(changes.appeared[0].after.b == person_id(move.kim));
  REQUIRE(changes.restored.size() == 1);
  CHECK(changes.restored[0].after.b == person_id(move.lee));
  CHECK(changes.lapsed.empty());
  REQUIRE(changes.roles.size() == 1);
  CHECK(changes.roles[0].ended->title == "Director");
  CHECK(changes.roles[0].began->title == "CEO");
  REQUIRE(changes.gained.size() == 1);
  CHECK(changes.gained[0].organisation == organisation_id(move.bio));
  CHECK(changes.lost.empty()); // somebody else holds it now
}

TEST_CASE("a date compared with itself has no change") {
  Move const move;
  auto const is = move.network(move.after);
  auto const own = ties(is, person_id(move.me), move.after);
  auto const none = diff({is, own, move.after}, {is, own, move.after});
  CHECK((none.appeared.empty() && none.lapsed.empty() && none.restored.empty() && none.strengthened.empty() &&
         none.weakened.empty() && none.roles.empty() && none.gained.empty() && none.lost.empty()));
}

TEST_CASE("an organisation with one living tie hangs on it, and its others are named") {
  Move const move;
  auto const network = move.network(move.after);
  auto held = held_by_one(network, ties(network, person_id(move.me), move.after), person_id(move.me), move.after);
  REQUIRE(held.size() == 2);
  CHECK(held[0].others.empty());
  CHECK((held[0].tie.b != held[1].tie.b));
  auto const later = on(2026, 6, 1); // both have lapsed
  auto const then = move.network(later);
  CHECK(held_by_one(then, ties(then, person_id(move.me), later), person_id(move.me), later).empty());
}

TEST_CASE("what an office lacks for a backtest is said with figures") {
  Network const nothing{.principal = PersonId{1}};
  auto const today = on(2023, 6, 1);
  CHECK(shortages(nothing, today, backtest(nothing, today))[0].find("no contact") == 0);
  auto const young = waves(3, today - days{100});
  auto const said = shortages(young, today, backtest(young, today));
  REQUIRE(said.size() == 1);
  CHECK(said[0].find("98 days, and 360 are needed") != std::string::npos);
  auto const small = waves(3, today - days{1200});
  CHECK(shortages(small, today, backtest(small, today))[0].find("200 cases are needed") != std::string::npos);
}

TEST_CASE("what comes back anyway is the share of earlier years times what is lapsed now") {
  auto const from = on(2018, 1, 1);
  auto const network = waves(10, from);
  auto const anyway = expected_anyway(network, PersonId{1}, from + days{1500}, 400, from + days{2500});
  CHECK(anyway.lapsed == 10);
  CHECK(anyway.before.restored == 5);
  CHECK(anyway.expected == doctest::Approx(10 * anyway.before.rate()));
}

} // namespace
} // namespace attache::see
