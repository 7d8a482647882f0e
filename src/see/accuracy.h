// How good predictions were: area under the curve, Brier score, reliability, and intervals for them.
#pragma once

#include <cstdint>
#include <vector>

namespace attache::see {

// What was predicted of one thing, and what came.
struct Outcome {
  double predicted = 0; // any score for auc(); a probability for the others
  bool happened = false;
};

// The chance that a thing that happened was ranked above one that did not; equal scores count half. 0.5 if all or none
// happened.
double auc(std::vector<Outcome> outcomes);

// Mean squared error of the probabilities; 0 if there are none.
double brier(std::vector<Outcome> const& outcomes);

// One bin of a reliability curve.
struct ReliabilityBin {
  double predicted = 0, happened = 0; // means
  int count = 0;
};
// Ten bins of equal width over 0..1, the empty ones left out.
std::vector<ReliabilityBin> reliability(std::vector<Outcome> const& outcomes);
// Expected calibration error: mean distance of the two means over these bins, weighted by count.
double calibration_error(std::vector<Outcome> const& outcomes);

struct Range {
  double low = 0, high = 0;
};
// The middle 95 % of the AUC over `rounds` resamplings with replacement, drawn from `seed`.
Range auc_interval(std::vector<Outcome> const& outcomes, int rounds, std::uint64_t seed);

// Maps scores to probabilities that never fall as the score rises (pool adjacent violators; Ayer et al., 1955).
class Isotonic {
public:
  explicit Isotonic(std::vector<Outcome> outcomes);
  [[nodiscard]] double operator()(double score) const; // linear between the means of blocks

private:
  std::vector<double> scores_, values_;
};

} // namespace attache::see
