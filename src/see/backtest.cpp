#include "see/trial.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace attache::see {
namespace {

constexpr std::size_t worst_shown = 10;

constexpr std::array baselines{std::pair{Baseline::standard, "default"}, std::pair{Baseline::recency, "recency"},
                               std::pair{Baseline::decay_30, "decay_30"}, std::pair{Baseline::decay_90, "decay_90"},
                               std::pair{Baseline::rfm, "rfm"}};

// One method over all dates.
struct Tally {
  double auc = 0;
  int dates = 0;
  std::vector<Outcome> outcomes; // probabilities
  std::vector<Miss> misses;

  void add(Trial const& trial, std::vector<Outcome> const& scores, std::vector<Outcome> const& probabilities) {
    auc += see::auc(scores);
    ++dates;
    outcomes.insert(outcomes.end(), probabilities.begin(), probabilities.end());
    for (std::size_t i = 0; i < probabilities.size(); ++i)
      misses.push_back({.a = trial.who[i].first,
                        .b = trial.who[i].second,
                        .at = trial.at,
                        .predicted = probabilities[i].predicted,
                        .happened = probabilities[i].happened});
  }
  [[nodiscard]] MethodScore score(std::string name) const {
    return {.name = std::move(name),
            .auc = dates == 0 ? 0 : auc / dates,
            .brier = brier(outcomes),
            .calibration_error = calibration_error(outcomes)};
  }
};

// Scores as probabilities, by what such scores came to on dates that were over.
std::vector<Outcome> calibrated(std::vector<Outcome> scores, std::vector<Trial> const& trials, Instant at,
                                Baseline baseline, LearnRules const& rules) {
  std::vector<Outcome> known;
  for (auto const& trial : trials)
    if (is_over(trial, at, rules))
      for (auto const& outcome : outcomes_of(trial, baseline))
        known.push_back(outcome);
  Isotonic const probability{std::move(known)};
  for (auto& score : scores)
    score.predicted = probability(score.predicted);
  return scores;
}

std::vector<Miss> largest(std::vector<Miss> misses) {
  auto const error = [](Miss const& miss) { return std::abs(miss.predicted - (miss.happened ? 1 : 0)); };
  std::ranges::stable_sort(misses, std::ranges::greater{}, error);
  if (misses.size() > worst_shown)
    misses.resize(worst_shown);
  return misses;
}

} // namespace

Backtest backtest(Network const& network, Instant as_of, int dates, LearnRules const& rules) {
  auto const trials = trials_at(network, past_dates(network, as_of, rules), rules, as_of);
  Backtest result;
  Tally fitted;
  std::array<Tally, baselines.size()> others;
  auto const first =
      trials.size() > static_cast<std::size_t>(dates) ? trials.size() - static_cast<std::size_t>(dates) : 0;
  for (auto i = first; i < trials.size(); ++i) {
    auto const& trial = trials[i];
    if (!is_over(trials.front(), trial.at, rules))
      continue;
    result.dates.push_back(trial.at);
    result.predictions += static_cast<int>(trial.samples.size());
    result.happened += static_cast<int>(std::ranges::count(trial.samples, true, &Sample::active));
    if (auto const model = fit_by(trials, trial.at, rules)) {
      auto const outcomes = outcomes_of(trial, *model);
      fitted.add(trial, outcomes, outcomes);
    }
    for (std::size_t n = 0; n < baselines.size(); ++n) {
      auto const scores = outcomes_of(trial, baselines.at(n).first);
      others.at(n).add(trial, scores, calibrated(scores, trials, trial.at, baselines.at(n).first, rules));
    }
  }
  if (result.dates.empty())
    return result;
  // Only if it could be fitted on every date is the comparison a fair one.
  auto const all_fitted = fitted.dates == static_cast<int>(result.dates.size());
  if (all_fitted)
    result.methods.push_back(fitted.score("attache"));
  for (std::size_t n = 0; n < baselines.size(); ++n)
    result.methods.push_back(others.at(n).score(baselines.at(n).second));
  std::ranges::stable_sort(result.methods, std::ranges::greater{}, &MethodScore::auc);
  auto const& shown = all_fitted ? fitted : others.front();
  result.curve = reliability(shown.outcomes);
  result.worst = largest(shown.misses);
  return result;
}

} // namespace attache::see
