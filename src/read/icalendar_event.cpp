#include "read/icalendar_event.h"

#include "base/unicode.h"
#include "model/vocabulary.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>
#include <span>

namespace attache::read {
namespace {

using std::chrono::days;

constexpr std::size_t crowd = 15; // so many people do not meet one another

bool has_word(std::string_view folded, std::string_view word) {
  auto const letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  for (auto at = folded.find(word); at != std::string_view::npos; at = folded.find(word, at + 1)) {
    auto const end = at + word.size();
    if ((at == 0 || !letter(folded[at - 1])) && (end == folded.size() || !letter(folded[end])))
      return true;
  }
  return false;
}

// A Latin word stands alone; a Korean one may be part of a longer one.
bool mentions(std::string_view text, std::span<char const* const> words, std::span<char const* const> korean) {
  auto const folded = fold_case(text);
  return std::ranges::any_of(words, [&](auto const* word) { return has_word(folded, word); }) ||
         std::ranges::any_of(korean, [&](auto const* word) { return folded.find(word) != std::string::npos; });
}

bool sounds_like_call(std::string_view text) {
  static constexpr std::array words{
      "call",  "phone",    "telephone", "teleconference", "videoconference",     "zoom",           "webex",
      "skype", "facetime", "dial-in",   "teams meeting",  "teams.microsoft.com", "meet.google.com"};
  static constexpr std::array korean{"통화", "전화", "화상", "콜"};
  return mentions(text, words, korean);
}

// Words that make even an all-day entry without guests an encounter.
bool sounds_like_meeting(std::string_view text) {
  static constexpr std::array words{"meeting",   "meets",  "met with", "lunch", "dinner", "breakfast",
                                    "interview", "coffee", "drinks",   "golf",  "1:1"};
  static constexpr std::array korean{"면담", "회의", "회동", "미팅", "만찬", "오찬", "조찬", "식사", "접견", "골프"};
  return mentions(text, words, korean);
}

// A mail address in "mailto:x@y", "x@y" or "Name <x@y>"; empty in anything else.
std::string address_in(std::string_view value) {
  auto text = fold_case(squeeze(value));
  if (auto const open = text.rfind('<'); open != std::string::npos && text.ends_with('>'))
    text = text.substr(open + 1, text.size() - open - 2);
  if (text.starts_with("mailto:"))
    text.erase(0, 7);
  return text.find('@') != std::string::npos && text.find(' ') == std::string::npos ? text : std::string{};
}

std::string display_in(ContentLine const& line) {
  auto const common_name = squeeze(unescape(parameter(line, "CN")));
  auto const open = line.value.find('<');
  if (!common_name.empty() || open == std::string::npos)
    return common_name;
  return squeeze(std::string_view{line.value}.substr(0, open));
}

bool is_room(ContentLine const& line) {
  return has_value(line, "CUTYPE", "room") || has_value(line, "CUTYPE", "resource") ||
         line.value.find("@resource.calendar.google.com") != std::string::npos;
}

// vCalendar 1.0 says STATUS where iCalendar says PARTSTAT.
bool takes_part(ContentLine const& line) {
  auto const stays_away = [&](std::string_view name) {
    return has_value(line, name, "declined") || has_value(line, name, "delegated");
  };
  return !is_room(line) && !has_value(line, "CUTYPE", "group") && !has_value(line, "ROLE", "non-participant") &&
         !stays_away("PARTSTAT") && !stays_away("STATUS") &&
         line.value.find("@group.calendar.google.com") == std::string::npos;
}

// Calendar programs and assistants write it in front of the title: "Canceled: Lunch", "[취소] 오찬".
bool is_marked(std::string_view title, std::span<char const* const> words) {
  auto const folded = fold_case(title);
  auto const bare = std::string_view{folded}.substr(std::min(folded.find_first_not_of("[(<"), folded.size()));
  return std::ranges::any_of(words, [&](std::string_view word) {
    auto const behind = bare.starts_with(word) ? bare.substr(word.size()) : std::string_view{};
    return !behind.empty() && std::string_view{":])>-"}.find(behind[behind[0] == ' ' && behind.size() > 1 ? 1 : 0]) !=
                                  std::string_view::npos;
  });
}

Result<CalendarTime> time_of(Event const& event, ContentLine const& line, std::vector<Trouble>& troubles) {
  auto const parsed = TRY(parse_time(plain_value(line), line, event.calendar->zones));
  if (parsed.unknown_zone && line.name == "DTSTART")
    troubles.push_back({line.line,
                        fmt::format("the time zone '{}' is unknown, so only the day is kept", parameter(line, "TZID")),
                        "export the calendar with its VTIMEZONE"});
  return parsed.time;
}

Result<void> understand_end(Event& event, std::vector<Trouble>& troubles) {
  if (auto const* const line = find_line(event, "DTEND")) {
    auto const end = TRY(time_of(event, *line, troubles));
    auto const same_clock = end.clock == event.start.clock;
    event.length = same_clock ? order(end) - order(event.start) : end.local - event.start.local;
    event.has_end = true;
  } else if (auto const* const duration = find_line(event, "DURATION")) {
    event.length = TRY(parse_duration(text_of(duration)));
    event.has_end = true;
  }
  if (event.length < std::chrono::seconds{0}) {
    troubles.push_back({event.line, "the event ends before it starts, so its end is not kept", ""});
    event.length = {};
    event.has_end = false;
  }
  return {};
}

bool is_recurring_line(ContentLine const& line) { return line.name == "RRULE" || line.name == "RDATE"; }

} // namespace

ContentLine const* find_line(Event const& event, std::string_view name) {
  auto const found = std::ranges::find_if(
      event.lines, [&](ContentLine const& line) { return line.name == name && !text_of(&line).empty(); });
  return found == event.lines.end() ? nullptr : &*found;
}

std::string text_of(ContentLine const* line) {
  return line == nullptr ? std::string{} : squeeze(unescape(plain_value(*line)));
}

Result<void> understand(Event& event, std::vector<Trouble>& troubles) {
  auto const* const start = find_line(event, "DTSTART");
  if (start == nullptr)
    return fail(Fault::input, "the event has no DTSTART", {}, "an event without a date says nothing about a tie");
  event.start = TRY(time_of(event, *start, troubles));
  TRY(understand_end(event, troubles));
  if (auto const* const line = find_line(event, "RECURRENCE-ID"))
    event.replaces = TRY(time_of(event, *line, troubles));
  event.uid = text_of(find_line(event, "UID"));
  auto const sequence = text_of(find_line(event, "SEQUENCE"));
  std::from_chars(sequence.data(), sequence.data() + sequence.size(), event.sequence);
  auto const* const modified = find_line(event, "LAST-MODIFIED");
  event.stamp = text_of(modified != nullptr ? modified : find_line(event, "DTSTAMP"));
  event.cancelled = event.calendar->method == "CANCEL" || fold_case(text_of(find_line(event, "STATUS"))) == "cancelled";
  return {};
}

bool repeats(Event const& event) { return std::ranges::any_of(event.lines, is_recurring_line); }

std::vector<Attendee> attendees_of(Event const& event) {
  std::vector<Attendee> found;
  std::vector<std::string> away; // who declined is not there even as organiser
  for (auto const& line : event.lines)
    if (line.name == "ATTENDEE" && !takes_part(line))
      away.push_back(address_in(line.value));
  auto const add = [&](ContentLine const& line) {
    Attendee one{.address = address_in(line.value), .display = display_in(line), .line = &line};
    auto const same = [&](Attendee const& other) {
      return other.address == one.address && (!one.address.empty() || other.display == one.display);
    };
    auto const absent = !one.address.empty() && std::ranges::count(away, one.address) > 0;
    if (takes_part(line) && !absent && std::ranges::none_of(found, same))
      found.push_back(std::move(one));
  };
  for (auto const* name : {"ORGANIZER", "ATTENDEE"})
    for (auto const& line : event.lines)
      if (line.name == name)
        add(line);
  return found;
}

std::string_view contact_kind_of(Event const& event, std::size_t people) {
  auto const online = find_line(event, "LOCATION") == nullptr &&
                      (find_line(event, "CONFERENCE") != nullptr || find_line(event, "X-GOOGLE-CONFERENCE") != nullptr);
  if (online || sounds_like_call(text_of(find_line(event, "SUMMARY"))) ||
      sounds_like_call(text_of(find_line(event, "LOCATION"))))
    return "call";
  if (people >= crowd)
    return "event";
  auto const all_day = event.start.clock == Clock::date;
  auto const gathering = all_day && (people == 0 || event.length > days{1});
  return gathering && !sounds_like_meeting(text_of(find_line(event, "SUMMARY"))) ? "event" : "meeting";
}

Realis realis_of(Event const& event) {
  static constexpr std::array called_off{"canceled", "cancelled", "취소됨", "취소", "abgesagt", "annulé", "cancelado"};
  static constexpr std::array unsure{"hold", "tentative", "tbc", "가예약", "잠정", "미확정"};
  auto const title = text_of(find_line(event, "SUMMARY"));
  if (event.cancelled || is_marked(title, called_off))
    return Realis::cancelled;
  auto const tentative = fold_case(text_of(find_line(event, "STATUS"))) == "tentative" || is_marked(title, unsure);
  return tentative ? Realis::planned : Realis::asserted;
}

bool is_private(Event const& event) {
  auto const visibility = fold_case(text_of(find_line(event, "CLASS")));
  return visibility == "private" || visibility == "confidential";
}

std::string place_of(Event const& event) {
  if (auto const* const location = find_line(event, "LOCATION"))
    return text_of(location);
  std::string rooms;
  for (auto const& line : event.lines)
    if (line.name == "ATTENDEE" && is_room(line) && !has_value(line, "PARTSTAT", "declined"))
      rooms += (rooms.empty() ? "" : ", ") + display_in(line);
  return rooms;
}

Interval interval_of(Event const& event, CalendarTime const& start) {
  Interval when{.from = moment(start), .zone = start.zone != nullptr ? start.zone->name : std::string{}};
  if (start.clock == Clock::zoned) {
    if (event.has_end)
      when.to = minute_moment(std::chrono::floor<std::chrono::minutes>(order(start) + event.length));
    return when;
  }
  // RFC 5545 §3.6.1: DTEND is exclusive; without one an all-day event lasts a day.
  auto const last = start.local + std::max(event.length - std::chrono::seconds{1}, std::chrono::seconds{0});
  when.to = moment(at_local(start, last));
  return when;
}

} // namespace attache::read
