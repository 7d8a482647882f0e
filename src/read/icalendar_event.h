// One VEVENT: what it says, and when it takes place.
#pragma once

#include "model/claim.h"
#include "read/icalendar_time.h"

#include <memory>
#include <string>
#include <vector>

namespace attache::read {

// The VCALENDAR around events.
struct Calendar {
  std::string method; // upper case; empty for a plain calendar
  Zones zones;
};

// Somebody named by ORGANIZER or ATTENDEE who is a person and has not declined.
struct Attendee {
  std::string address, display;
  ContentLine const* line = nullptr;
};

struct Event {
  std::size_t line = 0; // of BEGIN:VEVENT
  std::vector<ContentLine> lines;
  std::shared_ptr<Calendar> calendar;
  std::string uid;   // empty if there is none
  std::string key;   // of its record where there is no UID; empty: its line
  int sequence = 0;  // SEQUENCE
  std::string stamp; // LAST-MODIFIED, else DTSTAMP: sorts as text
  CalendarTime start;
  std::chrono::seconds length{}; // whole days for all-day events; 0 if no end is stated
  bool has_end = false;
  std::optional<CalendarTime> replaces; // RECURRENCE-ID
  bool cancelled = false;
};

// What could not be used of an event that is otherwise kept.
struct Trouble {
  std::size_t line = 0;
  std::string what, hint;
};

// Fills in all but `line`, `lines` and `calendar`. Fault::input if it has no start, or a time that cannot be read.
Result<void> understand(Event& event, std::vector<Trouble>& troubles);

// The first line of that name with a value; null if there is none.
ContentLine const* find_line(Event const& event, std::string_view name);
// The text of that line, unescaped and squeezed; empty if there is none.
std::string text_of(ContentLine const* line);

// Starts of an event's occurrences, ascending: its own, those of RRULE up to `until` and RDATE, without EXDATE and
// EXRULE.
std::vector<CalendarTime> starts_of(Event const& event, Day until, std::vector<Trouble>& troubles);
bool repeats(Event const& event);

// Organiser first, then attendees in order; each address once.
std::vector<Attendee> attendees_of(Event const& event);
// Meeting, call or event: docs/formats/icalendar.md has the rules.
std::string_view contact_kind_of(Event const& event, std::size_t people);
Realis realis_of(Event const& event);
bool is_private(Event const& event);
// LOCATION, else the rooms that were invited.
std::string place_of(Event const& event);
Interval interval_of(Event const& event, CalendarTime const& start);

} // namespace attache::read
