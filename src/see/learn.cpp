#include "see/learn.h"

#include "see/because.h"
#include "see/strength.h"
#include "see/trial.h"
#include "see/when.h"

#include <algorithm>

namespace attache::see {
namespace {

constexpr std::size_t least_cut_offs = 4;

// Puts the learnt strength into ties: beside `past`, or those of `of` in the same order.
void learn_strengths(std::vector<Tie>& ties, std::vector<History> const& past, StrengthModel const& model,
                     Instant as_of, std::optional<PersonId> of) {
  std::vector<PersonId> people;
  auto const stream = stream_of(past, people);
  // Just after the date, so that a contact on the very date is known, as it is to all_ties().
  CutOff cut{.day = days_between(Instant{}, as_of) + 1e-6,
             .window = model.window,
             .horizon = model.horizon,
             .only_recent = false};
  if (ties.empty())
    return; // of somebody who is not among `people`
  if (of)
    cut.of = static_cast<std::uint32_t>(std::ranges::lower_bound(people, *of) - people.begin());
  auto const samples = samples_at(stream, cut);
  for (std::size_t i = 0; i < samples.size(); ++i) {
    auto& tie = ties.at(of ? i : samples[i].pair);
    tie.strength = probability(model, samples[i].features);
    tie.reasons = reasons_of(model, samples[i].features, tie);
  }
}

} // namespace

std::optional<StrengthModel> learn(Network const& network, Instant as_of, LearnRules const& rules) {
  auto const days = past_dates(network, as_of, rules);
  if (days.size() < least_cut_offs)
    return std::nullopt;
  auto const trials = trials_at(network, days, rules, as_of);
  auto const& last = trials.back();
  // The horizon of a trial must be over before the last one begins: otherwise its label would be known too early.
  auto const model = fit_by(trials, last.at, rules);
  if (!model || auc(outcomes_of(last, *model)) < auc(outcomes_of(last, Baseline::standard)))
    return std::nullopt;
  auto final_model = fit_by(trials, as_of, rules);
  if (final_model) {
    final_model->window = rules.window;
    final_model->horizon = rules.horizon;
  }
  return final_model;
}

std::vector<Tie> learnt_ties(Network const& network, StrengthModel const& model, Instant as_of) {
  auto const past = histories(network, as_of);
  auto ties = all_ties(past, as_of);
  learn_strengths(ties, past, model, as_of, std::nullopt);
  return ties;
}

std::vector<Tie> learnt_ties_of(std::vector<History> const& past, StrengthModel const& model, PersonId of,
                                Instant as_of) {
  auto ties = all_ties_of(past, of, as_of);
  learn_strengths(ties, past, model, as_of, of);
  return ties;
}

std::vector<Tie> best_ties(Network const& network, Instant as_of) {
  auto const model = learn(network, as_of);
  return model ? learnt_ties(network, *model, as_of) : all_ties(network, as_of);
}

} // namespace attache::see
