#include "go/journeys.h"

namespace attache::go {

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
