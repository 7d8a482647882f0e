#include "report/route_map.h"

#include "base/unicode.h"
#include "report/html.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <numbers>
#include <set>

namespace attache::report {
namespace {

constexpr double margin = 56;

constexpr double dot_radius = 9;
constexpr double line_height = 15;

struct Box {
  double left = 0, top = 0, right = 0, bottom = 0;
  [[nodiscard]] bool meets(Box const& o) const {
    return left < o.right && o.left < right && top < o.bottom && o.top < bottom;
  }
};

// Degrees, before they are scaled: x grows to the east, y to the south.
struct Projection {
  double middle = 0; // longitude that lies in the middle: routes across the date line stay in one piece
  double squeeze = 1;
  [[nodiscard]] MapPoint operator()(City const& city) const {
    return {std::remainder(city.longitude - middle, 360.0) * squeeze, -city.latitude};
  }
};

Projection projection_of(std::vector<City> const& cities, std::vector<int> const& order) {
  double east = 0;
  double north = 0;
  double latitude = 0;
  for (auto const i : order) {
    auto const& city = cities[static_cast<std::size_t>(i)];
    east += std::cos(city.longitude * std::numbers::pi / 180);
    north += std::sin(city.longitude * std::numbers::pi / 180);
    latitude += city.latitude / static_cast<double>(order.size());
  }
  return {.middle = std::atan2(north, east) * 180 / std::numbers::pi,
          .squeeze = std::max(0.2, std::cos(latitude * std::numbers::pi / 180))};
}

Box dot_box(MapPoint dot) { return {dot.x - dot_radius, dot.y - dot_radius, dot.x + dot_radius, dot.y + dot_radius}; }

// The name and the line below it.
Box label_box(MapPoint label, double width) {
  return {label.x - 2, label.y - 12, label.x + width + 2, label.y + line_height};
}

// A name right beside the dot of another city would be taken for that city's.
bool misleads(Box const& label, MapCity const& own, RouteMap const& map) {
  return std::ranges::any_of(map.cities, [&](MapCity const& other) {
    auto const box = dot_box(other.dot);
    return other.city != own.city && label.meets({box.left - 16, box.top, box.right + 16, box.bottom});
  });
}

// The first place near the dot that is free: beside it, then above and below in growing distance.
void place_label(MapCity& city, double width, RouteMap const& map, std::vector<Box> const& taken) {
  for (double const step : {0.0, -1.0, 1.0, -2.0, 2.0, -3.0, 3.0, -4.0, 4.0, -5.0, 5.0}) {
    for (auto const right : {true, false}) {
      auto const away = step == 0 ? dot_radius + 5 : dot_radius + 16;
      MapPoint const at{right ? city.dot.x + away : city.dot.x - away - width,
                        city.dot.y + 1 + step * (line_height + 8)};
      auto const box = label_box(at, width);
      auto const inside = box.left > 4 && box.top > 4 && box.right < map.width - 4 && box.bottom < map.height - 4;
      if (!inside || misleads(box, city, map) ||
          std::ranges::any_of(taken, [&](Box const& other) { return box.meets(other); }))
        continue;
      city.label = at;
      city.far_off = step != 0;
      return;
    }
  }
  city.label = {std::clamp(city.dot.x + dot_radius + 5, 4.0, std::max(4.0, map.width - width - 4)), city.dot.y + 4};
}

MapLeg bent(MapPoint from, MapPoint to) {
  auto const dx = to.x - from.x;
  auto const dy = to.y - from.y;
  constexpr double bow = 0.12; // of the length, to the left of the way
  return {from, {(from.x + to.x) / 2 + dy * bow, (from.y + to.y) / 2 - std::abs(dx) * bow}, to};
}

std::vector<int> distinct(std::vector<City> const& cities, std::vector<int> const& route) {
  std::vector<int> order;
  for (auto const city : route)
    if (city >= 0 && static_cast<std::size_t>(city) < cities.size() && std::ranges::count(order, city) == 0)
      order.push_back(city);
  return order;
}

double label_width(City const& city) { return std::max(52.0, static_cast<double>(columns(city.name)) * 7.6); }

void add_grid(RouteMap& map, Projection const& project, MapPoint low, double scale, MapPoint shift) {
  for (int longitude = -360; longitude <= 720; longitude += 10) {
    auto const x = (longitude - project.middle) * project.squeeze;
    if (auto const at = (x - low.x) * scale + shift.x; at > 0 && at < map.width)
      map.meridians.push_back(at);
  }
  for (int latitude = -80; latitude <= 80; latitude += 10)
    if (auto const at = (-latitude - low.y) * scale + shift.y; at > 0 && at < map.height)
      map.parallels.push_back(at);
}

void add_legs(RouteMap& map, std::vector<int> const& route) {
  auto const dot = [&](int city) {
    auto const found = std::ranges::find(map.cities, city, &MapCity::city);
    return found == map.cities.end() ? nullptr : &found->dot;
  };
  std::set<std::pair<int, int>> drawn;
  for (std::size_t i = 1; i < route.size(); ++i) {
    auto const* const from = dot(route[i - 1]);
    auto const* const to = dot(route[i]);
    if (from != nullptr && to != nullptr && from != to && drawn.insert({route[i - 1], route[i]}).second)
      map.legs.push_back(bent(*from, *to));
  }
}

// Small boxes along the legs: a label should not lie on the way.
void add_leg_boxes(RouteMap const& map, std::vector<Box>& taken) {
  for (auto const& leg : map.legs)
    for (double t = 0; t <= 1; t += 0.02) {
      auto const u = 1 - t;
      MapPoint const at{u * u * leg.from.x + 2 * u * t * leg.bend.x + t * t * leg.to.x,
                        u * u * leg.from.y + 2 * u * t * leg.bend.y + t * t * leg.to.y};
      taken.push_back({at.x - 1, at.y - 1, at.x + 1, at.y + 1});
    }
}

// Neighbouring cities are pushed apart until their numbers can be read.
void part_dots(RouteMap& map) {
  constexpr double least = 2 * dot_radius + 2;
  for (int round = 0; round < 40; ++round)
    for (std::size_t i = 0; i < map.cities.size(); ++i)
      for (auto j = i + 1; j < map.cities.size(); ++j) {
        auto& a = map.cities[i].dot;
        auto& b = map.cities[j].dot;
        auto const distance = std::hypot(b.x - a.x, b.y - a.y);
        if (distance >= least)
          continue;
        auto const push = (least - distance) / 2;
        auto const x = distance > 0.01 ? (b.x - a.x) / distance : 1.0;
        auto const y = distance > 0.01 ? (b.y - a.y) / distance : 0.0;
        a = {a.x - x * push, a.y - y * push};
        b = {b.x + x * push, b.y + y * push};
      }
}

} // namespace

RouteMap route_map(std::vector<City> const& cities, std::vector<int> const& route, double width) {
  RouteMap map{.width = width, .height = width / 4};
  auto const order = distinct(cities, route);
  if (order.empty())
    return map;
  auto const project = projection_of(cities, order);
  auto low = project(cities[static_cast<std::size_t>(order.front())]);
  auto high = low;
  for (auto const i : order) {
    auto const at = project(cities[static_cast<std::size_t>(i)]);
    low = {std::min(low.x, at.x), std::min(low.y, at.y)};
    high = {std::max(high.x, at.x), std::max(high.y, at.y)};
  }
  double longest = 0;
  for (auto const i : order)
    longest = std::max(longest, label_width(cities[static_cast<std::size_t>(i)]));
  auto const room = width - 2 * std::clamp(longest + 2 * dot_radius + 14, margin, width / 4); // names on either side
  auto const wide = std::max(high.x - low.x, 0.5);
  auto const tall = std::max(high.y - low.y, 0.25);
  map.height = std::clamp(tall * room / wide + 2 * margin, width / 3, width * 2 / 3);
  auto const scale = std::min(room / wide, (map.height - 2 * margin) / tall);
  MapPoint const shift{(width - (high.x - low.x) * scale) / 2, (map.height - (high.y - low.y) * scale) / 2};
  std::vector<Box> taken;
  for (auto const i : order) {
    auto const at = project(cities[static_cast<std::size_t>(i)]);
    map.cities.push_back({.city = i,
                          .order = static_cast<int>(map.cities.size()) + 1,
                          .dot = {(at.x - low.x) * scale + shift.x, (at.y - low.y) * scale + shift.y}});
  }
  part_dots(map);
  add_legs(map, route);
  for (auto const& city : map.cities)
    taken.push_back(dot_box(city.dot));
  add_leg_boxes(map, taken);
  for (auto& city : map.cities) {
    auto const label = label_width(cities[static_cast<std::size_t>(city.city)]);
    place_label(city, label, map, taken);
    taken.push_back(label_box(city.label, label));
  }
  add_grid(map, project, low, scale, shift);
  return map;
}

std::string route_svg(std::vector<City> const& cities, std::vector<int> const& route,
                      std::vector<std::string> const& notes) {
  auto const map = route_map(cities, route, 880);
  std::string svg = fmt::format("<svg viewBox=\"0 0 {:.0f} {:.0f}\" role=\"img\" aria-label=\"Map of the route\">\n",
                                map.width, map.height);
  for (auto const x : map.meridians)
    svg += fmt::format("<path class=\"grid\" d=\"M{0:.1f} 0V{1:.0f}\"/>", x, map.height);
  for (auto const y : map.parallels)
    svg += fmt::format("<path class=\"grid\" d=\"M0 {0:.1f}H{1:.0f}\"/>", y, map.width);
  for (auto const& leg : map.legs)
    svg += fmt::format("\n<path class=\"leg\" d=\"M{:.1f} {:.1f}Q{:.1f} {:.1f} {:.1f} {:.1f}\"/>", leg.from.x,
                       leg.from.y, leg.bend.x, leg.bend.y, leg.to.x, leg.to.y);
  for (auto const& city : map.cities) {
    auto const index = static_cast<std::size_t>(city.city);
    if (city.far_off)
      svg += fmt::format("\n<path class=\"lead-line\" d=\"M{:.1f} {:.1f}L{:.1f} {:.1f}\"/>", city.dot.x, city.dot.y,
                         city.label.x > city.dot.x ? city.label.x - 3 : city.label.x + label_width(cities[index]),
                         city.label.y - 4);
    svg += fmt::format("\n<circle class=\"dot\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{:.0f}\"/>", city.dot.x, city.dot.y,
                       dot_radius);
    svg += fmt::format("<text class=\"number\" x=\"{:.1f}\" y=\"{:.1f}\">{}</text>", city.dot.x, city.dot.y + 4,
                       city.order);
    svg += fmt::format("<text class=\"label\" x=\"{:.1f}\" y=\"{:.1f}\">{}</text>", city.label.x, city.label.y,
                       escape_html(cities[index].name));
    if (index < notes.size() && !notes[index].empty())
      svg += fmt::format("<text class=\"label sub\" x=\"{:.1f}\" y=\"{:.1f}\">{}</text>", city.label.x,
                         city.label.y + 13, escape_html(notes[index]));
  }
  return svg + "\n</svg>";
}

} // namespace attache::report
