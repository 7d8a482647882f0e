#include "go/understudy.h"

#include "go/check.h"
#include "go/fit.h"

#include <algorithm>

namespace attache::go {
namespace {

std::vector<int> not_met(Trip const& trip, Plan const& plan) {
  std::vector<char> met(trip.candidates.size(), 0);
  for (auto const& day : plan.days)
    for (auto const& visit : day.visits)
      met[std::size_t(visit.candidate)] = 1;
  std::vector<int> free;
  for (int index = 0; index < static_cast<int>(met.size()); ++index)
    if (met[std::size_t(index)] == 0)
      free.push_back(index);
  return free;
}

Plan without(Plan plan, Visit const& visit) {
  std::erase(plan.days[std::size_t(visit.day)].visits, visit);
  return plan;
}

} // namespace

std::vector<Understudy> understudies(Trip const& trip, Plan const& plan) {
  auto open = trip; // an appointment that falls through need not be kept
  for (auto& candidate : open.candidates)
    candidate.fixed = false;
  auto const free = not_met(trip, plan);
  std::vector<Understudy> all;
  for (auto const& day : plan.days)
    for (auto const& visit : day.visits) {
      auto const gap = without(plan, visit);
      auto const empty = value_of(open, gap);
      if (!empty)
        continue; // where detours are quicker, nobody else may do
      Understudy best{.instead_of = visit.candidate};
      for (auto const who : free)
        if (auto const steps_in = fit(open, gap, visit.day, who, When::own_windows))
          if (auto const value = value_of(open, with_visit(open, gap, *steps_in));
              value && *value - *empty > best.worth + 1e-9) {
            best.visit = *steps_in;
            best.worth = *value - *empty;
          }
      if (best.worth > 0)
        all.push_back(best);
    }
  return all;
}

} // namespace attache::go
