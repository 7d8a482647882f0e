#include "go/small_trips_test.h"

#include "go/travel.h"
#include "go/validate.h"

#include <algorithm>
#include <doctest/doctest.h>

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

// Ways that somebody chose, some of which leave only now and then.
void add_legs(Random& random, Trip& trip) {
  auto const cities = static_cast<int>(trip.cities.size());
  for (int from = 0; from < cities; ++from)
    for (int to = 0; to < cities; ++to) {
      if (from == to || one_in(random, 3))
        continue;
      Leg leg{.from = from, .to = to, .takes = minutes(random, 60, 360, 15)};
      if (one_in(random, 2))
        leg.ahead = minutes(random, 0, 60, 10);
      for (int day = 0; day < trip.days && !one_in(random, 3); ++day)
        for (auto at = minutes(random, 420, 900, 15); at < Minutes{1200}; at += minutes(random, 60, 420, 15))
          leg.departures.push_back({day, at});
      trip.legs.push_back(std::move(leg));
    }
}

// A body clock's hours, later or earlier than the day's in some cities.
void add_city_hours(Random& random, Trip& trip) {
  for (int day = 0; day < trip.days; ++day) {
    auto& cities = trip.city_hours.emplace_back();
    for (std::size_t city = 0; city < trip.cities.size(); ++city) {
      auto hours = hours_of(trip, day);
      if (one_in(random, 2))
        hours.from += minutes(random, 0, 180, 30);
      else
        hours.to -= minutes(random, 0, 180, 30);
      cities.push_back(hours);
    }
  }
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
  if (one_in(random, 3))
    add_legs(random, trip);
  fill_travel(trip);
  if (one_in(random, 3)) {
    disturb(random, trip.meeting_to_meeting);
    disturb(random, trip.meeting_to_hotel);
    if (one_in(random, 2))
      disturb(random, trip.hotel_to_meeting);
    if (one_in(random, 2))
      disturb(random, trip.hotel_to_hotel);
  }
  if (one_in(random, 2))
    add_caps(random, trip);
  auto const uneven = one_in(random, 3);
  for (int day = 0; day < trip.days && uneven; ++day)
    trip.hours.push_back({trip.day_start + minutes(random, 0, 120, 30), trip.day_end - minutes(random, 0, 240, 30)});
  if (one_in(random, 4))
    add_city_hours(random, trip);
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

Trip timed_trip(std::uint64_t seed) {
  auto trip = contested_trip(seed);
  Random random{seed + 2000};
  for (int from = 0; from < 3; ++from)
    for (int to = 0; to < 3; ++to) {
      if (from == to || one_in(random, 3))
        continue;
      Leg leg{.from = from, .to = to, .takes = Minutes{280}, .ahead = minutes(random, 0, 60, 10)};
      for (int day = 0; day < trip.days; ++day)
        for (auto at = minutes(random, 480, 720, 20); at < Minutes{1080}; at += minutes(random, 60, 300, 20))
          leg.departures.push_back({day, at});
      trip.legs.push_back(std::move(leg));
    }
  return trip;
}

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
