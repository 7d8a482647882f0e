#include "bench/points.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fmt/format.h>
#include <sstream>

namespace attache::bench {
namespace {

int distance(PointTrip const& trip, Point const& a, Point const& b) {
  auto const exact = std::hypot(a.x - b.x, a.y - b.y) * trip.units;
  // 1e-9: a distance of 0.3 is 2.9999... tenths in binary.
  return static_cast<int>(trip.rounding == PointTrip::Rounding::down ? std::floor(exact + 1e-9) : std::round(exact));
}

bool needs_halving(Point const& point) {
  if (point.service == 0)
    return true;
  for (std::size_t i = 1; i < point.windows.size(); ++i)
    if (point.windows[i].route == point.windows[i - 1].route &&
        point.windows[i].from < point.windows[i - 1].to + point.service)
      return true;
  return false;
}

// What a visit takes of the clock, and what goes into the journeys on each side of it.
struct Stay {
  int length = 0, side = 0;
};

Stay stay_of(Point const& point, bool halved) {
  if (!halved)
    return {.length = point.service};
  auto const length = point.service % 2 == 1 ? 1 : 2;
  return {.length = length, .side = (point.service - length) / 2};
}

// Distances from rounded coordinates can be beaten by a detour of a unit or two.
void close_up(std::vector<std::vector<int>>& table) {
  for (std::size_t via = 0; via < table.size(); ++via)
    for (auto& row : table)
      for (std::size_t to = 0; to < table.size(); ++to)
        row[to] = std::min(row[to], row[via] + table[via][to]);
}

std::vector<std::vector<int>> table_of(PointTrip const& trip, std::vector<Stay> const& stays) {
  std::vector<Point const*> all;
  for (auto const& point : trip.points)
    all.push_back(&point);
  for (auto const& hotel : trip.hotels)
    all.push_back(&hotel);
  std::vector<std::vector<int>> table(all.size(), std::vector<int>(all.size(), 0));
  for (std::size_t a = 0; a < all.size(); ++a)
    for (std::size_t b = 0; b < all.size(); ++b)
      table[a][b] = distance(trip, *all[a], *all[b]);
  if (trip.rounding == PointTrip::Rounding::nearest)
    close_up(table);
  auto const too_far = std::ranges::max(trip.hours, {}, &Hours::to).to.count() + 1; // farther makes no difference
  auto const side = [&](std::size_t i) { return i < stays.size() ? stays[i].side : 0; };
  for (std::size_t a = 0; a < all.size(); ++a)
    for (std::size_t b = 0; b < all.size(); ++b)
      if (a != b)
        table[a][b] = std::clamp(table[a][b] + side(a) + side(b), 0, static_cast<int>(too_far));
  return table;
}

Candidate candidate_of(Point const& point, Stay const& stay) {
  Candidate candidate{.id = point.id, .value = point.score, .length = Minutes{stay.length}};
  for (auto const& window : point.windows)
    candidate.windows.push_back(
        {window.route, Minutes{std::max(0, window.from + stay.side)}, Minutes{window.to + stay.side + stay.length}});
  return candidate;
}

} // namespace

Trip trip_of(PointTrip const& points) {
  auto const days = static_cast<int>(points.hours.size());
  Trip trip{.name = points.name,
            .days = days,
            .working_days = std::vector<int>(points.hours.size(), 0),
            .day_start = points.hours.front().from,
            .day_end = points.hours.front().to,
            .hours = points.hours,
            .start_city = points.start,
            .end_city = points.end,
            .caps = points.caps};
  auto const halved = std::ranges::any_of(points.points, needs_halving);
  std::vector<Stay> stays;
  for (auto const& point : points.points) {
    stays.push_back(stay_of(point, halved));
    trip.candidates.push_back(candidate_of(point, stays.back()));
  }
  for (auto const& hotel : points.hotels)
    trip.cities.push_back({.name = hotel.id});
  auto const table = table_of(points, stays);
  auto const n = points.points.size();
  auto const copy = [&](std::size_t from, std::size_t to, std::size_t first, std::size_t last) {
    std::vector<std::vector<Minutes>> part;
    for (auto row = from; row < to; ++row)
      part.emplace_back(table[row].begin() + std::ptrdiff_t(first), table[row].begin() + std::ptrdiff_t(last));
    return part;
  };
  trip.meeting_to_meeting = copy(0, n, 0, n);
  trip.meeting_to_hotel = copy(0, n, n, table.size());
  trip.hotel_to_hotel = copy(n, table.size(), n, table.size());
  return trip;
}

Result<std::vector<std::vector<double>>> number_lines(std::string_view text, std::string const& name) {
  std::vector<std::vector<double>> lines;
  std::istringstream stream{std::string{text}};
  std::string line;
  for (int number = 1; std::getline(stream, line) && !line.starts_with("---"); ++number) {
    std::istringstream words{line};
    std::vector<double> row;
    for (std::string word; words >> word;) {
      char* end = nullptr;
      row.push_back(std::strtod(word.c_str(), &end));
      if (*end != '\0' || !std::isfinite(row.back()))
        return fail(Fault::input, fmt::format("'{}' is no number", word), fmt::format("{}:{}", name, number));
    }
    if (!row.empty())
      lines.push_back(std::move(row));
  }
  return lines;
}

int units_for(std::vector<std::vector<double>> const& rows) {
  auto const whole = [](double x) { return x == std::floor(x); };
  return std::ranges::all_of(rows, [&](auto const& row) { return whole(row[1]) && whole(row[2]); }) ? 10 : 100;
}

} // namespace attache::bench
