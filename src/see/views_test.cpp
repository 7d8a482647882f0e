#include "see/coverage.h"
#include "see/landscape.h"
#include "see/page.h"
#include "see/restored.h"
#include "see/roles.h"
#include "see/strength.h"
#include "see/world_test.h"

#include <algorithm>
#include <doctest/doctest.h>

namespace attache::see {
namespace {

using namespace test;
using std::chrono::minutes;

struct Firm : World {
  SourceId cards = source("vcard"), calendar = source("icalendar");
  RecordId me = person(cards, "Seo Yun-ho"), lee = person(cards, "Lee Ha-eun"), kim = person(cards, "Kim Do-yun");
  RecordId chips = organisation(cards, "Hanbit Chips", "Chips", "KR"),
           bio = organisation(cards, "Daon Bio", "Bio", "US");
  RecordId blank = organisation(cards, "Nuri AI", "AI", "US");
  Instant today = on(2023, 6, 1);
  Firm() {
    say(me, property::principal, "yes");
    serves(lee, chips, "Chair", all_day(2019, 1, 1));
    serves(kim, bio, "CEO", all_day(2020, 1, 1));
    say(bio, property::tier, "1");
    say(chips, property::customer_of, {}, bio);
    for (unsigned month = 1; month <= 5; ++month)
      contact(calendar, "meeting", hour_from(on(2023, month, 10, 9)), {me, lee});
    for (unsigned month = 1; month <= 5; ++month)
      contact(calendar, "meeting", all_day(2020, month, 12), {me, kim});
  }
  [[nodiscard]] std::vector<Tie> own_ties() const { return ties(network(today), person_id(me), today); }
};

TEST_CASE("coverage counts living and lapsed ties by sector and region, and blank spots") {
  Firm const firm;
  auto const view =
      coverage(firm.network(firm.today), firm.own_ties(),
               {{.sector = "Bio", .wanted = 2}, {.region = "KR", .wanted = 1}, {.tier = 1, .wanted = 1}}, firm.today);
  CHECK(view.sectors == std::vector<std::string>{"AI", "Bio", "Chips"});
  CHECK(view.regions == std::vector<std::string>{"KR", "US"});
  REQUIRE(find_cell(view, "Chips", "KR") != nullptr);
  CHECK(find_cell(view, "Chips", "KR")->living == 1);
  CHECK(find_cell(view, "Chips", "KR")->organisations_held == 1);
  CHECK(find_cell(view, "Bio", "US")->by_state.at(static_cast<std::size_t>(TieState::lapsed)) == 1);
  CHECK(find_cell(view, "AI", "US")->organisations == 1);
  CHECK(find_cell(view, "AI", "US")->people.empty());
  CHECK(find_cell(view, "AI", "KR") == nullptr);
  CHECK(view.living == 1);
  CHECK(view.targets[0].missing == 2);
  CHECK(view.targets[0].to_restore == std::vector{person_id(firm.kim)});
  CHECK(view.targets[1].missing == 0);
  CHECK(view.targets[2].to_restore == std::vector{person_id(firm.kim)});
}

TEST_CASE("time goes to the sectors of those who were there, and what is ahead is planned") {
  Firm firm;
  firm.contact(firm.calendar, "meeting", hour_from(on(2023, 5, 20, 9)), {firm.me, firm.lee, firm.kim});
  firm.contact(firm.calendar, "call", all_day(2023, 6, 20), {firm.me, firm.lee});
  firm.contact(firm.calendar, "meeting", all_day(2023, 5, 21), {firm.me, firm.lee}, Realis::cancelled);
  auto const times =
      time_by_sector(firm.network(firm.today), person_id(firm.me), on(2023, 1, 1), on(2024, 1, 1), firm.today);
  REQUIRE(times.size() == 2);
  CHECK(times[0].sector == "Chips");
  CHECK(times[0].actual == minutes{5 * 60 + 30});
  CHECK(times[0].planned == minutes{30});
  CHECK(times[0].contacts == 6);
  CHECK(times[1].sector == "Bio");
  CHECK(times[1].actual == minutes{30});
}

TEST_CASE("a contact without an end counts by its kind, and none more than twelve hours") {
  CHECK(length_of({.kind = ContactKind::message, .when = all_day(2023, 1, 1)}) == minutes{5});
  CHECK(length_of({.kind = ContactKind::event, .when = {.from = minute_moment(on(2023, 1, 1))}}) == minutes{120});
  CHECK(length_of({.when = {.from = minute_moment(on(2023, 1, 1)), .to = minute_moment(on(2023, 1, 3))}}) ==
        minutes{720});
}

TEST_CASE("the landscape ranks the newest figures of one currency and says which are stale") {
  Firm firm;
  firm.say(firm.chips, property::figure, "market_cap USD 100").valid = all_day(2022, 1, 1);
  firm.say(firm.chips, property::figure, "market_cap USD 300").valid = all_day(2023, 5, 1);
  firm.say(firm.chips, property::figure, "market_cap USD 310").valid = all_day(2023, 5, 1);
  firm.say(firm.bio, property::figure, "market_cap USD 900").valid = all_day(2022, 1, 1);
  firm.say(firm.blank, property::figure, "market_cap KRW 5000");
  auto const rows = landscape(firm.network(firm.today), firm.own_ties(), firm.today);
  REQUIRE(rows.size() == 3);
  CHECK(rows[0].organisation == organisation_id(firm.bio));
  CHECK(rows[0].standings[0].stale);
  CHECK(rows[2].organisation == organisation_id(firm.blank)); // the only one in its currency
  CHECK(rows[2].standings[0].of == 1);
  CHECK_FALSE(rows[2].standings[0].dated);
  CHECK(rows[2].standings[0].stale);
  auto const& chips = rows[1];
  CHECK(chips.standings[0].figure.amount == 310);
  CHECK(chips.standings[0].others.size() == 1);
  CHECK_FALSE(chips.standings[0].stale);
  CHECK((chips.standings[0].rank == 2 && chips.standings[0].of == 2));
  CHECK(chips.relations.size() == 1);
  REQUIRE(chips.acquaintances.size() == 1);
  CHECK(chips.acquaintances[0].title == "Chair");
  CHECK(chips.best_strength > 0);
}

TEST_CASE("the ledger tells which lapse ended, by which contact, and whether the tie lived on") {
  Firm firm;
  auto const back = firm.contact(firm.calendar, "meeting", all_day(2023, 2, 1), {firm.me, firm.kim});
  auto ledger = [&] {
    return restored_ties(firm.network(firm.today), person_id(firm.me), on(2023, 1, 1), on(2024, 1, 1), firm.today);
  };
  REQUIRE(ledger().size() == 1);
  CHECK(ledger()[0].b == person_id(firm.kim));
  CHECK(ledger()[0].restored_by == ContactId{number(back)});
  CHECK(ledger()[0].silent_from == on(2020, 5, 12));
  CHECK(ledger()[0].alive_after == false);
  firm.contact(firm.calendar, "call", all_day(2023, 3, 1), {firm.me, firm.kim});
  CHECK(ledger()[0].alive_after == true);
  CHECK(ledger()[0].contacts_since == 1);
  auto const rate = restoration_rate(firm.network(firm.today), person_id(firm.me), on(2023, 1, 1), 90, firm.today);
  CHECK((rate.lapsed == 1 && rate.restored == 1));
}

TEST_CASE("a restoration is not judged before ninety days are over") {
  Firm firm;
  firm.contact(firm.calendar, "meeting", all_day(2023, 5, 20), {firm.me, firm.kim});
  auto const ledger =
      restored_ties(firm.network(firm.today), person_id(firm.me), on(2023, 1, 1), on(2024, 1, 1), firm.today);
  REQUIRE(ledger.size() == 1);
  CHECK_FALSE(ledger[0].alive_after.has_value());
}

TEST_CASE("a person's page has names, roles over time, the tie, the history and every claim") {
  Firm firm;
  firm.say(firm.lee, property::email, "lee@hanbit.example");
  firm.say(firm.lee, property::email, "lee@hanbit.example");
  firm.say(firm.lee, property::alias, "이하은");
  firm.claims.push_back(firm.say(firm.lee, property::role, "Director", firm.bio));
  firm.claims.pop_back();
  firm.claims.back().valid = {.from = year_moment(2010), .to = year_moment(2015)};
  auto const network = firm.network(firm.today);
  auto const page = person_page(network, all_ties(network, firm.today), person_id(firm.lee), firm.today);
  REQUIRE(page.has_value());
  CHECK(page->names == std::vector<std::string>{"Lee Ha-eun", "이하은"});
  CHECK(page->title == "Chair");
  CHECK(page->organisation == "Hanbit Chips");
  REQUIRE(page->roles.size() == 2);
  CHECK((page->roles[0].current && !page->roles[1].current));
  CHECK(page->roles[1].organisation == "Daon Bio");
  auto const email = std::ranges::find(page->lines, std::string{property::email}, &Line::property);
  REQUIRE(email != page->lines.end());
  CHECK(email->claims.size() == 2);
  REQUIRE(page->tie.has_value());
  CHECK(page->tie->a == person_id(firm.me));
  CHECK(page->contacts.size() == 5);
  CHECK(page->contacts[0].contact.when.from.at == on(2023, 5, 10, 9));
  CHECK(page->contacts[0].counted);
  CHECK(page->relations.size() == 1);
  CHECK_FALSE(person_page(network, {}, PersonId{999}, firm.today).has_value());
}

TEST_CASE("an organisation's page has whom we know there, its figures and what we did with its people") {
  Firm firm;
  firm.say(firm.chips, property::figure, "market_cap USD 300").valid = all_day(2023, 5, 1);
  auto const network = firm.network(firm.today);
  auto const page = organisation_page(network, all_ties(network, firm.today), organisation_id(firm.chips), firm.today);
  REQUIRE(page.has_value());
  CHECK(page->organisation.name == "Hanbit Chips");
  CHECK(page->roles.size() == 1);
  REQUIRE(page->ties.size() == 1);
  CHECK(page->ties[0].name == "Lee Ha-eun");
  CHECK(page->contacts.size() == 5);
  CHECK(page->standings.size() == 1);
  REQUIRE(page->relations.size() == 1);
  CHECK(page->relations[0].to == "Daon Bio");
  CHECK_FALSE(organisation_page(network, {}, OrganisationId{999}, firm.today).has_value());
}

TEST_CASE("a role that has ended, or was denied, is not held") {
  Role role{.valid = {.from = year_moment(2010), .to = year_moment(2015)}};
  CHECK(held_on(role, on(2015, 12, 31)));
  CHECK_FALSE(held_on(role, on(2016, 1, 1)));
  role.realis = Realis::denied;
  CHECK_FALSE(held_on(role, on(2012, 1, 1)));
}

} // namespace
} // namespace attache::see
