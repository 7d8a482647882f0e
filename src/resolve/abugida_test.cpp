#include "resolve/abugida.h"

#include "resolve/hangul.h"
#include "resolve/names.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace attache::resolve;

namespace {

std::string read(std::string_view text) { return read_abugida(to_utf32(text)); }

} // namespace

TEST_CASE("Khmer, Lao and Sinhala are read as they are spoken") {
  CHECK(read("តារា") == "tara");
  CHECK(read("ភ្នំពេញ") == "phnompenh");
  CHECK(read("សុខ") == "sukh");
  CHECK(read("ວຽງຈັນ") == "viangchan");
  CHECK(read("ໄຊຍະ") == "sainha");
  CHECK(read("ຫນອງ") == read("ນອງ"));
  CHECK(read("ක්‍රිස්") == "kris");
  CHECK(read("නිමල්") == "nimal");
}

TEST_CASE("a name in Khmer letters agrees with its Latin spelling and not with another name") {
  CHECK(compare_names("តារា គឹម", "Dara Kim").match.agreement == Agreement::variant);
  CHECK(compare_names("នាង សុខា", "Neang Sokha").match.agreement == Agreement::variant);
  CHECK(compare_names("តារា គឹម", "Sokha Chea").match.agreement != Agreement::variant);
  CHECK(compare_names("නිමල් පෙරේරා", "Nimal Perera").match.agreement >= Agreement::variant);
}

TEST_CASE("any run of signs is read as small Latin letters") {
  CHECK(rc::check([] {
    std::u32string run;
    auto const start = *rc::gen::element<char32_t>(0x0D81, 0x0E81, 0x1780);
    for (int i = *rc::gen::inRange(0, 12); i > 0; --i)
      run.push_back(start + static_cast<char32_t>(*rc::gen::inRange(0, 0x5C)));
    for (auto const letter : read_abugida(run))
      RC_ASSERT(letter >= 'a' && letter <= 'z');
  }));
}
