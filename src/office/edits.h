// Changes to a trip that a user asks for in words: a day more, other windows, a higher target, another candidate.
#pragma once

#include "office/kept_trip.h"
#include "office/view.h"

#include <string>
#include <vector>

namespace attache::office {

// Who a candidate of the trip is, by id or name. Fault::not_found.
Result<std::size_t> find_candidate(Trip const& trip, std::string_view id_or_name);

// The trip of `kept` with these edits, people found, valued as they were, travel filled in; whoever joins is valued
// anew. `said` hears of each edit in words. A day more and candidates that join are read with the trip file's own
// words ("workdays"), so that they need its text. Fault::input for an edit that cannot be read, Fault::not_found for
// an unknown candidate or sector.
Result<KeptTrip> edited(KeptTrip kept, std::vector<Edit> const& edits, View const& view,
                        std::vector<std::string>& said);

// "window", "sector" ... as the options of `attache what-if` and the members of a request are called.
std::optional<Edit::Kind> edit_kind(std::string_view word);
std::string_view to_string(Edit::Kind kind);

} // namespace attache::office
