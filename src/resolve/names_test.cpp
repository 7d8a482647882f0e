#include "resolve/names.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace attache;
using namespace attache::resolve;

namespace {

Agreement agreement(std::string_view a, std::string_view b) { return compare_names(a, b).match.agreement; }
double bits(std::string_view a, std::string_view b) { return compare_names(a, b).match.bits; }

} // namespace

TEST_CASE("a Korean name reads as the romanisations that people choose") {
  for (auto const* const latin : {"Lee Jae-yong", "Jae-yong Lee", "LEE Jae Yong", "Lee, Jaeyong", "Yi Chae-yong",
                                  "Rhee Jaiyong", "Jae Y. Lee", "Leejaeyong"})
    CHECK_MESSAGE(bits("이재용", latin) > 5, latin);
  CHECK(agreement("박남춘", "PARK Nam Choon") == Agreement::variant);
  CHECK(agreement("최경희", "Kyung-Hee Choe") == Agreement::variant);
  CHECK(agreement("남궁민수", "Namkoong Min-soo") == Agreement::variant);
}

TEST_CASE("a Korean name does not read as another one") {
  CHECK(agreement("이재용", "Lee Boo-jin") == Agreement::contradiction);
  CHECK(agreement("이재용", "Park Jae-yong") != Agreement::variant);
  CHECK(bits("이재용", "Lee Jae-hyun") < 3);
  CHECK(agreement("김민준", "John Smith") == Agreement::contradiction);
}

TEST_CASE("different Hangul is evidence against") {
  CHECK(agreement("이재형", "이재명") == Agreement::contradiction);
  CHECK(bits("이재형", "이재명") < 0);
  CHECK(agreement("류현진", "유현진") == Agreement::variant);
}

TEST_CASE("foreign names are recognised by their sound in Hangul") {
  CHECK(agreement("젠슨 황", "Jensen Huang") == Agreement::variant);
  CHECK(agreement("순다르 피차이", "Sundar Pichai") == Agreement::variant);
  CHECK(agreement("조 바이든", "Joe Biden") == Agreement::variant);
  CHECK(agreement("사티아 나델라", "Satya Nadella") == Agreement::variant);
  CHECK(agreement("일론 머스크", "Elon Musk") == Agreement::variant);
  CHECK(agreement("젠슨 황", "Tim Cook") != Agreement::variant);
}

TEST_CASE("titles are taken off in Korean, English and Japanese") {
  CHECK(agreement("이재용 회장", "이재용") == Agreement::exact);
  CHECK(agreement("이재용회장", "이재용") == Agreement::exact);
  CHECK(agreement("Dr. John Smith, PhD", "John Smith") == Agreement::exact);
  CHECK(agreement("Vice Chairman Lee Jae-yong", "Lee Jae-yong") == Agreement::exact);
  CHECK(agreement("田中太郎さん", "田中太郎") == Agreement::exact);
}

TEST_CASE("a family name with a title is never more than partial") {
  CHECK(agreement("이 회장", "이재용") == Agreement::partial);
  CHECK(agreement("Chairman Lee", "Lee Jae-yong") == Agreement::partial);
  CHECK(agreement("Chairman Lee", "이재용") == Agreement::partial);
}

TEST_CASE("Latin names agree in any order, by nickname, initial and typing error") {
  CHECK(agreement("Smith, John", "john smith") == Agreement::exact);
  CHECK(agreement("Bill Gates", "William Gates") == Agreement::variant);
  CHECK(agreement("J. Smith", "John Smith") == Agreement::variant);
  CHECK(agreement("Jonh Smith", "John Smith") == Agreement::variant);
  CHECK(agreement("Björn Müller", "Bjorn Muller") == Agreement::exact);
  CHECK(agreement("John Smith", "Jane Smith") == Agreement::contradiction);
}

TEST_CASE("names that begin with another vowel, and other initials, are other names") {
  CHECK(agreement("Alaric Lindqvist", "Ulric Lindqvist") == Agreement::contradiction);
  CHECK(agreement("Eileen Lindqvist", "Aileen Lindqvist") == Agreement::variant);
  CHECK(agreement("Osman Demir", "Usman Demir") == Agreement::variant);
  CHECK(agreement("E. Oakley", "I. Oakley") == Agreement::contradiction);
}

TEST_CASE("a suffix or numeral that differs contradicts") {
  CHECK(agreement("John Smith Jr.", "John Smith Sr.") == Agreement::contradiction);
  CHECK(agreement("John Smith II", "John Smith III") == Agreement::contradiction);
  CHECK(agreement("Maja II Lindqvist", "Maja Lindqvist III") == Agreement::contradiction);
  CHECK(agreement("Nils I Holm", "Nils II Holm") == Agreement::contradiction);
  CHECK(agreement("João Prado Filho", "João Prado, Snr.") == Agreement::contradiction);
}

TEST_CASE("a suffix that may be of one person does not contradict") {
  CHECK(agreement("Nils Holm Jr.", "Nils Holm II") == Agreement::exact);
  CHECK(agreement("Nils Holm", "Nils Holm III") == Agreement::exact);
  CHECK(agreement("Nils I. Holm", "Nils Holm II") == Agreement::variant);
  CHECK(agreement("Nils I Holm", "Nils Ivar Holm II") == Agreement::variant);
  CHECK(agreement("Nguyen Thi Vi", "NGUYEN THI VI") == Agreement::exact);
  CHECK(parse_person("Nguyen Thi Vi").front().suffix.empty());
  CHECK(parse_person("Nils Holm VI").front().suffix == "6");
}

TEST_CASE("who bears different numerals is never one, wherever the numeral stands") {
  CHECK(rc::check([] {
    static std::vector<std::string> const numerals{"II", "III", "IV", "VII", "VIII"};
    auto const one = *rc::gen::elementOf(numerals);
    auto const other = *rc::gen::elementOf(numerals);
    auto const placed = [](std::string const& numeral) {
      return *rc::gen::arbitrary<bool>() ? "Nils " + numeral + " Holm" : "Nils Holm " + numeral;
    };
    auto const found = agreement(placed(one), placed(other));
    RC_ASSERT(found == (one == other ? Agreement::exact : Agreement::contradiction));
  }));
}

TEST_CASE("names in scripts without a common reading are not compared") {
  CHECK(agreement("王伟", "") == Agreement::unknown);
  CHECK(agreement("田中", "John Smith") == Agreement::unknown);
}

TEST_CASE("comparing names is symmetric, whatever they are made of") {
  CHECK(rc::check([] {
    static std::vector<std::string> const parts{
        "이",   "재용", "李",       "在鎔",   "さん", "ㄱ", "Lee",  "Jae-yong", "-",    "J.", "(", ")",      ",", "Jr",
        "회장", "Dr",   "\xCC\x81", "Müller", "Иван", "12", "\xFF", "'",        "王伟", "de", "·", "タロウ", "님"};
    auto const name = [] {
      std::string out;
      auto const count = *rc::gen::inRange(0, 6);
      for (int i = 0; i < count; ++i)
        out += *rc::gen::elementOf(parts) + *rc::gen::element<std::string>("", " ");
      return out;
    };
    auto const a = name();
    auto const b = name();
    auto const one = compare_names(a, b).match;
    auto const other = compare_names(b, a).match;
    RC_ASSERT(one.agreement == other.agreement);
    RC_ASSERT(std::abs(one.bits - other.bits) < 1e-9);
  }));
}

TEST_CASE("edit distance counts a swap of neighbours once") {
  CHECK(edit_distance("jonh", "john", 2) == 1);
  CHECK(edit_distance("kitten", "sitting", 3) == 3);
  CHECK(edit_distance("abcdef", "uvwxyz", 2) == 3);
}
