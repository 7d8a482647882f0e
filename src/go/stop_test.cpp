// Whatever takes long asks on the way whether to stop: counted in steps, for a clock would tell the machine's speed.
#include "go/certificate.h"
#include "go/lp.h"
#include "go/pricing.h"

#include <doctest/doctest.h>

namespace attache::go {
namespace {

// A day of ten thousand minutes on which everybody is free throughout: tables of times grow long.
Trip long_day() {
  constexpr int people = 20, minutes = 10'000;
  Trip trip{.days = 1, .working_days = {0}, .day_start = Minutes{0}, .day_end = Minutes{minutes}};
  trip.cities = {{.name = "depot"}};
  auto const apart = [](int a, int b) { return Minutes{a == b ? 0 : 300 + 37 * ((a * b) % 11)}; };
  for (int i = 0; i < people; ++i)
    trip.candidates.push_back({.id = std::to_string(i),
                               .value = 10.0 + i % 7,
                               .length = Minutes{100 + i},
                               .windows = {{0, Minutes{0}, Minutes{minutes}}}});
  trip.meeting_to_meeting.assign(people, std::vector<Minutes>(people));
  trip.meeting_to_hotel.assign(people, {Minutes{400}});
  trip.hotel_to_hotel = {{Minutes{0}}};
  for (int a = 0; a < people; ++a)
    for (int b = 0; b < people; ++b)
      trip.meeting_to_meeting[std::size_t(a)][std::size_t(b)] = apart(a, b);
  return trip;
}

} // namespace

TEST_CASE("pricing a long day asks for the stop often, and does little after it") {
  auto const instance = make_instance(long_day());
  auto const graphs = make_day_graphs(instance);
  auto const prices = prices_of(instance, 0, no_multipliers(instance));
  std::int64_t last = 0, most_between = 0, asked = 0;
  Meter* now = nullptr;
  Effort const effort{.stop = [&] {
    most_between = std::max(most_between, now->done() - last);
    last = now->done();
    return ++asked == 50;
  }};
  Meter meter{effort};
  now = &meter;
  auto const priced = price_day(graphs[0], prices, {}, {}, {}, {.above = 0}, meter);
  CHECK_FALSE(priced.exact);
  CHECK(asked == 50);
  CHECK(most_between < 30'000); // some milliseconds
  CHECK(meter.done() - last < 30'000);
}

TEST_CASE("the check of a proof stops when its effort is spent, though its tables are long") {
  auto const instance = make_instance(long_day());
  Leaf leaf;
  leaf.bound = {.multipliers = no_multipliers(instance), .best_of_day = {100}, .value = 100};
  Effort const effort{.work = 10'000};
  Meter meter{effort};
  auto const verdict = verify(instance, {.claim = 100, .leaves = {leaf}}, meter);
  CHECK_FALSE(verdict.holds);
  CHECK(verdict.why == "out of effort");
  CHECK(meter.done() < 60'000);
}

TEST_CASE("a linear programme that is told to stop is not solved") {
  Lp lp;
  for (int row = 0; row < 30; ++row)
    lp.add_row(-unbounded, 10 + row % 3);
  for (int column = 0; column < 90; ++column)
    lp.add_column(1 + column % 5, 0, unbounded, {{column % 30, 1}, {(column * 7 + 3) % 30, 2}});
  int steps = 0;
  lp.share_with([&](std::int64_t) { return ++steps == 3; });
  CHECK_FALSE(lp.solve());
  CHECK(steps == 3);
  lp.share_with([](std::int64_t) { return false; });
  CHECK(lp.solve());
}

} // namespace attache::go
