// Times as a calendar writes them, and the zones that its TZIDs mean.
#pragma once

#include "read/content_line.h"
#include "read/icalendar_zone.h"

#include <map>
#include <optional>
#include <string>

namespace attache::read {

enum class Clock : std::uint8_t { date, floating, zoned };

struct CalendarTime {
  LocalTime local{};
  Clock clock = Clock::floating;
  Zone const* zone = nullptr; // only if zoned
};

// Minute precision where the zone is known; the day for dates and for times of an unknown zone (their instant would
// be a guess).
Moment moment(CalendarTime const& time);
// For comparing: UTC, or the local time written as if it were UTC where no zone is known.
Instant order(CalendarTime const& time);
// "20230510T130000Z", "20230510T090000" (no zone), "20230510".
std::string key_text(CalendarTime const& time);
// The same clock, another local time.
CalendarTime at_local(CalendarTime const& time, LocalTime local);

// The zones of one VCALENDAR.
class Zones {
public:
  void define(std::string const& tzid, std::string vtimezone) { defined_[tzid] = std::move(vtimezone); }
  void set_home(std::string const& tzid) { home_ = tzid; } // X-WR-TIMEZONE: of times that name no zone
  // Null if nobody knows it: IANA and Windows names first, then the calendar's own rules.
  Zone const* find(std::string const& tzid);
  Zone const* home() { return home_.empty() ? nullptr : find(home_); }
  Zone const* utc(); // named after the home zone, if there is one, since that is where its owner is

private:
  std::map<std::string, std::string> defined_;
  std::map<std::string, std::optional<Zone>> found_;
  std::string home_;
  std::optional<Zone> utc_;
};

// One DATE or DATE-TIME (RFC 5545 §3.3.4-5; also with dashes and colons) of a property with its TZID and VALUE.
// Fault::input if it is no time. `unknown_zone` is set if the TZID means nothing.
struct ParsedTime {
  CalendarTime time;
  bool unknown_zone = false;
};
Result<ParsedTime> parse_time(std::string_view value, ContentLine const& line, Zones& zones);

// RFC 5545 §3.3.6. Fault::input if it is no duration.
Result<std::chrono::seconds> parse_duration(std::string_view value);

} // namespace attache::read
