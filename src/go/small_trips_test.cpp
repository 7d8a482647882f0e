#include "go/small_trips_test.h"

#include "go/travel.h"
#include "go/validate.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <map>
#include <tuple>
#include <utility>

namespace attache::go {
namespace {

Minutes minutes(Random& random, int least, int most, int step) {
  return Minutes{least + step * static_cast<int>(random.below(std::size_t((most - least) / step + 1)))};
}

bool one_in(Random& random, std::size_t n) { return random.below(n) == 0; }

std::vector<Window> windows_of(Random& random, Trip const& trip, Candidate const& candidate) {
  std::vector<Window> windows;
  for (int day = 0; day < trip.days && !candidate.fixed; ++day) {
    if (one_in(random, 2))
      continue;
    auto const from = minutes(random, 480, 900, 30);
    windows.push_back({day, from, from + candidate.length + minutes(random, 0, 180, 15)});
    if (one_in(random, 3)) {
      auto const later = windows.back().to + minutes(random, 15, 120, 15);
      windows.push_back({day, later, later + minutes(random, 30, 180, 15)});
    }
  }
  if (candidate.fixed) {
    auto const from = minutes(random, 540, 960, 30);
    windows.push_back({static_cast<int>(random.below(std::size_t(trip.days))), from, from + candidate.length});
  }
  return windows;
}

void add_candidates(Random& random, Trip& trip, int count) {
  auto const odd_values = one_in(random, 4);
  for (int i = 0; i < count; ++i) {
    Candidate candidate{.id = "c" + std::to_string(i),
                        .city = static_cast<int>(random.below(trip.cities.size())),
                        .value = odd_values ? 20 * random.unit() : static_cast<double>(random.below(20)),
                        .tier = static_cast<int>(random.below(3)),
                        .sector = static_cast<int>(random.below(trip.sectors.size() + 1)) - 1,
                        .length = minutes(random, 30, 120, 15),
                        .fixed = one_in(random, 8)};
    auto const& city = trip.cities[std::size_t(candidate.city)];
    candidate.latitude = city.latitude + 0.2 * random.unit();
    candidate.longitude = city.longitude + 0.2 * random.unit();
    candidate.windows = windows_of(random, trip, candidate);
    trip.candidates.push_back(candidate);
  }
}

void disturb(Random& random, std::vector<std::vector<Minutes>>& table) {
  for (auto& row : table)
    for (auto& cell : row)
      if (one_in(random, 4))
        cell += minutes(random, 0, 300, 20); // no longer symmetric, detours may be quicker
}

// At most so many of some, at most so much of something.
void add_caps(Random& random, Trip& trip) {
  for (std::size_t left = random.below(3); left > 0; --left) {
    Cap cap{.name = "cap " + std::to_string(left)};
    auto const most = one_in(random, 2) ? 1 : 5;
    for (std::size_t i = 0; i < trip.candidates.size(); ++i)
      cap.use.push_back(one_in(random, 3) ? 0 : 1 + static_cast<int>(random.below(std::size_t(most))));
    cap.limit = static_cast<int>(random.below(trip.candidates.size() * std::size_t(most) + 1));
    trip.caps.push_back(cap);
  }
}

// Follows the clock of one place, UTC, through all that can be done on what is left of a day.
class Brute {
public:
  explicit Brute(Trip const& trip) : trip_(trip) {}

  // `rested`: when one may leave at the earliest.
  std::optional<double> best(int day, int city, unsigned met, Minutes rested = Minutes{-1440}) {
    if (day == trip_.days)
      return end_value(city, met);
    auto const key = std::tuple{day, city, met, rested};
    if (auto const known = known_.find(key); known != known_.end())
      return known->second;
    std::optional<double> found;
    auto const before = std::exchange(met_before_, met);
    walk(day, city, -1, std::max(rested, hours_of(trip_, day).from - offset(day, city)), met, 0, false, found);
    met_before_ = before;
    return known_[key] = found;
  }

private:
  Minutes offset(int day, int city) const {
    auto const& offsets = trip_.cities[std::size_t(city)].utc_offset;
    return offsets.empty() ? Minutes{0} : offsets[std::size_t(day)];
  }

  std::optional<double> end_value(int city, unsigned met) const {
    if (trip_.end_city >= 0 && city != trip_.end_city)
      return std::nullopt;
    for (auto const& cap : trip_.caps) {
      int used = 0;
      for (std::size_t i = 0; i < cap.use.size(); ++i)
        used += ((met >> i) & 1U) != 0 ? cap.use[i] : 0;
      if (used > cap.limit)
        return std::nullopt;
    }
    std::vector<long> spent(trip_.sectors.size(), 0);
    for (std::size_t i = 0; i < trip_.candidates.size(); ++i) {
      auto const in = ((met >> i) & 1U) != 0;
      if (!in && trip_.candidates[i].fixed)
        return std::nullopt;
      if (in && trip_.candidates[i].sector >= 0)
        spent[std::size_t(trip_.candidates[i].sector)] += trip_.candidates[i].length.count();
    }
    double value = 0;
    for (std::size_t s = 0; s < spent.size(); ++s)
      value -= trip_.sector_short_penalty *
               static_cast<double>(std::max(0L, static_cast<long>(trip_.sectors[s].target.count()) - spent[s]));
    return value;
  }

  void walk(int day, int from, int last, Minutes now, unsigned met, double value, bool top,
            std::optional<double>& found) {
    for (int to = 0; to < static_cast<int>(trip_.cities.size()); ++to) {
      auto const travel = last < 0 ? trip_.hotel_to_hotel[std::size_t(from)][std::size_t(to)]
                                   : trip_.meeting_to_hotel[std::size_t(last)][std::size_t(to)] +
                                         trip_.candidates[std::size_t(last)].buffer;
      if (now + travel > hours_of(trip_, day).to - offset(day, to))
        continue;
      auto const rested = trip_.rest.count() > 0 ? now + travel + trip_.rest - Minutes{1440} : Minutes{-1440};
      if (auto const rest = best(day + 1, to, met, rested)) {
        auto const lost = !top && trip_.working_days[std::size_t(day)] != 0 ? trip_.no_top_penalty : 0;
        found = std::max(found.value_or(-1e300), *rest + value - lost - toll(last, from, to));
      }
    }
    for (std::size_t i = 0; i < trip_.candidates.size(); ++i)
      if (((met >> i) & 1U) == 0)
        meet(day, from, last, now, met, value, top, i, found);
  }

  void meet(int day, int from, int last, Minutes now, unsigned met, double value, bool top, std::size_t i,
            std::optional<double>& found) {
    auto const& who = trip_.candidates[i];
    if (breaks_rule(static_cast<int>(i), met))
      return;
    auto const pause = last < 0 ? who.buffer : std::max(who.buffer, trip_.candidates[std::size_t(last)].buffer);
    auto const arrival =
        now + pause +
        (last < 0 ? trip_.meeting_to_hotel[i][std::size_t(from)] : trip_.meeting_to_meeting[std::size_t(last)][i]);
    auto const shift = offset(day, who.city);
    for (auto const& window : who.windows)
      for (auto const earliest : moments(window)) {
        auto const start = std::max(arrival, earliest - shift);
        auto const end = start + who.length;
        if (window.day == day && end <= window.to - shift && !in_meal(who, start + shift))
          walk(day, from, static_cast<int>(i), end, met | (1U << i),
               value + worth(who, day, start + shift) - toll(last, from, who.city), top || who.tier == 1, found);
      }
  }

  // What the journey to a city costs, from the city of the last meeting or of the night.
  double toll(int last, int night, int to) const {
    auto const here = last < 0 ? night : trip_.candidates[std::size_t(last)].city;
    auto const minutes = trip_.hotel_to_hotel[std::size_t(here)][std::size_t(to)].count();
    return here == to ? 0 : trip_.journey_penalty * static_cast<double>(minutes);
  }

  // When it may pay to begin: with the window, after a meal, with a time that is preferred.
  std::vector<Minutes> moments(Window const& window) const {
    std::vector<Minutes> all{window.from};
    for (auto const& meal : trip_.meals)
      if (meal.to > window.from)
        all.push_back(meal.to);
    for (auto const& who : trip_.candidates)
      for (auto const& one : who.preferred)
        if (one.window.day == window.day && one.window.from > window.from)
          all.push_back(one.window.from);
    return all;
  }

  bool in_meal(Candidate const& who, Minutes start) const {
    return !who.fixed && !who.meal && std::ranges::any_of(trip_.meals, [&](Hours const& meal) {
      return start < meal.to && meal.from < start + who.length;
    });
  }

  double worth(Candidate const& who, int day, Minutes start) const {
    double bonus = 0;
    for (auto const& one : who.preferred)
      if (one.window.day == day && one.window.from <= start && start + who.length <= one.window.to)
        bonus = std::max(bonus, one.bonus);
    return (who.value + bonus) * (trip_.aim == Aim::expected_value ? who.holds : 1);
  }

  // To meet `i` after those of `met`: is a rival among those of today, or somebody who had to wait for `i`?
  bool breaks_rule(int i, unsigned met) const {
    auto const has = [](unsigned set, int who) { return ((set >> who) & 1U) != 0; };
    for (auto const& rivals : trip_.rivals)
      for (auto const other : rivals)
        if (other != i && std::ranges::find(rivals, i) != rivals.end() && has(met & ~met_before_, other))
          return true;
    return std::ranges::any_of(trip_.orders,
                               [&](auto const& order) { return order.first == i && has(met, order.second); });
  }

  Trip const& trip_;
  unsigned met_before_ = 0; // when the day began
  std::map<std::tuple<int, int, unsigned, Minutes>, std::optional<double>> known_;
};

} // namespace

Trip small_trip(std::uint64_t seed, TripShape shape) {
  Random random{seed};
  Trip trip{.days = 1 + static_cast<int>(random.below(std::size_t(shape.days))),
            .day_start = Minutes{480},
            .day_end = Minutes{1320}};
  auto const apart = one_in(random, 3); // clocks
  for (int city = 0; city < 1 + static_cast<int>(random.below(std::size_t(shape.cities))); ++city) {
    trip.cities.push_back({.name = "city " + std::to_string(city),
                           .latitude = 40 + random.unit() * 3,
                           .longitude = -75 - random.unit() * 12});
    if (apart)
      trip.cities.back().utc_offset.assign(std::size_t(trip.days), Minutes{-300 - 60 * (city % 3)});
  }
  for (int day = 0; day < trip.days; ++day)
    trip.working_days.push_back(one_in(random, 4) ? 0 : 1);
  for (std::size_t sector = random.below(3); sector > 0; --sector)
    trip.sectors.push_back({"s", minutes(random, 0, 240, 30)});
  trip.start_city = static_cast<int>(random.below(trip.cities.size()));
  trip.end_city = one_in(random, 3) ? static_cast<int>(random.below(trip.cities.size())) : -1;
  trip.no_top_penalty = static_cast<double>(random.below(15));
  trip.journey_penalty = one_in(random, 2) ? 0.01 * static_cast<double>(random.below(4)) : 0;
  trip.sector_short_penalty = 0.05 * static_cast<double>(random.below(4));
  add_candidates(random, trip, 1 + static_cast<int>(random.below(std::size_t(shape.candidates))));
  fill_travel(trip);
  if (one_in(random, 3)) {
    disturb(random, trip.meeting_to_meeting);
    disturb(random, trip.meeting_to_hotel);
    if (one_in(random, 2))
      disturb(random, trip.hotel_to_hotel);
  }
  if (one_in(random, 2))
    add_caps(random, trip);
  auto const uneven = one_in(random, 3);
  for (int day = 0; day < trip.days && uneven; ++day)
    trip.hours.push_back({trip.day_start + minutes(random, 0, 120, 30), trip.day_end - minutes(random, 0, 240, 30)});
  return trip;
}

Trip ruled_trip(std::uint64_t seed) {
  auto trip = small_trip(seed, {.days = 3, .cities = 2, .candidates = 6});
  Random random{seed + 1000};
  auto const count = trip.candidates.size();
  auto const somebody = [&] { return static_cast<int>(random.below(count)); };
  if (one_in(random, 2))
    trip.meals = {{Minutes{720}, Minutes{780}}};
  if (one_in(random, 3))
    trip.aim = Aim::expected_value;
  for (auto& candidate : trip.candidates) {
    if (one_in(random, 3))
      candidate.buffer = minutes(random, 5, 45, 5);
    if (one_in(random, 2))
      candidate.holds = 0.1 * static_cast<double>(1 + random.below(9));
    candidate.meal = one_in(random, 4);
    if (one_in(random, 2)) {
      auto const from = minutes(random, 480, 900, 30);
      candidate.preferred.push_back({{static_cast<int>(random.below(std::size_t(trip.days))), from,
                                      from + candidate.length + minutes(random, 0, 120, 15)},
                                     static_cast<double>(1 + random.below(9))});
    }
  }
  if (one_in(random, 2))
    trip.rest = minutes(random, 600, 900, 60);
  for (auto rules = random.below(3); rules > 0 && count > 1; --rules) {
    std::vector<int> rivals{somebody(), somebody(), somebody()};
    std::ranges::sort(rivals);
    rivals.erase(std::ranges::unique(rivals).begin(), rivals.end());
    trip.rivals.push_back(rivals);
  }
  for (auto rules = random.below(3); rules > 0; --rules)
    if (auto const first = somebody(), second = somebody(); first != second)
      trip.orders.emplace_back(first, second);
  return trip;
}

Trip contested_trip(std::uint64_t seed) {
  Random random{seed};
  Trip trip{.days = 6, .working_days = std::vector<int>(6, 1), .no_top_penalty = 4};
  trip.cities = {{.name = "a"}, {.name = "b"}, {.name = "c"}};
  for (int i = 0; i < 9; ++i) {
    Candidate candidate{.id = std::to_string(i),
                        .city = static_cast<int>(random.below(3)),
                        .value = 5 + static_cast<double>(random.below(6)),
                        .tier = 1 + static_cast<int>(random.below(3)),
                        .length = Minutes{120}};
    for (int day = 0; day < trip.days; ++day)
      if (one_in(random, 2)) {
        auto const from = Minutes{one_in(random, 2) ? 540 : 840};
        candidate.windows.push_back({day, from, from + Minutes{150}});
      }
    trip.candidates.push_back(candidate);
  }
  auto const far = [](int a, int b) { return Minutes{a == b ? 20 : 300}; };
  trip.meeting_to_meeting.assign(9, std::vector<Minutes>(9));
  trip.meeting_to_hotel.assign(9, std::vector<Minutes>(3));
  trip.hotel_to_hotel = {
      {Minutes{0}, far(0, 1), far(0, 1)}, {far(0, 1), Minutes{0}, far(0, 1)}, {far(0, 1), far(0, 1), Minutes{0}}};
  for (std::size_t a = 0; a < 9; ++a) {
    for (std::size_t b = 0; b < 9; ++b)
      trip.meeting_to_meeting[a][b] = far(trip.candidates[a].city, trip.candidates[b].city);
    for (int city = 0; city < 3; ++city)
      trip.meeting_to_hotel[a][std::size_t(city)] = far(trip.candidates[a].city, city);
  }
  return trip;
}

std::optional<double> best_value(Trip const& trip) { return Brute{trip}.best(0, trip.start_city, 0); }

TEST_CASE("small random trips are valid, and some of them have clashing appointments") {
  int clashes = 0;
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    auto const trip = small_trip(seed);
    CHECK(validate(trip).has_value());
    clashes += best_value(trip) ? 0 : 1;
  }
  CHECK(clashes > 0);
  CHECK(clashes < 100);
}

} // namespace attache::go
