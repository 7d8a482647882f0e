#include "office/proposals.h"

#include "keep/memory/store.h"
#include "office/shelf_test.h"
#include "office/trips.h"

#include <doctest/doctest.h>
#include <map>

namespace attache::office {
namespace {

using Board = TextShelf<Shelf>;

constexpr std::string_view file = R"(
name = "Short"
first_day = 2024-06-03
days = 2
[body_clock]
home = "Asia/Seoul"
[[city]]
name = "Boston"
zone = "America/New_York"
at = [42.36, -71.06]
[[candidate]]
name = "Ann Lee"
city = "Boston"
value = 5
[[candidate]]
name = "Bo Li"
city = "Boston"
value = 3
)";

struct Desk {
  std::unique_ptr<keep::Store> store = keep::memory::open();
  Board board;
  Office office{.store = *store, .now = parse_instant("2024-05-01").value(), .shelf = &board};
};

} // namespace

TEST_CASE("the very plan that was shown is kept, once its name is given back") {
  Desk desk;
  auto const first = plan_trip(desk.office, file, "short.toml", {});
  REQUIRE(first);
  CHECK(first->trip.city_hours[0][0].from == Minutes{11 * 60}); // eleven hours east of Seoul
  auto const shown = replan_trip(desk.office, first->id, {.cancel = {"bo-li"}}, false, {});
  REQUIRE(shown);
  auto const name = propose(desk.office, shown->kept);
  auto const kept = keep_proposal(desk.office, first->id, name);
  REQUIRE(kept);
  CHECK(kept->plan.days == shown->kept.plan.days);
  CHECK(kept_trip(desk.office, first->id)->plan.days == shown->kept.plan.days);
  CHECK(kept_trip(desk.office, first->id)->edits.size() == 1); // the cancelled stay out
}

TEST_CASE("a proposal that is gone, of another trip, or older than the plan that is kept is refused") {
  Desk desk;
  auto const first = plan_trip(desk.office, file, "short.toml", {});
  REQUIRE(first);
  auto const one = plan_kept_trip(desk.office, first->id, false, {});
  auto const other = replan_trip(desk.office, first->id, {.cancel = {"ann-lee"}}, false, {});
  auto const name = propose(desk.office, one->kept), newer = propose(desk.office, other->kept);
  CHECK(keep_proposal(desk.office, first->id, "1-nothing").error().fault == Fault::not_found);
  CHECK(keep_proposal(desk.office, "elsewhere", name).error().fault == Fault::not_found);
  REQUIRE(keep_proposal(desk.office, first->id, newer));
  CHECK(keep_proposal(desk.office, first->id, name).error().fault == Fault::conflict);
}

TEST_CASE("without a shelf nothing can be proposed") {
  Desk desk;
  auto const first = plan_trip(desk.office, file, "short.toml", {});
  REQUIRE(first);
  desk.office.shelf = nullptr;
  CHECK(propose(desk.office, *first).empty());
  CHECK(keep_proposal(desk.office, first->id, "").error().fault == Fault::not_found);
}

} // namespace attache::office
