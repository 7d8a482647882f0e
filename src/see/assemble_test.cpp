#include "see/assemble.h"

#include "see/world_test.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <random>
#include <rapidcheck.h>

namespace attache::see {
namespace {

using namespace test;

struct Desk : World {
  SourceId cards = source("vcard"), calendar = source("icalendar"), press = source("article");
  RecordId me = person(cards, "Seo Yun-ho");
  RecordId lee = person(cards, "Lee Ha-eun");
  Desk() { say(me, property::principal, "yes"); }
};

TEST_CASE("the principal is the person whom a claim calls so") {
  Desk const desk;
  auto const network = desk.network(on(2023, 1, 1));
  CHECK(network.principal == person_id(desk.me));
  CHECK(network.principals == std::vector{person_id(desk.me)});
}

TEST_CASE("rejected, retracted and proposed claims are not in the network") {
  for (auto const status : {Status::rejected, Status::retracted, Status::proposed}) {
    Desk desk;
    auto const ghost = desk.record(desk.cards, RecordKind::person);
    desk.say(ghost, property::name, "Nobody").status = status;
    desk.say(desk.lee, property::email, "lee@hanbit.example").status = status;
    auto const network = desk.network(on(2023, 1, 1));
    CHECK(find_person(network, person_id(ghost)) == nullptr);
    CHECK(std::ranges::none_of(find_person(network, person_id(desk.lee))->facts,
                               [](Fact const& fact) { return fact.property == property::email; }));
  }
}

TEST_CASE("records of one cluster are one person, whose id is the smallest record") {
  Desk desk;
  auto const other = desk.person(desk.press, "Lee Ha-eun");
  desk.clusters.canonical = {{desk.lee, desk.lee}, {other, desk.lee}};
  auto const network = desk.network(on(2023, 1, 1));
  CHECK(network.people.size() == 2);
  CHECK(find_person(network, person_id(desk.lee))->records == std::vector{desk.lee, other});
  CHECK_FALSE(find_person(network, person_id(desk.lee))->press_only);
}

TEST_CASE("a person of whom only articles speak is press only") {
  Desk desk;
  auto const stranger = desk.person(desk.press, "Kim Do-yun");
  CHECK(find_person(desk.network(on(2023, 1, 1)), person_id(stranger))->press_only);
}

TEST_CASE("the name shown is in the principal's script, complete, and not the press's; the others stay as facts") {
  Desk desk;
  for (auto const* name : {"LEE HA-EUN", "이하은", "Ha-eun"})
    desk.say(desk.lee, property::name, name);
  desk.clusters.canonical[desk.person(desk.press, "Vice Chairwoman Lee Ha-eun")] = desk.lee;
  CHECK(desk.network(on(2023, 1, 1)).people[1].name == "Lee Ha-eun");
  auto const network = desk.network(on(2023, 1, 1));
  auto const* const person = find_person(network, person_id(desk.lee));
  CHECK(std::ranges::count(person->facts, std::string{property::name}, &Fact::property) == 5);
  desk.say(desk.me, property::name, "서윤호");
  desk.say(desk.me, property::name, "서윤호");
  CHECK(desk.network(on(2023, 1, 1)).people[1].name == "이하은");
}

TEST_CASE("a person without a name is shown by parts of one, or by an address") {
  Desk desk;
  auto const parts = desk.record(desk.cards, RecordKind::person), mail = desk.record(desk.cards, RecordKind::person);
  desk.say(parts, property::family_name, "박");
  desk.say(parts, property::given_name, "서준");
  desk.say(mail, property::email, "cho@daon.example");
  auto const network = desk.network(on(2023, 1, 1));
  CHECK(find_person(network, person_id(parts))->name == "박서준");
  CHECK(find_person(network, person_id(mail))->name == "cho@daon.example");
}

TEST_CASE("a kept calendar's meeting is planned until it is over, and then took place") {
  Desk desk;
  desk.contact(desk.calendar, "meeting", hour_from(on(2023, 5, 10, 9)), {desk.me, desk.lee}, Realis::planned);
  CHECK(desk.network(on(2023, 5, 10, 9, 59)).contacts[0].realis == Realis::planned);
  CHECK(desk.network(on(2023, 5, 10, 10)).contacts[0].realis == Realis::asserted);
}

TEST_CASE("what the press says is planned stays planned, and so does the plan of a trip") {
  Desk desk;
  auto const trip = desk.source("trip");
  desk.contact(desk.press, "meeting", all_day(2023, 5, 10), {desk.me, desk.lee}, Realis::planned);
  desk.contact(trip, "meeting", all_day(2023, 6, 10), {desk.me, desk.lee}, Realis::planned);
  for (auto const& contact : desk.network(on(2024, 1, 1)).contacts)
    CHECK(contact.realis == Realis::planned);
}

TEST_CASE("a cancelled claim about an event wins over every other") {
  Desk desk;
  auto const event =
      desk.contact(desk.calendar, "meeting", all_day(2023, 5, 10), {desk.me, desk.lee}, Realis::asserted, "uid:1");
  auto& off = desk.say(event, property::title, "Lunch");
  off.realis = Realis::cancelled;
  off.valid = all_day(2023, 5, 10);
  CHECK(desk.network(on(2024, 1, 1)).contacts[0].realis == Realis::cancelled);
}

TEST_CASE("a guest who declined is not among the people of a meeting that took place") {
  Desk desk;
  auto const kim = desk.person(desk.cards, "Kim Do-yun");
  auto const event = desk.contact(desk.calendar, "meeting", all_day(2023, 5, 10), {desk.me, desk.lee});
  desk.say(event, property::participant, {}, kim).realis = Realis::denied;
  auto const network = desk.network(on(2024, 1, 1));
  CHECK(network.contacts[0].realis == Realis::asserted);
  CHECK(network.contacts[0].people == std::vector{person_id(desk.me), person_id(desk.lee)});
}

TEST_CASE("an own record with one other person is a contact with the principal; an article with one person is not") {
  Desk desk;
  auto const named = desk.source("icalendar");
  desk.contact(named, "meeting", all_day(2023, 1, 5), {desk.me, desk.lee});
  desk.contact(named, "meeting", all_day(2023, 5, 10), {desk.lee});
  desk.contact(desk.press, "meeting", all_day(2023, 6, 10), {desk.lee});
  auto const network = desk.network(on(2024, 1, 1));
  CHECK(network.contacts[1].people == std::vector{person_id(desk.me), person_id(desk.lee)});
  CHECK(network.contacts[2].people == std::vector{person_id(desk.lee)});
}

TEST_CASE("an event whose people were read from its title is the principal's only where that says so") {
  Desk desk;
  auto const event = desk.contact(desk.calendar, "meeting", all_day(2023, 5, 10), {});
  desk.say(event, property::participant, {}, desk.lee).derived = true;
  CHECK(desk.network(on(2024, 1, 1)).contacts[0].people == std::vector{person_id(desk.lee)});
  desk.say(event, property::participant, {}, desk.me).derived = true;
  CHECK(desk.network(on(2024, 1, 1)).contacts[0].people == std::vector{person_id(desk.me), person_id(desk.lee)});
}

TEST_CASE("a calendar that never names the principal is the principal's own") {
  Desk desk;
  auto const kim = desk.person(desk.cards, "Kim Do-yun");
  desk.contact(desk.calendar, "meeting", all_day(2023, 5, 10), {desk.lee, kim});
  CHECK(desk.network(on(2024, 1, 1)).contacts[0].people.size() == 3);
  auto const titled = desk.contact(desk.calendar, "meeting", all_day(2023, 5, 15), {});
  desk.say(titled, property::participant, {}, desk.me).derived = true; // a title that names the owner
  CHECK(desk.network(on(2024, 1, 1)).contacts[0].people.size() == 3);
  desk.contact(desk.calendar, "meeting", all_day(2023, 5, 20), {desk.me, desk.lee});
  CHECK(desk.network(on(2024, 1, 1)).contacts[0].people.size() == 2);
}

TEST_CASE("one event told by several sources is one contact with all their claims") {
  Desk desk;
  auto const other = desk.source("icalendar");
  SUBCASE("by the same identifier, though the times differ by an hour and a half") {
    desk.contact(desk.calendar, "meeting", hour_from(on(2023, 5, 10, 9)), {desk.me, desk.lee}, Realis::asserted,
                 "uid:a");
    desk.contact(other, "meeting", hour_from(on(2023, 5, 10, 10, 30)), {desk.me, desk.lee}, Realis::asserted, "uid:a");
  }
  SUBCASE("by the same people, kind and day, one of them a day in another zone") {
    desk.contact(desk.calendar, "meeting", hour_from(on(2023, 5, 11, 1)), {desk.me, desk.lee});
    desk.contact(desk.press, "meeting", all_day(2023, 5, 10), {desk.lee}, Realis::reported);
  }
  auto const network = desk.network(on(2024, 1, 1));
  REQUIRE(network.contacts.size() == 1);
  CHECK(network.contacts[0].claims.size() >= 5);
  CHECK(network.contacts[0].realis == Realis::asserted);
  CHECK(network.contacts[0].when.from.precision == Precision::minute);
}

TEST_CASE("two events are not merged") {
  Desk desk;
  auto const other = desk.source("icalendar");
  SUBCASE("if one source tells both") {
    desk.contact(desk.calendar, "meeting", hour_from(on(2023, 5, 10, 9)), {desk.me, desk.lee});
    desk.contact(desk.calendar, "meeting", hour_from(on(2023, 5, 10, 9)), {desk.me, desk.lee});
  }
  SUBCASE("if they are hours apart") {
    desk.contact(desk.calendar, "meeting", hour_from(on(2023, 5, 10, 9)), {desk.me, desk.lee});
    desk.contact(other, "meeting", hour_from(on(2023, 5, 10, 15)), {desk.me, desk.lee});
  }
  SUBCASE("if their kinds differ") {
    desk.contact(desk.calendar, "meeting", all_day(2023, 5, 10), {desk.me, desk.lee});
    desk.contact(other, "call", all_day(2023, 5, 10), {desk.me, desk.lee});
  }
  SUBCASE("if other people were there") {
    auto const kim = desk.person(desk.cards, "Kim Do-yun");
    desk.contact(desk.calendar, "meeting", all_day(2023, 5, 10), {desk.me, desk.lee});
    desk.contact(other, "meeting", all_day(2023, 5, 10), {desk.me, desk.lee, kim});
  }
  CHECK(desk.network(on(2024, 1, 1)).contacts.size() == 2);
}

TEST_CASE("of what begins after the date only what is planned or called off is in the network") {
  Desk desk;
  auto const org = desk.organisation(desk.cards, "Hanbit");
  desk.contact(desk.calendar, "meeting", all_day(2023, 5, 10), {desk.me, desk.lee});
  desk.contact(desk.press, "meeting", all_day(2023, 5, 12), {desk.me, desk.lee}, Realis::reported);
  desk.contact(desk.calendar, "message", all_day(2023, 5, 13), {desk.me, desk.lee});
  desk.serves(desk.lee, org, "Chair", all_day(2023, 5, 1));
  desk.say(org, property::figure, "market_cap USD 5000000000").valid = all_day(2023, 5, 2);
  desk.say(org, property::partner_of, {}, org).valid = all_day(2023, 5, 2);
  auto const before = desk.network(on(2023, 4, 1)), after = desk.network(on(2023, 6, 1));
  REQUIRE(before.contacts.size() == 1);
  CHECK(before.contacts[0].realis == Realis::planned);
  CHECK((before.roles.empty() && before.figures.empty() && before.relations.empty()));
  CHECK(after.contacts.size() == 3);
  CHECK((after.roles.size() == 1 && after.figures.size() == 1 && after.relations.size() == 1));
}

TEST_CASE("a figure has its kind, currency, amount and date, and nonsense is no figure") {
  Desk desk;
  auto const org = desk.organisation(desk.cards, "Hanbit", "Chips", "KR");
  desk.say(org, property::figure, "market_cap USD 532900000000").valid = all_day(2023, 5, 2);
  desk.say(org, property::figure, "market_cap USD much");
  desk.say(org, property::figure, "market_cap 12");
  desk.say(org, property::tier, "1");
  auto const network = desk.network(on(2024, 1, 1));
  REQUIRE(network.figures.size() == 1);
  CHECK(network.figures[0].kind == "market_cap");
  CHECK(network.figures[0].currency == "USD");
  CHECK(network.figures[0].amount == doctest::Approx(532.9e9));
  CHECK(network.organisations[0].tier == 1);
  CHECK(network.organisations[0].sector == "Chips");
}

TEST_CASE("a journey has its traveller, its stops in order, and its days") {
  Desk desk;
  auto const trip = desk.record(desk.press, RecordKind::trip);
  Interval const when{.from = day_moment(Day{std::chrono::year{2023} / 4 / 20}),
                      .to = day_moment(Day{std::chrono::year{2023} / 5 / 11})};
  desk.say(trip, property::traveller, {}, desk.me).valid = when;
  desk.say(trip, property::stop, "Boston");
  desk.say(trip, property::stop, "San Jose");
  auto const network = desk.network(on(2024, 1, 1));
  REQUIRE(network.journeys.size() == 1);
  CHECK(network.journeys[0].traveller == person_id(desk.me));
  CHECK(network.journeys[0].stops == std::vector<std::string>{"Boston", "San Jose"});
  CHECK(network.journeys[0].days == 22);
}

std::string digest(Network const& network) {
  std::string text;
  for (auto const& person : network.people)
    text += person.name + std::to_string(number(person.id)) + std::to_string(person.facts.size()) + "|";
  for (auto const& contact : network.contacts) {
    text += std::to_string(number(contact.id)) + to_string(contact.when.from) + std::string{to_string(contact.realis)} +
            contact.title;
    for (auto const claim : contact.claims)
      text += std::to_string(number(claim)) + ",";
  }
  for (auto const& role : network.roles)
    text += role.title + std::to_string(number(role.claim));
  return text;
}

TEST_CASE("the order of records, claims and sources does not matter") {
  CHECK(rc::check([] {
    Desk desk;
    auto const other = desk.source("icalendar");
    std::vector<RecordId> people{desk.me, desk.lee, desk.person(desk.cards, "Kim Do-yun"),
                                 desk.person(desk.press, "이하은")};
    desk.clusters.canonical[people[3]] = *rc::gen::element(people[1], people[2], people[3]);
    for (auto const source : {desk.calendar, other, desk.press})
      for (auto i = *rc::gen::inRange(0, 6); i > 0; --i) {
        auto const when = *rc::gen::arbitrary<bool>()
                              ? hour_from(on(2023, 5, *rc::gen::inRange(1u, 5u), *rc::gen::inRange(0, 24)))
                              : all_day(2023, 5, *rc::gen::inRange(1u, 5u));
        desk.contact(source, *rc::gen::element<std::string>("meeting", "call"), when,
                     {desk.me, *rc::gen::elementOf(people)},
                     *rc::gen::element(Realis::asserted, Realis::planned, Realis::cancelled),
                     "uid:" + std::to_string(*rc::gen::inRange(0, 9)) + "-" + std::to_string(i));
        desk.say(desk.records.back().id, property::title, *rc::gen::element<std::string>("A", "B"));
      }
    auto const as_of = on(2023, 5, 4);
    auto const expected = digest(desk.network(as_of));
    std::mt19937 shuffle{*rc::gen::arbitrary<std::uint32_t>()};
    std::ranges::shuffle(desk.records, shuffle);
    std::ranges::shuffle(desk.claims, shuffle);
    std::ranges::shuffle(desk.sources, shuffle);
    RC_ASSERT(digest(desk.network(as_of)) == expected);
  }));
}

} // namespace
} // namespace attache::see
