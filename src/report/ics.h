// Itineraries as iCalendar (RFC 5545), and what changed in them as iTIP messages (RFC 5546).
#pragma once

#include "model/briefing.h"

#include <string>

namespace attache::report {

// The whole itinerary to import: METHOD:PUBLISH, local times with the rules of their zones, guests named in the notes.
// A zone that the system does not know is written as UTC.
std::string itinerary_ics(Itinerary const& itinerary);

// What guests and calendars must be told after a change.
struct ItineraryUpdate {
  std::string request; // new and changed appointments; empty if there are none
  std::string cancel;  // those that are gone; empty if there are none
  Itinerary now;       // with the sequence numbers that were sent: keep it for the next update
};

// METHOD:REQUEST and METHOD:CANCEL, each with SEQUENCE one above `before`. Without an e-mail address of the organiser
// nobody can be invited: then both are METHOD:PUBLISH, the second with STATUS:CANCELLED.
ItineraryUpdate update_ics(Itinerary const& before, Itinerary now);

} // namespace attache::report
