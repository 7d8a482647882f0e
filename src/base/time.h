// Moments that may be partial (a year, a month, a day, a minute) and intervals between them.
#pragma once

#include "base/result.h"

#include <chrono>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace attache {

using Instant = std::chrono::sys_seconds; // UTC
using Day = std::chrono::sys_days;

// How much of a moment its source stated. Ordered: a later value is finer.
enum class Precision : std::uint8_t { unknown, year, month, day, minute };

// A point in time as stated. `at` is the start of the stated year, month, day or minute: in UTC for minutes,
// and at 00:00 of the *local calendar day* written as if it were UTC for anything coarser (a day has no zone).
struct Moment {
  Instant at{};
  Precision precision = Precision::unknown;
  [[nodiscard]] bool known() const { return precision != Precision::unknown; }
  auto operator<=>(Moment const&) const = default;
};

// From `from` to `to`, both inclusive as stated; either end may be unknown. `zone` is an IANA name, or empty.
struct Interval {
  Moment from, to;
  std::string zone;
  bool operator==(Interval const&) const = default;
};

Moment year_moment(int year);
Moment month_moment(int year, int month);
Moment day_moment(Day day);
Moment minute_moment(Instant at);

// "2023", "2023-05", "2023-05-10", "2023-05-10T09:30Z" and back. Empty for an unknown moment.
// Fault::input for anything else, and for dates that do not exist.
std::string to_string(Moment moment);
Result<Moment> parse_moment(std::string_view text);

// "2023-05-10" of the day that `at` falls in (UTC).
std::string date_string(Instant at);
// "2023-05-10T09:30:00Z".
std::string instant_string(Instant at);
// Accepts a date or a full UTC instant ("2023-05-10", "2023-05-10T09:30:00Z", "2023-05-10 09:30").
Result<Instant> parse_instant(std::string_view text);

// First instant after the stated moment: the start of the next year, month, day or minute. `at` if unknown.
Instant end_of(Moment moment);

} // namespace attache
