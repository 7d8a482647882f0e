// Travel times from coordinates, where nobody gave a table.
#pragma once

#include "model/trip.h"

namespace attache::go {

// Elapsed minutes between two points `km` apart (great circle), in steps of five; 0 km is still a hop of 10 minutes.
// Below 350 km by road: 10 minutes to get in and out, the first 20 km at 28 km/h, the rest at 100 km/h, roads 1.2
// times as long as the great circle. From 350 km by the quicker of road and air: 150 minutes from door to door around
// a flight of 35 minutes plus the distance at 830 km/h.
Minutes estimate(double km);

// Great-circle distance in km between two points in degrees (haversine, mean Earth radius 6,371 km).
double great_circle_km(double latitude_a, double longitude_a, double latitude_b, double longitude_b);

// Fills each travel table that is empty and leaves given ones alone (hotel_to_meeting: with meeting_to_hotel). Filled
// tables are symmetric, 0 on the diagonal, and (when all three are filled) no detour through a third place is quicker.
// A candidate at 0,0 is at its city's centre, as is the hotel. Trip::legs count instead of the estimate between hotels
// of two cities, and lengthen or shorten every way between places of the two; nothing else makes a leg shorter. A leg
// with departures shortens no way to a third city. O((candidates + cities)^3). The trip must pass validate().
void fill_travel(Trip& trip);

} // namespace attache::go
