#include "see/default_strength.h"

#include "see/when.h"

#include <cmath>

namespace attache::see {
namespace {

constexpr double half_life = 365;

} // namespace

DefaultWeights const default_weights{
    .bias = -.553, .weight = {-.734, .048, .700, .464}, .middle = {6.419, .800, 1.156, .150}};

DefaultWeights const yearly_weights{
    .bias = -.800, .weight = {-.518, .134, .698, .441}, .middle = {6.364, .827, 1.151, .156}};

Measures measures_of(History const& history, Instant as_of) {
  double silence = 0, faded = 0;
  Distinct days, weeks;
  for (auto const& encounter : history.encounters) {
    if (encounter.at > as_of)
      break;
    silence = days_between(encounter.at, as_of);
    faded += encounter.weight * std::exp2(-silence / half_life);
    auto const at = days_between(Instant{}, encounter.at);
    days.add(std::floor(at));
    if (silence < measured_weeks_within)
      weeks.add(std::floor(at / 7));
  }
  faded = std::round(faded * 1e9) / 1e9; // equal sums stay equal in any order of adding
  return {std::log1p(silence), std::log1p(8 * faded), std::log1p(days.count()), std::log1p(weeks.count())};
}

double default_log_odds(Measures const& measures, DefaultWeights const& weights) {
  auto odds = weights.bias;
  for (std::size_t i = 0; i < measure_count; ++i)
    odds += weights.weight[i] * measures[i];
  return odds;
}

double default_strength(Measures const& measures, DefaultWeights const& weights) {
  return 1 / (1 + std::exp(-default_log_odds(measures, weights)));
}

} // namespace attache::see
