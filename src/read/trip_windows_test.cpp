#include "read/trip_windows.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <rapidcheck.h>

namespace attache::read {
namespace {

// Monday 2024-12-30 to Wednesday 2025-01-08; New Year's Day and the weekend are off.
TripDays const turn{
    .first = Day{std::chrono::year{2024} / 12 / 30}, .days = 10, .working = {1, 1, 0, 1, 1, 0, 0, 1, 1, 1}};

std::string shown(std::string_view text) {
  auto const windows = parse_windows(text, turn);
  if (!windows)
    return windows.error().what;
  std::string out;
  for (auto const& w : *windows)
    out += fmt::format("{}{}:{}-{}", out.empty() ? "" : " ", w.day, w.from.count(), w.to.count());
  return out;
}

TEST_CASE("days are followed by hours, and several groups may follow one another") {
  CHECK(shown("12-30, 01-02 09:30-12:00, 14:00-16:00; 01-03 8:00-9:00") ==
        "0:570-720 0:840-960 3:570-720 3:840-960 4:480-540");
}

TEST_CASE("a day without a year is in the trip, also across the turn of the year") {
  CHECK(shown("2025-01-08 10:00-11:00") == "9:600-660");
  CHECK(shown("01-08 10:00-11:00") == "9:600-660");
}

TEST_CASE("days may be ranges, weekdays, workdays or all") {
  CHECK(shown("12-31..01-02 10:00-11:00") == "1:600-660 2:600-660 3:600-660");
  CHECK(shown("Tue 10:00-11:00") == "1:600-660 8:600-660");
  CHECK(shown("Fri-Mon 10:00-11:00") == "0:600-660 4:600-660 5:600-660 6:600-660 7:600-660");
  CHECK(parse_days("workdays", turn)->size() == 7);
  CHECK(parse_days("weekdays", turn)->size() == 8);
  CHECK(parse_days("weekends", turn)->size() == 2);
  CHECK(parse_days("daily", turn)->size() == 10);
}

TEST_CASE("a weekday before a date checks it; with a comma both are meant") {
  CHECK(shown("Tue 12-31 10:00-11:00") == "1:600-660");
  CHECK(shown("Wed 12-31 10:00-11:00") == "2024-12-31 is a tuesday, not a wednesday");
  CHECK(shown("Mon, 12-31 10:00-11:00") == "0:600-660 1:600-660 7:600-660");
}

TEST_CASE("overlapping and touching windows are one") {
  CHECK(shown("12-30 09:00-11:00, 10:00-12:00, 12:00-13:00") == "0:540-780");
}

TEST_CASE("what cannot be meant is said") {
  CHECK(shown("12-30") == "there are days without hours");
  CHECK(shown("") == "there are days without hours");
  CHECK(shown("09:00-10:00") == "'09:00-10:00' stands before any day");
  CHECK(shown("12-30 12:00-10:00") == "'12:00-10:00' ends before it begins");
  CHECK(shown("12-30 9-10") == "'9-10' is not a day");
  CHECK(shown("12-30 25:00-26:00") == "'25:00-26:00' are no hours");
  CHECK(shown("02-30 10:00-11:00") == "'02-30' is not a day");
  CHECK(shown("02-01 10:00-11:00") == "02-01 is not a day of the trip");
  CHECK(shown("01-02..12-30 10:00-11:00") == "'01-02..12-30' ends before it begins");
}

TEST_CASE("workdays of a weekend are no days, which is no mistake") {
  TripDays const weekend{.first = Day{std::chrono::year{2024} / 6 / 8}, .days = 2, .working = {0, 0}};
  auto const windows = parse_windows("workdays 10:00-11:00", weekend);
  REQUIRE(windows);
  CHECK(windows->empty());
}

TEST_CASE("lengths of time are minutes or hours and minutes") {
  CHECK(parse_length("90") == Minutes{90});
  CHECK(parse_length("90m") == Minutes{90});
  CHECK(parse_length("1h") == Minutes{60});
  CHECK(parse_length("1h30") == Minutes{90});
  CHECK(parse_length("1h 30 min") == Minutes{90});
  for (auto const* const text : {"", "h", "m", "1.5h", "-3", "soon", "99999"})
    CHECK_MESSAGE(!parse_length(text), text);
}

TEST_CASE("joined windows are disjoint, in order, and cover the same minutes") {
  CHECK(rc::check([] {
    auto const windows = *rc::gen::container<std::vector<Window>>(rc::gen::map(
        rc::gen::tuple(rc::gen::inRange(0, 3), rc::gen::inRange(0, 40), rc::gen::inRange(1, 20)), [](auto const& t) {
          return Window{
              .day = std::get<0>(t), .from = Minutes{std::get<1>(t)}, .to = Minutes{std::get<1>(t) + std::get<2>(t)}};
        }));
    auto const covered = [](std::vector<Window> const& all, int day, int minute) {
      return std::ranges::any_of(
          all, [&](Window const& w) { return w.day == day && w.from.count() <= minute && minute < w.to.count(); });
    };
    auto const joined = join_windows(windows);
    for (auto day = 0; day < 3; ++day)
      for (auto minute = 0; minute < 60; ++minute)
        RC_ASSERT(covered(joined, day, minute) == covered(windows, day, minute));
    for (std::size_t i = 1; i < joined.size(); ++i)
      RC_ASSERT(joined[i - 1].day < joined[i].day || joined[i - 1].to < joined[i].from);
  }));
}

} // namespace
} // namespace attache::read
