// Itineraries, changes and recaps on a terminal.
#pragma once

#include <iosfwd>
#include <nlohmann/json_fwd.hpp>

namespace attache::cli {

// Day by day, then value, bound and gap, time by sector, who is left out and why (schema Trip).
void show_trip(std::ostream& out, nlohmann::ordered_json const& trip);
// Who steps in for whom (schema Trip).
void show_understudies(std::ostream& out, nlohmann::ordered_json const& trip);
// What a re-plan changes (schema Replan).
void show_changes(std::ostream& out, nlohmann::ordered_json const& replan);
// What it costs to meet somebody, or what forbids it (schema WhyNot).
void show_why_not(std::ostream& out, nlohmann::ordered_json const& why_not);
// What a trip that is a little different is worth (schema WhatIf).
void show_what_if(std::ostream& out, nlohmann::ordered_json const& what_if);
// What a trip came to (schema Recap).
void show_recap(std::ostream& out, nlohmann::ordered_json const& recap);

} // namespace attache::cli
