#include "go/journeys.h"

namespace attache::go {

Minutes between_cities(Trip const& trip, int from, int to) {
  return from == to ? Minutes{0} : trip.hotel_to_hotel[std::size_t(from)][std::size_t(to)];
}

Minutes between_cities(Trip const& trip, PlanDay const& day) {
  Minutes sum{0};
  auto here = day.from;
  for (auto const& visit : day.visits) {
    auto const there = trip.candidates[std::size_t(visit.candidate)].city;
    sum += between_cities(trip, here, there);
    here = there;
  }
  return sum + between_cities(trip, here, day.to);
}

std::vector<Window> without_meals(Trip const& trip, Candidate const& candidate, Window const& window) {
  std::vector<Window> left{window};
  if (candidate.fixed || candidate.meal)
    return left;
  for (auto const& meal : trip.meals) {
    std::vector<Window> cut;
    for (auto const& piece : left) {
      cut.push_back({.day = piece.day, .from = piece.from, .to = std::min(piece.to, meal.from)});
      cut.push_back({.day = piece.day, .from = std::max(piece.from, meal.to), .to = piece.to});
    }
    std::erase_if(cut, [](Window const& piece) { return piece.from >= piece.to; });
    left = std::move(cut);
  }
  return left;
}

} // namespace attache::go
