// Who steps in when a meeting falls through: prepared ahead, one gap at a time, without touching anything else.
#pragma once

#include "model/trip.h"

namespace attache::go {

struct Understudy {
  int instead_of = 0; // the candidate whose meeting falls through
  Visit visit;        // who steps in, and when
  double worth = 0;   // what the plan is worth more with them than with the gap, by the trip's own value; > 0
};

// For every meeting of the plan, whoever fits into its gap and is worth most; nobody if nobody does. In order of the
// plan; a candidate may stand by for several meetings. O(meetings * (candidates + fitting candidates * plan)).
std::vector<Understudy> understudies(Trip const& trip, Plan const& plan);

} // namespace attache::go
