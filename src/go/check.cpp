#include "go/check.h"

#include <algorithm>
#include <fmt/format.h>

namespace attache::go {
namespace {

template <class T>
T const& at(std::vector<T> const& items, int index) {
  return items[static_cast<std::size_t>(index)];
}

bool valid(int index, std::size_t size) { return index >= 0 && static_cast<std::size_t>(index) < size; }

// What the local clock jumps by on a journey from one city to another: New York to Chicago is -60.
Minutes clock_jump(Trip const& trip, int day, int from, int to) {
  auto const& there = at(trip.cities, to).utc_offset;
  auto const& here = at(trip.cities, from).utc_offset;
  return there.empty() ? Minutes{0} : at(there, day) - at(here, day);
}

class Checker {
public:
  Checker(Trip const& trip, Plan const& plan) : trip_(trip), plan_(plan), met_(trip.candidates.size(), 0) {}

  std::vector<std::string> run() {
    if (plan_.days.size() != static_cast<std::size_t>(trip_.days)) {
      broken_.push_back(fmt::format("the plan has {} days, the trip {}", plan_.days.size(), trip_.days));
      return std::move(broken_);
    }
    auto night = trip_.start_city;
    for (int day = 0; day < trip_.days; ++day)
      if (!check_day(day, night))
        return std::move(broken_);
    if (trip_.end_city != -1 && night != trip_.end_city)
      broken_.push_back(fmt::format("the trip ends in {}, not in {}", city(night), city(trip_.end_city)));
    check_once();
    check_caps();
    check_rivals();
    check_orders();
    check_rest();
    return std::move(broken_);
  }

private:
  std::string const& city(int index) const { return at(trip_.cities, index).name; }
  std::string const& id(int candidate) const { return at(trip_.candidates, candidate).id; }

  // False if indices are out of range, so that nothing more can be said.
  bool check_day(int day, int& night) {
    auto const& today = at(plan_.days, day);
    if (!valid(today.from, trip_.cities.size()) || !valid(today.to, trip_.cities.size())) {
      broken_.push_back(fmt::format("day {} names a city that the trip does not have", day));
      return false;
    }
    if (today.from != night)
      broken_.push_back(
          fmt::format("day {} begins in {} but the night before was in {}", day, city(today.from), city(night)));
    night = today.to;
    for (auto const& visit : today.visits)
      if (!valid(visit.candidate, trip_.candidates.size())) {
        broken_.push_back(fmt::format("day {} has a meeting with nobody", day));
        return false;
      }
    check_journeys(day, today);
    return true;
  }

  // Follows the day on the local clock of wherever one is.
  void check_journeys(int day, PlanDay const& today) {
    auto const hours = hours_of(trip_, day);
    auto now = hours.from;
    auto here = today.from;
    auto leaves = hours.from;
    int before = -1;
    for (auto const& visit : today.visits) {
      auto const& candidate = at(trip_.candidates, visit.candidate);
      auto const journey = before < 0 ? at(at(trip_.meeting_to_hotel, visit.candidate), today.from)
                                      : at(at(trip_.meeting_to_meeting, before), visit.candidate);
      auto const pause = std::max(candidate.buffer, before < 0 ? Minutes{0} : at(trip_.candidates, before).buffer);
      auto const travel = journey + pause;
      auto const arrival = now + travel + clock_jump(trip_, day, here, candidate.city);
      if (before < 0)
        leaves = visit.start - travel - clock_jump(trip_, day, here, candidate.city);
      if (visit.start < arrival)
        broken_.push_back(fmt::format("{} starts at minute {} of day {} but cannot be reached before minute {}",
                                      candidate.id, visit.start.count(), day, arrival.count()));
      check_visit(day, visit, candidate);
      now = visit.end;
      here = candidate.city;
      before = visit.candidate;
    }
    auto const travel = before < 0
                            ? at(at(trip_.hotel_to_hotel, today.from), today.to)
                            : at(at(trip_.meeting_to_hotel, before), today.to) + at(trip_.candidates, before).buffer;
    auto const home = now + travel + clock_jump(trip_, day, here, today.to);
    way_of_.push_back({leaves, home, before < 0 ? travel + clock_jump(trip_, day, here, today.to) : Minutes{0}});
    if (home > hours.to)
      broken_.push_back(fmt::format("day {} ends at minute {}, after minute {}", day, home.count(), hours.to.count()));
  }

  void check_visit(int day, Visit const& visit, Candidate const& candidate) {
    ++met_[static_cast<std::size_t>(visit.candidate)];
    if (visit.day != day)
      broken_.push_back(fmt::format("{} is listed on day {} but says day {}", candidate.id, day, visit.day));
    if (visit.end - visit.start != candidate.length)
      broken_.push_back(fmt::format("{} lasts {} minutes instead of {}", candidate.id,
                                    (visit.end - visit.start).count(), candidate.length.count()));
    auto const inside = [&](Window const& w) { return w.day == day && w.from <= visit.start && visit.end <= w.to; };
    if (std::ranges::none_of(candidate.windows, inside))
      broken_.push_back(fmt::format("{} is not free on day {} from minute {} to minute {}", candidate.id, day,
                                    visit.start.count(), visit.end.count()));
    for (auto const& meal : trip_.meals)
      if (!candidate.fixed && !candidate.meal && visit.start < meal.to && meal.from < visit.end)
        broken_.push_back(fmt::format("{} is held during a meal on day {}", candidate.id, day));
  }

  [[nodiscard]] Visit const* visit_of(int candidate) const {
    for (auto const& day : plan_.days)
      for (auto const& visit : day.visits)
        if (visit.candidate == candidate)
          return &visit;
    return nullptr;
  }

  void check_rivals() {
    for (auto const& rivals : trip_.rivals)
      for (std::size_t a = 0; a < rivals.size(); ++a)
        for (std::size_t b = a + 1; b < rivals.size(); ++b) {
          auto const *one = visit_of(rivals[a]), *other = visit_of(rivals[b]);
          if (one != nullptr && other != nullptr && one->day == other->day)
            broken_.push_back(
                fmt::format("{} and {} are met on the same day, {}", id(rivals[a]), id(rivals[b]), one->day));
        }
  }

  void check_orders() {
    for (auto const& [first, second] : trip_.orders) {
      auto const *one = visit_of(first), *other = visit_of(second);
      if (one == nullptr || other == nullptr || one->day < other->day)
        continue;
      // One clock: that of the first, at the place of the second.
      auto const jump =
          clock_jump(trip_, one->day, at(trip_.candidates, first).city, at(trip_.candidates, second).city);
      if (one->day > other->day || one->end + jump > other->start)
        broken_.push_back(fmt::format("{} is not met before {}", id(first), id(second)));
    }
  }

  // Between two days, on the clock of the city of the night. A day without meetings begins when one has rested.
  void check_rest() {
    for (int day = 0; day < trip_.days && trip_.rest.count() > 0; ++day) {
      auto& [leaves, home, idle] = way_of_[static_cast<std::size_t>(day)];
      if (day > 0) {
        auto const& offsets = at(trip_.cities, at(plan_.days, day).from).utc_offset;
        auto const shift = offsets.empty() ? Minutes{0} : at(offsets, day) - at(offsets, day - 1);
        auto const rested = at(way_of_, day - 1).home + trip_.rest - std::chrono::hours{24} + shift;
        if (at(plan_.days, day).visits.empty()) {
          leaves = std::max(leaves, rested);
          home = leaves + idle;
          if (home > hours_of(trip_, day).to)
            broken_.push_back(fmt::format("day {} ends at minute {} after a rest", day, home.count()));
        } else if (leaves < rested) {
          broken_.push_back(fmt::format("day {} begins at minute {}, {} minutes too early for a rest of {}", day,
                                        leaves.count(), (rested - leaves).count(), trip_.rest.count()));
        }
      }
    }
  }

  void check_once() {
    for (int candidate = 0; candidate < static_cast<int>(met_.size()); ++candidate) {
      if (at(met_, candidate) > 1)
        broken_.push_back(fmt::format("{} is met {} times", id(candidate), at(met_, candidate)));
      if (at(met_, candidate) == 0 && at(trip_.candidates, candidate).fixed)
        broken_.push_back(fmt::format("the fixed appointment {} is not kept", id(candidate)));
    }
  }

  void check_caps() {
    for (auto const& cap : trip_.caps) {
      long used = 0;
      for (int candidate = 0; candidate < static_cast<int>(met_.size()); ++candidate)
        used += at(met_, candidate) > 0 ? at(cap.use, candidate) : 0;
      if (used > cap.limit)
        broken_.push_back(fmt::format("{}: {} instead of at most {}", cap.name, used, cap.limit));
    }
  }

  struct Way { // of a day: local times of leaving and coming home; what the way takes if nobody is met
    Minutes leaves, home, idle;
  };
  Trip const& trip_;
  Plan const& plan_;
  std::vector<int> met_;
  std::vector<Way> way_of_;
  std::vector<std::string> broken_;
};

// From the night's city through those of the meetings to the next night's.
Minutes on_the_way(Trip const& trip, PlanDay const& day) {
  Minutes sum{0};
  auto here = day.from;
  auto const go_to = [&](int city) {
    if (city != here)
      sum += at(at(trip.hotel_to_hotel, here), city);
    here = city;
  };
  for (auto const& visit : day.visits)
    go_to(at(trip.candidates, visit.candidate).city);
  go_to(day.to);
  return sum;
}

// Of the times at which they would rather be met.
double largest_bonus(Candidate const& candidate, Visit const& visit) {
  double best = 0;
  for (auto const& [window, bonus] : candidate.preferred)
    if (window.day == visit.day && visit.start >= window.from && visit.end <= window.to && bonus > best)
      best = bonus;
  return best;
}

} // namespace

std::vector<std::string> broken_rules(Trip const& trip, Plan const& plan) { return Checker{trip, plan}.run(); }

Result<double> value_of(Trip const& trip, Plan const& plan) {
  if (auto broken = broken_rules(trip, plan); !broken.empty())
    return fail(Fault::infeasible, std::move(broken.front()));
  double value = 0;
  std::vector<Minutes> spent(trip.sectors.size(), Minutes{0});
  for (int day = 0; day < trip.days; ++day) {
    bool top = false;
    for (auto const& visit : at(plan.days, day).visits) {
      auto const& candidate = at(trip.candidates, visit.candidate);
      value += (candidate.value + largest_bonus(candidate, visit)) *
               (trip.aim == Aim::expected_value ? candidate.holds : 1.0);
      top = top || candidate.tier == 1;
      if (candidate.sector >= 0)
        spent[static_cast<std::size_t>(candidate.sector)] += candidate.length;
    }
    value -= trip.journey_penalty * static_cast<double>(on_the_way(trip, at(plan.days, day)).count());
    if (at(trip.working_days, day) != 0 && !top)
      value -= trip.no_top_penalty;
  }
  for (std::size_t sector = 0; sector < spent.size(); ++sector) {
    auto const missing = std::max(Minutes{0}, trip.sectors[sector].target - spent[sector]);
    value -= static_cast<double>(missing.count()) * trip.sector_short_penalty;
  }
  return value;
}

} // namespace attache::go
