#include "read/icalendar_time.h"

#include "base/unicode.h"
#include "read/icalendar_rules.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace attache::read {
namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::seconds;

Day local_day(LocalTime local) { return Day{floor<days>(local).time_since_epoch()}; }

// The number in text[at, at + length), or -1.
int number(std::string_view text, std::size_t at, std::size_t length) {
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

std::optional<Day> parse_date(std::string_view digits) {
  auto const year = number(digits, 0, 4);
  auto const month = number(digits, 4, 2);
  auto const day = number(digits, 6, 2);
  if (year < 1 || month < 1 || day < 1)
    return {};
  auto const date = std::chrono::year{year} / month / day;
  return date.ok() ? std::optional{Day{date}} : std::nullopt;
}

// "HHMMSS" or "HHMM". A leap second is the second before it.
std::optional<seconds> parse_clock(std::string_view digits) {
  auto const hour = number(digits, 0, 2);
  auto const minute = number(digits, 2, 2);
  auto const second = digits.size() == 4 ? 0 : number(digits, 4, 2);
  if ((digits.size() != 4 && digits.size() != 6) || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 ||
      second > 60)
    return {};
  return std::chrono::hours{hour} + std::chrono::minutes{minute} + seconds{std::min(second, 59)};
}

auto no_time(std::string_view value) {
  return fail(Fault::input, fmt::format("'{}' is not a date or time", value.substr(0, 40)), {},
              "write 20230510, 20230510T090000 or 20230510T130000Z");
}

} // namespace

Moment moment(CalendarTime const& time) {
  if (time.clock != Clock::zoned)
    return day_moment(local_day(time.local));
  return minute_moment(floor<std::chrono::minutes>(time.zone->to_utc(time.local)));
}

Instant order(CalendarTime const& time) {
  return time.clock == Clock::zoned ? time.zone->to_utc(time.local) : Instant{time.local.time_since_epoch()};
}

std::string key_text(CalendarTime const& time) {
  auto text = instant_string(order(time));
  std::erase_if(text, [](char c) { return c == '-' || c == ':'; });
  return time.clock == Clock::zoned ? text : text.substr(0, time.clock == Clock::date ? 8 : 15);
}

CalendarTime at_local(CalendarTime const& time, LocalTime local) {
  auto other = time;
  other.local = local;
  return other;
}

Zone const* Zones::find(std::string const& tzid) {
  if (auto const known = found_.find(tzid); known != found_.end())
    return known->second ? &*known->second : nullptr;
  auto zone = iana_zone(tzid);
  if (auto const rules = defined_.find(tzid); !zone && rules != defined_.end())
    zone = custom_zone(rules->second);
  auto const& kept = found_[tzid] = std::move(zone);
  return kept ? &*kept : nullptr;
}

Zone const* Zones::utc() {
  if (!utc_) {
    auto const* const owner = home();
    utc_ = Zone{.name = owner == nullptr || owner->name.empty() ? "UTC" : owner->name,
                .to_utc = [](LocalTime local) { return Instant{local.time_since_epoch()}; },
                .to_local = [](Instant at) { return LocalTime{at.time_since_epoch()}; }};
  }
  return &*utc_;
}

Result<ParsedTime> parse_time(std::string_view value, ContentLine const& line, Zones& zones) {
  auto text = squeeze(value);
  std::erase_if(text, [](char c) { return c == '-' || c == ':'; });
  auto const utc = text.ends_with('Z') || text.ends_with('z');
  if (utc)
    text.pop_back();
  auto const date = parse_date(text);
  if (!date)
    return no_time(value);
  ParsedTime parsed{.time = {.local = LocalTime{date->time_since_epoch()}, .clock = Clock::date}};
  if (text.size() == 8)
    return parsed;
  auto const clock = text[8] == 'T' || text[8] == 't' ? parse_clock(std::string_view{text}.substr(9)) : std::nullopt;
  if (!clock)
    return no_time(value);
  if (has_value(line, "VALUE", "date"))
    return parsed;
  parsed.time.local += *clock;
  auto const tzid = std::string{parameter(line, "TZID")};
  parsed.time.zone = utc ? zones.utc() : tzid.empty() ? zones.home() : zones.find(tzid);
  parsed.time.clock = parsed.time.zone != nullptr ? Clock::zoned : Clock::floating;
  parsed.unknown_zone = !utc && !tzid.empty() && parsed.time.zone == nullptr;
  return parsed;
}

Result<seconds> parse_duration(std::string_view value) {
  auto const bad = [&] { return fail(Fault::input, fmt::format("'{}' is not a duration", value.substr(0, 40))); };
  auto rest = value;
  auto const negative = rest.starts_with('-');
  rest.remove_prefix(rest.starts_with('-') || rest.starts_with('+') ? 1 : 0);
  if (!rest.starts_with('P') || rest.size() < 3)
    return bad();
  rest.remove_prefix(1);
  seconds total{0};
  for (bool time = false; !rest.empty();) {
    if (rest.starts_with('T')) {
      time = true;
      rest.remove_prefix(1);
      continue;
    }
    unsigned count = 0;
    auto const [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), count);
    auto const used = static_cast<std::size_t>(end - rest.data());
    if (error != std::errc{} || used == rest.size() || count > 10'000'000)
      return bad();
    auto const unit = rest[used];
    auto const length = unit == 'W'           ? 7 * 86400
                        : unit == 'D'         ? 86400
                        : unit == 'H' && time ? 3600
                        : unit == 'M' && time ? 60
                        : unit == 'S' && time ? 1
                                              : 0;
    if (length == 0)
      return bad();
    total += seconds{static_cast<std::int64_t>(count) * length};
    rest.remove_prefix(used + 1);
  }
  return negative ? -total : total;
}

} // namespace attache::read
