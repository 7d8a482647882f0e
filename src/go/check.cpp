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

  [[nodiscard]] Leg const* timed_leg(int from, int to) const {
    for (auto const& leg : trip_.legs)
      if (leg.from == from && leg.to == to && !leg.departures.empty())
        return &leg;
    return nullptr;
  }

  // A journey of so many minutes without a wait, on the clock of the city where it begins. If its leg has departures,
  // one waits for the next one `ahead` minutes after setting out.
  struct Journey {
    int day = 0, from = 0, to = 0;
    Minutes takes{0}, ahead{0};
  };

  // The local time there of who sets out at `start`.
  [[nodiscard]] Minutes arrival(Journey const& journey, Minutes start) const {
    auto const [day, from, to, takes, ahead] = journey;
    if (auto const* const leg = timed_leg(from, to)) {
      auto const next = std::ranges::find_if(
          leg->departures, [&](Departure const& d) { return d.day == day && d.at - leg->ahead >= start + ahead; });
      start = next == leg->departures.end() ? Minutes{20'000'000} : next->at - leg->ahead - ahead;
    }
    return start + takes + clock_jump(trip_, day, from, to);
  }

  // How late one can set out to be there at `by`, local time there.
  [[nodiscard]] Minutes latest_start(Journey const& journey, Minutes by) const {
    auto const [day, from, to, takes, ahead] = journey;
    auto const start = by - takes - clock_jump(trip_, day, from, to);
    auto const* const leg = timed_leg(from, to);
    if (leg == nullptr)
      return start;
    auto latest = Minutes{-20'000'000};
    for (auto const& departure : leg->departures)
      if (auto const off = departure.at - leg->ahead - ahead; departure.day == day && off <= start)
        latest = std::max(latest, off);
    return latest;
  }

  // From the hotel (`before` = -1) or the meeting before to a meeting, with the pause between.
  [[nodiscard]] Journey journey_to(int day, int night, int before, int next) const {
    auto const& there = at(trip_.candidates, next);
    if (before < 0) {
      auto const& back = trip_.hotel_to_meeting;
      auto const way = back.empty() ? at(at(trip_.meeting_to_hotel, next), night) : at(at(back, night), next);
      return {day, night, there.city, way + there.buffer, Minutes{0}};
    }
    auto const& here = at(trip_.candidates, before);
    return {day, here.city, there.city,
            at(at(trip_.meeting_to_meeting, before), next) + std::max(here.buffer, there.buffer), ahead(before)};
  }

  [[nodiscard]] Journey journey_home(int day, int night, int before, int to) const {
    if (before < 0)
      return {day, night, to, at(at(trip_.hotel_to_hotel, night), to), Minutes{0}};
    auto const& here = at(trip_.candidates, before);
    return {day, here.city, to, at(at(trip_.meeting_to_hotel, before), to) + here.buffer, ahead(before)};
  }

  // From the end of a meeting to the hotel of its city.
  [[nodiscard]] Minutes ahead(int candidate) const {
    auto const& who = at(trip_.candidates, candidate);
    return who.buffer + at(at(trip_.meeting_to_hotel, candidate), who.city);
  }

  // Follows the day on the local clock of wherever one is.
  void check_journeys(int day, PlanDay const& today) {
    auto now = hours_of(trip_, day, today.from).from;
    auto leaves = now;
    int before = -1;
    for (auto const& visit : today.visits) {
      auto const& candidate = at(trip_.candidates, visit.candidate);
      auto const journey = journey_to(day, today.from, before, visit.candidate);
      auto const there = arrival(journey, now);
      if (before < 0)
        leaves = latest_start(journey, visit.start);
      if (visit.start < there)
        broken_.push_back(fmt::format("{} starts at minute {} of day {} but cannot be reached before minute {}",
                                      candidate.id, visit.start.count(), day, there.count()));
      check_visit(day, visit, candidate);
      now = visit.end;
      before = visit.candidate;
    }
    auto const home = arrival(journey_home(day, today.from, before, today.to), now);
    auto const closes = hours_of(trip_, day, today.to).to;
    way_of_.push_back({leaves, home});
    if (home > closes)
      broken_.push_back(fmt::format("day {} ends at minute {}, after minute {}", day, home.count(), closes.count()));
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
      auto& [leaves, home] = way_of_[static_cast<std::size_t>(day)];
      if (day > 0) {
        auto const& [from, to, visits] = at(plan_.days, day);
        auto const& offsets = at(trip_.cities, from).utc_offset;
        auto const shift = offsets.empty() ? Minutes{0} : at(offsets, day) - at(offsets, day - 1);
        auto const rested = at(way_of_, day - 1).home + trip_.rest - std::chrono::hours{24} + shift;
        if (visits.empty()) {
          leaves = std::max(leaves, rested);
          home = arrival(journey_home(day, from, -1, to), leaves);
          if (home > hours_of(trip_, day, to).to)
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

  struct Way { // of a day: local times of leaving and coming home
    Minutes leaves, home;
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
