// The documents of a kept trip: calendar, briefing book, recap.
#pragma once

#include "office/trips.h"

namespace attache::office {

struct Document {
  std::string name; // trip.ics, book.html, book.pdf, recap.html; trip-update.ics, trip-cancelled.ics
  std::string media_type;
  std::string bytes;
};

// The names that document() takes, each with its media type, in the order of documents().
std::vector<std::pair<std::string, std::string>> document_names();
// One of them, written afresh from the office as of the moment. Fault::not_found for another name or trip.
Result<Document> document(Office const& office, std::string_view trip, std::string_view name, At at);
// What to send after a change: trip-update.ics (METHOD:REQUEST, whoever is new or moved) and trip-cancelled.ics
// (METHOD:CANCEL, whoever is not met any more), between the newest plan of the trip and the one before. Only those
// that have something to say.
Result<std::vector<Document>> updates(Office const& office, std::string_view trip, At at);
// All of them, without updates.
Result<std::vector<Document>> documents(Office const& office, std::string_view trip, At at);

// Their names and where they are (schema Files); each is written when it is asked for.
Result<Json> files(Office const& office, std::string_view trip);
// What the trip came to (schema Recap).
Result<Json> recap(Office const& office, std::string_view trip, At at);

} // namespace attache::office
