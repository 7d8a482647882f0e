#include "bench/orienteering.h"

#include "bench/points.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace attache::bench {
namespace {

using Row = std::vector<double>;
using Rows = std::vector<Row>;

Format format_of(Rows const& rows) {
  auto const width = [&](std::size_t row) { return row < rows.size() ? rows[row].size() : 0; };
  if (width(0) == 4 && width(1) == 2 && width(2) >= 7)
    return Format::toptw;
  if (width(0) == 13 && width(1) == 7)
    return Format::mctopmtw;
  if (width(0) == 16 && width(1) == 7)
    return Format::ttdp;
  if (width(0) == 3 && width(1) == 1 && width(2) >= 1 && width(3) == 3)
    return Format::ophs;
  return Format::none;
}

int scaled(double amount, int units) { return static_cast<int>(std::lround(amount * units)); }

auto wrong(std::string what, std::string const& name) { return fail(Fault::input, std::move(what), name); }

// The rows after `first`, as many as said and wide enough.
Result<Rows> point_rows(Rows const& rows, std::size_t first, std::size_t count, std::size_t width,
                        std::string const& name) {
  if (rows.size() != first + count)
    return wrong(fmt::format("{} rows of points instead of {}", rows.size() - std::min(first, rows.size()), count),
                 name);
  for (auto row = first; row < rows.size(); ++row)
    if (rows[row].size() < width)
      return wrong(
          fmt::format("row {} of points has {} numbers instead of {}", row - first + 1, rows[row].size(), width), name);
  return Rows{rows.begin() + static_cast<std::ptrdiff_t>(first), rows.end()};
}

Result<std::size_t> count_of(double number, std::string const& name) {
  if (number < 0 || number > 1e4 || number != std::floor(number))
    return wrong(fmt::format("{} is no number of points or routes", number), name);
  return static_cast<std::size_t>(number);
}

Point point_of(Row const& row, int units) {
  return {.id = fmt::format("{}", row[0]), .x = row[1], .y = row[2], .service = scaled(row[3], units), .score = row[4]};
}

// Depot with its opening and closing, and the points; all routes alike.
PointTrip one_depot(std::string const& name, Row const& depot, double opens, double closes, int units, int routes) {
  PointTrip trip{.name = name, .units = units};
  trip.hotels.push_back({.id = "depot", .x = depot[1], .y = depot[2]});
  trip.hours.assign(std::size_t(routes), {Minutes{scaled(opens, units)}, Minutes{scaled(closes, units)}});
  return trip;
}

// i x y d S f a list O C; the last two are the window in which a visit begins (Righini, Salani 2009).
Result<Trip> toptw(Rows const& rows, std::string const& name, int routes) {
  auto const points = TRY(point_rows(rows, 2, TRY(count_of(rows[0][2], name)) + 1, 7, name));
  auto const units = units_for(points);
  auto const& depot = points.front();
  auto trip = one_depot(name, depot, depot[depot.size() - 2], depot.back(), units, std::max(1, routes));
  for (auto row = points.begin() + 1; row != points.end(); ++row) {
    trip.points.push_back(point_of(*row, units));
    for (int route = 0; route < static_cast<int>(trip.hours.size()); ++route)
      trip.points.back().windows.push_back({route, scaled((*row)[row->size() - 2], units), scaled(row->back(), units)});
  }
  return trip_of(trip);
}

// i x y d S O1 O2 O3 O4 C4 E b e1 .. e10: of four windows in a row, every route has the first and third or the second
// and fourth (Souffriau et al. 2013).
Result<Trip> mctopmtw(Rows const& rows, std::string const& name, int routes) {
  auto const points = TRY(point_rows(rows, 2, TRY(count_of(rows[0][1], name)), 22, name));
  auto const units = units_for(points);
  auto const tours = routes > 0 ? routes : static_cast<int>(TRY(count_of(rows[0][0], name)));
  auto trip = one_depot(name, rows[1], rows[1][5], rows[1][6], units, std::max(1, tours));
  trip.caps.push_back({.name = "entrance fees", .limit = static_cast<int>(rows[0][2])});
  for (int type = 1; type <= 10; ++type)
    trip.caps.push_back(
        {.name = fmt::format("type {}", type), .limit = static_cast<int>(rows[0][std::size_t(type) + 2])});
  for (auto const& row : points) {
    trip.points.push_back(point_of(row, units));
    for (int route = 0; route < tours; ++route)
      for (auto const window :
           {(route % 2 == 0) == (row[10] != 0) ? 0U : 1U, (route % 2 == 0) == (row[10] != 0) ? 2U : 3U})
        trip.points.back().windows.push_back({route, scaled(row[5 + window], units), scaled(row[6 + window], units)});
    for (std::size_t cap = 0; cap < trip.caps.size(); ++cap)
      trip.caps[cap].use.push_back(static_cast<int>(row[11 + cap]));
  }
  return trip_of(trip);
}

// i x y d S t, then opening and closing per weekday, then b. A visit ends by the closing hour; the file says no more.
Result<Trip> ttdp(Rows const& rows, std::string const& name, int routes) {
  auto const points = TRY(point_rows(rows, 2, TRY(count_of(rows[0][3], name)), 20, name));
  auto constexpr units = 100;
  auto const tours = routes > 0 ? routes : static_cast<int>(TRY(count_of(rows[0][1], name)));
  auto const first = static_cast<int>(TRY(count_of(rows[0][2], name)));
  auto trip = one_depot(name, rows[1], rows[1][5], rows[1][6], units, std::max(1, tours));
  for (auto const& row : points) {
    trip.points.push_back(point_of(row, units));
    auto& point = trip.points.back();
    for (int route = 0; route < tours; ++route) {
      auto const weekday = 6 + 2 * static_cast<std::size_t>((first + route) % 7);
      auto const last = scaled(row[weekday + 1], units) - point.service;
      if (auto const opens = scaled(row[weekday], units); last >= opens)
        point.windows.push_back({route, opens, last});
    }
  }
  return trip_of(trip);
}

// N H D, the length of the whole tour, of each day, then hotels (first, last, extra) and points (Divsalar et al. 2013).
// The lengths were printed with six digits: half a thousandth is added, as the rounding may have taken it.
Result<Trip> ophs(Rows const& rows, std::string const& name) {
  auto constexpr units = 10'000;
  auto constexpr printed = units / 2'000;
  auto const hotels = TRY(count_of(rows[0][1], name)) + 2;
  auto const vertices = TRY(count_of(rows[0][0], name));
  if (vertices < 2)
    return wrong("a file of less than two hotels", name);
  auto const places = TRY(point_rows(rows, 3, vertices - 2 + hotels, 3, name));
  if (rows[2].size() != TRY(count_of(rows[0][2], name)))
    return wrong(fmt::format("{} lengths of {} days", rows[2].size(), rows[0][2]), name);
  PointTrip trip{.name = name, .units = units, .rounding = PointTrip::Rounding::nearest, .end = 1};
  for (auto const length : rows[2])
    trip.hours.push_back({Minutes{0}, Minutes{scaled(length, units) + printed}});
  for (std::size_t place = 0; place < places.size(); ++place) {
    Point point{.id = std::to_string(place), .x = places[place][0], .y = places[place][1], .score = places[place][2]};
    for (int route = 0; route < static_cast<int>(trip.hours.size()); ++route)
      point.windows.push_back({route, 1, static_cast<int>(trip.hours[std::size_t(route)].to.count())});
    (place < hotels ? trip.hotels : trip.points).push_back(point);
  }
  return trip_of(trip);
}

} // namespace

Format format_of(std::string_view text) {
  auto const rows = number_lines(text, {});
  return rows ? format_of(*rows) : Format::none;
}

Result<Trip> parse_orienteering(std::string_view text, std::string const& name, int routes) {
  auto const rows = TRY(number_lines(text, name));
  switch (format_of(rows)) {
  case Format::toptw: return toptw(rows, name, routes);
  case Format::mctopmtw: return mctopmtw(rows, name, routes);
  case Format::ttdp: return ttdp(rows, name, routes);
  case Format::ophs: return ophs(rows, name);
  default: return wrong("the file has none of the shapes of TOPTW, MC-TOP-MTW, TTDP or OPHS", name);
  }
}

} // namespace attache::bench
