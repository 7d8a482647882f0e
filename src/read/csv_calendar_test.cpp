#include "read/csv_test.h"
#include "read/detect.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <rapidcheck.h>

namespace attache::read {
namespace {

std::string const outlook = "\"Subject\",\"Start Date\",\"Start Time\",\"End Date\",\"End Time\",\"All day event\","
                            "\"Meeting Organizer\",\"Required Attendees\",\"Optional Attendees\",\"Location\","
                            "\"Private\",\"Sensitivity\",\"Show time as\"\r\n";

// "2023-05-10..2023-05-12 meeting: title @ place [asserted] A, B" of every entry.
std::vector<std::string> entries(Gathered const& got) {
  std::vector<std::string> out;
  for (auto const& record : got.records) {
    if (record.kind != RecordKind::contact)
      continue;
    auto const word = [&](std::string_view property) {
      std::string all;
      for (auto const& value : got.values(property, record.id))
        all += (all.empty() ? "" : ", ") + value;
      return all;
    };
    auto const claim = std::ranges::find(got.claims, record.id, &Claim::subject);
    out.push_back(fmt::format("{}..{} {}: {} @ {} [{}] {}", to_string(claim->valid.from), to_string(claim->valid.to),
                              word(property::contact_kind), word(property::title), word(property::place),
                              to_string(claim->realis), word(property::participant)));
  }
  return out;
}
using Entries = std::vector<std::string>;

TEST_CASE("Outlook's calendar table is a calendar, told by its columns") {
  auto const text = outlook + "Review,5/11/2023,12:00:00 PM,5/11/2023,1:00:00 PM,False,,,,HQ,False,Normal,2\r\n";
  CHECK(detect(text, "calendar.csv") == Format::calendar_csv);
  CHECK(detect("제목,시작일,시작시간,장소,참석자\n오찬,2023-05-10,12:00,서울,김철수\n", "x.csv") ==
        Format::calendar_csv);
  CHECK(detect("date,participants,subject\n2023-05-10,Ann Lee,Talk\n", "x.csv") == Format::meetings_csv);
}

TEST_CASE("an entry has its days, its place and the people who are invited") {
  auto const got = gather(outlook +
                          "Review,5/13/2023,9:00:00 AM,5/13/2023,10:00:00 AM,False,Gildong Hong,"
                          "Tim Moreau;Anna Keller <anna@keller.example>,lee@duri.example,HQ,False,Normal,2\r\n" +
                          "Fair,5/20/2023,12:00:00 AM,5/23/2023,12:00:00 AM,True,,Tim Moreau,,,False,Normal,2\r\n");
  CHECK(entries(got) ==
        Entries{"2023-05-13..2023-05-13 meeting: Review @ HQ [asserted] Gildong Hong, Tim Moreau, Anna Keller, "
                "lee@duri.example",
                "2023-05-20..2023-05-22 event: Fair @  [asserted] Tim Moreau"});
  CHECK(got.values(property::email) == std::vector<std::string>{"anna@keller.example", "lee@duri.example"});
  CHECK(got.count(RecordKind::person) == 4); // Tim Moreau once
  CHECK(got.rejected.empty());
}

TEST_CASE("what is private, tentative or called off is kept as that") {
  auto const row = [](std::string const& subject, std::string const& rest) {
    return subject + ",5/13/2023,9:00:00 AM,5/13/2023,10:00:00 AM,False,,,,," + rest + "\r\n";
  };
  auto const got = gather(outlook + row("One", "True,Normal,2") + row("Two", "False,Confidential,2") +
                          row("Three", "False,Normal,1") + row("Canceled: Four", "False,Normal,2"));
  CHECK(got.values(property::privacy) == std::vector<std::string>{"private", "private"});
  auto const all = entries(got);
  REQUIRE(all.size() == 4);
  CHECK(all.at(2).find("[planned]") != std::string::npos);
  CHECK(all.at(3).find("[cancelled]") != std::string::npos);
}

TEST_CASE("an entry without a day is told, and the others are read") {
  auto const got = gather(outlook + "One,soon,,,,True,,,,,False,Normal,2\r\nTwo,,,,,True,,,,,False,Normal,2\r\n"
                                    "Three,5/13/2023,,5/13/2023,,True,,,,,False,Normal,2\r\n");
  CHECK(entries(got) == Entries{"2023-05-13..2023-05-13 event: Three @  [asserted] "});
  REQUIRE(got.rejected.size() == 2);
  CHECK(got.rejected.at(0).where == "test.csv:2");
  CHECK(got.rejected.at(0).reason == "'soon' is no day that attache can read");
  CHECK(got.rejected.at(1).reason == "the entry has no date");
}

TEST_CASE("an entry keeps its key when rows are added and moved") {
  auto const a = std::string{"Review,5/13/2023,9:00:00 AM,,,False,,,,HQ,False,Normal,2\r\n"};
  auto const b = std::string{"Lunch,5/14/2023,1:00:00 PM,,,False,,,,HQ,False,Normal,2\r\n"};
  auto const first = gather(outlook + a).keys(), second = gather(outlook + b + a).keys();
  CHECK(std::ranges::includes(second, first));
}

TEST_CASE("any cells make entries or rejected rows, one for each row") {
  rc::check([] {
    auto const cell = rc::gen::element<std::string>("", "5/13/2023", "True", "\"a;b <c@d.example>\"", "\\", "\"x\ny\"",
                                                    "9:00", "오찬", "1", "<", "@", "99/99/9999");
    auto const rows = *rc::gen::container<std::vector<std::vector<std::string>>>(
        rc::gen::container<std::vector<std::string>>(13, cell));
    auto text = outlook;
    std::size_t given = 0;
    for (auto const& row : rows) {
      std::string line;
      for (auto const& one : row)
        line += (line.empty() ? "" : ",") + one;
      given += std::ranges::any_of(row, [](auto const& one) { return !one.empty(); }) ? 1 : 0;
      text += line + "\r\n";
    }
    auto const got = gather(text);
    RC_ASSERT(!got.error);
    RC_ASSERT(got.count(RecordKind::contact) + got.rejected.size() >= given);
  });
}

} // namespace
} // namespace attache::read
