// What is measured of a tie on a date, to tell whether it will be active soon. Interpretable; because.h has the words.
#pragma once

#include "see/stream.h"

#include <array>
#include <optional>
#include <vector>

namespace attache::see {

// Counts and days are logarithms of one more; "less" and "more" are the smaller and the larger of the two ends.
// clang-format off
enum class Feature : std::uint8_t {
  count_all, count_window, count_month, count_week, silence, age,
  reciprocity,                                  // share of the side that begins fewer contacts
  mean_gap, median_gap, variation, burstiness,  // of gaps between days with contact
  silence_in_gaps, gaps_outlasted,              // silence over the mean gap; share of own gaps that it outlasts
  active_days, active_weeks, active_days_month, active_weeks_window,
  trend,                                        // the later half of the window against the earlier
  decay_week, decay_month, decay_quarter, decay_year, // sums that halve in 7, 30, 90 and 365 days
  mean_weight, common_neighbours, common_strength, degree_less, degree_more,
  activity_less, activity_more, month_activity_less, month_activity_more, // of the ends, with anybody
  share_less, share_more,                       // the tie's part of what each end does
  end_silence_less, end_silence_more, last_month_share,
  usual // the log odds of the default strength (default_strength.h)
};
// clang-format on
inline constexpr std::size_t feature_count = 37;
using Features = std::array<double, feature_count>;

// One tie at a cut-off.
struct Sample {
  std::size_t pair = 0; // index into Stream::pairs
  Features features{};
  bool active = false; // it has an event in [day, day + horizon): the label
  double weight = 1;   // how much it counts in a fit
};

struct CutOff {
  double day = 0;
  double window = 180;             // what counts as lately: days before the cut-off
  double horizon = 90;             // days that the label looks ahead
  double least_silence = 0;        // take only ties that are silent for at least this long
  int least_active_days = 1;       // ... and were active on at least so many days
  bool only_recent = true;         // take only ties with an event within the window (and not on its first instant)
  std::size_t most = 0;            // of more ties, take every n-th, which then weighs n; 0: all
  std::optional<std::uint32_t> of; // take only the ties of this person
};

// The ties of a cut-off in order of pair; only events before the cut-off go into their features. O(events).
std::vector<Sample> samples_at(Stream const& stream, CutOff const& cut);

} // namespace attache::see
