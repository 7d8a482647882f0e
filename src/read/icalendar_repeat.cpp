#include "base/unicode.h"
#include "read/icalendar_event.h"
#include "read/icalendar_rules.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace attache::read {
namespace {

using std::chrono::days;

using Starts = std::map<Instant, CalendarTime>; // by order()

class Expansion {
public:
  Expansion(Event const& event, Day until, std::vector<Trouble>& troubles)
      : event_{event}, last_{until.time_since_epoch() + days{1} - std::chrono::seconds{1}}, troubles_{troubles} {}

  std::vector<CalendarTime> starts();

private:
  void trouble(ContentLine const& line, std::string what) {
    troubles_.push_back({line.line, std::move(what), "the other occurrences are kept"});
  }
  [[nodiscard]] Starts of_rules(std::string_view name);
  void of_rule(ContentLine const& line, Starts& found);
  LocalTime take_until(std::string& rule, ContentLine const& line);
  [[nodiscard]] std::vector<CalendarTime> of_dates(std::string_view name);

  Event const& event_;
  LocalTime last_;
  std::vector<Trouble>& troubles_;
};

// Cuts UNTIL out of `rule` and returns it on the local clock of the event. RFC 5545 §3.3.10 wants it in UTC for timed
// events; a date is read as the whole of that day, as calendars mean it.
LocalTime Expansion::take_until(std::string& rule, ContentLine const& line) {
  auto const at = upper(rule).find("UNTIL=");
  if (at == std::string::npos)
    return last_;
  auto const end = std::min(rule.find(';', at), rule.size());
  auto const value = rule.substr(at + 6, end - at - 6);
  rule.erase(at, end - at + (end < rule.size() ? 1U : 0U));
  if (rule.ends_with(';'))
    rule.pop_back();
  auto const parsed = parse_time(value, ContentLine{}, event_.calendar->zones);
  if (!parsed) {
    trouble(line, "the end of the repetition cannot be read: " + parsed.error().what);
    return event_.start.local;
  }
  auto const& until = parsed->time;
  if (until.clock == Clock::date)
    return until.local + days{1} - std::chrono::seconds{1};
  auto const utc = value.ends_with('Z') || value.ends_with('z');
  return utc && event_.start.clock == Clock::zoned ? event_.start.zone->to_local(order(until)) : until.local;
}

void Expansion::of_rule(ContentLine const& line, Starts& found) {
  auto rule = squeeze(plain_value(line));
  auto const until = take_until(rule, line);
  auto const repetition = repeat(rule, event_.start.local, std::min(until, last_));
  if (!repetition)
    return trouble(line, repetition.error().what);
  if (repetition->cut_short)
    trouble(line, fmt::format("the event repeats more than {} times", repetition->starts.size()));
  for (auto const local : repetition->starts) {
    auto const start = at_local(event_.start, local);
    found.emplace(order(start), start);
  }
}

Starts Expansion::of_rules(std::string_view name) {
  Starts found;
  for (auto const& line : event_.lines)
    if (line.name == name)
      of_rule(line, found);
  return found;
}

std::vector<CalendarTime> Expansion::of_dates(std::string_view name) {
  std::vector<CalendarTime> found;
  for (auto const& line : event_.lines) {
    if (line.name != name)
      continue;
    for (auto const& piece : split_escaped(line.value, ',')) {
      auto const start = piece.substr(0, piece.find('/')); // of a PERIOD
      auto const parsed = parse_time(start, line, event_.calendar->zones);
      if (parsed)
        found.push_back(parsed->time);
      else
        trouble(line, parsed.error().what);
    }
  }
  return found;
}

std::vector<CalendarTime> Expansion::starts() {
  // RFC 5545 §3.8.5.3: DTSTART is the first occurrence, whatever the rule says.
  auto found = of_rules("RRULE");
  found.emplace(order(event_.start), event_.start);
  for (auto const& start : of_dates("RDATE"))
    if (start.local <= last_)
      found.emplace(order(start), start);
  for (auto const& [at, start] : of_rules("EXRULE"))
    found.erase(at);
  for (auto const& excluded : of_dates("EXDATE")) {
    if (excluded.clock == Clock::date && event_.start.clock != Clock::date)
      std::erase_if(found,
                    [&](auto const& one) { return std::chrono::floor<days>(one.second.local) == excluded.local; });
    else
      found.erase(order(excluded));
  }
  std::vector<CalendarTime> starts;
  for (auto const& [at, start] : found)
    starts.push_back(start);
  return starts;
}

} // namespace

std::vector<CalendarTime> starts_of(Event const& event, Day until, std::vector<Trouble>& troubles) {
  return Expansion{event, until, troubles}.starts();
}

} // namespace attache::read
