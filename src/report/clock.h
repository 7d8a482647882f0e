// Times on the clock of a place.
#pragma once

#include "base/time.h"

#include <optional>
#include <string>

namespace attache::report {

// The local time at `at` in the zone of that IANA name, written as if it were UTC. Nothing if the system does not know
// the zone.
std::optional<Instant> local_clock(Instant at, std::string const& zone);

} // namespace attache::report
