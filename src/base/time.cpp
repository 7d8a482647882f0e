#include "base/time.h"

#include <array>
#include <charconv>
#include <fmt/format.h>

namespace attache {
namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::year_month_day;

Instant instant_of(year_month_day date) { return std::chrono::sys_days{date}; }

year_month_day date_of(Instant at) { return year_month_day{floor<days>(at)}; }

auto ymd(int year, int month, int day) {
  return year_month_day{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                        std::chrono::day{static_cast<unsigned>(day)}};
}

// The digits at text[at, at + length), or -1.
int digits(std::string_view text, std::size_t at, std::size_t length) {
  if (at + length > text.size())
    return -1;
  int value = 0;
  for (auto const c : text.substr(at, length)) {
    if (c < '0' || c > '9')
      return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

auto no_date(std::string_view text) {
  return fail(Fault::input, fmt::format("'{}' is not a date", text), {},
              "write 2023, 2023-05, 2023-05-10 or 2023-05-10T09:30Z");
}

} // namespace

Moment year_moment(int year) { return {.at = instant_of(ymd(year, 1, 1)), .precision = Precision::year}; }
Moment month_moment(int year, int month) {
  return {.at = instant_of(ymd(year, month, 1)), .precision = Precision::month};
}
Moment day_moment(Day day) { return {.at = day, .precision = Precision::day}; }
Moment minute_moment(Instant at) { return {.at = at, .precision = Precision::minute}; }

std::string date_string(Instant at) {
  auto const date = date_of(at);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

std::string instant_string(Instant at) {
  auto const seconds = (at - floor<days>(at)).count();
  return fmt::format("{}T{:02}:{:02}:{:02}Z", date_string(at), seconds / 3600, seconds / 60 % 60, seconds % 60);
}

std::string to_string(Moment moment) {
  auto const date = date_string(moment.at);
  switch (moment.precision) {
  case Precision::unknown: return {};
  case Precision::year: return date.substr(0, 4);
  case Precision::month: return date.substr(0, 7);
  case Precision::day: return date;
  case Precision::minute: return instant_string(moment.at).substr(0, 16) + "Z";
  }
  return {};
}

Result<Moment> parse_moment(std::string_view text) {
  auto const year = digits(text, 0, 4);
  if (year < 0)
    return no_date(text);
  if (text.size() == 4)
    return year_moment(year);
  auto const month = text[4] == '-' ? digits(text, 5, 2) : -1;
  if (month < 1 || month > 12)
    return no_date(text);
  if (text.size() == 7)
    return month_moment(year, month);
  auto const day = text[7] == '-' ? digits(text, 8, 2) : -1;
  auto const date = ymd(year, month, day < 0 ? 0 : day);
  if (!date.ok())
    return no_date(text);
  if (text.size() == 10)
    return day_moment(date);
  auto const instant = parse_instant(text);
  if (!instant)
    return no_date(text);
  return minute_moment(floor<std::chrono::minutes>(*instant));
}

Result<Instant> parse_instant(std::string_view text) {
  auto const date =
      ymd(std::max(digits(text, 0, 4), 0), std::max(digits(text, 5, 2), 0), std::max(digits(text, 8, 2), 0));
  if (digits(text, 0, 4) < 0 || text.size() < 10 || text[4] != '-' || text[7] != '-' || !date.ok())
    return no_date(text);
  auto at = instant_of(date);
  if (text.size() == 10)
    return at;
  auto rest = text.substr(10);
  if (rest.ends_with('Z'))
    rest.remove_suffix(1);
  auto const hour = digits(rest, 1, 2);
  auto const minute = digits(rest, 4, 2);
  auto const second = rest.size() == 9 ? digits(rest, 7, 2) : 0;
  auto const shape = (rest.size() == 6 || (rest.size() == 9 && rest[6] == ':')) && (rest[0] == 'T' || rest[0] == ' ') &&
                     rest[3] == ':';
  if (!shape || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59)
    return no_date(text);
  return at + std::chrono::hours{hour} + std::chrono::minutes{minute} + std::chrono::seconds{second};
}

Instant end_of(Moment moment) {
  auto const date = date_of(moment.at);
  switch (moment.precision) {
  case Precision::unknown: return moment.at;
  case Precision::year: return instant_of(ymd(static_cast<int>(date.year()) + 1, 1, 1));
  case Precision::month: return instant_of((date.year() / date.month() + std::chrono::months{1}) / 1);
  case Precision::day: return moment.at + days{1};
  case Precision::minute: return moment.at + std::chrono::minutes{1};
  }
  return moment.at;
}

} // namespace attache
