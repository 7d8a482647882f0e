#include "go/expected.h"

#include "go/journeys.h"

#include <algorithm>
#include <set>

namespace attache::go {
namespace {

Candidate const& candidate_of(Trip const& trip, int index) { return trip.candidates[std::size_t(index)]; }

// With what it earns for lying in a preferred time.
double value_of_visit(Candidate const& who, Visit const& visit) {
  double bonus = 0;
  for (auto const& one : who.preferred)
    if (one.window.day == visit.day && one.window.from <= visit.start && visit.end <= one.window.to)
      bonus = std::max(bonus, one.bonus);
  return who.value + bonus;
}

// Minutes of the sector short of its target on average: the distribution of minutes held, meeting by meeting.
double minutes_short(Trip const& trip, Plan const& plan, int sector) {
  auto const target = static_cast<std::size_t>(trip.sectors[std::size_t(sector)].target.count());
  std::vector<double> chance(target + 1, 0); // of so many minutes; the last: of the target or more
  chance[0] = 1;
  for (auto const& day : plan.days)
    for (auto const& visit : day.visits) {
      auto const& who = candidate_of(trip, visit.candidate);
      if (who.sector != sector)
        continue;
      auto const length = static_cast<std::size_t>(who.length.count());
      for (auto minutes = target + 1; minutes-- > 0;) {
        auto const holds = chance[minutes] * who.holds;
        chance[minutes] -= holds;
        chance[std::min(target, minutes + length)] += holds;
      }
    }
  double sum = 0;
  for (std::size_t minutes = 0; minutes < target; ++minutes)
    sum += chance[minutes] * static_cast<double>(target - minutes);
  return sum;
}

double understudies_worth(Trip const& trip, std::vector<Understudy> const& stand_by) {
  std::vector<std::tuple<double, int, int>> all; // worth, who, instead of whom
  for (auto const& one : stand_by) {
    auto const& who = candidate_of(trip, one.visit.candidate);
    auto const falls = 1 - candidate_of(trip, one.instead_of).holds;
    all.emplace_back(falls * who.holds * who.value, one.visit.candidate, one.instead_of);
  }
  std::ranges::sort(all, std::greater{});
  std::set<int> used;
  double sum = 0;
  for (auto const& [worth, who, instead] : all)
    if (used.insert(who).second)
      sum += worth;
  return sum;
}

} // namespace

Expected expected(Trip const& trip, Plan const& plan, std::vector<Understudy> const& stand_by) {
  Expected sums;
  for (int day = 0; day < trip.days; ++day) {
    auto const& today = plan.days[std::size_t(day)];
    double none = 1; // the probability that no tier-1 meeting holds
    for (auto const& visit : today.visits) {
      auto const& who = candidate_of(trip, visit.candidate);
      sums.meetings += value_of_visit(who, visit) * who.holds;
      none *= who.tier == 1 ? 1 - who.holds : 1;
    }
    if (trip.working_days[std::size_t(day)] != 0)
      sums.no_top += trip.no_top_penalty * none;
    sums.journeys += trip.journey_penalty * static_cast<double>(between_cities(trip, today).count());
  }
  for (int sector = 0; sector < static_cast<int>(trip.sectors.size()); ++sector)
    sums.sectors += trip.sector_short_penalty * minutes_short(trip, plan, sector);
  sums.understudies = understudies_worth(trip, stand_by);
  return sums;
}

} // namespace attache::go
