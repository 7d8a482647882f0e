#include "bench/original.h"

#include <cmath>
#include <fmt/format.h>
#include <map>
#include <set>
#include <sstream>

namespace attache::bench {
namespace {

struct Place {
  double x = 0, y = 0, service = 0, score = 0;
  std::vector<double> rest; // what follows the score
};

std::vector<std::vector<double>> lines_of(std::string const& text) {
  std::vector<std::vector<double>> lines;
  std::istringstream stream{text};
  for (std::string line; std::getline(stream, line);) {
    std::istringstream words{line};
    std::vector<double> numbers;
    for (double number = 0; words >> number;)
      numbers.push_back(number);
    if (!numbers.empty())
      lines.push_back(numbers);
  }
  return lines;
}

auto broken(std::string what) { return fail(Fault::infeasible, std::move(what)); }

// A depot, and points with service, score and windows.
class DepotFile {
public:
  explicit DepotFile(std::vector<std::vector<double>> const& lines, std::size_t first_place) : head_(lines[0]) {
    for (auto i = first_place; i < lines.size(); ++i) {
      auto const& row = lines[i];
      places_[static_cast<int>(row[0])] = {row[1], row[2], row[3], row[4], {row.begin() + 5, row.end()}};
      whole_ = whole_ && row[1] == std::floor(row[1]) && row[2] == std::floor(row[2]);
    }
    depot_ = places_.at(0);
    opens_ = depot_.rest[depot_.rest.size() - 2];
    closes_ = depot_.rest.back();
  }

  Result<double> score(std::vector<OriginalRoute> const& routes) {
    double sum = 0;
    for (std::size_t r = 0; r < routes.size(); ++r)
      sum += TRY(follow(routes[r].points, r));
    TRY(check_limits());
    return sum;
  }

private:
  [[nodiscard]] bool mctopmtw() const { return head_.size() == 13; }
  [[nodiscard]] bool ttdp() const { return head_.size() == 16; }

  [[nodiscard]] double distance(Place const& a, Place const& b) const {
    auto const parts = whole_ && !ttdp() ? 10.0 : 100.0;
    return std::floor(std::sqrt((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)) * parts + 1e-9) / parts;
  }

  // When a visit on the route can begin, first and last.
  [[nodiscard]] std::vector<std::pair<double, double>> windows(Place const& place, std::size_t route) const {
    auto const& r = place.rest;
    if (mctopmtw()) {
      auto const first_tour = route % 2 == 0; // tours 1 and 3
      if ((r[5] == 1) == first_tour)
        return {{r[0], r[1]}, {r[2], r[3]}};
      return {{r[1], r[2]}, {r[3], r[4]}};
    }
    if (ttdp()) {
      auto const day = (static_cast<std::size_t>(head_[2]) + route) % 7;
      return {{r[1 + 2 * day], r[2 + 2 * day] - place.service}};
    }
    return {{r[r.size() - 2], r.back()}};
  }

  Result<double> follow(std::vector<int> const& points, std::size_t route) {
    auto now = opens_;
    auto const* here = &depot_;
    double sum = 0;
    for (auto const number : points) {
      if (number == 0 || !places_.contains(number) || !met_.insert(number).second)
        return broken(fmt::format("point {} is no point or visited twice", number));
      auto const& place = places_.at(number);
      auto const arrival = now + distance(*here, place);
      auto start = -1.0;
      for (auto const& [opens, closes] : windows(place, route))
        if (start < 0 && arrival <= closes + 1e-6 && opens <= closes)
          start = std::max(arrival, opens);
      if (start < 0)
        return broken(fmt::format("point {} of route {} is reached at {}, too late", number, route + 1, arrival));
      now = start + place.service;
      here = &place;
      sum += place.score;
    }
    if (now + distance(*here, depot_) > closes_ + 1e-6)
      return broken(fmt::format("route {} is back at {}", route + 1, now + distance(*here, depot_)));
    return sum;
  }

  Result<void> check_limits() const {
    if (!mctopmtw())
      return {};
    std::vector<double> used(11, 0);
    for (auto const number : met_)
      for (std::size_t limit = 0; limit < used.size(); ++limit)
        used[limit] += places_.at(number).rest[6 + limit];
    for (std::size_t limit = 0; limit < used.size(); ++limit)
      if (used[limit] > head_[2 + limit])
        return broken(fmt::format("limit {} is {} but {} is used", limit, head_[2 + limit], used[limit]));
    return {};
  }

  std::vector<double> head_;
  std::map<int, Place> places_;
  Place depot_;
  double opens_ = 0, closes_ = 0;
  bool whole_ = true;
  std::set<int> met_;
};

// The lengths of days are printed with six digits; a tenth of a thousandth a leg more is what rounded distances add.
Result<double> hotel_score(std::vector<std::vector<double>> const& lines, std::vector<OriginalRoute> const& routes) {
  auto const hotels = static_cast<int>(lines[0][1]) + 2;
  auto const places = static_cast<int>(lines.size()) - 3;
  auto const at = [&](int place) { return lines[static_cast<std::size_t>(place) + 3]; };
  auto const apart = [&](int a, int b) { return std::hypot(at(a)[0] - at(b)[0], at(a)[1] - at(b)[1]); };
  if (routes.size() != lines[2].size() || routes.front().from != 0 || routes.back().to != 1)
    return broken("the tour does not lead from the first hotel to the second in its days");
  std::set<int> met;
  double sum = 0;
  for (std::size_t day = 0; day < routes.size(); ++day) {
    auto const& route = routes[day];
    if (route.from < 0 || route.from >= hotels || route.to < 0 || route.to >= hotels ||
        (day > 0 && route.from != routes[day - 1].to))
      return broken(fmt::format("day {} does not begin or end at a hotel where it must", day + 1));
    double length = 0;
    auto here = route.from;
    for (auto const point : route.points) {
      if (point < hotels || point >= places || !met.insert(point).second)
        return broken(fmt::format("point {} is no point or visited twice", point));
      length += apart(here, point);
      sum += at(point)[2];
      here = point;
    }
    length += apart(here, route.to);
    if (length > lines[2][day] + 5e-4 + 1e-4 * static_cast<double>(route.points.size() + 1))
      return broken(fmt::format("day {} is {} long", day + 1, length));
  }
  return sum;
}

} // namespace

Result<double> original_score(std::string const& text, std::vector<OriginalRoute> const& routes) {
  auto const lines = lines_of(text);
  if (lines.size() > 3 && lines[0].size() == 3)
    return hotel_score(lines, routes);
  if (lines.size() > 2 && (lines[0].size() == 4 || lines[0].size() == 13 || lines[0].size() == 16))
    return DepotFile{lines, lines[1].size() == 2 ? 2U : 1U}.score(routes);
  return fail(Fault::input, "the file has none of the known shapes");
}

} // namespace attache::bench
