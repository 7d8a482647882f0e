// The trios that matter on a day, place by place.
#pragma once

#include "go/day_graph.h"
#include "go/multipliers.h"
#include "go/place_set.h"

#include <algorithm>

namespace attache::go {

inline constexpr std::size_t trio_words = 4;

// The trios that matter on a day.
template <std::size_t W>
struct DayTrios {
  std::vector<double> charge;
  std::vector<PlaceSet<W>> places;
  std::vector<std::vector<int>> of_place;

  // At most 256 of them are charged, which is a valid relaxation.
  DayTrios(DayGraph const& graph, std::vector<Trio> const& trios, std::vector<double> const& charges)
      : of_place(std::size_t(graph.places)) {
    std::vector<int> place_of;
    for (int place = 0; place < graph.places; ++place) {
      place_of.resize(std::max(place_of.size(), std::size_t(graph.candidate[std::size_t(place)]) + 1), -1);
      place_of[std::size_t(graph.candidate[std::size_t(place)])] = place;
    }
    for (std::size_t t = 0; t < charges.size() && t < trios.size(); ++t)
      if (charges[t] > 1e-9 && charge.size() < trio_words * 64)
        add(trios[t], charges[t], place_of);
  }

  // The charge for meeting somebody at `place`, `odd` being the trios of which an odd number were met; renews `odd`.
  double visit(PlaceSet<trio_words>& odd, int place) const {
    double sum = 0;
    for (auto const trio : of_place[std::size_t(place)]) {
      sum += odd.has(trio) ? charge[std::size_t(trio)] : 0;
      odd.flip(trio);
    }
    return sum;
  }

private:
  void add(Trio const& trio, double amount, std::vector<int> const& place_of) {
    std::vector<int> here;
    for (auto const candidate : trio)
      if (std::size_t(candidate) < place_of.size() && place_of[std::size_t(candidate)] >= 0)
        here.push_back(place_of[std::size_t(candidate)]);
    if (here.size() < 2)
      return;
    places.emplace_back();
    for (auto const place : here) {
      of_place[std::size_t(place)].push_back(static_cast<int>(charge.size()));
      places.back().add(place);
    }
    charge.push_back(amount);
  }
};

} // namespace attache::go
