#include "resolve/name_model.h"

#include "resolve/company_cross.h"
#include "resolve/names.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <random>

using namespace attache;
using namespace attache::resolve;

namespace {

// Invented places, spelt with a habit of their own: ㅋ is always "qu", ㅡ at an end is not written.
std::vector<Lesson> lessons() {
  std::vector<Lesson> out;
  constexpr std::array<std::pair<char const*, char const*>, 8> first{{{"카", "qua"},
                                                                      {"노", "no"},
                                                                      {"키", "qui"},
                                                                      {"라", "ra"},
                                                                      {"토", "to"},
                                                                      {"메", "me"},
                                                                      {"코", "quo"},
                                                                      {"시", "si"}}};
  for (auto const& [a, x] : first)
    for (auto const& [b, y] : first)
      out.push_back({.hangul = std::string{a} + b + "스", .latin = std::string{x} + y + "s"});
  out.push_back({.kind = LessonKind::company, .hangul = "가람해운", .latin = "Garam Seaways Co., Ltd."});
  out.push_back({.kind = LessonKind::company, .hangul = "누리해운", .latin = "Nuri Seaways Inc."});
  out.push_back({.kind = LessonKind::company, .hangul = "다솜해운", .latin = "Dasom Seaways"});
  for (auto const* const start : {"노", "마", "바", "아", "이", "하"})
    for (auto const* const end : {"을", "루", "다", "라", "든", "늘"})
      out.push_back({.kind = LessonKind::company, .hangul = std::string{start} + end + "식품", .latin = "Best Foods"});
  return out;
}

} // namespace

TEST_CASE("names of a kind that was taught read better than before") {
  auto const model = teach(lessons());
  REQUIRE(model.foreign != nullptr);
  auto const habit = [](NameModel const* learnt) { // how much better the taught spelling reads than a usual one
    Rarity const rarity{.words = {}, .learnt = learnt};
    return compare_names("카메토스 노키라스", "Quametos Noquiras", rarity).match.bits -
           compare_names("카메토스 노키라스", "Kamethoss Nokhilas", rarity).match.bits;
  };
  CHECK(habit(&model) > habit(nullptr));
  CHECK(model.foreign->reading_bits(U"카메토스", "quametos") > model.foreign->reading_bits(U"카메토스", "linoras"));
}

TEST_CASE("a word that goes with a part of company names is learnt") {
  auto const model = teach(lessons());
  auto const company = parse_company("소라해운");
  auto const latin = parse_company("Sora Seaways Ltd");
  CHECK(company_reading_bits(company, latin, model.companies) > company_reading_bits(company, latin));
}

TEST_CASE("what was learnt says the same after it was written and read") {
  auto const model = teach(lessons());
  auto const text = to_text(model);
  auto const again = parse_name_model(text).value();
  CHECK(to_text(again) == text);
  CHECK(again.people_taught == model.people_taught);
  CHECK(again.companies_taught == model.companies_taught);
  CHECK(again.foreign->reading_bits(U"카노스", "quanos") ==
        doctest::Approx(model.foreign->reading_bits(U"카노스", "quanos")).epsilon(0.02));
}

TEST_CASE("the order of lessons makes no difference") {
  auto shuffled = lessons();
  auto const text = to_text(teach(shuffled));
  std::ranges::shuffle(shuffled, std::mt19937{7});
  CHECK(to_text(teach(shuffled)) == text);
}

TEST_CASE("what is no model of names is refused") {
  CHECK(parse_name_model("").error().fault == Fault::input);
  CHECK(parse_name_model("something else\n").error().fault == Fault::input);
  CHECK(parse_name_model("names learnt 1\nK broken\ncut 가 |||||\nF 1 2 3\nword 가\n").has_value());
}

TEST_CASE("letters that are read out are letters") {
  CHECK(spells_out(U"엔지오", "ngo"));
  CHECK(spells_out(U"에스케이", "sk"));
  CHECK(spells_out(U"더블유티오", "wto"));
  CHECK_FALSE(spells_out(U"엔지오", "ngos"));
  CHECK_FALSE(spells_out(U"이재용", "ij"));
}

TEST_CASE("initials and numbers of a company stand for what they abbreviate") {
  auto const bits = [](char const* hangul, char const* latin) {
    return company_reading_bits(parse_company(hangul), parse_company(latin));
  };
  CHECK(bits("한빛아이앤씨", "Hanbit Information & Communication") > bits("한빛아이앤씨", "Hanbit Trading & Shipping"));
  CHECK(bits("한빛제4호스팩", "Hanbit 4th Special Purpose Acquisition") >
        bits("한빛제4호스팩", "Hanbit 5th Special Purpose Acquisition"));
  CHECK(bits("한빛8호", "Hanbit VIII") > bits("한빛8호", "Hanbit VII"));
}
