#include "see/trial.h"

#include "see/default_strength.h"
#include "see/rfm.h"
#include "see/when.h"

#include <algorithm>
#include <cmath>

namespace attache::see {
namespace {

std::chrono::seconds whole_seconds(double days) {
  return std::chrono::seconds{static_cast<std::int64_t>(std::llround(days * 86400))};
}

double feature_of(Sample const& sample, Feature feature) {
  return sample.features.at(static_cast<std::size_t>(feature));
}

std::vector<double> column(Trial const& trial, Feature feature, double sign = 1) {
  std::vector<double> values;
  values.reserve(trial.samples.size());
  for (auto const& sample : trial.samples)
    values.push_back(sign * feature_of(sample, feature));
  return values;
}

// Beside the samples.
std::vector<double> scores(Trial const& trial, Baseline baseline) {
  switch (baseline) {
  case Baseline::standard: return trial.standard;
  case Baseline::recency: return column(trial, Feature::silence, -1);
  case Baseline::decay_30: return column(trial, Feature::decay_month);
  case Baseline::decay_90: return column(trial, Feature::decay_quarter);
  case Baseline::rfm: return rfm(trial.samples);
  }
  return {};
}

} // namespace

std::vector<Instant> past_dates(Network const& network, Instant as_of, LearnRules const& rules) {
  std::vector<Instant> dates;
  auto first = as_of;
  auto any = false;
  for (auto const& contact : network.contacts)
    if (contact.people.size() > 1 && counts(contact, as_of)) {
      any = true;
      first = std::min(first, *instant_of(contact.when));
    }
  if (!any)
    return dates;
  auto const earliest = first + whole_seconds(rules.window);
  for (auto at = as_of - whole_seconds(rules.horizon);
       at >= earliest && static_cast<int>(dates.size()) < rules.most_cut_offs; at -= whole_seconds(rules.step))
    dates.push_back(at);
  std::ranges::reverse(dates);
  return dates;
}

std::vector<Trial> trials_at(Network const& network, std::vector<Instant> const& dates, LearnRules const& rules,
                             Instant as_of) {
  std::vector<PersonId> people;
  auto const past = histories(network, as_of);
  auto const stream = stream_of(past, people);
  std::vector<Trial> trials;
  for (auto const at : dates) {
    Trial trial{.at = at};
    trial.samples = samples_at(stream, {.day = days_between(Instant{}, at),
                                        .window = rules.window,
                                        .horizon = rules.horizon,
                                        .only_recent = false,
                                        .most = rules.most_ties});
    for (auto const& sample : trial.samples) {
      auto const history = until(past[sample.pair], at); // one pair per history, in the same order
      trial.who.emplace_back(history.a, history.b);
      trial.standard.push_back(history.encounters.empty() ? 0 : default_strength(measures_of(history, at)));
    }
    trials.push_back(std::move(trial));
  }
  return trials;
}

bool is_over(Trial const& trial, Instant at, LearnRules const& rules) {
  return trial.at + whole_seconds(rules.horizon) <= at;
}

std::optional<StrengthModel> fit_by(std::vector<Trial> const& trials, Instant at, LearnRules const& rules) {
  std::vector<PastDate> dates;
  for (auto const& trial : trials)
    if (is_over(trial, at, rules))
      dates.push_back({days_between(Instant{}, trial.at), trial.samples});
  return fit_closed(dates, days_between(Instant{}, at), rules.horizon);
}

std::vector<Outcome> outcomes_of(Trial const& trial, StrengthModel const& model) {
  std::vector<Outcome> outcomes;
  for (auto const& sample : trial.samples)
    outcomes.push_back({probability(model, sample.features), sample.active});
  return outcomes;
}

std::vector<Outcome> outcomes_of(Trial const& trial, Baseline baseline) {
  auto const predicted = scores(trial, baseline);
  std::vector<Outcome> outcomes;
  for (std::size_t i = 0; i < trial.samples.size(); ++i)
    outcomes.push_back({predicted.at(i), trial.samples[i].active});
  return outcomes;
}

} // namespace attache::see
