#include "go/why_not.h"

#include "go/again.h"
#include "go/fit.h"

#include <algorithm>

namespace attache::go {
namespace {

constexpr std::size_t most_gaps = 5;

std::vector<Visit> gaps(Trip const& trip, Plan const& plan, int candidate) {
  std::vector<Visit> all;
  for (int day = 0; day < trip.days && all.size() < most_gaps; ++day)
    if (trip.working_days[std::size_t(day)] == 0)
      continue;
    else if (auto const visit = fit(trip, plan, day, candidate, When::office_hours))
      all.push_back(*visit);
  return all;
}

bool meets(Plan const& plan, int candidate) {
  return std::ranges::any_of(plan.days, [&](PlanDay const& day) {
    return std::ranges::find(day.visits, candidate, &Visit::candidate) != day.visits.end();
  });
}

} // namespace

Result<WhyNot> why_not(Trip const& trip, Plan const& plan, int candidate, Effort const& effort,
                       Progress const& progress) {
  TRY(require_ready(trip));
  TRY(require_names_of(trip, plan));
  if (candidate < 0 || candidate >= static_cast<int>(trip.candidates.size()))
    return fail(Fault::not_found, "the trip has no such candidate");
  WhyNot answer{.candidate = candidate};
  if (meets(plan, candidate)) {
    answer.with = plan;
    answer.proven = true;
    return answer;
  }
  answer.gaps = gaps(trip, plan, candidate);
  if (!possible_visit(trip, candidate)) {
    answer.ways = smallest_ways(trip, candidate);
    for (auto& way : answer.ways) // a time that touches nobody is better advice than any time
      if (way.relaxed == std::vector<Rule>{{Rule::Kind::windows, candidate}} && !answer.gaps.empty())
        way.visit = answer.gaps.front();
    answer.proven = true;
    return answer;
  }
  answer.with = TRY(plan_again(trip, plan, {candidate}, effort, progress));
  answer.cost = plan.value - answer.with->value;
  answer.least_cost = plan.value - answer.with->bound;
  answer.most_cost = std::max(plan.value, plan.bound) - answer.with->value;
  answer.proven = plan.proven && answer.with->proven;
  return answer;
}

} // namespace attache::go
