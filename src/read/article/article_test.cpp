#include "read/article/article.h"

#include "model/vocabulary.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace attache;

namespace {

read::ArticleReading read_text(std::string const& body, std::string const& date = "Published 2024-03-15") {
  auto reading = read::article("A headline about people\n\n" + date + "\n\n" + body, "test.txt");
  REQUIRE(reading);
  return *reading;
}

std::vector<Claim> claims(read::ArticleReading const& reading, std::string_view property) {
  std::vector<Claim> found;
  for (auto const& claim : reading.batch.claims)
    if (claim.property == property)
      found.push_back(claim);
  return found;
}

std::string name_of(read::ArticleReading const& reading, RecordId id) {
  for (auto const& claim : reading.batch.claims)
    if (claim.subject == id && claim.property == property::name)
      return claim.value;
  return {};
}

// Names of those who take part in the first meeting, joined with '+'.
std::string first_meeting(read::ArticleReading const& reading) {
  auto const kinds = claims(reading, property::contact_kind);
  std::vector<std::string> names;
  for (auto const& claim : claims(reading, property::participant))
    if (!kinds.empty() && claim.subject == kinds.front().subject)
      names.push_back(name_of(reading, claim.object));
  std::ranges::sort(names);
  std::string joined;
  for (auto const& name : names)
    joined += (joined.empty() ? "" : "+") + name;
  return joined;
}

Realis meeting_realis(std::string const& body) {
  auto const kinds = claims(read_text(body), property::contact_kind);
  CAPTURE(body);
  return kinds.empty() ? Realis::possible : kinds.front().realis;
}

} // namespace

TEST_CASE("an organisation, a title and a name make a person with a role") {
  auto const reading = read_text("Hanbit Electronics Chairman Kang Min-jae spoke to staff on Tuesday.");
  auto const names = claims(reading, property::name);
  REQUIRE(std::ranges::any_of(names, [](Claim const& c) { return c.value == "Kang Min-jae"; }));
  auto const roles = claims(reading, property::role);
  REQUIRE(roles.size() == 1);
  CHECK(roles[0].value == "Chairman");
  CHECK(name_of(reading, roles[0].object) == "Hanbit Electronics");
  CHECK(roles[0].evidence.quote == "Hanbit Electronics Chairman Kang Min-jae");
}

TEST_CASE("a title behind a name makes a role too") {
  auto const reading = read_text("Ellen Marsh, the chief executive of Larkspur Systems, arrived early.");
  auto const roles = claims(reading, property::role);
  REQUIRE(roles.size() == 1);
  CHECK(name_of(reading, roles[0].subject) == "Ellen Marsh");
  CHECK(name_of(reading, roles[0].object) == "Larkspur Systems");
}

TEST_CASE("a Korean name stands before or behind its organisation") {
  for (std::string const body :
       {"강민재 한빛전자 회장은 직원들에게 인사했다.", "한빛전자 강민재 회장은 직원들에게 인사했다."}) {
    auto const reading = read_text(body, "입력 2024-03-15");
    auto const roles = claims(reading, property::role);
    REQUIRE(roles.size() == 1);
    CHECK(name_of(reading, roles[0].subject) == "강민재");
    CHECK(name_of(reading, roles[0].object) == "한빛전자");
    CHECK(roles[0].value == "회장");
  }
}

TEST_CASE("a meeting has its people, day, place and privacy") {
  auto const reading =
      read_text("Hanbit Electronics Chairman Kang Min-jae met privately with Larkspur Systems CEO Ellen Marsh at "
                "the Harbor Hotel in Boston on the 12th.");
  CHECK(first_meeting(reading) == "Ellen Marsh+Kang Min-jae");
  auto const kind = claims(reading, property::contact_kind).at(0);
  CHECK(kind.realis == Realis::asserted);
  CHECK(to_string(kind.valid.from) == "2024-03-12");
  CHECK(kind.derived);
  CHECK(claims(reading, property::place).at(0).value == "the Harbor Hotel in Boston");
  CHECK(claims(reading, property::privacy).size() == 1);
}

TEST_CASE("a Korean meeting has its people, day and place") {
  auto const reading = read_text(
      "강민재 한빛전자 회장은 지난 12일 서울의 한 호텔에서 엘런 마시 라크스퍼시스템즈 CEO를 만나 협력 방안을 논의했다.",
      "입력 2024-03-15");
  CHECK(first_meeting(reading) == "강민재+엘런 마시");
  auto const kind = claims(reading, property::contact_kind).at(0);
  CHECK(kind.realis == Realis::asserted);
  CHECK(to_string(kind.valid.from) == "2024-03-12");
}

TEST_CASE("a meeting that need not have happened is never asserted") {
  std::string const who = "Hanbit Electronics Chairman Kang Min-jae ";
  std::string const whom = " Larkspur Systems CEO Ellen Marsh";
  for (std::string const verb : {"will meet",
                                 "plans to meet",
                                 "is scheduled to meet",
                                 "may meet",
                                 "hopes to meet",
                                 "is expected to meet",
                                 "did not meet",
                                 "never met",
                                 "was to have met",
                                 "would have met",
                                 "is seeking a meeting with",
                                 "reportedly met",
                                 "denied that he met",
                                 "is said to have met",
                                 "cancelled a meeting with",
                                 "could have met",
                                 "has yet to meet",
                                 "is about to meet",
                                 "asked to meet",
                                 "flew to Boston to meet",
                                 "refused to meet",
                                 "is in talks to meet",
                                 "called off a dinner with",
                                 "had planned to have dinner with",
                                 "might have had dinner with",
                                 "wants to sit down with",
                                 "failed to meet",
                                 "declined a meeting with",
                                 "was due to hold talks with",
                                 "had been expected to meet",
                                 "is rumored to have met",
                                 "allegedly met",
                                 "hardly ever met",
                                 "meets",
                                 "is meeting",
                                 "agreed to meet",
                                 "should have met",
                                 "apparently met",
                                 "was supposed to meet",
                                 "had hoped to meet",
                                 "postponed talks with"})
    CHECK_MESSAGE(meeting_realis(who + verb + whom + " on Friday.") != Realis::asserted, verb);
}

TEST_CASE("a Korean meeting that need not have happened is never asserted") {
  for (std::string const verb : {"만날 예정이다",
                                 "만날 계획이다",
                                 "만날 것으로 보인다",
                                 "만날 것으로 알려졌다",
                                 "만나지 않았다",
                                 "만나지 못했다",
                                 "만난 것으로 알려졌다",
                                 "만난 것으로 전해졌다",
                                 "만날 가능성이 있다",
                                 "만나기로 했다",
                                 "만난다",
                                 "만났다고 한다",
                                 "만날 수도 있다",
                                 "만나려 했다",
                                 "만나고 싶다고 밝혔다",
                                 "만나려 했으나 무산됐다",
                                 "만난 적이 없다",
                                 "만난 사실이 없다고 부인했다",
                                 "만날 전망이다",
                                 "만나는 방안을 검토하고 있다",
                                 "만나자고 제안했다",
                                 "만났다는 소문은 사실무근이라고 밝혔다",
                                 "만난 것으로 추정된다",
                                 "만날지 관심이 쏠린다",
                                 "만나면 협력을 논의할 것이다",
                                 "만나기 위해 출국했다",
                                 "만났다는 관측이 나왔다",
                                 "만났다는 설이 제기됐다",
                                 "만났어야 했다",
                                 "만나는 일정을 잡았다",
                                 "만난 것 아니냐는 추측이 나왔다",
                                 "만나지 않고 귀국했다"})
    CHECK_MESSAGE(meeting_realis("강민재 한빛전자 회장은 엘런 마시 라크스퍼시스템즈 CEO를 " + std::string{verb} +
                                 ".") != Realis::asserted,
                  verb);
}

TEST_CASE("what happened is asserted") {
  std::string const who = "Hanbit Electronics Chairman Kang Min-jae ";
  for (std::string const verb :
       {"met", "met with", "had dinner with", "held talks with", "sat down with", "had a meeting with"})
    CHECK_MESSAGE(meeting_realis(who + verb + " Larkspur Systems CEO Ellen Marsh on Monday.") == Realis::asserted,
                  verb);
  for (std::string const verb :
       {"를 만났다", "와 만나 협력을 논의했다", "와 회동했다", "와 만찬을 가졌다", "를 만난 뒤 귀국했다"})
    CHECK_MESSAGE(meeting_realis("강민재 한빛전자 회장은 엘런 마시 라크스퍼시스템즈 CEO" + std::string{verb} + ".") ==
                      Realis::asserted,
                  verb);
}

TEST_CASE("who says so is kept") {
  auto const voice = [](std::string const& body) {
    return claims(read_text(body), property::contact_kind).at(0).attribution;
  };
  std::string const met = "Chairman Kang Min-jae met Larkspur Systems CEO Ellen Marsh";
  CHECK(voice(met + ".").voice == Voice::narrator);
  CHECK(voice("Hanbit Electronics said that " + met + ".").voice == Voice::organisation);
  CHECK(voice("According to industry sources, " + met + ".").voice == Voice::anonymous);
  CHECK(voice("It is reported that " + met + ".").hedged);
  CHECK(voice("It is reported that " + met + ".").cue == "It is reported that");
}

TEST_CASE("a trip's first day follows from its last and its length, and says that it does") {
  auto const reading = read_text(
      "Chairman Kang Min-jae returned to South Korea on the 12th after a 22-day business trip to the United States.");
  auto const trip = claims(reading, property::traveller).at(0);
  CHECK(to_string(trip.valid.to) == "2024-03-12");
  CHECK(to_string(trip.valid.from) == "2024-02-20");
  CHECK(trip.derived);
  CHECK(claims(reading, property::duration_days).at(0).value == "22");
}

TEST_CASE("a surname that two people share is left open") {
  auto const reading =
      read_text("Hanbit Electronics Chairman Lee Jae-won met Dorim Group Chairman Lee Sung-ho. Lee left early.");
  for (auto const& claim : claims(reading, property::alias))
    CHECK(claim.value != "Lee");
}

TEST_CASE("a title decides between two people of one surname") {
  auto const reading =
      read_text("Hanbit Electronics Chairman Lee Jae-won met President Lee Sung-ho. Chairman Lee left early.");
  auto const aliases = claims(reading, property::alias);
  REQUIRE(aliases.size() == 1);
  CHECK(name_of(reading, aliases[0].subject) == "Lee Jae-won");
}

TEST_CASE("furniture makes no claims and a caption only a photo") {
  auto const reading = read_text(
      "By Nora Quill, The Sample Times\n\n[Photo] Hanbit Electronics Chairman Kang Min-jae and Larkspur Systems "
      "CEO Ellen Marsh. (Sample Photo)\n\nNothing else happened.\n\nCopyright (c) The Sample Times.");
  for (auto const& claim : claims(reading, property::name))
    CHECK(claim.value != "Nora Quill");
  auto const kinds = claims(reading, property::contact_kind);
  REQUIRE(kinds.size() == 1);
  CHECK(kinds[0].realis == Realis::photo);
  CHECK(kinds[0].status == Status::proposed);
}

TEST_CASE("a name rests on the body rather than on a caption before it") {
  auto const reading = read_text(
      "[Photo] Hanbit Electronics Chairman Kang Min-jae and Larkspur Systems CEO Ellen Marsh. (Sample Photo)\n\n"
      "Hanbit Electronics Chairman Kang Min-jae met Larkspur Systems CEO Ellen Marsh in Boston on Monday.");
  for (auto const& claim : claims(reading, property::name)) {
    CHECK(claim.status == Status::accepted);
    CHECK(claim.evidence.begin > reading.source.text.find("Photo)"));
  }
}

TEST_CASE("sums and relations find their companies") {
  auto const reading = read_text(
      "Nvidia, which was founded by Jensen Huang, has a market capitalization of $532.9 billion. TSMC, which counts "
      "Nvidia and Apple among its core customers, comes second with $467.2 billion.");
  auto const figures = claims(reading, property::figure);
  REQUIRE(figures.size() == 2);
  CHECK(figures[0].value == "market_cap USD 532900000000");
  CHECK(name_of(reading, figures[1].subject) == "TSMC");
  CHECK(claims(reading, property::customer_of).size() == 2);
  CHECK(claims(reading, property::founder_of).size() == 1);
}

TEST_CASE("a page gives its story, title, publisher and day") {
  auto const reading = read::article("<html><head><meta charset=euc-kr><title>x</title><meta property='og:title' "
                                     "content='A short visit'><meta property='og:site_name' "
                                     "content='Sample'><meta property='article:published_time' "
                                     "content='2024-03-15T10:00:00+09:00'></head><body><nav><a href=a>Home</a></nav>"
                                     "<article><p>Hanbit Electronics Chairman Kang Min-jae met Larkspur Systems CEO "
                                     "Ellen Marsh in Boston on Thursday.</p><p>They spoke for "
                                     "an hour about a common project, and the talks went well by all "
                                     "accounts.</p></article><footer>All rights reserved</footer></body></html>",
                                     "page.html");
  REQUIRE(reading);
  CHECK(reading->source.title == "A short visit");
  CHECK(reading->source.publisher == "Sample");
  CHECK(to_string(reading->source.published) == "2024-03-15");
  CHECK(reading->source.text.find("Home") == std::string::npos);
  CHECK(to_string(claims(*reading, property::contact_kind).at(0).valid.from) == "2024-03-14");
}

TEST_CASE("an acronym that stands once waits for review, one that comes again does not") {
  auto const once = read_text("Engineers at QXRT spoke.");
  CHECK(claims(once, property::name).at(0).status == Status::proposed);
  auto const twice = read_text("Engineers at QXRT spoke. They left QXRT later.");
  CHECK(claims(twice, property::name).at(0).status == Status::accepted);
}

TEST_CASE("doubt outside the clause reaches the meeting") {
  std::string const met = " Chairman Kang Min-jae met Larkspur Systems CEO Ellen Marsh";
  for (std::string const lead :
       {"Officials played down reports that", "The company denied that", "It is unclear whether",
        "Aides would not say if", "There were rumors that", "Local media claimed that", "Few believe that",
        "Sources claim", "It would have helped had"})
    CHECK_MESSAGE(meeting_realis(lead + met + ".") != Realis::asserted, lead);
}

TEST_CASE("a second statement of one meeting is the same contact") {
  auto const reading = read_text(
      "Hanbit Electronics Chairman Kang Min-jae met Larkspur Systems CEO Ellen Marsh on Monday. Kang had dinner with "
      "Marsh in Boston.");
  auto const kinds = claims(reading, property::contact_kind);
  REQUIRE(kinds.size() == 2);
  CHECK(kinds[0].subject == kinds[1].subject);
}

TEST_CASE("nothing and binary bytes are input faults") {
  CHECK(read::article("", "x").error().fault == Fault::input);
  CHECK(read::article(std::string_view{"\0\1\2\0", 4}, "x").error().fault == Fault::input);
}

TEST_CASE("names that the office knows are recognised without a title") {
  auto const reading =
      read::article("Talk of the day\n\nPublished 2024-03-15\n\nOstrava Quell met Bryn Talisk in Paris on Monday.", "x",
                    {.people = {"Ostrava Quell", "Bryn Talisk"}, .organisations = {}});
  REQUIRE(reading);
  CHECK(first_meeting(*reading) == "Bryn Talisk+Ostrava Quell");
}

TEST_CASE("the quote of every claim stands where its evidence says, whatever the words") {
  CHECK(rc::check([] {
    static std::vector<std::string> const pieces{"Hanbit Electronics Chairman Kang Min-jae ",
                                                 "met ",
                                                 "강민재 한빛전자 회장은 ",
                                                 "만났다. ",
                                                 "“",
                                                 "” ",
                                                 "\n\n",
                                                 "on the 12th ",
                                                 "$3 billion ",
                                                 "22-day trip ",
                                                 "to the United States. ",
                                                 "According to sources, ",
                                                 "Photo: ",
                                                 "이날 ",
                                                 "BYD와 ",
                                                 "(",
                                                 ") ",
                                                 "will ",
                                                 ", CEO of Nvidia, ",
                                                 "3조원 ",
                                                 "\xff",
                                                 "He ",
                                                 "두 사람은 "};
    auto const picks = *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, pieces.size()));
    std::string text;
    for (auto const pick : picks)
      text += pieces[pick];
    auto const reading = read::article(text, "x");
    if (!reading)
      return;
    for (auto const& claim : reading->batch.claims) {
      RC_ASSERT(!claim.evidence.quote.empty());
      RC_ASSERT(reading->source.text.substr(claim.evidence.begin, claim.evidence.end - claim.evidence.begin) ==
                claim.evidence.quote);
    }
  }));
}
