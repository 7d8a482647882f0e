// A benchmark's places to visit, all times in whole units (a fraction of the file's own), and the trip that they make.
#pragma once

#include "base/result.h"
#include "model/trip.h"

#include <string>
#include <string_view>
#include <vector>

namespace attache::bench {

// When a visit may begin, on one route.
struct StartWindow {
  int route = 0, from = 0, to = 0;
};

struct Point {
  std::string id;
  double x = 0, y = 0;
  int service = 0; // >= 0
  double score = 0;
  std::vector<StartWindow> windows; // by route, then time
};

// Routes become days, depots and hotels become cities.
struct PointTrip {
  std::string name;
  int units = 1; // of time and distance in one of the file's
  enum class Rounding : std::uint8_t { down, nearest } rounding = Rounding::down;
  std::vector<Point> hotels; // windows and scores unused
  std::vector<Point> points;
  int start = 0, end = 0;   // hotels
  std::vector<Hours> hours; // per route
  std::vector<Cap> caps;
};

// Where windows of a point would overlap as meetings, or a visit takes no time, half of the service goes into the
// journeys on both sides: the same routes are possible, and times are those of the middle of the service.
Trip trip_of(PointTrip const& points);

// Every number of every line that holds any, up to a line of dashes. Fault::input names the first word that is none.
Result<std::vector<std::vector<double>>> number_lines(std::string_view text, std::string const& name);

// 10 where all coordinates are whole, else 100: the files with whole coordinates (Solomon) take distances to one
// decimal, the others (Cordeau) to two.
int units_for(std::vector<std::vector<double>> const& rows);

} // namespace attache::bench
