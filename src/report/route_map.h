// A small map of the journey: cities where they lie, legs between them, labels that do not cover one another.
#pragma once

#include "model/trip.h"

#include <string>
#include <vector>

namespace attache::report {

struct MapPoint {
  double x = 0, y = 0;
};

struct MapCity {
  int city = 0;         // index into the cities given
  int order = 0;        // 1 = first on the journey
  MapPoint dot, label;  // label: left end of its base line
  bool far_off = false; // the label needs a line to its dot
};

// From `from` to `to`, bent around `bend` (the control point of a quadratic curve).
struct MapLeg {
  MapPoint from, bend, to;
};

struct RouteMap {
  double width = 0, height = 0;
  std::vector<MapCity> cities; // in order of the journey
  std::vector<MapLeg> legs;
  std::vector<double> meridians, parallels; // x and y of the lines of the grid
};

// `route`: cities one after the other, as indices. Equirectangular around the middle of the cities; the height follows
// from their shape, between a quarter and two thirds of `width`. Cities that are not on the route are left out.
RouteMap route_map(std::vector<City> const& cities, std::vector<int> const& route, double width);

// Inline SVG in the colours of the stylesheet. `notes[city]` stands below a city's name; it may be shorter than cities.
std::string route_svg(std::vector<City> const& cities, std::vector<int> const& route,
                      std::vector<std::string> const& notes);

} // namespace attache::report
