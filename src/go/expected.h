// What a plan is worth on average, where each meeting holds with its own probability (Candidate::holds).
#pragma once

#include "go/understudy.h"

namespace attache::go {

// Each part is exact for meetings that fall through independently of each other.
struct Expected {
  double meetings = 0;     // sum of value * holds
  double no_top = 0;       // lost: penalty * probability that no tier-1 meeting of a working day holds
  double sectors = 0;      // lost: penalty * minutes that sectors fall short by on average
  double journeys = 0;     // lost, whoever comes
  double understudies = 0; // won: probability that a meeting falls through * holds * value of who steps in for it
  [[nodiscard]] double value() const { return meetings - no_top - sectors - journeys; }
  [[nodiscard]] double with_understudies() const { return value() + understudies; }
  bool operator==(Expected const&) const = default;
};

// `stand_by`: who steps in for whom; each steps in once, where it is worth most (most first, greedily), and counts by
// their own value alone. O(meetings * minutes of the largest target).
Expected expected(Trip const& trip, Plan const& plan, std::vector<Understudy> const& stand_by = {});

} // namespace attache::go
