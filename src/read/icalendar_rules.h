// The rules that calendars bring: of repetition (RFC 5545 §3.3.10) and of zones of their own (§3.6.5).
#pragma once

#include "read/icalendar_zone.h"

#include <string>
#include <vector>

namespace attache::read {

// The rules of a VTIMEZONE, given as its text. Nothing if they cannot be read.
std::optional<Zone> custom_zone(std::string const& vtimezone);

struct Repetition {
  std::vector<LocalTime> starts; // ascending; whether `start` itself is among them is the rule's matter
  bool cut_short = false;        // there would have been more than the 5,000 that are given
};

// Starts of the occurrences of `rule` (without UNTIL) from `start` up to and including `last`.
// Fault::input for a rule that cannot be read or repeats within a day.
Result<Repetition> repeat(std::string const& rule, LocalTime start, LocalTime last);

} // namespace attache::read
