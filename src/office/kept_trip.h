// A planned trip as the office keeps it: the whole problem and its plan in one JSON text, a source of kind "plan".
#pragma once

#include "model/trip.h"
#include "office/office.h"

#include <string>
#include <string_view>
#include <vector>

namespace attache::office {

// One change to a trip that a user asked for (edits.h).
struct Edit {
  enum class Kind : std::uint8_t {
    days,    // "+1", "-2"
    window,  // "NAME: WINDOWS": these windows instead
    also,    // "NAME: WINDOWS": these windows too
    value,   // "NAME=40"
    sector,  // "AI=14h": a target
    rule,    // "big_shot_a_day=40": any of [rules] that is a number
    hours,   // "08:00-20:00"
    with,    // [[candidate]] tables in TOML, as in a trip file
    without, // "NAME": not to be met
    end      // a city, or "anywhere"
  };
  Kind kind = Kind::window;
  std::string text;
  bool operator==(Edit const&) const = default;
};

struct KeptTrip {
  std::string id;   // "united-states-june-2024": from the name; the trip keeps it through re-plans
  std::string file; // the trip file it came from, without folder
  Trip trip;
  Plan plan;
  std::string toml{};        // the text of that file; empty in offices of version 0.1
  std::vector<Edit> edits{}; // since then, in order
  SourceId source{};         // of the newest plan; 0 before it is kept
  Instant made_at{};
};

std::string write_kept_trip(KeptTrip const& kept);
// Fault::input if `text` was not written by write_kept_trip.
Result<KeptTrip> read_kept_trip(std::string_view text);

// Lower-case letters, digits and single dashes, for addresses; "trip" if nothing is left.
std::string trip_id(std::string_view name);

// Every trip with its newest plan, in order of first day.
Result<std::vector<KeptTrip>> kept_trips(Office const& office);
// By id or by the name of its trip file. Fault::not_found, naming those there are.
Result<KeptTrip> kept_trip(Office const& office, std::string_view id_or_file);

// Without a name: the only trip, else the only one that is not over. Fault::not_found naming those there are.
Result<KeptTrip> kept_trip_or_only(Office const& office, std::string_view id_or_file);

// Keeps the plan as the trip's newest: its meetings become planned contacts; those of the plan before are retracted.
Result<SourceId> keep_trip(Office const& office, KeptTrip const& kept);

} // namespace attache::office
