#include "read/detect.h"

#include "read/csv_test.h"

#include <doctest/doctest.h>

namespace attache::read {
namespace {

TEST_CASE("the example office is recognised by content, whatever its files are called") {
  std::map<std::string, Format> const expected{{"calendar.ics", Format::icalendar},
                                               {"phone.vcf", Format::vcard},
                                               {"assistant.vcf", Format::vcard},
                                               {"office.vcf", Format::vcard},
                                               {"mail.mbox", Format::mail},
                                               {"linkedin.csv", Format::contacts_csv},
                                               {"google.csv", Format::contacts_csv},
                                               {"companies.csv", Format::companies_csv},
                                               {"relations.csv", Format::relations_csv},
                                               {"trip.toml", Format::trip_toml}};
  for (auto const& [name, format] : expected) {
    auto const text = file_text("examples/office/" + name);
    CHECK_MESSAGE(detect(text, name) == format, name);
    CHECK_MESSAGE(detect(text, "download") == format, name);
  }
}

TEST_CASE("a register of meetings is told from a list of people") {
  CHECK(detect("date,minister,organisation,reason\n2020-01-01,A B,C,D\n", "x.csv") == Format::meetings_csv);
  CHECK(detect("name,company,email\nA,B,c@d.example\n", "x.csv") == Format::contacts_csv);
}

TEST_CASE("a single message is mail and a page is an article") {
  CHECK(detect("Received: by x\r\nFrom: a@b.example\r\nTo: c@d.example\r\nSubject: Hi\r\n\r\nbody", "m") ==
        Format::mail);
  CHECK(detect("\xEF\xBB\xBF<!DOCTYPE html>\n<html><body>x</body></html>", "story") == Format::article_html);
}

TEST_CASE("running text with commas is an article, not a table") {
  CHECK(detect("The chairman, who flew to Boston, met three people on Monday.\nHe went on to New York, Philadelphia, "
               "and home.\n"
               "Title, date and place were not given, and the company did not comment.\n",
               "story") == Format::article_text);
}

TEST_CASE("UTF-16 is looked through and FollowTheMoney is known by its schema") {
  std::string wide;
  for (auto const c : std::string_view{"BEGIN:VCARD\nVERSION:3.0\nFN:A\nEND:VCARD\n"}) {
    wide += c;
    wide += '\0';
  }
  CHECK(detect(wide, "x") == Format::vcard);
  CHECK(detect("{\"id\":\"1\",\"schema\":\"Person\",\"properties\":{\"name\":[\"A\"]}}\n", "x.json") ==
        Format::ftm_json);
}

TEST_CASE("the name's ending decides where the content says nothing, and noise is unknown") {
  CHECK(detect("", "x.ics") == Format::icalendar);
  CHECK(detect("", "") == Format::unknown);
  CHECK(detect(std::string_view{"\x7F"
                                "ELF\0\1\2\3\4",
                                9},
               "a.out") == Format::unknown);
  CHECK(detect("[1,2,3]", "x.json") == Format::unknown);
}

TEST_CASE("real articles are articles") {
  for (auto const* const path : {"press/articles/02.txt", "press/articles/04.txt", "press/articles/12.txt"})
    if (auto const text = real_text(path); !text.empty())
      CHECK_MESSAGE(detect(text, "story") == Format::article_text, path);
}

} // namespace
} // namespace attache::read
