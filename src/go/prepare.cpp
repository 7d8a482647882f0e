#include "go/prepare.h"

#include "go/check.h"
#include "go/explain.h"
#include "go/validate.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace attache::go {

Result<void> require_ready(Trip const& trip) {
  TRY(validate(trip));
  if (trip.hotel_to_hotel.empty() ||
      (!trip.candidates.empty() && (trip.meeting_to_meeting.empty() || trip.meeting_to_hotel.empty())))
    return fail(Fault::input, "the trip has no travel times", {}, "fill_travel() estimates them from coordinates");
  return {};
}

std::vector<int> fixed_appointments(Trip const& trip) {
  std::vector<int> fixed;
  for (int index = 0; index < static_cast<int>(trip.candidates.size()); ++index)
    if (trip.candidates[std::size_t(index)].fixed)
      fixed.push_back(index);
  return fixed;
}

double more_than_any_plan(Trip const& trip) {
  Minutes longest{0};
  for (auto const& row : trip.hotel_to_hotel)
    longest = std::max(longest, std::ranges::max(row));
  auto const journey = trip.journey_penalty * static_cast<double>(longest.count());
  auto const days = static_cast<double>(trip.days);
  double most = 1 + trip.no_top_penalty * days + journey * (days + static_cast<double>(trip.candidates.size()));
  for (auto const& candidate : trip.candidates)
    most += candidate.value;
  for (auto const& sector : trip.sectors)
    most += static_cast<double>(sector.target.count()) * trip.sector_short_penalty;
  return std::ceil(most);
}

double least_worth(double grain, std::size_t parts) {
  return std::floor(grain * grain_parts / static_cast<double>(parts) - 1e-9) / grain_parts;
}

Result<Plan> finished_plan(Trip const& trip, Instance const& instance, Solution const& solution, double shift) {
  auto plan = make_plan(trip, instance, solution.routes);
  plan.value = TRY(value_of(trip, plan));
  plan.bound = std::max(plan.value, solution.bound - shift);
  plan.proven = solution.proven;
  plan.bound_by = solution.bound_by;
  explain(trip, plan);
  return plan;
}

} // namespace attache::go
