// Itineraries, changes and recaps on a terminal.
#pragma once

#include <iosfwd>
#include <nlohmann/json_fwd.hpp>

namespace attache::cli {

// Day by day, then value, bound and gap, time by sector, who is left out and why (schema Trip).
void show_trip(std::ostream& out, nlohmann::ordered_json const& trip);
// What a re-plan changes (schema Replan).
void show_changes(std::ostream& out, nlohmann::ordered_json const& replan);
// What a trip came to (schema Recap).
void show_recap(std::ostream& out, nlohmann::ordered_json const& recap);

} // namespace attache::cli
