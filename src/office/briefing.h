// From a kept trip and what the office knows to what its documents say (model/briefing.h).
#pragma once

#include "model/briefing.h"
#include "office/kept_trip.h"
#include "office/view.h"

namespace attache::office {

// Everything for the briefing book: who, why, history, open points, evidence, for every planned meeting.
Briefing brief(KeptTrip const& kept, View const& view);

// The itinerary to send: one appointment a meeting, with a stable uid; `sequence` grows with every plan kept.
Itinerary itinerary(KeptTrip const& kept, View const& view, int sequence);

// What the trip came to, by the contacts that took place in its days.
Recap sum_up(KeptTrip const& kept, View const& view);

} // namespace attache::office
