#include "read/icalendar.h"

#include "model/vocabulary.h"
#include "read/content_line.h"
#include "read/gather_test.h"
#include "read/icalendar_time.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <rapidcheck.h>

namespace attache::read {
namespace {

Day const until{std::chrono::year{2024} / 1 / 1};

Batch read_calendar(std::string const& lines) {
  auto const text = "BEGIN:VCALENDAR\n" + lines + "END:VCALENDAR\n";
  auto const batch = all_of([&](Sink const& sink) { return icalendar(text, "cal.ics", until, sink); });
  REQUIRE(batch);
  CHECK(broken_rule(*batch, decode_content(text).size()) == "");
  return *batch;
}

std::string event(std::string const& lines, std::string const& uid = "u") {
  return "BEGIN:VEVENT\nUID:" + uid + "\n" + lines + "END:VEVENT\n";
}

// "from/to zone" of every contact, in order.
std::vector<std::string> times(Batch const& batch) {
  std::vector<std::string> found;
  for (auto const& contact : records_of(batch, RecordKind::contact)) {
    auto const when = claims_about(batch, contact.id, property::contact_kind).at(0).valid;
    found.push_back(fmt::format("{}/{} {}", to_string(when.from), to_string(when.to), when.zone));
  }
  return found;
}
using Times = std::vector<std::string>;

std::vector<std::string> keys(Batch const& batch) {
  std::vector<std::string> found;
  for (auto const& contact : records_of(batch, RecordKind::contact))
    found.push_back(contact.key);
  return found;
}

std::string of_contact(Batch const& batch, std::string_view property) {
  return values(batch, records_of(batch, RecordKind::contact).at(0).id, property);
}

Realis realis_of(Batch const& batch) {
  return claims_about(batch, records_of(batch, RecordKind::contact).at(0).id, property::contact_kind).at(0).realis;
}

TEST_CASE("an event becomes a meeting with its people, place and title") {
  auto const batch = read_calendar(event(
      "DTSTART;TZID=Asia/Seoul:20230510T183000\nDTEND;TZID=Asia/Seoul:20230510T203000\nSUMMARY:Dinner\\, private\n"
      "LOCATION:Sawasdee\nCLASS:PRIVATE\nDESCRIPTION:the body\nORGANIZER;CN=Hong Gildong:mailto:Hong@hanbit.example\n"
      "ATTENDEE;CN=\"Kim, Duri\";PARTSTAT=ACCEPTED:mailto:kim@duri.example\n"
      "ATTENDEE;CN=Lee;PARTSTAT=DECLINED:mailto:lee@duri.example\n"
      "ATTENDEE;CUTYPE=ROOM;CN=Room 4:mailto:room4@hanbit.example\n"));
  CHECK(times(batch) == Times{"2023-05-10T09:30Z/2023-05-10T11:30Z Asia/Seoul"});
  CHECK(of_contact(batch, property::contact_kind) == "meeting");
  CHECK(of_contact(batch, property::title) == "Dinner, private");
  CHECK(of_contact(batch, property::place) == "Sawasdee");
  CHECK(of_contact(batch, property::privacy) == "private");
  CHECK(of_contact(batch, property::participant) == "Hong Gildong | Kim, Duri");
  CHECK(values(batch, records_of(batch, RecordKind::person).at(0).id, property::email) == "hong@hanbit.example");
  for (auto const& claim : batch.claims)
    CHECK(claim.value.find("body") == std::string::npos);
}

TEST_CASE("an invited room is the place where none is written") {
  auto const batch =
      read_calendar(event("DTSTART:20230510T090000Z\nATTENDEE;CUTYPE=ROOM;CN=Room 4:mailto:r@x.example\n"));
  CHECK(of_contact(batch, property::place) == "Room 4");
}

TEST_CASE("an all-day event keeps its days, and its end is exclusive") {
  CHECK(times(read_calendar(event("DTSTART;VALUE=DATE:20230510\nDTEND;VALUE=DATE:20230513\n"))) ==
        Times{"2023-05-10/2023-05-12 "});
  CHECK(times(read_calendar(event("DTSTART;VALUE=DATE:20230510\n"))) == Times{"2023-05-10/2023-05-10 "});
}

TEST_CASE("a floating time is only a day unless the calendar says where its owner is") {
  CHECK(times(read_calendar(event("DTSTART:20230510T090000\nDURATION:PT1H\n"))) == Times{"2023-05-10/2023-05-10 "});
  CHECK(times(read_calendar("X-WR-TIMEZONE:Asia/Seoul\n" + event("DTSTART:20230510T090000\nDURATION:PT1H\n"))) ==
        Times{"2023-05-10T00:00Z/2023-05-10T01:00Z Asia/Seoul"});
}

TEST_CASE("Windows names and prefixed names are the zones they mean") {
  for (auto const* tzid : {"Eastern Standard Time", "/mozilla.org/20070129_1/America/New_York", "America/New_York"})
    CHECK(times(read_calendar(event(fmt::format("DTSTART;TZID={}:20230510T090000\n", tzid)))) ==
          Times{"2023-05-10T13:00Z/ America/New_York"});
}

TEST_CASE("a calendar may bring the rules of its own zone") {
  auto const batch = read_calendar(
      event("DTSTART;TZID=Head Office:20230710T090000\n", "summer") +
      event("DTSTART;TZID=Head Office:20230110T090000\n", "winter") +
      "BEGIN:VTIMEZONE\nTZID:Head Office\nBEGIN:STANDARD\nDTSTART:19701025T030000\n"
      "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\nTZOFFSETFROM:+0330\nTZOFFSETTO:+0230\nEND:STANDARD\nBEGIN:DAYLIGHT\n"
      "DTSTART:19700329T020000\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\nTZOFFSETFROM:+0230\nTZOFFSETTO:+0330\n"
      "END:DAYLIGHT\nEND:VTIMEZONE\n");
  CHECK(times(batch) == Times{"2023-07-10T05:30Z/ ", "2023-01-10T06:30Z/ "});
}

TEST_CASE("an unknown zone leaves the day and a report") {
  auto const batch = read_calendar(event("DTSTART;TZID=Nowhere:20230510T090000\n"));
  CHECK(times(batch) == Times{"2023-05-10/2023-05-10 "});
  REQUIRE(batch.rejected.size() == 1);
  CHECK(batch.rejected[0].where == "cal.ics:4");
}

TEST_CASE("a clock time that a change skips is read with the offset before it") {
  CHECK(times(read_calendar(event("DTSTART;TZID=America/New_York:20230312T023000\n"))) ==
        Times{"2023-03-12T07:30Z/ America/New_York"});
}

TEST_CASE("a weekly meeting keeps its clock time across a change of clocks") {
  auto const batch =
      read_calendar(event("DTSTART;TZID=America/New_York:20231030T090000\nDTEND;TZID=America/New_York:20231030T093000\n"
                          "RRULE:FREQ=WEEKLY;COUNT=3\n"));
  CHECK(times(batch) == Times{"2023-10-30T13:00Z/2023-10-30T13:30Z America/New_York",
                              "2023-11-06T14:00Z/2023-11-06T14:30Z America/New_York",
                              "2023-11-13T14:00Z/2023-11-13T14:30Z America/New_York"});
  CHECK(keys(batch).at(1) == "uid:u@20231106T140000Z");
}

TEST_CASE("a repetition ends at UNTIL in UTC, and at the day asked for") {
  CHECK(times(read_calendar(event("DTSTART;TZID=Asia/Seoul:20230510T080000\n"
                                  "RRULE:FREQ=DAILY;UNTIL=20230511T230000Z\n")))
            .size() == 3);
  CHECK(times(read_calendar(event("DTSTART;VALUE=DATE:20231230\nRRULE:FREQ=DAILY\n"))).size() == 3);
}

TEST_CASE("RDATE adds, EXDATE and an exception take away") {
  auto const batch = read_calendar(
      event("DTSTART;TZID=Asia/Seoul:20230501T100000\nRRULE:FREQ=DAILY;COUNT=4\nRDATE;TZID=Asia/Seoul:20230520T100000\n"
            "EXDATE;TZID=Asia/Seoul:20230502T100000\nEXDATE;VALUE=DATE:20230503\nSUMMARY:Stand-up\n") +
      event("RECURRENCE-ID;TZID=Asia/Seoul:20230504T100000\nDTSTART;TZID=Asia/Seoul:20230505T140000\n"
            "SUMMARY:Moved\n"));
  CHECK(times(batch) ==
        Times{"2023-05-01T01:00Z/ Asia/Seoul", "2023-05-20T01:00Z/ Asia/Seoul", "2023-05-05T05:00Z/ Asia/Seoul"});
  CHECK(keys(batch).back() == "uid:u@20230504T010000Z");
}

TEST_CASE("cancelled and tentative events say so") {
  auto const start = std::string{"DTSTART:20230510T090000Z\n"};
  CHECK(realis_of(read_calendar(event(start))) == Realis::asserted);
  CHECK(realis_of(read_calendar(event(start + "STATUS:CANCELLED\n"))) == Realis::cancelled);
  CHECK(realis_of(read_calendar(event(start + "STATUS:TENTATIVE\n"))) == Realis::planned);
  CHECK(realis_of(read_calendar("METHOD:CANCEL\n" + event(start))) == Realis::cancelled);
}

TEST_CASE("calls and events are told from meetings") {
  auto const kind = [](std::string const& lines) {
    return of_contact(read_calendar(event(lines)), property::contact_kind);
  };
  auto const start = std::string{"DTSTART:20230510T090000Z\n"};
  CHECK(kind(start + "SUMMARY:Review\nLOCATION:https://example.zoom.us/j/1\n") == "call");
  CHECK(kind(start + "SUMMARY:김 대표 통화\n") == "call");
  CHECK(kind(start + "SUMMARY:Recall of product\n") == "meeting");
  CHECK(kind("DTSTART;VALUE=DATE:20230510\nSUMMARY:AI Forum\n") == "event");
  CHECK(kind("DTSTART;VALUE=DATE:20230510\nSUMMARY:Dinner with Kim\n") == "meeting");
  std::string crowd;
  for (int i = 0; i < 20; ++i)
    crowd += fmt::format("ATTENDEE:mailto:p{}@x.example\n", i);
  CHECK(kind(start + crowd) == "event");
}

TEST_CASE("the newest version of an event wins and the older one is reported") {
  auto const batch =
      read_calendar(event("SEQUENCE:2\nDTSTART:20230512T090000Z\n") + event("SEQUENCE:1\nDTSTART:20230510T090000Z\n"));
  CHECK(times(batch) == Times{"2023-05-12T09:00Z/ UTC"});
  REQUIRE(batch.rejected.size() == 1);
  CHECK(batch.rejected[0].where == "cal.ics:7");
}

TEST_CASE("what is no meeting is rejected singly, with its line and reason") {
  auto const batch = read_calendar("BEGIN:VTODO\nSUMMARY:Buy milk\nEND:VTODO\n" + event("SUMMARY:When?\n", "a") +
                                   event("DTSTART:20230230T090000Z\n", "b") +
                                   event("DTSTART:20230510T090000Z\nRRULE:FREQ=HOURLY\n", "c") +
                                   "BEGIN:VEVENT\nUID:d\nDTSTART:20230511T090000Z\n");
  std::vector<std::string> where;
  for (auto const& rejected : batch.rejected)
    where.push_back(rejected.where);
  CHECK(where == std::vector<std::string>{"cal.ics:2", "cal.ics:18", "cal.ics:5", "cal.ics:9", "cal.ics:16"});
  CHECK(records_of(batch, RecordKind::contact).size() == 2);
}

TEST_CASE("one address is one person in a calendar, with every name it goes by") {
  auto const batch =
      read_calendar(event("DTSTART:20230510T090000Z\nATTENDEE;CN=홍길동:mailto:hong@x.example\n", "a") +
                    event("DTSTART:20230511T090000Z\nATTENDEE;CN=Hong Gildong:MAILTO:HONG@x.example\n", "b"));
  auto const people = records_of(batch, RecordKind::person);
  REQUIRE(people.size() == 1);
  CHECK(values(batch, people[0].id, property::name) == "홍길동");
  CHECK(values(batch, people[0].id, property::alias) == "Hong Gildong");
}

TEST_CASE("a file that is no calendar is an input fault") {
  auto const none = all_of([](Sink const& sink) { return icalendar("hello\n", "x.ics", until, sink); });
  CHECK(none.error().fault == Fault::input);
}

TEST_CASE("durations are read, and nothing else is") {
  CHECK(parse_duration("P1DT2H3M4S") == std::chrono::seconds{93784});
  CHECK(parse_duration("-P2W") == std::chrono::seconds{-1209600});
  for (auto const* text : {"", "P", "1H", "PT", "P1H", "PT5", "P99999999999D"})
    CHECK_MESSAGE(!parse_duration(text).has_value(), text);
}

TEST_CASE("any event lines keep the rules of batches") {
  CHECK(rc::check([] {
    auto const lines = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
        "BEGIN:VEVENT", "END:VEVENT", "BEGIN:VCALENDAR", "END:VCALENDAR", "UID:u", "DTSTART:20230101T100000Z",
        "DTSTART;TZID=Asia/Seoul:20230101T100000", "DTSTART;VALUE=DATE:20230101", "DTEND:20220101T100000Z",
        "RRULE:FREQ=MONTHLY;COUNT=3", "RECURRENCE-ID:20230201T100000Z", "EXDATE:20230101T100000Z", "ATTENDEE:x",
        "ATTENDEE;CN=a:mailto:a@b", "SUMMARY:s", "STATUS:CANCELLED", "junk", "BEGIN:VALARM", "END:VALARM"));
    std::string text;
    for (auto const& line : lines)
      text += line + "\n";
    auto const batch = all_of([&](Sink const& sink) { return icalendar(text, "f", until, sink); });
    if (batch)
      RC_ASSERT(broken_rule(*batch, text.size()) == "");
  }));
}

// Finds "Jane Doe" surely, "Roe" unsurely and "Me" as the owner.
OfTitles titles() {
  return {.find_guests =
              [](std::string_view title) {
                Guests guests;
                auto const has = [&](std::string_view word) { return title.find(word) != std::string_view::npos; };
                if (has("Jane Doe"))
                  guests.people.push_back(
                      {.name = "Jane Doe", .title = "CEO", .organisation = "Acme", .confidence = 0.8});
                if (has("Roe"))
                  guests.people.push_back({.name = "Roe", .confidence = 0.5});
                guests.owner = has("Me") ? Owner::named : guests.people.empty() ? Owner::absent : Owner::implied;
                return guests;
              },
          .owner = "Me Myself"};
}

Batch read_titles(std::string const& lines) {
  auto const text = "BEGIN:VCALENDAR\n" + lines + "END:VCALENDAR\n";
  auto const batch = all_of([&](Sink const& sink) { return icalendar(text, "cal.ics", until, sink, titles()); });
  REQUIRE(batch);
  CHECK(broken_rule(*batch, decode_content(text).size()) == "");
  return *batch;
}

TEST_CASE("an event that invites nobody is read by its title") {
  auto const batch = read_titles(event("DTSTART:20230510T090000Z\nSUMMARY:Lunch with Jane Doe\n", "a") +
                                 event("DTSTART:20230511T090000Z\nSUMMARY:Call with Jane Doe\n", "b"));
  CHECK(of_contact(batch, property::participant) == "Me Myself | Jane Doe");
  auto const people = records_of(batch, RecordKind::person);
  REQUIRE(people.size() == 2); // the same two in both
  CHECK(people.at(0).key == owner_key);
  CHECK(values(batch, people.at(1).id, property::name) == "Jane Doe");
  CHECK(values(batch, people.at(1).id, property::role) == "CEO");
  CHECK(values(batch, records_of(batch, RecordKind::organisation).at(0).id, property::name) == "Acme");
  for (auto const& claim : batch.claims)
    if (claim.property == property::participant) {
      CHECK(claim.derived);
      CHECK(words(claim).find("Jane Doe") != std::string_view::npos);
    }
}

TEST_CASE("who is named unsurely waits, and so does the name") {
  auto const batch = read_titles(event("DTSTART:20230510T090000Z\nSUMMARY:Lunch with Roe\n"));
  auto const people = records_of(batch, RecordKind::person);
  REQUIRE(people.size() == 2);
  for (auto const& claim : batch.claims)
    if (claim.object == people.at(1).id || claim.subject == people.at(1).id)
      CHECK(claim.status == Status::proposed);
    else
      CHECK(claim.status == Status::accepted); // that the owner had lunch is sure
}

TEST_CASE("the owner takes no part in a day's entry unless it says so") {
  auto const day = std::string{"DTSTART;VALUE=DATE:20230510\nSUMMARY:"};
  CHECK(of_contact(read_titles(event(day + "Jane Doe in town\n")), property::participant) == "Jane Doe");
  CHECK(of_contact(read_titles(event(day + "Me and Jane Doe\n")), property::participant) == "Me Myself | Jane Doe");
  CHECK(of_contact(read_titles(event(day + "Lunch with Jane Doe\n")), property::participant) == "Me Myself | Jane Doe");
}

TEST_CASE("invited people are who takes part, whatever the title says; an organiser alone is not") {
  auto const start = std::string{"DTSTART:20230510T090000Z\nSUMMARY:Lunch with Jane Doe\n"};
  CHECK(of_contact(read_titles(event(start + "ATTENDEE;CN=Kim:mailto:kim@duri.example\n")), property::participant) ==
        "Kim");
  CHECK(of_contact(read_titles(event(start + "ORGANIZER;CN=Me:mailto:me@hanbit.example\n")), property::participant) ==
        "Me | Jane Doe");
}

TEST_CASE("a title means whom an address in the same calendar has that name") {
  auto const invites = event("DTSTART:20230512T090000Z\nATTENDEE;CN=Jane Doe:mailto:jane@acme.example\n", "b");
  auto const batch = read_titles(event("DTSTART:20230510T090000Z\nSUMMARY:Lunch with Jane Doe\n", "a") + invites);
  CHECK(records_of(batch, RecordKind::person).size() == 2);
  auto const two = event("DTSTART:20230513T090000Z\nATTENDEE;CN=Jane Doe:mailto:jane@duri.example\n", "c");
  auto const open = read_titles(event("DTSTART:20230510T090000Z\nSUMMARY:Lunch with Jane Doe\n", "a") + invites + two);
  CHECK(records_of(open, RecordKind::person).size() == 4); // the owner, two with addresses, and one of them
}

TEST_CASE("a title may begin with what has become of the event") {
  auto const realis = [](std::string const& title) {
    return realis_of(read_calendar(event("DTSTART:20230510T090000Z\nSUMMARY:" + title + "\n")));
  };
  for (auto const* title : {"Canceled: Lunch", "CANCELLED - Lunch", "[취소] 오찬", "취소됨: 오찬"})
    CHECK(realis(title) == Realis::cancelled);
  for (auto const* title : {"Hold: Lunch", "[HOLD] Lunch", "TBC - Lunch", "(잠정) 오찬"})
    CHECK(realis(title) == Realis::planned);
  for (auto const* title : {"Holding company lunch", "Cancelled orders review", "Hold", "취소 규정 논의"})
    CHECK(realis(title) == Realis::asserted);
}

} // namespace
} // namespace attache::read
