#include "see/win_back.h"

#include "see/accuracy.h"
#include "see/rhythm.h"
#include "see/when.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace attache::see {
namespace {

double log_odds(double share) {
  auto const held = std::clamp(share, .001, .999);
  return std::log(held / (1 - held));
}

// P = 1 / (1 + exp(-(a + b * log_odds(rule)))).
struct Curve {
  double a = 0, b = 0;
  [[nodiscard]] double operator()(double rule) const { return 1 / (1 + std::exp(-(a + b * log_odds(rule)))); }
};

// The rule's chance at a moment of a lapse, from what was known then: a case for each horizon that the silence lasted.
void add_cases(std::vector<Outcome>& cases, History const& history, std::vector<Lapse> const& lapses, Instant as_of,
               double horizon) {
  auto const step = std::chrono::seconds{std::llround(horizon * 86400)};
  int lapse_number = 0;
  for (auto const& lapse : lapses) {
    ++lapse_number;
    Tie then{.lapses = lapse_number, .rhythm_days = days_between(lapse.silent_from, lapse.since) / lapse_rhythms};
    for (auto const& encounter : history.encounters)
      if (encounter.at <= lapse.silent_from) {
        ++then.contacts;
        then.meetings += encounter.kind == ContactKind::meeting ? 1 : 0;
      }
    for (auto at = lapse.since; at + step <= as_of && (!lapse.restored_at || at < *lapse.restored_at); at += step) {
      then.silence_days = days_between(lapse.silent_from, at);
      cases.push_back({restoration_chance(then), lapse.restored_at && *lapse.restored_at <= at + step});
    }
  }
}

std::vector<Outcome> cases_of(std::vector<History> const& all, Instant as_of, double horizon) {
  auto const usual_gap = usual_gap_days(all);
  std::vector<Outcome> cases;
  for (auto const& history : all)
    add_cases(cases, history, rhythm_of(history, usual_gap, as_of).lapses, as_of, horizon);
  return cases;
}

// Platt's scaling: two weights by Newton's method, held near the slope 1 by a small penalty. The slope stays above
// zero, so that the level is learnt and the order of the rule is kept.
Curve fitted(std::vector<Outcome> const& cases) {
  constexpr double penalty = 1, least_slope = .1;
  Curve curve{.b = 1};
  for (int round = 0; round < 30; ++round) {
    std::array<double, 2> slope{0, penalty * (curve.b - 1)};
    std::array<double, 3> bend{1e-9, 0, penalty};
    for (auto const& one : cases) {
      auto const x = log_odds(one.predicted), p = curve(one.predicted), w = p * (1 - p);
      slope[0] += p - (one.happened ? 1 : 0);
      slope[1] += (p - (one.happened ? 1 : 0)) * x;
      bend[0] += w;
      bend[1] += w * x;
      bend[2] += w * x * x;
    }
    auto const determinant = bend[0] * bend[2] - bend[1] * bend[1];
    curve.a -= std::clamp((bend[2] * slope[0] - bend[1] * slope[1]) / determinant, -2.0, 2.0);
    curve.b -= std::clamp((bend[0] * slope[1] - bend[1] * slope[0]) / determinant, -1.0, 1.0);
    curve.b = std::max(curve.b, least_slope);
  }
  return curve;
}

double stretched(Restoration const& one, double stretch) {
  return one.chance * std::pow(one.value, 1 + stretch) / std::pow(1 + one.tie.meetings, stretch / 2);
}

} // namespace

std::string_view to_string(ChanceFrom from) {
  switch (from) {
  case ChanceFrom::rule: return "rule";
  case ChanceFrom::past: return "past";
  case ChanceFrom::learnt: return "learnt";
  }
  return "rule";
}

WinBack win_back(Network const& network, std::vector<Tie> const& all, PersonId of, Instant as_of, bool learnt,
                 WinBackRules const& rules) {
  return win_back(network, histories(network, as_of), all, of, as_of, learnt, rules);
}

WinBack win_back(Network const& network, std::vector<History> const& past, std::vector<Tie> const& all, PersonId of,
                 Instant as_of, bool learnt, WinBackRules const& rules) {
  auto const cases = cases_of(past, as_of, rules.horizon);
  WinBack result{.cases = static_cast<int>(cases.size()),
                 .came_back = static_cast<int>(std::ranges::count(cases, true, &Outcome::happened))};
  auto const enough = result.cases >= rules.least_cases && result.came_back >= rules.least_of_each &&
                      result.cases - result.came_back >= rules.least_of_each;
  result.from = learnt ? ChanceFrom::learnt : enough ? ChanceFrom::past : ChanceFrom::rule;
  result.ranked = rank_restore(network, all, of, as_of, all.size(), learnt ? Chance::by_strength : Chance::by_rule);
  auto const curve = result.from == ChanceFrom::past ? fitted(cases) : Curve{};
  for (auto& one : result.ranked) {
    if (result.from == ChanceFrom::past)
      one.chance = curve(one.chance);
    one.score = stretched(one, std::clamp(rules.stretch, 0.0, 1.0));
  }
  std::ranges::sort(result.ranked, {}, [](Restoration const& one) { return std::pair(-one.score, one.tie.b); });
  if (result.ranked.size() > rules.limit)
    result.ranked.resize(rules.limit);
  return result;
}

} // namespace attache::see
