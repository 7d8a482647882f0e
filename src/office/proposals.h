// Plans that were shown but not kept, so that the very plan that somebody saw can be kept.
#pragma once

#include "office/kept_trip.h"
#include "office/office.h"

namespace attache::office {

// Puts the plan on the shelf, made from the plan `shown.source`, and returns the name under which it can be kept; empty
// without a shelf.
std::string propose(Office const& office, KeptTrip const& shown);

// Keeps the plan proposed under that name for the trip. Fault::not_found if it is gone or of another trip,
// Fault::conflict if another plan of the trip was kept since, or the rules do not allow it any more.
Result<KeptTrip> keep_proposal(Office const& office, std::string_view id, std::string_view proposal);

} // namespace attache::office
