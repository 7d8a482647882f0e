// Strength before an office has a history to learn from: a probability from four measures of a tie.
#pragma once

#include "see/history.h"

#include <array>

namespace attache::see {

// In this order: days of silence; sum of weight * 2^(-age / 365 days), eightfold; days with contact; weeks with contact
// among the last 180 days. Each as log(1 + x).
inline constexpr double measured_weeks_within = 180;

// Counts the days or weeks in which something was, told in order of time.
class Distinct {
public:
  void add(double period) {
    count_ += period != last_ ? 1 : 0;
    last_ = period;
  }
  [[nodiscard]] double count() const { return count_; }

private:
  double count_ = 0, last_ = -1e9;
};
inline constexpr std::size_t measure_count = 4;
using Measures = std::array<double, measure_count>;

struct DefaultWeights {
  double bias = 0;
  Measures weight{}; // silence's is not above 0 and no other below, so that a contact never lowers a strength
  Measures middle{}; // the mean of each measure where they were fitted: what a reason is told against
};

// Fitted by bench_strength_defaults on made streams of contacts (docs/cards/default-strength.md).
extern DefaultWeights const default_weights;
// The same for P(a contact within 365 days): what an introduction is worth (docs/method-strength.md, section 5).
extern DefaultWeights const yearly_weights;

// Only encounters by `as_of` count; the history must begin by then.
Measures measures_of(History const& history, Instant as_of);

double default_log_odds(Measures const& measures, DefaultWeights const& weights = default_weights);
// P(a contact within 90 days, or what else `weights` stand for), in (0, 1).
double default_strength(Measures const& measures, DefaultWeights const& weights = default_weights);

} // namespace attache::see
