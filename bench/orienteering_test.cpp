#include "bench/orienteering.h"

#include "bench/original.h"
#include "bench/plan_task.h"
#include "go/check.h"
#include "go/plan.h"

#include <doctest/doctest.h>

namespace attache::bench {
namespace {

// Written for these tests: a depot at 0,0 open for 31, points on a line to its right.
constexpr auto toptw = "1 1 3 1\n0 31\n"
                       "0 0 0 0 0 0 0 0 31\n"
                       "1 5 0 2 7 1 1 1 0 30\n"
                       "2 9 0 2 4 1 1 1 20 21\n"
                       "3 0 14 1 9 1 1 1 0 14\n";

// The same places; 1 and 2 cost 3 each of 5 and are of type 1, of which one may be visited.
constexpr auto mctopmtw = "1 3 5 1 9 9 9 9 9 9 9 9 9\n"
                          "0 0 0 0 0 0 30\n"
                          "1 5 0 9 7 1 2 3 4 9 1 3 1 0 0 0 0 0 0 0 0 0\n"
                          "2 9 0 8 4 1 2 3 10 19 0 3 1 0 0 0 0 0 0 0 0 0\n"
                          "3 2 0 1 2 0 5 6 9 30 1 2 0 0 0 0 0 0 0 0 0 0\n";

constexpr auto ttdp = "20 2 6 2 0 0 1 1 1 1 1 1 1 1 1 1\n"
                      "0 0 0 0 0 480 600\n"
                      "1 5 0 60 7 1 0 0 480 560 480 560 480 560 480 560 480 560 0 1439 0\n"
                      "2 9 0 30 4 1 500 600 0 0 0 0 0 0 0 0 0 0 0 0 0\n";

// Two days of 10 along a line: the night in between must be at the extra hotel.
constexpr auto ophs = "4 1 2\n20\n10 10\n\n0 0 0\n20 0 0\n10 0 0\n4 0 5\n16 0 6\n";

Task task_of(std::string const& text, int routes = 0) {
  auto task = read_task(text, "test.txt", routes);
  REQUIRE(task.has_value());
  return *task;
}

// Plans, and lets both checkers agree.
double planned_value(Task const& task) {
  auto const plan = go::plan(task.trip);
  REQUIRE_MESSAGE(plan.has_value(), plan.error().what);
  CHECK(plan->proven);
  CHECK(go::broken_rules(task.trip, *plan).empty());
  auto const original = original_score(task.text, original_routes(task, *plan));
  REQUIRE(original.has_value());
  CHECK(*original == doctest::Approx(plan->value));
  return plan->value;
}

} // namespace

TEST_CASE("the published formats are told apart by their content") {
  CHECK(format_of(toptw) == Format::toptw);
  CHECK(format_of(mctopmtw) == Format::mctopmtw);
  CHECK(format_of(ttdp) == Format::ttdp);
  CHECK(format_of(ophs) == Format::ophs);
  CHECK(format_of("1 2 3\nfour\n") == Format::none);
  CHECK(parse_orienteering("1 2\n", "x.txt", 1).error().fault == attache::Fault::input);
}

TEST_CASE("a TOPTW file is planned with as many routes as wanted") {
  CHECK(planned_value(task_of(toptw, 1)) == 11); // 1 and 2, or 3 alone for 9
  CHECK(planned_value(task_of(toptw, 2)) == 20);
}

TEST_CASE("budget and type caps of an MC-TOP-MTW file are kept, and its windows go by tour") {
  CHECK(planned_value(task_of(mctopmtw, 1)) == 6); // 1 opens too early on the first tour: 2 and 3
  CHECK(planned_value(task_of(mctopmtw, 2)) == 9); // on the second tour 1 can be reached, and costs what 2 did
}

TEST_CASE("TTDP windows go by weekday") {
  CHECK(planned_value(task_of(ttdp)) == 11); // Sunday: 1 all day; Monday: 2
  CHECK(planned_value(task_of(ttdp, 1)) == 7);
}

TEST_CASE("nights between OPHS days are at hotels, each day with its own length") {
  CHECK(planned_value(task_of(ophs)) == 11);
  auto shorter = std::string{ophs};
  shorter.replace(shorter.find("10 10"), 5, "9 11");
  auto const task = task_of(shorter);
  CHECK_FALSE(go::plan(task.trip).has_value()); // no hotel within 9
}

TEST_CASE("the second checker finds what breaks the file's rules") {
  auto const says = [](std::string const& text, std::vector<OriginalRoute> const& routes) {
    auto const score = original_score(text, routes);
    return score ? std::string{"fine"} : score.error().what;
  };
  CHECK(says(toptw, {{0, 0, {1, 2}}}) == "fine");
  CHECK(says(toptw, {{0, 0, {2, 1}}}).find("is back at") != std::string::npos);
  CHECK(says(toptw, {{0, 0, {1, 3}}}).find("too late") != std::string::npos);
  CHECK(says(toptw, {{0, 0, {1, 1}}}).find("twice") != std::string::npos);
  CHECK(says(mctopmtw, {{0, 0, {2}}, {0, 0, {1}}}).find("limit 0") != std::string::npos);
  CHECK(says(ttdp, {{0, 0, {2}}, {0, 0, {1}}}).find("too late") != std::string::npos);
  CHECK(says(ophs, {{0, 2, {3}}, {2, 1, {4}}}) == "fine");
  CHECK(says(ophs, {{0, 2, {3, 4}}, {2, 1, {}}}).find("long") != std::string::npos);
  CHECK(says(ophs, {{0, 2, {}}, {0, 1, {}}}).find("hotel") != std::string::npos);
}

} // namespace attache::bench
