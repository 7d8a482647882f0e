// Lines of iCalendar text: escaped, folded, and the rules of a zone.
#pragma once

#include "base/time.h"

#include <string>
#include <string_view>
#include <vector>

namespace attache::report {

// Collects content lines, folded at 75 octets between characters (RFC 5545 §3.1).
class IcsLines {
public:
  // `value` goes out as it is.
  void add(std::string_view name, std::string_view value);
  // `value` is TEXT and is escaped (§3.3.11); control characters are dropped. Nothing is added for empty text.
  void text(std::string_view name, std::string_view value);
  [[nodiscard]] std::string take() { return std::move(out_); }

private:
  std::string out_;
};

// A parameter value in quotes (RFC 6868).
std::string quoted_parameter(std::string_view value);

// "20230510T133000Z".
std::string ics_utc(Instant at);
// "20230510T093000" on the clock of `zone`; empty if the system does not know the zone.
std::string ics_local(Instant at, std::string const& zone);
// VTIMEZONE with every change of clocks that matters between two instants.
void add_timezone(IcsLines& lines, std::string const& zone, Instant from, Instant to);

} // namespace attache::report
