#include "go/travel.h"

#include "go/random.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

namespace attache::go {
namespace {

Trip scattered(std::uint64_t seed) {
  Random random{seed};
  Trip trip;
  for (int i = 0; i < 4; ++i)
    trip.cities.push_back({.latitude = 30 + 15 * random.unit(), .longitude = -120 + 50 * random.unit()});
  for (int i = 0; i < 6; ++i) {
    auto const city = static_cast<int>(random.below(4));
    trip.candidates.push_back({.city = city,
                               .latitude = trip.cities[std::size_t(city)].latitude + random.unit(),
                               .longitude = trip.cities[std::size_t(city)].longitude + random.unit()});
  }
  fill_travel(trip);
  return trip;
}

} // namespace

TEST_CASE("estimated journeys are what a traveller expects") {
  CHECK(estimate(0) == Minutes{10});
  CHECK(estimate(3) == Minutes{20});     // across town
  CHECK(estimate(60) == Minutes{85});    // San Francisco to San Jose
  CHECK(estimate(306) == Minutes{265});  // Boston to New York
  CHECK(estimate(570) == Minutes{230});  // San Francisco to Los Angeles, by air from door to door
  CHECK(estimate(4150) == Minutes{485}); // New York to San Francisco
}

TEST_CASE("distances are those of the globe") {
  CHECK(great_circle_km(42.3601, -71.0589, 40.7128, -74.0060) == doctest::Approx(306).epsilon(0.01));
  CHECK(great_circle_km(0, 179, 0, -179) == doctest::Approx(222.4).epsilon(0.01));
  CHECK(great_circle_km(1, 1, 1, 1) == 0);
}

TEST_CASE("filled tables are symmetric and no detour is quicker") {
  CHECK(rc::check([](std::uint64_t seed) {
    auto const trip = scattered(seed);
    for (std::size_t a = 0; a < 6; ++a)
      for (std::size_t b = 0; b < 6; ++b) {
        RC_ASSERT(trip.meeting_to_meeting[a][b] == trip.meeting_to_meeting[b][a]);
        RC_ASSERT((trip.meeting_to_meeting[a][b].count() == 0) == (a == b));
        for (std::size_t c = 0; c < 4; ++c)
          RC_ASSERT(trip.meeting_to_hotel[a][c] <= trip.meeting_to_meeting[a][b] + trip.meeting_to_hotel[b][c]);
        for (std::size_t c = 0; c < 6; ++c)
          RC_ASSERT(trip.meeting_to_meeting[a][c] <= trip.meeting_to_meeting[a][b] + trip.meeting_to_meeting[b][c]);
      }
    for (std::size_t a = 0; a < 4; ++a)
      for (std::size_t b = 0; b < 4; ++b)
        RC_ASSERT(trip.hotel_to_hotel[a][b] == trip.hotel_to_hotel[b][a]);
  }));
}

TEST_CASE("a given table is left alone and a candidate without a place is in the centre") {
  Trip trip;
  trip.cities = {{.latitude = 42, .longitude = -71}, {.latitude = 42, .longitude = -72}};
  trip.candidates = {{.city = 1}};
  trip.hotel_to_hotel = {{Minutes{0}, Minutes{7}}, {Minutes{8}, Minutes{0}}};
  auto const given = trip.hotel_to_hotel;
  fill_travel(trip);
  CHECK(trip.hotel_to_hotel == given);
  CHECK(trip.meeting_to_hotel[0][1] == Minutes{10});
}

TEST_CASE("a leg that somebody chose counts for every way between its two cities, and a quick one for others too") {
  Trip trip;
  trip.cities = {
      {.latitude = 40, .longitude = -74}, {.latitude = 45, .longitude = -74}, {.latitude = 50, .longitude = -74}};
  trip.candidates = {{.city = 0, .latitude = 40.1, .longitude = -74}, {.city = 2}};
  auto plain = trip;
  fill_travel(plain);
  auto const to_town = plain.meeting_to_hotel[0][0];
  trip.legs = {{.from = 0, .to = 1, .takes = Minutes{600}}, {.from = 1, .to = 2, .takes = Minutes{20}}};
  fill_travel(trip);
  CHECK(trip.hotel_to_hotel[0][1] == Minutes{600});
  CHECK(trip.hotel_to_hotel[1][0] == plain.hotel_to_hotel[1][0]);
  CHECK(trip.meeting_to_hotel[0][1] == to_town + Minutes{600});
  CHECK(trip.hotel_to_hotel[1][2] == Minutes{20});
  CHECK(trip.hotel_to_hotel[0][2] == plain.hotel_to_hotel[0][2]);
  trip.legs[0].takes = Minutes{60};
  trip.meeting_to_meeting.clear();
  trip.hotel_to_hotel.clear();
  fill_travel(trip);
  CHECK(trip.hotel_to_hotel[0][2] == Minutes{80});
  CHECK(trip.meeting_to_meeting[0][1] == to_town + Minutes{80} + trip.meeting_to_hotel[1][2]);
}

} // namespace attache::go
