// What trip files say beyond time and place.
#include "read/holidays.h"
#include "read/trip.h"
#include "read/trip_links.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace attache::read {
namespace {

std::string const head = R"(
first_day = 2024-06-03
days = 5
[defaults]
windows = "daily 09:00-17:00"
buffer = 5
[rules]
meals = ["12:00-13:00"]
expected_value = true
[tier.1]
buffer = "30"
holds = 0.9
[[city]]
name = "Boston"
zone = "America/New_York"
at = [42.36, -71.06]
[[city]]
name = "Seattle"
zone = "America/Los_Angeles"
at = [47.6, -122.3]
[[candidate]]
name = "Ann Lee"
city = "Boston"
tier = 1
value = 40
windows = "Mon-Tue 09:00-12:00"
preferred = ["Tue 10:00-12:00 = 5"]
)";

Trip read_it(std::string const& more) {
  auto const trip = read::trip(head + more, "trip.toml");
  REQUIRE_MESSAGE(trip.has_value(), (trip ? "" : trip.error().what));
  return *trip;
}

Day day(int year, unsigned month, unsigned day) {
  return std::chrono::sys_days{std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day}};
}

} // namespace

TEST_CASE("a tier has its buffer and its probability, others the defaults") {
  auto const trip = read_it("[[candidate]]\nname = \"Bob\"\ncity = \"Boston\"\nmeal = true\nholds = 0.5\n");
  CHECK(trip.candidates[0].buffer == Minutes{30});
  CHECK(trip.candidates[0].holds == 0.9);
  CHECK(trip.candidates[1].buffer == Minutes{5});
  CHECK(trip.candidates[1].holds == 0.5);
  CHECK(trip.candidates[1].meal);
  CHECK(trip.aim == Aim::expected_value);
  CHECK(trip.meals == std::vector<Hours>{{Minutes{720}, Minutes{780}}});
  CHECK(trip.candidates[0].preferred == std::vector<Preference>{{{1, Minutes{600}, Minutes{720}}, 5}});
}

TEST_CASE("rivals and orders are read by id or name") {
  auto const trip =
      read_it("[[candidate]]\nname = \"Bob\"\ncity = \"Boston\"\nrivals = \"Ann Lee\"\nafter = \"ann-lee\"\n");
  CHECK(trip.rivals == std::vector<std::vector<int>>{{1, 0}});
  CHECK(trip.orders == std::vector<std::pair<int, int>>{{0, 1}});
}

TEST_CASE("a meeting at another place is the same meeting, once") {
  auto const trip = read_it("[[candidate]]\nsame_as = \"ann-lee\"\ncity = \"Seattle\"\n");
  CHECK(trip.candidates[1].id == "ann-lee-seattle");
  CHECK(trip.candidates[1].name == "Ann Lee");
  CHECK(trip.candidates[1].value == 40);
  CHECK(trip.candidates[1].same_as == 0);
  REQUIRE(trip.caps.size() == 1);
  CHECK(trip.caps[0].limit == 1);
  CHECK(trip.caps[0].use == std::vector<int>{1, 1});
}

TEST_CASE("a group meets when all of it can") {
  auto const trip = read_it("[[candidate]]\nname = \"Dinner\"\ncity = \"Boston\"\nwindows = \"daily 11:00-20:00\"\n"
                            "people = [\"Ann Lee\", \"Bo Li <Bo@x.example>\"]\n");
  CHECK(trip.candidates[1].windows ==
        std::vector<Window>{{0, Minutes{660}, Minutes{720}}, {1, Minutes{660}, Minutes{720}}});
  REQUIRE(trip.candidates[1].people.size() == 2);
  CHECK(trip.candidates[1].people[1].name == "Bo Li");
  CHECK(trip.candidates[1].people[1].email == "bo@x.example");
}

TEST_CASE("mistakes in rules have their line") {
  auto const wrong = [](std::string const& more) {
    auto const trip = read::trip(head + more, "t");
    REQUIRE_FALSE(trip.has_value());
    return trip.error().what;
  };
  auto const bob = std::string{"[[candidate]]\nname = \"Bob\"\ncity = \"Boston\"\n"};
  CHECK(wrong(bob + "rivals = \"An Lee\"\n") == "'An Lee' is not a candidate of the trip");
  CHECK(wrong(bob + "after = \"Bob\"\n") == "'Bob' is the candidate's own name");
  CHECK(wrong(bob + "holds = 2\n") == "2 is not a probability");
  CHECK(wrong(bob + "preferred = \"Tue 10:00-12:00\"\n") == "'Tue 10:00-12:00' does not say what that time is worth");
  CHECK(wrong(bob + "windows = \"Wed 09:00-10:00\"\npeople = \"Ann Lee\"\n") ==
        "the people of 'bob' have no time in common that is as long as the meeting, 60 minutes");
}

TEST_CASE("American holidays are those of the law, and observed on the nearest weekday") {
  auto const days = *holidays("US", 2021);
  CHECK(days.contains(day(2021, 1, 18)));  // Martin Luther King
  CHECK(days.contains(day(2021, 6, 18)));  // Juneteenth, a Saturday
  CHECK(days.contains(day(2021, 7, 5)));   // Independence Day, a Sunday
  CHECK(days.contains(day(2021, 11, 25))); // Thanksgiving
  CHECK(days.contains(day(2021, 12, 31))); // New Year's Day of 2022, a Saturday
  CHECK_FALSE(days.contains(day(2021, 7, 6)));
}

TEST_CASE("Korean holidays follow the moon, and Sundays have substitutes") {
  auto const of_2024 = *holidays("KR", 2024);
  for (auto const& [month, date] : {std::pair{2U, 9U},
                                    {2U, 10U},
                                    {2U, 11U},
                                    {2U, 12U},
                                    {5U, 6U},
                                    {5U, 15U},
                                    {6U, 6U},
                                    {8U, 15U},
                                    {9U, 16U},
                                    {9U, 17U},
                                    {9U, 18U},
                                    {10U, 3U},
                                    {10U, 9U},
                                    {12U, 25U}})
    CHECK(of_2024.contains(day(2024, month, date)));
  CHECK_FALSE(of_2024.contains(day(2024, 2, 13)));
  auto const of_2025 = *holidays("KR", 2025);
  CHECK(of_2025.contains(day(2025, 5, 6)));  // Buddha's birthday is on Children's Day
  CHECK(of_2025.contains(day(2025, 10, 8))); // Chuseok begins on a Sunday
  CHECK(of_2025.contains(day(2025, 3, 3)));  // 1 March is a Saturday
  CHECK_FALSE(holidays("XX", 2024).has_value());
}

TEST_CASE("days off may be a country's holidays") {
  auto text = head;
  text.insert(text.find("[defaults]"), "days_off = [\"sunday\", \"holidays KR\"]\n");
  auto const trip = read::trip(text, "t");
  REQUIRE(trip.has_value());
  CHECK(trip->working_days == std::vector<int>{1, 1, 1, 0, 1}); // 6 June is Memorial Day
}

TEST_CASE("times in common are those in both") {
  CHECK(common_windows({{0, Minutes{60}, Minutes{180}}},
                       {{0, Minutes{120}, Minutes{240}}, {1, Minutes{60}, Minutes{90}}}) ==
        std::vector<Window>{{0, Minutes{120}, Minutes{180}}});
}

TEST_CASE("legs count both ways or one, days have hours of their own, nights their rest") {
  auto const told = trip(R"(
first_day = 2024-06-03
days = 5
hours = "08:00-22:00"
[rules]
rest = "11h"
[[city]]
name = "Boston"
zone = "America/New_York"
at = [42.36, -71.06]
[[city]]
name = "New York"
zone = "America/New_York"
at = [40.75, -73.99]
[[leg]]
from = "boston"
to = "New York"
by = "train"
takes = "4h15"
[[day]]
on = ["Tue", "06-07"]
hours = "10:00-18:00"
[[candidate]]
name = "Ann Lee"
city = "Boston"
)",
                         "t.toml");
  REQUIRE(told);
  REQUIRE(told->legs.size() == 2);
  CHECK(told->legs[1].from == 1);
  CHECK(told->legs[1].takes == Minutes{255});
  CHECK(told->legs[1].by == "train");
  CHECK(told->rest == Minutes{660});
  CHECK(told->hours[0] == Hours{Minutes{480}, Minutes{1320}});
  CHECK(told->hours[1] == Hours{Minutes{600}, Minutes{1080}});
  CHECK(told->hours[4] == Hours{Minutes{600}, Minutes{1080}});
}

TEST_CASE(
    "a leg that leads nowhere, twice or without a time, and a day without a name, are mistakes with their lines") {
  auto const wrong = trip_mistakes(R"(
first_day = 2024-06-03
days = 5
rules = { rest = "20h" }
[[city]]
name = "Boston"
zone = "America/New_York"
at = [42.36, -71.06]
[[city]]
name = "New York"
zone = "America/New_York"
at = [40.75, -73.99]
[[leg]]
from = "Boston"
to = "New Yrok"
takes = "4h"
[[leg]]
from = "Boston"
to = "New York"
[[leg]]
from = "New York"
to = "Boston"
takes = 200
[[day]]
hours = "soon"
[[candidate]]
name = "Ann Lee"
city = "Boston"
)",
                                   "t.toml");
  std::vector<std::string> said;
  for (auto const& one : wrong)
    said.push_back(fmt::format("{} {}", one.where, one.what));
  CHECK(said == std::vector<std::string>{
                    "t.toml:4 '20h' is not a length of time", "t.toml:15 'New Yrok' is not a city of the trip",
                    "t.toml:17 a leg has no 'takes'", "t.toml:20 the way between these two cities is there twice",
                    "t.toml:24 a [[day]] does not say which", "t.toml:25 'soon' are no hours"});
}

constexpr std::string_view two_cities = R"(
first_day = 2024-06-03
days = 7
[[city]]
name = "Boston"
zone = "America/New_York"
at = [42.36, -71.06]
[[city]]
name = "New York"
zone = "America/New_York"
at = [40.75, -73.99]
[[candidate]]
name = "Ann Lee"
city = "Boston"
[[leg]]
from = "Boston"
to = "New York"
takes = "4h15"
)";

TEST_CASE("departures are moments on days, in order, and the body clock says how fast it follows") {
  auto const told = trip(std::string{two_cities} + R"(one_way = true
ahead = 35
departures = ["Sat 09:00", "workdays 12:40, 07:10", "Mon 07:10"]
[body_clock]
home = "Asia/Seoul"
most = "4h"
)",
                         "t.toml");
  REQUIRE(told);
  REQUIRE(told->legs.size() == 1);
  CHECK(told->legs[0].ahead == Minutes{35});
  REQUIRE(told->legs[0].departures.size() == 11);
  CHECK(told->legs[0].departures[0] == Departure{0, Minutes{430}});
  CHECK(told->legs[0].departures[1] == Departure{0, Minutes{760}});
  CHECK(told->legs[0].departures[10] == Departure{5, Minutes{540}});
  CHECK(told->body_clock.zone == "Asia/Seoul");
  CHECK(told->body_clock.most == Minutes{240});
  CHECK(told->body_clock.adapts == Minutes{60});
}

TEST_CASE("departures both ways, on no day or at no time, and a body clock without a home, are mistakes") {
  auto const said = [](std::string const& more) {
    std::string all;
    for (auto const& one : trip_mistakes(std::string{two_cities} + more, "t.toml"))
      all += (all.empty() ? "" : "; ") + one.what;
    return all;
  };
  CHECK(said("departures = \"Mon 09:00\"\n") == "departures are those of one direction");
  CHECK(said("one_way = true\ndepartures = \"Mon 09:00-10:00\"\n") == "'09:00-10:00' is no time of day");
  CHECK(said("one_way = true\nahead = \"5h\"\n") == "'5h' is not a length of time");
  CHECK(said("[body_clock]\nhome = \"Seoul\"\n") == "the body clock has no time zone of home");
}

} // namespace attache::read
