#include "go/fit.h"

#include "go/instance.h"
#include "go/journeys.h"

#include <algorithm>

namespace attache::go {
namespace {

// One gap of a day, by the reference clock: from when the candidate can be there, and until when the meeting may last.
struct Gap {
  int arrival = 0, leave_by = 0;
};

class Day {
public:
  Day(Trip const& trip, PlanDay const& plan, int day, int candidate, int instead)
      : trip_(trip), passage_(trip), plan_(plan), day_(day), candidate_(candidate) {
    for (auto const& visit : plan.visits)
      if (visit.candidate != candidate && visit.candidate != instead)
        others_.push_back(visit);
  }

  [[nodiscard]] std::vector<Gap> gaps() const {
    std::vector<Gap> all;
    for (std::size_t place = 0; place <= others_.size(); ++place)
      all.push_back({.arrival = arrival(place), .leave_by = leave_by(place)});
    return all;
  }

private:
  [[nodiscard]] int arrival(std::size_t place) const {
    if (place == 0)
      return passage_.to_meeting(day_, plan_.from, candidate_,
                                 to_reference(trip_, day_, plan_.from, hours_of(trip_, day_, plan_.from).from));
    auto const& before = others_[place - 1];
    return passage_.between_meetings(day_, before.candidate, candidate_, reference(before, before.end));
  }
  [[nodiscard]] int leave_by(std::size_t place) const {
    if (place == others_.size())
      return passage_.leave_for_night(day_, candidate_, plan_.to,
                                      to_reference(trip_, day_, plan_.to, hours_of(trip_, day_, plan_.to).to));
    auto const& next = others_[place];
    return passage_.leave_for_meeting(day_, candidate_, next.candidate, reference(next, next.start));
  }
  [[nodiscard]] int reference(Visit const& visit, Minutes local) const {
    return to_reference(trip_, day_, trip_.candidates[std::size_t(visit.candidate)].city, local);
  }

  Trip const& trip_;
  Passage passage_;
  PlanDay const& plan_;
  int day_, candidate_;
  std::vector<Visit> others_;
};

std::vector<Window> times_of(Trip const& trip, int day, Candidate const& who, When when) {
  if (when == When::office_hours)
    return without_meals(trip, who, {.day = day, .from = Minutes{9 * 60}, .to = Minutes{18 * 60}});
  std::vector<Window> windows;
  for (auto const& window : who.windows)
    if (window.day == day)
      for (auto const& piece : without_meals(trip, who, window))
        windows.push_back(piece);
  return windows;
}

} // namespace

std::optional<Visit> fit(Trip const& trip, Plan const& plan, int day, int candidate, When when, int instead) {
  auto const& who = trip.candidates[std::size_t(candidate)];
  Day const today{trip, plan.days[std::size_t(day)], day, candidate, instead};
  for (auto const& gap : today.gaps())
    for (auto const& window : times_of(trip, day, who, when)) {
      auto const start = std::max(to_local(trip, day, who.city, gap.arrival), window.from);
      auto const end = start + who.length;
      if (end <= window.to && end <= to_local(trip, day, who.city, gap.leave_by))
        return Visit{.candidate = candidate, .day = day, .start = start, .end = end};
    }
  return std::nullopt;
}

Plan with_visit(Trip const& trip, Plan plan, Visit const& visit, int instead) {
  for (auto& day : plan.days)
    std::erase_if(day.visits,
                  [&](Visit const& other) { return other.candidate == instead || other.candidate == visit.candidate; });
  auto const start = [&](Visit const& one) {
    return to_reference(trip, one.day, trip.candidates[std::size_t(one.candidate)].city, one.start);
  };
  auto& visits = plan.days[std::size_t(visit.day)].visits;
  visits.insert(std::ranges::find_if(visits, [&](Visit const& other) { return start(other) > start(visit); }), visit);
  return plan;
}

} // namespace attache::go
