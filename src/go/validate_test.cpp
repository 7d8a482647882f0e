#include "go/validate.h"

#include <doctest/doctest.h>
#include <functional>
#include <limits>

namespace attache::go {
namespace {

Trip sound() {
  Trip trip{.days = 2, .working_days = {1, 0}};
  trip.cities = {{.name = "Boston"}, {.name = "Chicago"}};
  trip.sectors = {{"ai", Minutes{60}}};
  trip.candidates = {{.id = "a", .value = 1, .sector = 0, .windows = {{0, Minutes{540}, Minutes{600}}}}};
  return trip;
}

struct Flaw {
  std::string what; // part of the message
  std::function<void(Trip&)> make;
};

} // namespace

TEST_CASE("a sound trip is valid, with or without tables") {
  auto trip = sound();
  CHECK(validate(trip).has_value());
  trip.candidates[0].windows.push_back({99, Minutes{0}, Minutes{1}}); // outside the trip: never used
  trip.meeting_to_meeting = {{Minutes{0}}};
  CHECK(validate(trip).has_value());
}

TEST_CASE("every flaw of a trip is an input fault that names what is wrong") {
  std::vector<Flaw> const flaws{
      {"0 days", [](Trip& t) { t.days = 0; }},
      {"working_days", [](Trip& t) { t.working_days = {1}; }},
      {"not a day", [](Trip& t) { t.day_end = t.day_start; }},
      {"hours has 1 entries", [](Trip& t) { t.hours = {{Minutes{480}, Minutes{600}}}; }},
      {"not a day", [](Trip& t) { t.hours.assign(std::size_t(t.days), {Minutes{480}, Minutes{480}}); }},
      {"the limit -1", [](Trip& t) { t.caps = {{"c", -1, {0}}}; }},
      {"counts 2 candidates", [](Trip& t) { t.caps = {{"c", 1, {0, 0}}}; }},
      {"counts a meeting as -1", [](Trip& t) { t.caps = {{"c", 1, {-1}}}; }},
      {"no city", [](Trip& t) { t.cities.clear(); }},
      {"not on Earth", [](Trip& t) { t.cities[1].latitude = 91; }},
      {"start_city 2", [](Trip& t) { t.start_city = 2; }},
      {"end_city -2", [](Trip& t) { t.end_city = -2; }},
      {"clock offsets", [](Trip& t) { t.cities[0].utc_offset = {Minutes{0}}; }},
      {"Chicago has 0 clock offsets", [](Trip& t) { t.cities[0].utc_offset = {Minutes{0}, Minutes{0}}; }},
      {"no place is", [](Trip& t) { t.cities[0].utc_offset = t.cities[1].utc_offset = {Minutes{0}, Minutes{1000}}; }},
      {"penalty", [](Trip& t) { t.no_top_penalty = -1; }},
      {"penalty", [](Trip& t) { t.sector_short_penalty = std::numeric_limits<double>::quiet_NaN(); }},
      {"penalty", [](Trip& t) { t.journey_penalty = -0.1; }},
      {"sector ai", [](Trip& t) { t.sectors[0].target = Minutes{-5}; }},
      {"no id", [](Trip& t) { t.candidates[0].id.clear(); }},
      {"used twice", [](Trip& t) { t.candidates.push_back(t.candidates[0]); }},
      {"candidate a is in city 7", [](Trip& t) { t.candidates[0].city = 7; }},
      {"value -1", [](Trip& t) { t.candidates[0].value = -1; }},
      {"tier", [](Trip& t) { t.candidates[0].tier = -1; }},
      {"sector 3", [](Trip& t) { t.candidates[0].sector = 3; }},
      {"0 minutes", [](Trip& t) { t.candidates[0].length = Minutes{0}; }},
      {"not on Earth", [](Trip& t) { t.candidates[0].longitude = 500; }},
      {"is empty", [](Trip& t) { t.candidates[0].windows[0].to = Minutes{540}; }},
      {"overlap", [](Trip& t) { t.candidates[0].windows.push_back({0, Minutes{590}, Minutes{700}}); }},
      {"has 0 windows", [](Trip& t) { t.candidates[0].fixed = true, t.candidates[0].windows.clear(); }},
      {"on day 9", [](Trip& t) { t.candidates[0].fixed = true, t.candidates[0].windows[0].day = 9; }},
      {"in a window of 60", [](Trip& t) { t.candidates[0].fixed = true, t.candidates[0].length = Minutes{61}; }},
      {"meeting_to_hotel has 2 rows", [](Trip& t) { t.meeting_to_hotel.resize(2); }},
      {"1 entries", [](Trip& t) { t.hotel_to_hotel = {{Minutes{0}}, {Minutes{0}}}; }},
      {"-3 minutes", [](Trip& t) { t.meeting_to_meeting = {{Minutes{-3}}}; }},
      {"more than 1024", [](Trip& t) { t.candidates.resize(1025); }},
  };
  for (auto const& flaw : flaws) {
    CAPTURE(flaw.what);
    auto trip = sound();
    flaw.make(trip);
    auto const result = validate(trip);
    REQUIRE_FALSE(result.has_value());
    CHECK(result.error().fault == Fault::input);
    CHECK(result.error().what.find(flaw.what) != std::string::npos);
  }
}

} // namespace attache::go
