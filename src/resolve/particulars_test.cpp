#include "resolve/particulars.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace attache::resolve;

namespace {

Identifier identifier(std::string_view heading, std::string_view value) {
  return identifier_of(heading, value).value_or(Identifier{});
}

Fit numbers(std::pair<char const*, char const*> a, std::pair<char const*, char const*> b) {
  return compare_identifiers({identifier(a.first, a.second)}, {identifier(b.first, b.second)}).fit;
}

Fit dates(std::string a, std::string b) { return compare_dates({std::move(a)}, {std::move(b)}); }
Fit addresses(std::string_view a, std::string_view b) {
  return compare_addresses({address_of(a)}, {address_of(b)}).fit;
}

} // namespace

TEST_CASE("a heading says what a number is, and brackets who gave it") {
  CHECK(identifier("passportNumber", "A-123 456 (Iran)") == Identifier{"passport", "ir", "a123456"});
  CHECK(identifier("NATIONAL_ID_NUMBER", "201012345A (UEN, SG)") == Identifier{"national", "sg", "201012345a"});
  CHECK(identifier("idNumber", "Ration card number 1729765").number == "1729765");
  CHECK(identifier("사업자등록번호", "123-45-67890").kind == "tax");
  CHECK_FALSE(identifier_of("passportNumber", "expired"));
  CHECK_FALSE(identifier_of("notes", "A1234567"));
}

TEST_CASE("one number is the same with and without hyphens, and in two countries it is two") {
  CHECK(numbers({"SSN_NUMBER", "521-21-2123"}, {"SSN_NUMBER", "521212123"}) == Fit::same);
  CHECK(numbers({"passport", "1234567 (US)"}, {"passport", "1234567 (USA)"}) == Fit::same);
  CHECK(numbers({"passport", "1234567 (US)"}, {"passport", "1234567 (FR)"}) == Fit::unknown);
  CHECK(numbers({"passportNumber", "1234567"}, {"idNumber", "1234567"}) == Fit::same);
  CHECK(numbers({"taxNumber", "DE123456789"}, {"taxNumber", "123456789"}) == Fit::slip);
  CHECK(numbers({"SSN_LAST4", "2123"}, {"SSN_NUMBER", "521-21-2123"}) == Fit::part);
  CHECK(numbers({"SSN_NUMBER", "521-21-2123"}, {"SSN_NUMBER", "201-77-7719"}) == Fit::different);
}

TEST_CASE("a date agrees as far as both say it, and a slip is no other date") {
  CHECK(dates("1969-06-16", "1969-06-16") == Fit::same);
  CHECK(dates("1969", "1969-06-16") == Fit::part);
  CHECK(dates("1978-12-11", "1978-11-12") == Fit::slip);
  CHECK(dates("1973-11-21", "1973-11-12") == Fit::slip);
  CHECK(dates("1978-11-12", "1979-11-12") == Fit::slip);
  CHECK(dates("1978-12-11", "1979-11-12") == Fit::near);
  CHECK(dates("1970-10-10", "1990-03-15") == Fit::different);
  CHECK(dates("--06-16", "1969-06-16") == Fit::part);
  CHECK(dates("1941", "1969-06-16") == Fit::different);
  CHECK(compare_dates({}, {"1969"}) == Fit::unknown);
}

TEST_CASE("an address is the same however it is shortened, and a street in another town is another") {
  CHECK(addresses("1515 Adela Lane, Las Vegas, NV 89111", "1515 Adela Ln, Las Vegas NV") == Fit::same);
  CHECK(addresses("Suite 900, 1450 N City Rd Arlington", "1450 N City Road, Ste 900, Arlington VA") == Fit::same);
  CHECK(addresses("123 Main St, Las Vegas", "123 Main St, Henderson") != Fit::same);
  CHECK(addresses("5 Elm Lane, Ystad", "77 Oak Road, Lund") == Fit::different);
  CHECK(addresses("", "5 Elm Lane") == Fit::different);
}

TEST_CASE("countries and sex are known by any of their names") {
  CHECK(country_code("Germany") == "de");
  CHECK(country_code("DEU") == "de");
  CHECK(country_code("Republic of Korea") == "kr");
  CHECK(country_code("Atlantis") == "atlantis");
  CHECK(gender_code("Female") == "f");
  CHECK(gender_code("남성") == "m");
  CHECK(gender_code("Unknown").empty());
}

TEST_CASE("comparing is the same both ways round") {
  CHECK(rc::check([](std::string const& a, std::string const& b) {
    RC_ASSERT(addresses(a, b) == addresses(b, a));
    RC_ASSERT(numbers({"passport", a.c_str()}, {"passport", b.c_str()}) ==
              numbers({"passport", b.c_str()}, {"passport", a.c_str()}));
    RC_ASSERT(dates(a, b) == dates(b, a));
  }));
}
