#include "report/clock.h"

#include <date/tz.h>
#include <stdexcept>

namespace attache::report {

std::optional<Instant> local_clock(Instant at, std::string const& zone) {
  if (zone.empty())
    return {};
  try {
    auto const local = date::locate_zone(zone)->to_local(date::sys_seconds{at.time_since_epoch()});
    return Instant{local.time_since_epoch()};
  } catch (std::runtime_error const&) { // how date reports an unknown name
    return {};
  }
}

} // namespace attache::report
