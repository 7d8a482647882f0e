#include "go/check.h"

#include <doctest/doctest.h>
#include <functional>

namespace attache::go {
namespace {

// One day in Boston, one that goes to New York; Ada (top) and Bob in Boston, Cy in New York.
Trip trip() {
  Trip trip{.days = 2, .working_days = {1, 1}, .end_city = 1, .no_top_penalty = 7};
  trip.cities = {{.name = "Boston"}, {.name = "New York"}};
  trip.sectors = {{"ai", Minutes{150}}};
  trip.sector_short_penalty = 0.1;
  trip.candidates = {
      {.id = "ada", .city = 0, .value = 10, .tier = 1, .sector = 0, .windows = {{0, Minutes{540}, Minutes{660}}}},
      {.id = "bob", .city = 0, .value = 4, .windows = {{0, Minutes{600}, Minutes{720}}}},
      {.id = "cy", .city = 1, .value = 3, .sector = 0, .windows = {{1, Minutes{700}, Minutes{800}}}}};
  trip.meeting_to_meeting.assign(3, std::vector<Minutes>(3, Minutes{20}));
  trip.meeting_to_hotel = {{Minutes{15}, Minutes{200}}, {Minutes{15}, Minutes{200}}, {Minutes{200}, Minutes{15}}};
  trip.hotel_to_hotel = {{Minutes{0}, Minutes{200}}, {Minutes{200}, Minutes{0}}};
  return trip;
}

Plan good() {
  Plan plan;
  plan.days = {{.from = 0, .to = 0, .visits = {{0, 0, Minutes{540}, Minutes{600}}, {1, 0, Minutes{620}, Minutes{680}}}},
               {.from = 0, .to = 1, .visits = {{2, 1, Minutes{720}, Minutes{780}}}}};
  return plan;
}

struct Fault {
  std::string says;
  std::function<void(Trip&, Plan&)> make;
};

} // namespace

TEST_CASE("a plan that keeps the rules is worth its meetings less its penalties") {
  CHECK(broken_rules(trip(), good()).empty());
  CHECK(*value_of(trip(), good()) == doctest::Approx(10 + 4 + 3 - 7 - 0.1 * 30));
}

TEST_CASE("every broken rule is found") {
  std::vector<Fault> const faults{
      {"has 1 days", [](Trip&, Plan& p) { p.days.pop_back(); }},
      {"begins in New York", [](Trip&, Plan& p) { p.days[0].from = 1; }},
      {"names a city", [](Trip&, Plan& p) { p.days[1].to = 5; }},
      {"with nobody", [](Trip&, Plan& p) { p.days[1].visits[0].candidate = 9; }},
      {"ends in New York, not in Boston", [](Trip& t, Plan&) { t.end_city = 0; }},
      {"cannot be reached before", [](Trip& t, Plan&) { t.meeting_to_meeting[0][1] = Minutes{21}; }},
      {"cannot be reached before", [](Trip& t, Plan&) { t.meeting_to_hotel[0][0] = Minutes{61}; }},
      {"day 1 ends at", [](Trip& t, Plan&) { t.day_end = Minutes{794}; }},
      {"day 1 ends at",
       [](Trip& t, Plan&) { t.hours = {{Minutes{480}, Minutes{1320}}, {Minutes{480}, Minutes{794}}}; }},
      {"two of these: 3 instead of at most 2", [](Trip& t, Plan&) { t.caps = {{"two of these", 2, {1, 1, 1}}}; }},
      {"is not free", [](Trip&, Plan& p) { p.days[1].visits[0] = {2, 1, Minutes{750}, Minutes{810}}; }},
      {"lasts 50 minutes", [](Trip&, Plan& p) { p.days[1].visits[0].end = Minutes{770}; }},
      {"says day 0", [](Trip&, Plan& p) { p.days[1].visits[0].day = 0; }},
      {"met 2 times", [](Trip&, Plan& p) { p.days[0].visits.push_back(p.days[0].visits[1]); }},
      {"fixed appointment cy", [](Trip& t, Plan& p) { t.candidates[2].fixed = true, p.days[1].visits.clear(); }},
  };
  for (auto const& fault : faults) {
    CAPTURE(fault.says);
    auto t = trip();
    auto p = good();
    fault.make(t, p);
    std::string all;
    for (auto const& sentence : broken_rules(t, p))
      all += sentence + "\n";
    CHECK(all.find(fault.says) != std::string::npos);
    CHECK(value_of(t, p).error().fault == attache::Fault::infeasible);
  }
}

TEST_CASE("clocks apart change when a journey arrives") {
  auto t = trip();
  auto p = good();
  p.days[1].visits[0] = {2, 1, Minutes{700}, Minutes{760}};
  CHECK(broken_rules(t, p).empty());
  t.cities[0].utc_offset.assign(2, Minutes{0});
  t.cities[1].utc_offset.assign(2, Minutes{60}); // an hour ahead: 08:00 + 200 minutes is 12:20 there
  CHECK(broken_rules(t, p).size() == 1);
}

} // namespace attache::go
