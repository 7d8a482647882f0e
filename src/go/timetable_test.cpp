#include "go/timetable.h"

#include "go/check.h"
#include "go/journeys.h"
#include "go/plan.h"
#include "go/settle.h"
#include "go/small_trips_test.h"
#include "go/travel.h"
#include "go/validate.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

namespace attache::go {
namespace {

// One meeting in each of two cities on one day, two hours apart by a train at 10:00, 13:00 and 16:00.
Trip two_cities() {
  Trip trip{.days = 1, .working_days = {1}, .day_start = Minutes{8 * 60}, .day_end = Minutes{20 * 60}};
  trip.cities = {{.name = "A", .latitude = 40, .longitude = -74}, {.name = "B", .latitude = 41, .longitude = -74}};
  for (int city = 0; city < 2; ++city)
    trip.candidates.push_back({.id = city == 0 ? "ann" : "bo",
                               .city = city,
                               .value = 10,
                               .windows = {{0, Minutes{9 * 60}, Minutes{19 * 60}}}});
  trip.legs = {{.from = 0,
                .to = 1,
                .by = "train",
                .takes = Minutes{120},
                .ahead = Minutes{30},
                .departures = {{0, Minutes{600}}, {0, Minutes{780}}, {0, Minutes{960}}}}};
  fill_travel(trip);
  return trip;
}

} // namespace

TEST_CASE("who is ready before a departure waits for it, and who is late waits for the next") {
  Timetables const trains{two_cities()};
  // Half an hour of the two is before the departure: one leaves at 9:30, 12:30, 15:30.
  CHECK(trains.arrival(0, 0, 1, 500, 0, 120) == 570 + 120);
  CHECK(trains.arrival(0, 0, 1, 570, 0, 120) == 570 + 120);
  CHECK(trains.arrival(0, 0, 1, 571, 0, 120) == 750 + 120);
  CHECK(trains.arrival(0, 0, 1, 560, 15, 135) == 750 + 120); // a quarter of an hour away from the hotel
  CHECK(trains.arrival(0, 0, 1, 931, 0, 120) >= never_leaves);
  CHECK(trains.arrival(0, 1, 0, 500, 0, 120) == 620); // no departures the other way
}

TEST_CASE("the latest start is the last from which one still arrives in time") {
  Timetables const trains{two_cities()};
  for (auto by = 600; by < 1300; by += 7)
    for (auto const ahead : {0, 20}) {
      auto const start = trains.latest_start(0, 0, 1, by, ahead, 120 + ahead);
      if (start > 0)
        CHECK(trains.arrival(0, 0, 1, start, ahead, 120 + ahead) <= by);
      CHECK(trains.arrival(0, 0, 1, std::max(start, 0) + 1, ahead, 120 + ahead) > by);
    }
}

TEST_CASE("a meeting behind a journey starts when the train is there, and the checker knows the trains") {
  auto trip = two_cities();
  trip.candidates[0].windows[0].to = Minutes{10 * 60 + 30};
  auto planned = plan(trip).value();
  CHECK(planned.proven);
  REQUIRE(planned.days[0].visits.size() == 2);
  // Ann from 9:00 to 10:00, the train at 13:00, there at 14:30.
  CHECK(planned.days[0].visits[1].start >= Minutes{14 * 60 + 30});
  CHECK(broken_rules(trip, planned).empty());
  planned.days[0].visits[1].start -= Minutes{5};
  planned.days[0].visits[1].end -= Minutes{5};
  CHECK(!broken_rules(trip, planned).empty());
  trip.legs[0].departures.clear();
  CHECK(broken_rules(trip, planned).empty());
}

TEST_CASE("the plan says which train is taken: the last in time for a meeting, the next on the way home") {
  auto trip = two_cities();
  trip.candidates[0].windows[0].to = Minutes{10 * 60 + 30};
  auto const planned = plan(trip).value();
  Passage const passage{trip};
  CHECK(!passage.departure(0, planned.days[0], 0).has_value()); // within the city
  CHECK(passage.departure(0, planned.days[0], 1) == Minutes{13 * 60});
  PlanDay const idle{.from = 0, .to = 1};
  CHECK(passage.departure(0, idle, 0) == Minutes{10 * 60});
}

TEST_CASE("where nothing leaves any more, the other city is not reached") {
  auto trip = two_cities();
  trip.candidates[0].fixed = true;
  trip.candidates[0].windows = {{0, Minutes{16 * 60}, Minutes{17 * 60}}};
  trip.candidates[0].length = Minutes{60};
  trip.start_city = 0;
  trip.end_city = 1;
  auto const none = plan(trip);
  REQUIRE(!none.has_value());
  CHECK(none.error().fault == Fault::infeasible);
  trip.legs[0].departures.push_back({0, Minutes{18 * 60}});
  CHECK(plan(trip).has_value());
}

TEST_CASE("a train on one day is none on another") {
  auto trip = two_cities();
  trip.days = 2;
  trip.working_days = {1, 1};
  trip.end_city = 1;
  auto const planned = plan(trip).value();
  CHECK(planned.days[0].to == 1); // on the second day nothing leaves
  trip.legs[0].departures = {{1, Minutes{600}}};
  CHECK(plan(trip).value().days[0].to == 0);
}

TEST_CASE("departures that are out of order, outside of the trip or within one city are refused") {
  auto trip = two_cities();
  std::swap(trip.legs[0].departures[0], trip.legs[0].departures[1]);
  CHECK(validate(trip).error().fault == Fault::input);
  trip = two_cities();
  trip.legs[0].departures.push_back({1, Minutes{600}});
  CHECK(!validate(trip).has_value());
  trip = two_cities();
  trip.legs[0].ahead = Minutes{121};
  CHECK(!validate(trip).has_value());
  trip = two_cities();
  trip.legs.push_back(trip.legs[0]);
  CHECK(!validate(trip).has_value());
}

TEST_CASE("the way to a meeting takes the leg there, the way back the leg back") {
  auto trip = two_cities();
  trip.meeting_to_meeting.clear();
  trip.meeting_to_hotel.clear();
  trip.hotel_to_meeting.clear();
  trip.hotel_to_hotel.clear();
  trip.legs = {{.from = 0, .to = 1, .takes = Minutes{300}}, {.from = 1, .to = 0, .takes = Minutes{360}}};
  fill_travel(trip);
  CHECK(trip.hotel_to_meeting[0][1] >= Minutes{300});
  CHECK(trip.hotel_to_meeting[0][1] < Minutes{360});
  CHECK(trip.meeting_to_hotel[1][0] >= Minutes{360});
}

TEST_CASE("settled nights of a trip with departures keep every rule") {
  CHECK(rc::check([](std::uint64_t seed) {
    auto const trip = small_trip(seed, {.candidates = 4});
    auto planned = plan(trip);
    if (!planned)
      return;
    auto const value = planned->value;
    settle(trip, *planned);
    RC_ASSERT(value_of(trip, *planned).value() >= value - 1e-9);
  }));
}

TEST_CASE("hours of a city are kept by who leaves it and by who comes to it") {
  auto trip = two_cities();
  trip.legs.clear();
  trip.candidates.pop_back();
  trip.meeting_to_meeting.clear();
  trip.meeting_to_hotel.clear();
  trip.hotel_to_meeting.clear();
  trip.hotel_to_hotel.clear();
  fill_travel(trip);
  trip.city_hours = {{{Minutes{11 * 60}, Minutes{20 * 60}}, {Minutes{8 * 60}, Minutes{20 * 60}}}};
  auto planned = plan(trip).value();
  CHECK(planned.days[0].visits[0].start >= Minutes{11 * 60});
  trip.city_hours = {{{Minutes{8 * 60}, Minutes{9 * 60}}, {Minutes{8 * 60}, Minutes{9 * 60}}}};
  CHECK(!broken_rules(trip, planned).empty());
  trip.city_hours[0][0].to = Minutes{21 * 60}; // longer than the day
  CHECK(!validate(trip).has_value());
}

} // namespace attache::go
