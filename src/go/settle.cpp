#include "go/settle.h"

#include "go/check.h"
#include "go/instance.h"
#include "go/journeys.h"

#include <limits>
#include <tuple>

namespace attache::go {
namespace {

template <class T>
T const& at(std::vector<T> const& items, int index) {
  return items[static_cast<std::size_t>(index)];
}

// The first and last journey of a day.
Minutes ends(Trip const& trip, PlanDay const& day, int from, int to) {
  if (day.visits.empty())
    return at(at(trip.hotel_to_hotel, from), to);
  auto const& first = at(trip.candidates, day.visits.front().candidate);
  return from_hotel(trip, day.visits.front().candidate, from) - first.buffer +
         at(at(trip.meeting_to_hotel, day.visits.back().candidate), to);
}

// Whether the day's visits can be reached from one city and leave time to get to the other.
bool possible(Trip const& trip, Passage const& passage, int index, PlanDay const& day, int from, int to) {
  auto const opens = to_reference(trip, index, from, hours_of(trip, index, from).from);
  auto const closes = to_reference(trip, index, to, hours_of(trip, index, to).to);
  if (day.visits.empty())
    return passage.between_nights(index, from, to, opens) <= closes;
  auto const moment = [&](Visit const& visit, Minutes local) {
    return to_reference(trip, index, at(trip.candidates, visit.candidate).city, local);
  };
  auto const &first = day.visits.front(), &last = day.visits.back();
  return passage.to_meeting(index, from, first.candidate, opens) <= moment(first, first.start) &&
         passage.to_night(index, last.candidate, to, moment(last, last.end)) <= closes;
}

struct Cost {
  long long charged = std::numeric_limits<long long>::max() / 4; // minutes that cost value
  long long minutes = 0;
  int moves = 0, before = -1;
  [[nodiscard]] auto rank() const { return std::tuple{charged, minutes, moves}; }
};

// The part of the journeys between cities that the nights decide.
Minutes charged(Trip const& trip, PlanDay const& day, int from, int to) {
  if (day.visits.empty())
    return between_cities(trip, from, to);
  return between_cities(trip, from, at(trip.candidates, day.visits.front().candidate).city) +
         between_cities(trip, at(trip.candidates, day.visits.back().candidate).city, to);
}

Cost further(Trip const& trip, PlanDay const& day, Cost const& before, int from, int to) {
  auto const between = charged(trip, day, from, to).count();
  return {.charged = before.charged + (trip.journey_penalty > 0 ? between : 0),
          .minutes = before.minutes + ends(trip, day, from, to).count(),
          .moves = before.moves + (from == to ? 0 : 1),
          .before = from};
}

} // namespace

Minutes travel(Trip const& trip, Plan const& plan) {
  Minutes sum{0};
  for (auto const& day : plan.days) {
    sum += ends(trip, day, day.from, day.to);
    for (std::size_t i = 1; i < day.visits.size(); ++i)
      sum += at(at(trip.meeting_to_meeting, day.visits[i - 1].candidate), day.visits[i].candidate);
  }
  return sum;
}

void settle(Trip const& trip, Plan& plan) {
  auto const cities = static_cast<int>(trip.cities.size());
  Passage const passage{trip};
  std::vector<std::vector<Cost>> best(plan.days.size() + 1, std::vector<Cost>(trip.cities.size()));
  best[0][static_cast<std::size_t>(trip.start_city)].charged = 0;
  for (std::size_t day = 0; day < plan.days.size(); ++day)
    for (int from = 0; from < cities; ++from)
      for (int to = 0; to < cities; ++to) {
        auto const& before = at(best[day], from);
        if (!possible(trip, passage, static_cast<int>(day), plan.days[day], from, to))
          continue;
        auto const cost = further(trip, plan.days[day], before, from, to);
        auto& known = best[day + 1][static_cast<std::size_t>(to)];
        if (cost.rank() < known.rank())
          known = cost;
      }
  auto city = trip.end_city;
  for (int end = 0; trip.end_city < 0 && end < cities; ++end)
    if (city < 0 || at(best.back(), end).rank() < at(best.back(), city).rank())
      city = end;
  if (at(best.back(), city).before < 0)
    return; // the plan keeps the rules, so this does not happen; if it did, nothing is changed
  auto settled = plan;
  for (auto day = plan.days.size(); day-- > 0;) {
    settled.days[day].to = city;
    city = at(best[day + 1], city).before;
    settled.days[day].from = city;
  }
  if (trip.rest.count() == 0 ||
      broken_rules(trip, settled).empty()) // other cities make other nights, perhaps too short
    plan = std::move(settled);
}

} // namespace attache::go
