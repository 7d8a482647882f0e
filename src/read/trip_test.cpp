#include "read/trip.h"

#include "read/csv_test.h"
#include "read/trip_toml.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

namespace attache::read {
namespace {

constexpr std::string_view small = R"(name = "Small"
first_day = 2024-06-03
days = 8
hours = "08:30-21:00"
days_off = ["saturday", "sunday", 2024-06-05]
start = "Boston"
end = "seattle"

[defaults]
length = "45m"
windows = "workdays 10:00-12:00"

[rules]
big_shot_a_day = 25
sector_short = 0.1

[sectors]
Chips = "10h"
AI = 300

[[city]]
name = "Boston"
zone = "America/New_York"
country = "US"
at = [42.36, -71.06]

[[city]]
name = "Seattle"
zone = "America/Los_Angeles"
at = [47.61, -122.33]

[[candidate]]
name = "Ann Lee"
organisation = "Acme"
email = "Ann@Acme.example"
city = "Boston"
sector = "ai"
tier = 1
value = 30
length = "1h30"
windows = ["Mon 06-03, 06-07 09:30-12:00, 14:00-16:00"]

[[candidate]]
id = "bo"
name = "Bo Kim"
city = "Seattle"

[[candidate]]
name = "홍 길동"
city = "Seattle"
fixed = true
windows = "06-10 19:00-21:30"
)";

std::string changed(std::string_view from, std::string_view to) {
  std::string text{small};
  auto const at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

Error mistake_of(std::string const& text) {
  auto const result = trip(text, "t.toml");
  REQUIRE_FALSE(result);
  CHECK(result.error().fault == Fault::input);
  return result.error();
}

TEST_CASE("a trip file says when, where, whom and by which rules") {
  auto const got = trip(small, "t.toml");
  REQUIRE(got);
  CHECK(date_string(got->first_day) == "2024-06-03");
  CHECK(got->days == 8);
  CHECK(got->working_days == std::vector{1, 1, 0, 1, 1, 0, 0, 1});
  CHECK(got->day_start == Minutes{510});
  CHECK(got->start_city == 0);
  CHECK(got->end_city == 1);
  CHECK(got->no_top_penalty == 25);
  CHECK(got->sector_short_penalty == doctest::Approx(0.1));
  REQUIRE(got->sectors.size() == 2);
  CHECK(got->sectors[0].name == "Chips"); // as written, not in the order of the alphabet
  CHECK(got->sectors[1].target == Minutes{300});
}

TEST_CASE("a candidate has what is written and the defaults for the rest") {
  auto const got = trip(small, "t.toml");
  REQUIRE(got);
  auto const& ann = got->candidates.at(0);
  CHECK(ann.id == "ann-lee");
  CHECK(ann.email == "ann@acme.example");
  CHECK(ann.sector == 1);
  CHECK(ann.length == Minutes{90});
  CHECK(ann.windows == std::vector<Window>{{0, Minutes{570}, Minutes{720}},
                                           {0, Minutes{840}, Minutes{960}},
                                           {4, Minutes{570}, Minutes{720}},
                                           {4, Minutes{840}, Minutes{960}}});
  auto const& bo = got->candidates.at(1);
  CHECK(bo.value < 0);
  CHECK(bo.person == PersonId{});
  CHECK(bo.length == Minutes{45});
  CHECK(bo.windows.size() == 5);
  auto const& dinner = got->candidates.at(2);
  CHECK(dinner.fixed);
  CHECK(dinner.length == Minutes{150}); // a fixed appointment fills its window
  CHECK(dinner.id == "홍-길동");
}

TEST_CASE("a misspelt key is a mistake that names its line and the nearest key") {
  auto const error = mistake_of(changed("tier = 1", "teir = 1"));
  CHECK(error.where == "t.toml:38");
  CHECK(error.hint == "did you mean 'tier'?");
}

TEST_CASE("a city that the trip does not have is a mistake with a proposal") {
  CHECK(mistake_of(changed("city = \"Boston\"", "city = \"Bostom\"")).hint == "did you mean 'Boston'?");
  CHECK(mistake_of(changed("end = \"seattle\"", "end = \"Oslo\"")).hint == "one of: Boston, Seattle");
}

TEST_CASE("a sector without a target is a mistake") {
  CHECK(mistake_of(changed("sector = \"ai\"", "sector = \"chip\"")).hint == "did you mean 'Chips'?");
}

TEST_CASE("a window outside the trip, on the wrong weekday, or too short is a mistake") {
  CHECK(mistake_of(changed("06-10 19:00", "07-10 19:00")).what == "07-10 is not a day of the trip");
  CHECK(mistake_of(changed("Mon 06-03", "Tue 06-03")).what == "2024-06-03 is a monday, not a tuesday");
  CHECK(mistake_of(changed("length = \"1h30\"", "length = 180")).what.starts_with("no window of 'ann-lee' is as long"));
}

TEST_CASE("a fixed appointment needs exactly one window") {
  CHECK(mistake_of(changed("windows = \"06-10 19:00-21:30\"", "windows = \"06-03, 06-10 19:00-21:30\""))
            .what.find("has 2") != std::string::npos);
}

TEST_CASE("wrong types, doubled ids, negative values and missing things are mistakes") {
  CHECK(mistake_of(changed("days = 8", "days = \"eight\"")).where == "t.toml:3");
  CHECK(mistake_of(changed("id = \"bo\"", "id = \"ann-lee\"")).what == "the id 'ann-lee' is not unique");
  CHECK(mistake_of(changed("value = 30", "value = -3")).where == "t.toml:39");
  CHECK(mistake_of(changed("first_day = 2024-06-03", "")).what.starts_with("the trip has no first day"));
  CHECK(mistake_of(changed("at = [42.36, -71.06]", "at = [442, -71]")).what == "'at' is not a place on Earth");
  CHECK(mistake_of(changed("days = 8", "days = 8\nlast_day = 2024-06-11")).what.starts_with("days = 8 does not fit"));
}

TEST_CASE("all mistakes are listed in order of lines") {
  auto text = changed("tier = 1", "teir = 1");
  text.replace(text.find("start = \"Boston\""), 16, "start = \"Bostn\"");
  auto const all = trip_mistakes(text, "t.toml");
  REQUIRE(all.size() == 2);
  CHECK(all.front().where == "t.toml:6");
  CHECK(all.back().where == "t.toml:38");
  CHECK(mistake_of(text).what.ends_with("(and 1 more mistake)"));
}

TEST_CASE("what is no TOML is an input error with its line") {
  CHECK(mistake_of("name = \"a\"\nfirst_day = = 3\n").where == "t.toml:2");
}

TEST_CASE("a trip without working days has no default windows") {
  std::string const text = "first_day = 2024-06-08\ndays = 1\n[[city]]\nname = \"A\"\nzone = \"UTC\"\nat = [0, 0]\n"
                           "[[candidate]]\nname = \"B\"\ncity = \"A\"\n";
  CHECK(mistake_of(text).what.starts_with("no window of 'b' is as long"));
}

TEST_CASE("last_day is as good as days") {
  auto const got = trip(changed("days = 8", "last_day = 2024-06-10"), "t.toml");
  REQUIRE(got);
  CHECK(got->days == 8);
}

TEST_CASE("a journey is charged by the hour and counted by the minute") {
  CHECK(trip(changed("sector_short = 0.1", "journey_hour = 3"), "t.toml")->journey_penalty == doctest::Approx(.05));
}

TEST_CASE("per_organisation caps who has more candidates than that") {
  auto const text = std::string{"first_day = 2024-06-03\ndays = 2\n[rules]\nper_organisation = 1\n"
                                "[[city]]\nname = \"A\"\nzone = \"UTC\"\nat = [1, 2]\n"} +
                    "[[candidate]]\nname = \"B\"\norganisation = \"Helix\"\ncity = \"A\"\n"
                    "[[candidate]]\nname = \"C\"\norganisation = \"Quarry\"\ncity = \"A\"\n"
                    "[[candidate]]\nname = \"D\"\norganisation = \"Helix\"\ncity = \"A\"\n"
                    "[[candidate]]\nname = \"E\"\ncity = \"A\"\n";
  auto const got = trip(text, "t.toml");
  REQUIRE(got);
  REQUIRE(got->caps.size() == 1);
  CHECK(got->caps[0].name == "at most 1 with Helix");
  CHECK(got->caps[0].limit == 1);
  CHECK(got->caps[0].use == std::vector<int>{1, 0, 1, 0});
}

TEST_CASE("nobody is met in a city on a day that is not the city's") {
  auto const got = trip(changed("country = \"US\"", "country = \"US\"\ndays = \"06-05..06-06\""), "t.toml");
  REQUIRE(got);
  for (auto const& candidate : got->candidates)
    if (candidate.city == 0)
      for (auto const& window : candidate.windows)
        CHECK((window.day == 2 || window.day == 3));
}

TEST_CASE("the nearest word is found by its letters and nothing is proposed for a stranger") {
  CHECK(nearest_word("Organization", {"name", "organisation"}) == "organisation");
  CHECK(nearest_word("xyzzy", {"name", "organisation"}).empty());
}

TEST_CASE("the example trip has 22 days, 120 candidates in eight cities and three fixed dinners") {
  auto const text = file_text("examples/office/trip.toml");
  auto const got = trip(text, "trip.toml");
  REQUIRE_MESSAGE(got, got.error().what);
  CHECK(got->days == 22);
  CHECK(got->candidates.size() == 120);
  CHECK(got->cities.size() == 8);
  CHECK(std::ranges::count_if(got->candidates, &Candidate::fixed) == 3);
}

TEST_CASE("on every working day of the example trip a big shot can be met") {
  auto const got = trip(file_text("examples/office/trip.toml"), "trip.toml");
  REQUIRE(got);
  for (auto day = 0; day < got->days; ++day)
    if (got->working_days.at(static_cast<std::size_t>(day)) != 0)
      CHECK_MESSAGE(std::ranges::any_of(got->candidates,
                                        [&](Candidate const& c) {
                                          return c.tier == 1 && std::ranges::any_of(c.windows, [&](Window const& w) {
                                                   return w.day == day;
                                                 });
                                        }),
                    day);
}

} // namespace
} // namespace attache::read
