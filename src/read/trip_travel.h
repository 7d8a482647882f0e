// What a trip file says of travel: the ways between cities that were chosen, days with hours of their own, the rest at
// night.
#pragma once

#include "model/trip.h"
#include "read/trip_toml.h"
#include "read/trip_windows.h"

namespace attache::read {

// Every [[leg]]; `trip` has its cities.
void read_legs(TomlTable& root, TripDays const& days, Trip& trip);

// Every [[day]]: hours of the days that it names instead of the trip's. [body_clock]: the traveller's own.
void read_day_hours(TomlTable& root, TripDays const& days, Trip& trip);

// `rest` of [rules].
void read_rest(TomlTable& rules, Trip& trip);

// The index of a city by its name in any case; -1 if the trip does not have it.
int find_city(Trip const& trip, std::string_view name);

// The city that `key` names; a mistake, and 0, if the trip does not have it.
int city_of(TomlTable& table, std::string_view key, Trip const& trip);

} // namespace attache::read
