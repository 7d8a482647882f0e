// What meeting a candidate is worth to the network, where the trip file leaves it to the office; and who they are.
#pragma once

#include "model/trip.h"
#include "office/view.h"

namespace attache::office {

// Finds each candidate among the people of the office: by e-mail, else by a name that only one person has.
void find_candidates(Trip& trip, View const& view);

// Gives every candidate without a value (negative) one, and says in `why` how it adds up (docs/method-plan.md):
//   - tier 1: 40, tier 2: 22, tier 3 and unknown: 12
//   - lapsed tie: up to 20, by its depth against the length of the silence (see::Restoration::chance)
//   - cooling: 10; no tie yet: 6; active, new, restored: 2
//   - a sector in which fewer than five ties are alive: 4
void value_candidates(Trip& trip, View const& view);

} // namespace attache::office
