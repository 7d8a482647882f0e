#include "go/plan.h"

#include "go/appointments.h"
#include "go/prepare.h"
#include "go/ruled.h"

namespace attache::go {

Result<Plan> plan(Trip const& trip, Effort const& effort, Progress const& progress) {
  TRY(require_ready(trip));
  auto const fixed = fixed_appointments(trip);
  // A kept appointment is worth more than everything else together: the best routes keep them all.
  Wishes wishes{.candidate = std::vector<double>(trip.candidates.size(), 0)};
  auto const each = more_than_any_plan(trip);
  for (auto const index : fixed)
    wishes.candidate[std::size_t(index)] = each;
  auto const instance = make_instance(trip, wishes);
  auto const start = TRY(keep_appointments(trip, instance, fixed));
  auto const shift = each * static_cast<double>(fixed.size());
  auto const ruled = TRY(solve_ruled(trip, instance, start, effort, shift, progress));
  return finished_plan(trip, ruled.instance, ruled.solution, shift);
}

} // namespace attache::go
