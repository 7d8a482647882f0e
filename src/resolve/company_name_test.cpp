#include "resolve/company_name.h"

#include "resolve/company_cross.h"

#include <doctest/doctest.h>

using namespace attache::resolve;

namespace {

NameMatch compared(std::string_view a, std::string_view b) {
  return match_companies(parse_company(a), parse_company(b), {});
}
Agreement agreement(std::string_view a, std::string_view b) { return compared(a, b).agreement; }

} // namespace

TEST_CASE("a legal form is no part of a company's name, in any language or length") {
  CHECK(parse_company("Hanbit Electronics Co., Ltd.").core == "hanbitelectronics");
  CHECK(parse_company("(주)한빛전자").core == "한빛전자");
  CHECK(parse_company("㈜한빛전자").core == "한빛전자");
  CHECK(agreement("Hanbit Public Limited Company", "Hanbit plc") == Agreement::exact);
  CHECK(agreement("OAO Hanbit", "Hanbit JSC") == Agreement::exact);
}

TEST_CASE("what a list of shares appends is no part of a company's name") {
  CHECK(agreement("HANBIT INC. DL-,001", "Hanbit, Inc.") == Agreement::exact);
  CHECK(agreement("HANBIT AG INH. O.N.", "Hanbit AG") == Agreement::exact);
  CHECK(parse_company("Kyung Nam Pharm Co., Ltd.").core == "kyungnampharm");
}

TEST_CASE("abbreviated words stand for whole ones") {
  CHECK(agreement("Natl Brightmoor Hldgs", "National Brightmoor Holdings") == Agreement::variant);
  CHECK(agreement("BRIGHTMOOR PHARMACEUT.", "Brightmoor Pharmaceuticals Inc.") == Agreement::variant);
  CHECK(agreement("Brightmoor Group", "BrightmoorGroup") == Agreement::exact);
}

TEST_CASE("parent and subsidiary never agree") {
  CHECK(agreement("Hanbit", "Hanbit Display") <= Agreement::partial);
  CHECK(agreement("Brightmoor France", "Brightmoor Germany") <= Agreement::partial);
  CHECK(agreement("Brightmoor Bank", "Brightmoor Trust") <= Agreement::partial);
}

TEST_CASE("numbers of series contradict") {
  CHECK(agreement("Brightmoor Fund II", "Brightmoor Fund III") == Agreement::contradiction);
  CHECK(agreement("한빛제12호스팩", "한빛제13호스팩") == Agreement::contradiction);
}

TEST_CASE("words of a trade alone do not make two companies one") {
  CHECK(agreement("Vanmoor Pharmaceuticals", "Brightmoor Pharmaceuticals") == Agreement::contradiction);
  CHECK(agreement("Shanghai Vanmoor Technology", "Shanghai Belbright Technology") <= Agreement::partial);
}

TEST_CASE("a Korean company name reads as its English one") {
  for (auto const& [korean, english] :
       {std::pair{"삼성전자", "Samsung Electronics"}, std::pair{"엔비디아", "NVIDIA"}, std::pair{"케이피에프", "KPF"},
        std::pair{"한국콜마", "Kolmar Korea"}, std::pair{"현대자동차", "Hyundai Motor Company"}})
    CHECK_MESSAGE(agreement(korean, english) == Agreement::variant, english);
  CHECK(agreement("삼성전자", "Hyundai Motor Company") != Agreement::variant);
  CHECK(agreement("삼성전자", "Samsung Electronics") == agreement("Samsung Electronics", "삼성전자"));
}

TEST_CASE("a nearer reading of a Korean company name has more bits") {
  auto const bits = [](std::string_view korean, std::string_view english) {
    return company_reading_bits(parse_company(korean), parse_company(english));
  };
  CHECK(bits("현대건설", "Hyundai Engineering & Construction") > bits("현대건설", "Hyundai Motor Company"));
  CHECK(bits("한빛제약", "Hanbit Pharmaceutical") > bits("한빛제약", "Hanwha Aerospace"));
}

TEST_CASE("what stands where there is no organisation is known") {
  CHECK(is_no_company(parse_company("Self-employed")));
  CHECK(is_no_company(parse_company("프리랜서")));
  CHECK_FALSE(is_no_company(parse_company("Hanbit")));
}
