#include "go/travel.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace attache::go {
namespace {

constexpr double earth_radius_km = 6371.0;
constexpr double road_detour = 1.2;
constexpr double hop_minutes = 10;
constexpr double town_km = 20, town_kmh = 28, road_kmh = 100;
constexpr double flight_from_km = 350, flight_overhead_minutes = 150, flight_block_minutes = 35, flight_kmh = 830;

struct Point {
  double latitude = 0, longitude = 0;
};
using Table = std::vector<std::vector<Minutes>>;

double drive_minutes(double km) {
  auto const road = km * road_detour;
  return hop_minutes + std::min(road, town_km) / town_kmh * 60 + std::max(0.0, road - town_km) / road_kmh * 60;
}

double flight_minutes(double km) { return flight_overhead_minutes + flight_block_minutes + km / flight_kmh * 60; }

Point place_of(Trip const& trip, Candidate const& candidate) {
  if (candidate.latitude != 0 || candidate.longitude != 0)
    return {candidate.latitude, candidate.longitude};
  auto const& city = trip.cities[static_cast<std::size_t>(candidate.city)];
  return {city.latitude, city.longitude};
}

// Meetings first, then hotels.
std::vector<Point> places(Trip const& trip) {
  std::vector<Point> points;
  for (auto const& candidate : trip.candidates)
    points.push_back(place_of(trip, candidate));
  for (auto const& city : trip.cities)
    points.push_back({city.latitude, city.longitude});
  return points;
}

Table estimates(std::vector<Point> const& points) {
  Table table(points.size(), std::vector<Minutes>(points.size(), Minutes{0}));
  for (std::size_t a = 0; a < points.size(); ++a)
    for (std::size_t b = 0; b < a; ++b)
      table[a][b] = table[b][a] =
          estimate(great_circle_km(points[a].latitude, points[a].longitude, points[b].latitude, points[b].longitude));
  return table;
}

void close_under_detours(Table& table, std::vector<std::vector<char>> const& chosen) {
  for (std::size_t via = 0; via < table.size(); ++via)
    for (std::size_t from = 0; from < table.size(); ++from)
      for (std::size_t to = 0; to < table.size(); ++to)
        if (chosen[from][to] == 0)
          table[from][to] = std::min(table[from][to], table[from][via] + table[via][to]);
}

// Ways between places of two cities lead through the leg between their hotels. Returns which cells these are.
enum class Legs : std::uint8_t { at_any_time, with_departures };
std::vector<std::vector<char>> put_in_legs(Trip const& trip, Table& table, Legs which) {
  auto const meetings = trip.candidates.size();
  std::vector<std::vector<std::size_t>> places(trip.cities.size());
  for (std::size_t candidate = 0; candidate < meetings; ++candidate)
    places[std::size_t(trip.candidates[candidate].city)].push_back(candidate);
  for (std::size_t city = 0; city < trip.cities.size(); ++city)
    places[city].push_back(meetings + city);
  std::vector<std::vector<char>> chosen(table.size(), std::vector<char>(table.size(), 0));
  for (auto const& leg : trip.legs) {
    if (leg.departures.empty() != (which == Legs::at_any_time))
      continue;
    for (auto const from : places[std::size_t(leg.from)])
      for (auto const to : places[std::size_t(leg.to)]) {
        table[from][to] =
            table[from][meetings + std::size_t(leg.from)] + leg.takes + table[meetings + std::size_t(leg.to)][to];
        chosen[from][to] = 1;
      }
  }
  return chosen;
}

Table part(Table const& all, std::size_t row_from, std::size_t row_to, std::size_t column_from, std::size_t column_to) {
  Table table;
  for (auto row = row_from; row < row_to; ++row)
    table.emplace_back(all[row].begin() + static_cast<std::ptrdiff_t>(column_from),
                       all[row].begin() + static_cast<std::ptrdiff_t>(column_to));
  return table;
}

} // namespace

double great_circle_km(double latitude_a, double longitude_a, double latitude_b, double longitude_b) {
  auto const radians = [](double degrees) { return degrees * std::numbers::pi / 180; };
  auto const half_lat = std::sin(radians(latitude_b - latitude_a) / 2);
  auto const half_lon = std::sin(radians(longitude_b - longitude_a) / 2);
  auto const h =
      half_lat * half_lat + std::cos(radians(latitude_a)) * std::cos(radians(latitude_b)) * half_lon * half_lon;
  return 2 * earth_radius_km * std::asin(std::sqrt(std::clamp(h, 0.0, 1.0)));
}

Minutes estimate(double km) {
  auto minutes = drive_minutes(km);
  if (km >= flight_from_km)
    minutes = std::min(minutes, flight_minutes(km));
  return Minutes{static_cast<long>(std::ceil(minutes / 5 - 1e-9)) * 5};
}

void fill_travel(Trip& trip) {
  auto all = estimates(places(trip));
  close_under_detours(all, put_in_legs(trip, all, Legs::at_any_time));
  put_in_legs(trip, all, Legs::with_departures); // no way to a third city: nobody knows when it would leave
  auto const meetings = trip.candidates.size();
  if (trip.meeting_to_meeting.empty())
    trip.meeting_to_meeting = part(all, 0, meetings, 0, meetings);
  if (trip.meeting_to_hotel.empty()) {
    trip.meeting_to_hotel = part(all, 0, meetings, meetings, all.size());
    trip.hotel_to_meeting = part(all, meetings, all.size(), 0, meetings);
  }
  if (trip.hotel_to_hotel.empty())
    trip.hotel_to_hotel = part(all, meetings, all.size(), meetings, all.size());
}

} // namespace attache::go
