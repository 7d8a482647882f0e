#include "report/book.h"
#include "report/html.h"
#include "report/phrases.h"
#include "report/recap.h"
#include "report/sample_test.h"

#include <algorithm>
#include <cstdlib>
#include <doctest/doctest.h>
#include <fstream>
#include <rapidcheck.h>
#include <sstream>

namespace attache::report {
namespace {

// tests/golden/report/NAME must equal `text`; UPDATE_GOLDEN=1 accepts what is there now.
void check_golden(std::string const& name, std::string const& text) {
  auto const path = "tests/golden/report/" + name;
  if (std::getenv("UPDATE_GOLDEN") != nullptr)
    std::ofstream{path, std::ios::binary} << text;
  std::ifstream file{path, std::ios::binary};
  std::ostringstream expected;
  expected << file.rdbuf();
  CHECK_MESSAGE(text == expected.str(), path << " differs; UPDATE_GOLDEN=1 rewrites it, then read the diff");
}

void fill(std::vector<Statement>& statements, std::string const& text) {
  for (auto& statement : statements)
    statement.text = text;
}

void fill(MeetingBrief& meeting, std::string const& text) {
  meeting.id = meeting.place = meeting.title = meeting.organisation = text;
  for (auto& person : meeting.people) {
    person.name.text = person.sector = text;
    fill(person.other_names, text);
    fill(person.good_to_know, text);
    std::ranges::fill(person.reasons, text);
    std::ranges::fill(person.introduction, text);
    for (auto& role : person.roles)
      role.title = role.organisation = text;
  }
  for (auto& figure : meeting.figures)
    figure.organisation = figure.kind = figure.currency = figure.says_so = text;
  for (auto& term : meeting.why)
    term.label = text;
  for (auto& past : meeting.history)
    past.title = past.place = past.with = text;
  for (auto& point : meeting.open_points)
    point.what.text = text;
  for (auto& exhibit : meeting.evidence)
    exhibit.source = exhibit.locator = exhibit.words = exhibit.says_so = text;
  std::ranges::fill(meeting.to_be_clear, text);
  fill(meeting.relations, text);
  fill(meeting.objectives, text);
}

// The sample with every text of it replaced.
Briefing filled_briefing(std::string const& text) {
  auto briefing = sample_briefing();
  briefing.title = briefing.principal = briefing.purpose = briefing.bound_by = text;
  for (auto& city : briefing.cities)
    city.name = text;
  for (auto& meeting : briefing.meetings)
    fill(meeting, text);
  for (auto& sector : briefing.sectors)
    sector.name = text;
  for (auto& one : briefing.left_out)
    one.name = one.organisation = one.reason = text;
  std::ranges::fill(briefing.notes, text);
  return briefing;
}

Recap filled_recap(std::string const& text) {
  auto recap = sample_recap();
  recap.title = recap.principal = recap.purpose = text;
  for (auto& city : recap.cities)
    city.name = text;
  for (auto& day : recap.days) {
    day.city = text;
    fill(day.big_shots, text);
  }
  fill(recap.companies, text);
  fill(recap.comparisons, text);
  for (auto& tie : recap.restored)
    tie.name = tie.organisation = text;
  for (auto& point : recap.follow_ups)
    point.what.text = text;
  recap.notes = {text};
  return recap;
}

auto count(std::string const& html, char c) { return std::ranges::count(html, c); }

TEST_CASE("the book of the sample trip is the accepted one") {
  check_golden("book.html", book_html(sample_briefing()));
}
TEST_CASE("the recap of the sample trip is the accepted one") {
  check_golden("recap.html", recap_html(sample_recap()));
}

TEST_CASE("no text can add markup to a document") {
  std::string const attack = "\"><script>alert('x')</script><a onclick=b>&lt;";
  std::string const harmless(attack.size(), 'x'); // as wide, so that the map places its labels alike
  for (auto const& [bad, good] : {std::pair{book_html(filled_briefing(attack)), book_html(filled_briefing(harmless))},
                                  std::pair{recap_html(filled_recap(attack)), recap_html(filled_recap(harmless))}}) {
    CHECK(bad.find("<script") == std::string::npos);
    CHECK(bad.find("<a onclick") == std::string::npos);
    CHECK(bad.find("&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)") != std::string::npos);
    for (auto const c : {'<', '>', '"', '\''})
      CHECK(count(bad, c) == count(good, c));
  }
}

TEST_CASE("documents load nothing and hold no script") {
  for (auto const& html : {book_html(sample_briefing()), recap_html(sample_recap())})
    for (auto const* word : {"<script", "src=", "http://", "https://", "url(", "@import"})
      CHECK_MESSAGE(html.find(word) == std::string::npos, word);
}

TEST_CASE("every claim of a meeting is named on its page") {
  auto const html = book_html(sample_briefing());
  for (int claim = 12; claim <= 28; ++claim)
    CHECK(html.find("[c" + std::to_string(claim) + "]") != std::string::npos);
}

TEST_CASE("what no claim says carries no number") {
  auto briefing = sample_briefing();
  briefing.meetings[0].people.front().roles = {{"Chair", "Nara Bio", {}, true, {}}};
  CHECK(book_html(briefing).find("[c0]") == std::string::npos);
}

TEST_CASE("an empty briefing and an empty recap are documents too") {
  CHECK(book_html({}).find("</html>") != std::string::npos);
  CHECK(recap_html({}).find("</html>") != std::string::npos);
}

// Pages of a PDF as its page tree counts them.
int pages_of(std::string const& pdf) {
  auto const at = pdf.find("/Count ");
  return at == std::string::npos ? 0 : std::atoi(pdf.c_str() + at + 7);
}

TEST_CASE("the PDF book has its overview, its contents and a page for each meeting, with fonts embedded") {
  auto const pdf = book_pdf(sample_briefing());
  REQUIRE(pdf);
  CHECK(pdf->starts_with("%PDF-"));
  CHECK(pages_of(*pdf) == 2 + 5);
  CHECK(pdf->find("/FontFile") != std::string::npos);
  CHECK(pdf->find("(20230420080000Z") != std::string::npos); // made_at, not the time of the run
}

TEST_CASE("the same briefing gives the same PDF, byte for byte") {
  CHECK(*book_pdf(sample_briefing()) == *book_pdf(sample_briefing()));
}

TEST_CASE("an empty briefing, and one with a very long text, are PDFs too") {
  CHECK(pages_of(*book_pdf({})) == 2);
  auto briefing = sample_briefing();
  std::string story;
  for (int i = 0; i < 1500; ++i)
    story += "한빛 forum ";
  briefing.meetings[0].evidence[2].words = story;
  briefing.meetings[1].objectives = {{story, {}}};
  briefing.meetings[2].people.front().name.text = story;
  briefing.meetings[3].figures.resize(40, sample_dinner().figures[0]);
  CHECK(pages_of(*book_pdf(briefing)) > 12);
}

TEST_CASE("any text can stand in the PDF book") {
  for (auto const& text : {std::string{"\0\x01\xFF\xC3", 4}, std::string{"a\nb\tc"}, std::string{"' dest='x' ) \\ ("},
                           std::string{"\xE2\x80\xAE rtl שלום"}})
    CHECK(book_pdf(filled_briefing(text)).has_value());
}

TEST_CASE("amounts, silences and times are worded for people") {
  CHECK(amount_text(532.9e9, "USD") == "532.9 bn USD");
  CHECK(amount_text(1e12, "KRW") == "1 tn KRW");
  CHECK(amount_text(999.96e6, "EUR") == "1 bn EUR");
  CHECK(amount_text(12, "") == "12");
  CHECK(silence_text(1177) == "3.2 years");
  CHECK(silence_text(400) == "13 months");
  CHECK(silence_text(1) == "1 day");
  CHECK(length_text(Minutes{90}) == "1 h 30 min");
  CHECK(clock_text(Minutes{25 * 60}) == "01:00");
  CHECK(interval_text({day_of("2018-09-03"), day_of("2018-09-05"), ""}) == "3–5 Sep 2018");
  CHECK(interval_text({day_of("2018-09-30"), day_of("2018-10-02"), ""}) == "30 Sep – 2 Oct 2018");
  CHECK(interval_text({day_of("2018-12"), day_of("2019-01"), ""}) == "Dec 2018 – Jan 2019");
  CHECK(interval_text({day_of("2018-09-03T23:30Z"), day_of("2018-09-04T00:30Z"), "Asia/Seoul"}) == "4 Sep 2018");
  CHECK(moment_text({}) == "date unknown");
}

TEST_CASE("escaped text holds no character of markup, whatever the bytes") {
  CHECK(rc::check([](std::string const& bytes) {
    auto const escaped = escape_html(bytes);
    RC_ASSERT(escaped.find_first_of("<>\"'") == std::string::npos);
  }));
}

} // namespace
TEST_CASE("a day on the road says how long it takes, and how where somebody has chosen") {
  CHECK(travel_text({}).empty());
  CHECK(travel_text({.travel = {{.minutes = Minutes{30}}, {.minutes = Minutes{60}}}}) == "1 h 30 min on the way");
  CHECK(travel_text({.travel = {{.minutes = Minutes{255}, .by = "Boston – New York by train"},
                                {.minutes = Minutes{15}},
                                {.minutes = Minutes{60}, .by = "New York – Philadelphia by car"}}}) ==
        "5 h 30 min on the way: Boston – New York by train, New York – Philadelphia by car");
}

} // namespace attache::report
