// A tie's own rhythm, and what silence means when it is measured in that rhythm.
#pragma once

#include "model/tie.h"
#include "see/history.h"

#include <optional>
#include <vector>

namespace attache::see {

// A silence of twice the rhythm is cooling, of four times the rhythm a lapse. Contacts within a week are one episode,
// so that a thread of mails is not a rhythm. Rhythms are held between two weeks and a year.
inline constexpr double cooling_rhythms = 2, lapse_rhythms = 4, episode_days = 7;
inline constexpr double least_rhythm_days = 14, most_rhythm_days = 365;

// The typical gap in a network: the median over its ties of their median gap between episodes, pulled towards 90 days
// as long as few ties have three episodes. In days.
double usual_gap_days(std::vector<History> const& histories);

// A silence of more than four rhythms, and the contact that ended it, if one did.
struct Lapse {
  Instant silent_from{}; // the last contact before
  Instant since{};       // when the silence became a lapse
  std::optional<Instant> restored_at;
  ContactId restored_by{};
};

// What a history says about time as of a date.
struct Rhythm {
  double days = 0; // the tie's own typical gap: exp of the mean of log median gap (n times) and log usual gap (twice)
  int episodes = 0;
  std::vector<Lapse> lapses; // in order of time; only the last may be open
};

// `usual_gap` from usual_gap_days(). Each lapse is judged by the rhythm that was known when the silence began.
Rhythm rhythm_of(History const& history, double usual_gap, Instant as_of);

// new: fewer than three episodes, the first within two rhythms; restored: a lapse was ended within the last year and
// the tie has not cooled since.
TieState state_of(History const& history, Rhythm const& rhythm, Instant as_of);

} // namespace attache::see
