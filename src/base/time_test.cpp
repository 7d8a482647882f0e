#include "base/time.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

namespace attache {
namespace {

TEST_CASE("a partial date stays partial") {
  for (auto const* text : {"2023", "2023-05", "2023-05-10", "2023-05-10T09:30Z"})
    CHECK(to_string(*parse_moment(text)) == text);
}

TEST_CASE("a date that does not exist is an input fault") {
  for (auto const* text : {"", "20", "2023-13", "2023-02-30", "2023-05-10T25:00Z", "yesterday", "2023/05/10"})
    CHECK_MESSAGE(parse_moment(text).error().fault == Fault::input, text);
}

TEST_CASE("the end of a month is the start of the next, across the year") {
  CHECK(date_string(end_of(*parse_moment("2023-12"))) == "2024-01-01");
  CHECK(date_string(end_of(*parse_moment("2024-02-28"))) == "2024-02-29");
}

TEST_CASE("every day moment survives a round trip") {
  CHECK(rc::check([] {
    auto const moment = day_moment(Day{std::chrono::days{*rc::gen::inRange(-200000, 200000)}});
    RC_ASSERT(*parse_moment(to_string(moment)) == moment);
  }));
}

TEST_CASE("any text is a moment or an input fault") {
  CHECK(rc::check([](std::string const& text) {
    auto const moment = parse_moment(text);
    RC_ASSERT(moment.has_value() || moment.error().fault == Fault::input);
  }));
}

} // namespace
} // namespace attache
