#include "read/article/entry.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <rapidcheck.h>

namespace attache::read {
namespace {

Known office() {
  return {.people = {"Priya Ramanathan", "이서윤", "the Vice President"},
          .organisations = {"Kitsune Labs"},
          .owner = {"Gildong Hong", "홍길동", "President Hong"}};
}

// "Jane Doe (CEO, Acme) | Kim?", those who wait with a question mark; then " +owner", " +named".
std::string told(std::string_view title, Known const& known = office()) {
  auto const guests = title_reader(known)(title);
  std::string out;
  for (auto const& one : guests.people) {
    auto const role = one.title + (one.title.empty() || one.organisation.empty() ? "" : ", ") + one.organisation;
    out += (out.empty() ? "" : " | ") + one.name + (one.confidence < 0.6 ? "?" : "") +
           (role.empty() ? "" : " (" + role + ")");
  }
  return out + (guests.owner == Owner::named ? " +named" : guests.owner == Owner::implied ? " +owner" : "");
}

TEST_CASE("a title says whom the owner of the calendar meets") {
  CHECK(told("Lunch w/ Jane Harper (Acme Robotics)") == "Jane Harper (Acme Robotics) +owner");
  CHECK(told("Dinner - Jane Harper & Lisa Moreau") == "Jane Harper | Lisa Moreau +owner");
  CHECK(told("Call: Satoshi Nakada (Kitsune Labs)") == "Satoshi Nakada (Kitsune Labs) +owner");
  CHECK(told("1:1 Jane Harper") == "Jane Harper +owner");
  CHECK(told("LUNCH WITH JANE HARPER") == "JANE HARPER +owner");
  CHECK(told("Golf with Mayor Jane Harper of Springfield") == "Jane Harper (Mayor) +owner");
  CHECK(told("Call with Crown Prince Hamad bin Yusuf Al Noor") == "Hamad bin Yusuf Al Noor (Crown Prince) +owner");
  CHECK(told("Call With David Harper Regarding the Merger") == "David Harper +owner");
  CHECK(told("이재민 회장 면담") == "이재민 (회장) +owner");
  CHECK(told("김철수님과 점심") == "김철수 +owner");
  CHECK(told("오찬 (이재민, 최태민)") == "이재민 | 최태민 +owner");
  CHECK(told("이재민·최태민 회동") == "이재민 | 최태민 +owner");
  CHECK(told("삼성전자 이재민 미팅") == "이재민 (삼성전자) +owner");
  CHECK(told("Zoom: 박지민") == "박지민 +owner");
  CHECK(told("Lunch with Lisa Moreau AMD") == "Lisa Moreau (AMD) +owner");
}

TEST_CASE("a name that stands alone on its shape, or a family name with a title, waits for a person") {
  CHECK(told("Coffee with Xanthe Quillfeather") == "Xanthe Quillfeather? +owner");
  CHECK(told("Call with Prime Minister Harper") == "Prime Minister Harper? (Prime Minister) +owner");
  CHECK(told("김 회장 만찬") == "김 회장? (회장) +owner");
  CHECK(told("김대리 면담") == "김대리? +owner");
  CHECK(told("송년회 만찬") == "송년회? +owner"); // or somebody called so
  CHECK(told("David Harper Day") == "David Harper? +owner");
  CHECK(told("David Harper keynote") == "David Harper? +owner");
}

TEST_CASE("who is known by this name is found anywhere in a title, in any case") {
  CHECK(told("priya ramanathan re pricing") == "priya ramanathan +owner"); // as written
  CHECK(told("이서윤과 논의") == "이서윤 +owner");
  CHECK(told("priyanka ramanathan re pricing") == "");
  CHECK(told("Talk to the Vice President's people") == "");
  auto const titled = Known{.people = {"Prime Minister Hamad bin Yusuf Al Noor Khan"}, .owner = {"Gildong Hong"}};
  CHECK(told("Call with Prime Minister Hamad bin Yusuf Al Noor Khan of Freedonia", titled) ==
        "Hamad bin Yusuf Al Noor Khan (Prime Minister) +owner");
}

TEST_CASE("a title that tells whom somebody else meets is not of the owner") {
  CHECK(told("Jane Harper's call with Senator Tim Moreau") == "Jane Harper | Tim Moreau (Senator)");
  CHECK(told("Minister Jane Harper meets with Tim Moreau") == "Jane Harper (Minister) | Tim Moreau");
  CHECK(told("Jane Harper <> Tim Moreau") == "Jane Harper | Tim Moreau");
  CHECK(told("이재민 회장이 최태민 사장과 만남") == "이재민 (회장) | 최태민 (사장)");
  CHECK(told("Readout from spokesperson Jane Harper on the meeting") == "");
}

TEST_CASE("a title that names the owner is the owner's, whoever leads") {
  CHECK(told("Gildong Hong / Jane Harper") == "Jane Harper +named");
  CHECK(told("Jane Harper <> Gildong Q. Hong") == "Jane Harper +named");
  CHECK(told("President Hong's Call with Chancellor Anna Keller of Freedonia") == "Anna Keller (Chancellor) +named");
  CHECK(told("홍길동 사장 - 이영수 부사장 면담") == "이영수 (부사장) +named");
  CHECK(told("Tom Hong / Jane Harper") == "Tom Hong | Jane Harper");
}

TEST_CASE("what is no meeting, and what is no person, names nobody") {
  for (auto const* title : {"Jane Harper's birthday",
                            "Jane Harper OOO",
                            "Flight to Seoul with Jane Harper",
                            "이재민 생일",
                            "김철수 휴가",
                            "Board meeting",
                            "Weekly Staff Meeting",
                            "Meeting with Goldman Sachs",
                            "Meeting with Johnson & Johnson",
                            "Quarterly Business Review With Acme Robotics",
                            "Interview with New York Times",
                            "Meeting with Senior Leadership",
                            "Team Lunch",
                            "Harper",
                            "Lunch with Mary",
                            "정기 이사회",
                            "임원 회의",
                            "주간회의",
                            "신년회",
                            "이사장 면담",
                            "강남역 미팅",
                            "노무라 증권 미팅",
                            "Tigers vs. Jane Harper Stars",
                            ""}) {
    CAPTURE(title);
    CHECK(told(title) == "");
  }
}

TEST_CASE("without an owner's name nobody is taken for the owner by name") {
  CHECK(told("Gildong Hong / Tim Moreau", {}) == "Gildong Hong? | Tim Moreau");
}

TEST_CASE("any bytes are read, and every guest stands in the title") {
  auto const read = title_reader(office());
  rc::check([&] {
    auto const words = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
        "Jane", "Harper", "with", "w/", "Lunch", "(", ")", "Acme", "CEO", "President", ",", "&", "<>", "'s", "이재민",
        "회장", "과", "미팅", "\xff", "홍길동", "of", "Hong", "Gildong", "Al", "bin", ":", "/"));
    std::string title;
    for (auto const& word : words)
      title += (title.empty() ? "" : " ") + word;
    for (auto const& one : read(title).people) {
      RC_ASSERT(!one.name.empty());
      RC_ASSERT(title.find(one.name) != std::string::npos);
      RC_ASSERT(one.confidence > 0.0 && one.confidence <= 1.0);
    }
  });
}

} // namespace
} // namespace attache::read
