// Who fits into a plan as it stands: a gap between two meetings, nobody else touched.
#pragma once

#include "model/trip.h"

#include <optional>

namespace attache::go {

// The earliest time on `day` at which `candidate` can be met while all other visits stay where they are: within one of
// their windows or in office hours (9 to 18), reached and left in time. A visit of the candidate's own, and that of
// `instead`, count as not there (-1: nobody's). Caps, rivals and orders are left to check.h.
enum class When : std::uint8_t { own_windows, office_hours };
std::optional<Visit> fit(Trip const& trip, Plan const& plan, int day, int candidate, When when, int instead = -1);

// The plan with the visit put into its day in order of time, and without that of `instead`.
Plan with_visit(Trip const& trip, Plan plan, Visit const& visit, int instead = -1);

} // namespace attache::go
