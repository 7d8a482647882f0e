#include "report/ics.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <libical/ical.h>
#include <memory>
#include <rapidcheck.h>

namespace attache::report {
namespace {

struct Free {
  void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, Free>;

// Parsed by libical, which must find nothing to complain about.
Component parse(std::string const& text) {
  Component calendar{icalparser_parse_string(text.c_str())};
  REQUIRE(calendar);
  CHECK(icalcomponent_count_errors(calendar.get()) == 0);
  CHECK(icalrestriction_check(calendar.get()) == 1);
  CHECK(icalcomponent_count_errors(calendar.get()) == 0);
  return calendar;
}

icalcomponent* event(Component const& calendar) {
  return icalcomponent_get_first_component(calendar.get(), ICAL_VEVENT_COMPONENT);
}
std::string utc_start(Component const& calendar) {
  return icaltime_as_ical_string(
      icaltime_convert_to_zone(icalcomponent_get_dtstart(event(calendar)), icaltimezone_get_utc_timezone()));
}

Instant at(char const* text) { return *parse_instant(text); }

Itinerary trip() {
  return {.name = "동부에서 서부로",
          .organiser = {"Office of the Chair", "office@hanbit.example"},
          .made_at = at("2023-04-20"),
          .appointments = {{.uid = "c1.trip@attache",
                            .start = at("2023-05-10T22:30Z"),
                            .end = at("2023-05-11T00:30Z"),
                            .zone = "America/Los_Angeles",
                            .title = "Dinner; Duri Fund, private",
                            .place = "Palo Alto",
                            .latitude = 37.44,
                            .longitude = -122.14,
                            .note = "Line one\nLine two",
                            .secret = true,
                            .guests = {{"Kim \"Duri\"", "kim@duri.example"}, {"이몽룡", ""}}},
                           {.uid = "c2.trip@attache",
                            .start = at("2023-05-12T17:00Z"),
                            .end = at("2023-05-12T18:00Z"),
                            .zone = "America/New_York",
                            .title = "Nara Bio"}}};
}

TEST_CASE("a published itinerary is what libical expects, at the right instants") {
  auto const text = itinerary_ics(trip());
  auto const calendar = parse(text);
  CHECK(icalcomponent_count_components(calendar.get(), ICAL_VEVENT_COMPONENT) == 2);
  CHECK(icalcomponent_count_components(calendar.get(), ICAL_VTIMEZONE_COMPONENT) == 2);
  CHECK(icalcomponent_get_method(calendar.get()) == ICAL_METHOD_PUBLISH);
  CHECK(utc_start(calendar) == "20230510T223000Z");
  CHECK(std::string{icalcomponent_get_summary(event(calendar))} == "Dinner; Duri Fund, private");
  CHECK(std::string{icalcomponent_get_description(event(calendar))} ==
        "Line one\nLine two\nWith: Kim \"Duri\", 이몽룡");
  CHECK(text.find("ATTENDEE") == std::string::npos);
  CHECK(text.find("DTSTART;TZID=America/Los_Angeles:20230510T153000\r\n") != std::string::npos);
}

TEST_CASE("a change is a request, what is gone is a cancellation, and what stays is not sent") {
  auto const before = trip();
  auto now = before;
  now.appointments[0].start -= std::chrono::hours{1};
  now.appointments.pop_back();
  auto const update = update_ics(before, now);
  auto const request = parse(update.request);
  CHECK(icalcomponent_get_method(request.get()) == ICAL_METHOD_REQUEST);
  CHECK(icalcomponent_get_sequence(event(request)) == 1);
  CHECK(icalcomponent_count_properties(event(request), ICAL_ATTENDEE_PROPERTY) == 1);
  auto const cancel = parse(update.cancel);
  CHECK(icalcomponent_get_method(cancel.get()) == ICAL_METHOD_CANCEL);
  CHECK(icalcomponent_get_status(event(cancel)) == ICAL_STATUS_CANCELLED);
  CHECK(icalcomponent_get_sequence(event(cancel)) == 1);
  CHECK(update.now.appointments[0].sequence == 1);
  auto const nothing = update_ics(update.now, update.now);
  CHECK(nothing.request.empty());
  CHECK(nothing.cancel.empty());
}

TEST_CASE("without an organiser's address nobody is invited and cancellations are published") {
  auto before = trip();
  before.organiser = {};
  auto now = before;
  now.appointments.clear();
  auto const update = update_ics(before, now);
  auto const cancel = parse(update.cancel);
  CHECK(icalcomponent_get_method(cancel.get()) == ICAL_METHOD_PUBLISH);
  CHECK(icalcomponent_get_status(event(cancel)) == ICAL_STATUS_CANCELLED);
}

TEST_CASE("a zone without changes of clocks, and one that nobody knows, are written") {
  auto one = trip();
  one.appointments[0].zone = "Asia/Seoul";
  one.appointments[1].zone = "Mars/Olympus";
  auto const text = itinerary_ics(one);
  CHECK(utc_start(parse(text)) == "20230510T223000Z");
  CHECK(text.find("DTSTART:20230512T170000Z") != std::string::npos);
}

TEST_CASE("no line is longer than 75 octets, and any text survives libical") {
  CHECK(rc::check([](std::string const& words) {
    auto one = trip();
    std::string printable;
    for (auto const c : words)
      printable +=
          static_cast<unsigned char>(c) >= 0x20 && static_cast<unsigned char>(c) < 0x7F ? std::string{c} : "한,";
    one.appointments[0].title = "t" + printable + "한빛;\\n\"" + printable + "e";
    auto const text = itinerary_ics(one);
    for (std::size_t from = 0, end = 0; (end = text.find("\r\n", from)) != std::string::npos; from = end + 2)
      RC_ASSERT(end - from <= 75U);
    Component const calendar{icalparser_parse_string(text.c_str())};
    RC_ASSERT(std::string{icalcomponent_get_summary(event(calendar))} == one.appointments[0].title);
  }));
}

} // namespace
} // namespace attache::report
