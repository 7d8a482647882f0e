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
  double ridge = 20;       // penalty on squared weights, in samples
  int least_samples = 200; // fewer, or fewer than `least_of_each` active or silent: no model
  int least_of_each = 25;
  int iterations = 25;
};

// Newton's method from `start`, if one is given. Nothing if there is too little to learn from. Deterministic.
std::optional<StrengthModel> fit(std::vector<Sample> const& samples, FitRules const& rules = {},
                                 StrengthModel const* start = nullptr);

// P(active within the horizon), in (0, 1).
double probability(StrengthModel const& model, Features const& features);

// What each feature adds to the log odds.
Features contributions(StrengthModel const& model, Features const& features);

} // namespace attache::see
