// Registers that teach how names are written: each format as it comes, and damaged.
#include "office/names_learnt.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

namespace attache::office {
namespace {

using resolve::LessonKind;

// "한빛전자=Hanbit Electronics; ..."; a name that stands alone has nothing before "=".
std::string taught(std::string_view bytes) {
  auto const found = lessons(bytes, "r");
  if (!found)
    return "fault: " + found.error().what;
  std::string out;
  for (auto const& one : *found)
    out += (out.empty() ? "" : "; ") + one.hangul + "=" + one.latin;
  return out;
}

bool refused(std::string_view bytes) {
  auto const found = lessons(bytes, "r");
  return !found && found.error().fault == Fault::input;
}

constexpr std::string_view dart = R"(<?xml version="1.0" encoding="UTF-8"?>
<result>
    <list>
        <corp_code>00000001</corp_code>
        <corp_name>한빛전자</corp_name>
        <corp_eng_name>Hanbit Electronics &amp; Co., Ltd.</corp_eng_name>
    </list>
    <list>
        <corp_name>은하</corp_name>
        <corp_eng_name></corp_eng_name>
    </list>
    <list>
        <corp_name><![CDATA[가람 & 누리]]></corp_name>
        <corp_eng_name>Garam&#x26;Nuri &amp;lt; Co</corp_eng_name>
    </list>
</result>
)";

constexpr std::string_view gleif = "LEI,Entity.LegalName,Entity.LegalName.xmllang,Entity.OtherEntityNames."
                                   "OtherEntityName.1,Entity.LegalAddress.City\r\n"
                                   "X1,한빛전자 주식회사,ko,\"Hanbit \"\"H\"\"\r\nElectronics, Inc.\",서울\r\n"
                                   "X2,Garam Holdings,en,,Busan\r\n";

TEST_CASE("Open DART's list gives each company that has both names, entities and CDATA read once") {
  CHECK(taught(dart) == "한빛전자=Hanbit Electronics & Co., Ltd.; 가람 & 누리=Garam&Nuri &lt; Co");
}

TEST_CASE("a list that breaks off gives what was whole") {
  auto const cut = dart.substr(0, dart.find("</corp_eng_name>") + 16);
  CHECK(taught(cut) == "한빛전자=Hanbit Electronics & Co., Ltd.");
  CHECK(taught(dart.substr(0, dart.find(" &amp;"))).empty());
}

TEST_CASE("a page that is no list of companies is an input fault") {
  CHECK(refused("<html><body>Service unavailable</body></html>"));
  CHECK(refused("<result><status>020</status></result>"));
}

TEST_CASE("a list in CP949 or with a byte-order mark reads the same") {
  std::string const hanbit = "\xC7\xD1\xBA\xFB\xC0\xFC\xC0\xDA"; // 한빛전자
  CHECK(taught("<list><corp_name>" + hanbit + "</corp_name><corp_eng_name>Hanbit</corp_eng_name></list>") ==
        "한빛전자=Hanbit");
  CHECK(taught("\xEF\xBB\xBF" + std::string{dart}) == taught(dart));
}

TEST_CASE("GLEIF's table: names by their headings, quoted line ends, no cities and no languages") {
  auto const found = lessons(gleif, "r");
  REQUIRE(found);
  REQUIRE(found->size() == 2);
  CHECK(found->at(0).hangul == "한빛전자 주식회사");
  CHECK(found->at(0).latin.find("Electronics, Inc.") != std::string::npos);
  CHECK(found->at(0).kind == LessonKind::company);
  CHECK(found->at(1).hangul.empty());
  CHECK(found->at(1).latin == "Garam Holdings");
}

TEST_CASE("a table without a column of names is an input fault, and ragged rows are no harm") {
  CHECK(refused("a,b\n1,2\n"));
  CHECK(taught("name_ko,name_en\n홍길동\n이몽룡,Lee Mong-ryong,x,y\n,\n") == "이몽룡=Lee Mong-ryong");
}

TEST_CASE("the SEC's list in both of its shapes") {
  CHECK(
      taught(R"({"0":{"cik_str":1,"ticker":"HBT","title":"Hanbit Corp"},"1":{"ticker":"GRM","title":"Garam Inc"}})") ==
      "=Hanbit Corp; =Garam Inc");
  CHECK(taught(R"({"fields":["cik","name","ticker"],"data":[[1,"Hanbit Corp","HBT"],[2],["x",3,null]]})") ==
        "=Hanbit Corp");
}

TEST_CASE("FollowTheMoney and Senzing lines give the names that stand together") {
  CHECK(taught(R"({"id":"1","schema":"Person","properties":{"name":["홍길동"],"alias":["Hong Gil-dong",7]}}
{"id":"2","schema":"Vessel","properties":{"name":["바다","Bada"]}}
)") == "홍길동=Hong Gil-dong");
  CHECK(
      taught(
          R"({"DATA_SOURCE":"A","RECORD_ID":"1","FEATURES":[{"RECORD_TYPE":"ORGANIZATION"},{"NAME_ORG":"한빛"},{"NAME_ORG":"Hanbit"}]})") ==
      "한빛=Hanbit");
}

TEST_CASE("damaged lines are passed over, and wrong kinds of values are no crash") {
  CHECK(taught("{\"broken\n{\"id\":\"1\",\"schema\":\"Person\",\"properties\":{\"name\":[\"홍길동\",\"Hong\"]}}\n") ==
        "홍길동=Hong");
  CHECK(refused(R"({"schema":5,"properties":{"name":7}})"));
  CHECK(refused(R"({"title":{"a":1},"ticker":null})"));
  CHECK(refused("[1,\"two\",null,{}]"));
  CHECK(refused("{"));
  CHECK(refused(""));
  CHECK(refused(" \r\n"));
}

TEST_CASE("lists within lists without end are an input fault, not a fall") {
  CHECK(refused(std::string(200'000, '[') + std::string(200'000, ']')));
  CHECK(refused(std::string(200'000, '[')));
}

TEST_CASE("cut anywhere, a register teaches no more than whole") {
  CHECK(rc::check([] {
    for (auto const text : {dart, gleif}) {
      auto const whole = lessons(text, "r");
      auto const part = lessons(text.substr(0, *rc::gen::inRange<std::size_t>(0, text.size() + 1)), "r");
      RC_ASSERT(!part || part->size() <= whole->size());
    }
  }));
}

} // namespace
} // namespace attache::office
