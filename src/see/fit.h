// Strength as a calibrated probability: a regularised logistic regression over the features of ties.
#pragma once

#include "see/features.h"

#include <optional>
#include <vector>

namespace attache::see {

// log odds = bias + sum of weight * (feature - mean) / deviation, the standardised feature held within +-4.
struct StrengthModel {
  Features mean{}, deviation{}, weight{};
  double bias = 0;
  double window = 180, horizon = 90; // days; those of the cut-offs it was fitted on
  int samples = 0, active = 0;       // that it was fitted on
};

struct FitRules {
  double ridge = 60;       // penalty on squared weights, in samples; on that of Feature::usual a 25th of it, so that
                           // little history leaves the default strength as it is
  int least_samples = 200; // fewer, or fewer than `least_of_each` active or silent: no model
  int least_of_each = 25;
  int iterations = 25;
  int most_samples = 80'000; // fit_closed() takes every n-th of more, half of them of each outcome
};

// Newton's method from `start`, if one is given. Nothing if there is too little to learn from. Deterministic.
std::optional<StrengthModel> fit(std::vector<Sample> const& samples, FitRules const& rules = {},
                                 StrengthModel const* start = nullptr);

// Half the shift of the log odds that would make the model's mean probability on `samples` right, held near 0 as if
// twenty more samples were right already: how far a base rate that drifts has gone since the model was fitted.
double drift(StrengthModel const& model, std::vector<Sample> const& samples);

// The samples of one past date, with the label that was known `horizon` days later.
struct PastDate {
  double day = 0;
  std::vector<Sample> samples;
};

// What can be fitted by `day`: on the dates whose horizon was over, the later ones counting more (half for every two
// horizons), and set right by drift() on the last of them. Nothing as for fit().
std::optional<StrengthModel> fit_closed(std::vector<PastDate> const& dates, double day, double horizon,
                                        FitRules const& rules = {}, StrengthModel const* start = nullptr);

// P(active within the horizon), in (0, 1).
double probability(StrengthModel const& model, Features const& features);

// What each feature adds to the log odds.
Features contributions(StrengthModel const& model, Features const& features);

} // namespace attache::see
