#include "go/journeys.h"

#include "go/instance.h"

namespace attache::go {
namespace {

int whole(Minutes minutes) { return static_cast<int>(minutes.count()); }

} // namespace

int Passage::to_meeting(int day, int from, int candidate, int start) const {
  return timetables_.arrival(day, from, city(candidate), start, 0, whole(from_hotel(trip_, candidate, from)));
}

int Passage::between_meetings(int day, int candidate, int next, int start) const {
  return timetables_.arrival(day, city(candidate), city(next), start, whole(set_out(trip_, candidate)),
                             whole(between(trip_, candidate, next)));
}

int Passage::to_night(int day, int candidate, int to, int start) const {
  return timetables_.arrival(day, city(candidate), to, start, whole(set_out(trip_, candidate)),
                             whole(to_hotel(trip_, candidate, to)));
}

int Passage::between_nights(int day, int from, int to, int start) const {
  return timetables_.arrival(day, from, to, start, 0, whole(trip_.hotel_to_hotel[std::size_t(from)][std::size_t(to)]));
}

std::optional<Minutes> Passage::departure(int day, PlanDay const& planned, std::size_t journey) const {
  auto const& visits = planned.visits;
  auto const from = journey == 0 ? planned.from : city(visits[journey - 1].candidate);
  auto const to = journey == visits.size() ? planned.to : city(visits[journey].candidate);
  auto const leg = std::ranges::find_if(
      trip_.legs, [&](Leg const& one) { return one.from == from && one.to == to && !one.departures.empty(); });
  if (leg == trip_.legs.end())
    return std::nullopt;
  // When one is at the hotel of the city that one leaves: as soon as can be, or as late as the next meeting allows.
  auto const ready = journey == 0 ? to_reference(trip_, day, from, hours_of(trip_, day, from).from)
                                  : to_reference(trip_, day, from, visits[journey - 1].end) +
                                        whole(set_out(trip_, visits[journey - 1].candidate));
  auto moment = timetables_.arrival(day, from, to, ready, 0, 0);
  if (journey < visits.size()) {
    auto const next = visits[journey].candidate;
    auto const behind = whole(journey == 0 ? from_hotel(trip_, next, from)
                                           : between(trip_, visits[journey - 1].candidate, next) -
                                                 set_out(trip_, visits[journey - 1].candidate));
    moment = timetables_.latest_start(day, from, to, to_reference(trip_, day, to, visits[journey].start), 0, behind);
  }
  return std::abs(moment) >= never_leaves ? std::nullopt
                                          : std::optional{to_local(trip_, day, from, moment) + leg->ahead};
}

int Passage::leave_for_meeting(int day, int candidate, int next, int by) const {
  return timetables_.latest_start(day, city(candidate), city(next), by, whole(set_out(trip_, candidate)),
                                  whole(between(trip_, candidate, next)));
}

int Passage::leave_for_night(int day, int candidate, int to, int by) const {
  return timetables_.latest_start(day, city(candidate), to, by, whole(set_out(trip_, candidate)),
                                  whole(to_hotel(trip_, candidate, to)));
}

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
