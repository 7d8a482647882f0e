// Local clocks: from the TZID that a calendar writes to UTC and back.
#pragma once

#include "base/time.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace attache::read {

using LocalTime = std::chrono::local_seconds;

struct Zone {
  std::string name; // IANA; empty where a calendar brings rules of its own
  std::function<Instant(LocalTime)> to_utc;
  std::function<LocalTime(Instant)> to_local;
};

// The IANA zone behind a TZID: an IANA name, one behind a prefix ("/mozilla.org/20070129_1/Europe/Berlin"), or a
// Windows name ("Korea Standard Time"). A local time that a clock change skips is read as RFC 5545 §3.3.5 says.
std::optional<Zone> iana_zone(std::string_view tzid);

} // namespace attache::read
