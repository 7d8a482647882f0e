#include "base/unicode.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

namespace attache {
namespace {

TEST_CASE("decomposed Hangul becomes syllables") { CHECK(nfc("\u1112\u1161\u11AB") == "한"); }

TEST_CASE("a Korean spreadsheet saved as CP949 is recognised") {
  auto const decoded = decode_unstated("\xC8\xAB\xB1\xE6\xB5\xBF,\xC8\xB8\xC0\xE5");
  CHECK(decoded.text == "홍길동,회장");
  CHECK(decoded.charset == "cp949");
}

TEST_CASE("Windows-1252 is the last resort and UTF-16 is seen by its mark or its zeros") {
  CHECK(decode_unstated("Jos\xE9 P\xE9rez").text == "José Pérez");
  CHECK(decode_unstated(std::string_view{"\xFF\xFEL\0e\0e\0", 8}).text == "Lee");
  CHECK(decode_unstated(std::string_view{"N\0a\0m\0e\0", 8}).text == "Name");
}

TEST_CASE("mail that names KS C 5601 is read as CP949") {
  CHECK(*decode("\x8C\x63", "ks_c_5601-1987") == "똠");
  CHECK(decode("x", "no-such-charset").error().fault == Fault::input);
}

TEST_CASE("white space of any script is squeezed") { CHECK(squeeze(" 홍\u3000길동 \t x\n") == "홍 길동 x"); }

TEST_CASE("a Hangul syllable takes two columns") {
  CHECK(columns("홍a") == 3);
  CHECK(code_points("홍a") == 2);
}

TEST_CASE("any bytes decode to valid UTF-8") {
  CHECK(rc::check([](std::string const& bytes) { RC_ASSERT(is_utf8(decode_unstated(bytes).text)); }));
}

} // namespace
} // namespace attache
