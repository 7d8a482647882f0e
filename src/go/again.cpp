#include "go/again.h"

#include "go/appointments.h"
#include "go/check.h"
#include "go/ruled.h"
#include "go/words.h"

#include <algorithm>
#include <fmt/format.h>

namespace attache::go {
namespace {

bool index_ok(int index, std::size_t size) { return index >= 0 && static_cast<std::size_t>(index) < size; }

// Of the options that hold the visit as it is, the one that is worth most; -1 if there is none.
int option_of(Trip const& trip, Instance const& instance, Visit const& visit) {
  auto const& options = instance.options[std::size_t(visit.day)];
  auto const city = trip.candidates[std::size_t(visit.candidate)].city;
  auto const start = to_reference(trip, visit.day, city, visit.start);
  auto const end = to_reference(trip, visit.day, city, visit.end);
  auto best = -1;
  for (int index = 0; index < static_cast<int>(options.size()); ++index) {
    auto const& option = options[std::size_t(index)];
    if (option.candidate == visit.candidate && option.from <= start && end <= option.to &&
        (best < 0 || option.value > options[std::size_t(best)].value))
      best = index;
  }
  return best;
}

bool meets(Plan const& plan, int candidate) {
  return std::ranges::any_of(plan.days, [&](PlanDay const& day) {
    return std::ranges::find(day.visits, candidate, &Visit::candidate) != day.visits.end();
  });
}

Result<void> require_all_met(Trip const& trip, Plan const& plan, std::vector<int> const& meet) {
  std::vector<std::string> missing;
  for (auto const index : meet)
    if (!meets(plan, index))
      missing.push_back(called(trip.candidates[std::size_t(index)]));
  if (missing.empty())
    return {};
  if (plan.proven)
    return fail(Fault::infeasible, fmt::format("no plan can meet {}", listed(missing)));
  return fail(Fault::infeasible, fmt::format("no plan that meets {} was found in the time given", listed(missing)), {},
              "this proves nothing: allow more time");
}

// Among the best plans, the one that changes least.
void wish_to_stay(Trip const& trip, Plan const& before, Wishes& wishes) {
  std::vector<Visit> visits;
  auto const days = std::min(before.days.size(), std::size_t(trip.days));
  for (std::size_t day = 0; day < days; ++day)
    visits.insert(visits.end(), before.days[day].visits.begin(), before.days[day].visits.end());
  auto const small = least_worth(wishes.whole, visits.size() + days + 1);
  for (auto const& visit : visits)
    if (small > 0)
      wishes.slots.push_back({.candidate = visit.candidate, .day = visit.day, .start = visit.start, .worth = small});
  for (std::size_t day = 0; day + 1 < days && small > 0; ++day)
    wishes.nights.push_back({static_cast<int>(day), before.days[day].to, small});
}

} // namespace

Routes routes_of(Trip const& trip, Instance const& instance, Plan const& plan) {
  Routes routes;
  auto here = trip.start_city;
  for (int day = 0; day < trip.days; ++day) {
    auto const known = std::size_t(day) < plan.days.size();
    DayRoute route{.day = day, .from = here, .to = known ? plan.days[std::size_t(day)].to : here};
    if (known)
      for (auto const& visit : plan.days[std::size_t(day)].visits)
        if (auto const option = option_of(trip, instance, visit); option >= 0)
          route.options.push_back(option);
    here = route.to;
    routes.push_back(std::move(route));
  }
  return broken_rules(trip, make_plan(trip, instance, routes)).empty() ? routes : Routes{};
}

Result<void> require_names_of(Trip const& trip, Plan const& plan) {
  auto const sound = [&](PlanDay const& day) {
    return index_ok(day.from, trip.cities.size()) && index_ok(day.to, trip.cities.size()) &&
           std::ranges::all_of(day.visits, [&](Visit const& visit) {
             return index_ok(visit.candidate, trip.candidates.size()) && index_ok(visit.day, std::size_t(trip.days));
           });
  };
  auto const known = static_cast<std::ptrdiff_t>(std::min(plan.days.size(), std::size_t(trip.days)));
  if (!std::all_of(plan.days.begin(), plan.days.begin() + known, sound))
    return fail(Fault::input, "the plan before is none of this trip");
  return {};
}

Result<Plan> plan_again(Trip const& trip, Plan const& before, std::vector<int> const& meet, Effort const& effort,
                        Progress const& progress) {
  TRY(require_ready(trip));
  TRY(require_names_of(trip, before));
  auto const fixed = fixed_appointments(trip);
  // A kept appointment is worth more than everything else together: the best routes keep them all.
  auto const each = more_than_any_plan(trip);
  Wishes wishes{.candidate = std::vector<double>(trip.candidates.size(), 0)};
  auto must = fixed;
  for (auto const index : meet)
    if (!trip.candidates[std::size_t(index)].fixed && std::ranges::find(must, index) == must.end())
      must.push_back(index);
  for (auto const index : must)
    wishes.candidate[std::size_t(index)] = each;
  wishes.whole = make_instance(trip, wishes).grain;
  wish_to_stay(trip, before, wishes);
  auto const instance = make_instance(trip, wishes);
  auto start = TRY(keep_appointments(trip, instance, fixed));
  if (auto at_hand = routes_of(trip, instance, before);
      !at_hand.empty() && worth(instance, at_hand) > worth(instance, start))
    start = std::move(at_hand);
  auto const shift = each * static_cast<double>(must.size());
  auto const ruled = TRY(solve_ruled(trip, instance, start, effort, shift, progress));
  auto plan = TRY(finished_plan(trip, ruled.instance, ruled.solution, shift));
  if (plan.proven)
    plan.bound = plan.value; // what is left of small wishes is below one grain
  TRY(require_all_met(trip, plan, meet));
  return plan;
}

} // namespace attache::go
