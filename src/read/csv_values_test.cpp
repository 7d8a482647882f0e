#include "read/csv_values.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

namespace attache::read {
namespace {

std::string date(std::string_view text, DayOrder order = DayOrder::unknown) {
  return to_string(date_value(text, order).value_or(Moment{}));
}

std::string amount(std::string_view text) {
  auto const found = amount_value(text);
  return found ? amount_string(found->value) + found->currency : "none";
}

TEST_CASE("an address loses its name, its scheme and its capitals") {
  CHECK(email_value(" Lee.J@Example.ORG ") == "lee.j@example.org");
  CHECK(email_value("Lee <mailto:lee@x.example>") == "lee@x.example");
  CHECK_FALSE(email_value("lee at x.example"));
  CHECK_FALSE(email_value("@x.example"));
  CHECK_FALSE(email_value("a@b@c"));
  CHECK_FALSE(email_value("two words@x.example"));
}

TEST_CASE("a telephone number keeps its digits and its leading plus, not its extension") {
  CHECK(phone_value("+82 (0)10-5550-1234") == "+8201055501234");
  CHECK(phone_value("tel:+1-617-555-0100;ext=12") == "+16175550100");
  CHECK(phone_value("617.555.0100 x12") == "6175550100");
  CHECK_FALSE(phone_value("none"));
}

TEST_CASE("dates are read as people write them") {
  for (auto const* const text : {"2021-06-03", "2021.06.03.", "2021년 6월 3일", "2021년6월3일", "20210603",
                                 "3 Jun 2021", "03 June 2021", "June 3, 2021", "Jun 3rd 2021", "Thu, 3 Jun 2021",
                                 "2021/6/3", "2021-06-03T09:30:00+09:00", "2021-06-03 09:30", "03-06-2021"})
    CHECK_MESSAGE(date(text) == "2021-06-03", text);
  CHECK(date("2021-06-03T09:30:00Z") == "2021-06-03T09:30Z");
  CHECK(date("2021") == "2021");
  CHECK(date("2021-06") == "2021-06");
  CHECK(date("June 2021") == "2021-06");
}

TEST_CASE("what is no date, or a day that does not exist, is no date") {
  for (auto const* const text : {"", "soon", "31 Feb 2021", "2021-02-31", "2021-13-01", "12", "3/6", "99999999",
                                 "1.2.3.4", "Room 2021", "0000-01-01"})
    CHECK_MESSAGE(date(text).empty(), text);
}

TEST_CASE("the column decides whether the day or the month comes first") {
  CHECK(date("3/6/2021", DayOrder::month_first) == "2021-03-06");
  CHECK(date("3/6/2021", DayOrder::day_first) == "2021-06-03");
  CHECK(order_shown("18/2/2020") == DayOrder::day_first);
  CHECK(order_shown("2/18/2020") == DayOrder::month_first);
  CHECK(order_shown("2/3/2020") == DayOrder::unknown);
  CHECK(ambiguous_date("2/3/2020"));
  CHECK_FALSE(ambiguous_date("3/3/2020"));
  CHECK_FALSE(ambiguous_date("2020-02-03"));
}

TEST_CASE("every real day is read back from its ISO form") {
  CHECK(rc::check([] {
    auto const day = Day{std::chrono::days{*rc::gen::inRange(-300000, 900000)}};
    auto const text = date_string(day);
    RC_PRE(text >= "1000-01-01" && text.size() == 10);
    RC_ASSERT(date(text) == text);
  }));
}

TEST_CASE("amounts are read with their currency and their scale") {
  CHECK(amount("1,234.5") == "1234.50");
  CHECK(amount("$2.9T") == "2900000000000USD");
  CHECK(amount("USD 3 billion") == "3000000000USD");
  CHECK(amount("5조 3,000억원") == "5300000000000KRW");
  CHECK(amount("1.2e+9") == "1200000000");
  CHECK(amount("532900000000") == "532900000000");
  CHECK(amount("377290257160000.0") == "377290257160000");
  for (auto const* const text : {"a great deal", "", "12 34", "USD", "1..2.3x"})
    CHECK_MESSAGE(amount(text) == "none", text);
}

TEST_CASE("a legal form is not a company of its own") {
  CHECK(split_names("Acme, Inc., Byte Corp, Ltd.") == std::vector<std::string>{"Acme, Inc.", "Byte Corp, Ltd."});
  CHECK(split_names("A, B; C") == std::vector<std::string>{"A, B", "C"});
}

TEST_CASE("equal texts have equal hashes of sixteen digits") {
  CHECK(content_hash("a") == content_hash("a"));
  CHECK(content_hash("a") != content_hash("b"));
  CHECK(content_hash("").size() == 16);
}

} // namespace
} // namespace attache::read
