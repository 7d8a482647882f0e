// One past date on which ties are predicted: the samples, and what each method would have said.
#pragma once

#include "see/learn.h"

#include <utility>
#include <vector>

namespace attache::see {

enum class Baseline : std::uint8_t { standard, recency, decay_30, decay_90, rfm };

struct Trial {
  Instant at{};
  std::vector<Sample> samples;                    // with labels
  std::vector<std::pair<PersonId, PersonId>> who; // beside samples
  std::vector<double> standard;                   // beside samples: the default strength on the date
};

// Dates to predict on, ascending: every `step` days back from the latest whose horizon is over, as long as at least
// `window` days of history lie before them.
std::vector<Instant> past_dates(Network const& network, Instant as_of, LearnRules const& rules);

// One trial per date, over all ties that existed then, told only from contacts before it; labels by contacts that were
// over by `as_of`.
std::vector<Trial> trials_at(Network const& network, std::vector<Instant> const& dates, LearnRules const& rules,
                             Instant as_of);

// True if the horizon of the trial was over by `at`.
bool is_over(Trial const& trial, Instant at, LearnRules const& rules);
// fit_closed() on these trials as of `at`.
std::optional<StrengthModel> fit_by(std::vector<Trial> const& trials, Instant at, LearnRules const& rules);

std::vector<Outcome> outcomes_of(Trial const& trial, StrengthModel const& model);
std::vector<Outcome> outcomes_of(Trial const& trial, Baseline baseline);

} // namespace attache::see
