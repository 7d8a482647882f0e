// The planner: the best plan for a trip that it finds, with a bound on every plan that is proven.
#pragma once

#include "base/result.h"
#include "model/trip.h"

#include <cstdint>
#include <functional>

namespace attache::go {

// How hard to try. Without `stop` and `work`, planning goes on until the plan is proven or the gap is reached.
struct Effort {
  std::function<bool()> stop; // asked every few milliseconds; true = return the best so far soon
  std::int64_t work = 0;      // steps of search, the same on every machine; 0 = no limit
  std::uint64_t seed = 1;
  double gap = 0; // good enough: (bound - value) <= gap * |value|
};

// How far it is, each time that value or bound improves.
struct Standing {
  double value = 0; // of the best plan so far; -infinity before the first
  double bound = 0;
  std::string phase; // "searching", "pricing", "proving"
};
using Progress = std::function<void(Standing const&)>;

// Plans the trip: first a search, then an exact method (docs/method-plan.md). The travel tables must be filled
// (travel.h). Plan::value is the checker's (check.h), Plan::bound never below the optimum: certificate.h verifies it.
// Fault::input as validate(), or without tables. Fault::infeasible names the fixed appointments that clash, or the
// end city that cannot be reached.
Result<Plan> plan(Trip const& trip, Effort const& effort = {}, Progress const& progress = {});

} // namespace attache::go
