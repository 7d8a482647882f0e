#include "office/directory.h"

#include "keep/memory/store.h"
#include "office/entry.h"
#include "office/ingest.h"
#include "office/view.h"
#include "resolve/cluster.h"
#include "resolve/identify.h"
#include "resolve/profile.h"

#include <algorithm>
#include <array>
#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <rapidcheck.h>

using namespace attache;
using namespace attache::office;

namespace {

Entry arbitrary() {
  constexpr std::array<char const*, 6> names{"홍길동", "Hong Gil-dong", "Gildong Hong",
                                             "홍길순", "Bill Gates",    "김민준"};
  constexpr std::array<char const*, 4> emails{"a@x.example", "b@x.example", "c@x.example", ""};
  constexpr std::array<char const*, 3> phones{"+82 10-1111-2222", "010 3333 4444", ""};
  constexpr std::array<char const*, 3> organisations{"Hanbit Electronics", "한빛전자", ""};
  Entry out{.name = *rc::gen::elementOf(names), .organisation = *rc::gen::elementOf(organisations)};
  if (std::string const email = *rc::gen::elementOf(emails); !email.empty())
    out.emails = {email};
  if (std::string const phone = *rc::gen::elementOf(phones); !phone.empty())
    out.phones = {phone};
  return out;
}

struct Desk {
  std::unique_ptr<keep::Store> store = keep::memory::open();
  Directory directory;
  Office office{.store = *store, .now = Instant{std::chrono::seconds{1'700'000'000}}, .directory = &directory};
};

} // namespace

TEST_CASE("people added one by one are who they would be if all were resolved together") {
  CHECK(rc::check([] {
    Desk one_by_one;
    for (int i = *rc::gen::inRange(0, 12); i > 0; --i)
      RC_ASSERT(add_person(one_by_one.office, arbitrary()).has_value());
    auto const view = load(one_by_one.office, {.as_of = one_by_one.office.now}).value();
    auto const together = resolve::identify(resolve::profiles(view.records, view.claims, view.sources), {});
    RC_ASSERT(view.clusters == resolve::clusters(view.records, together.decisions));
    auto const again = resolve_identities(one_by_one.office).value();
    RC_ASSERT(again.merged == 0);
    RC_ASSERT(again.parted == 0);
  }));
}

TEST_CASE("who is added is found at once, and under whom the rules join them") {
  Desk desk;
  auto const first = add_person(desk.office, {.name = "홍길동", .emails = {"hong@hanbit.example"}}).value();
  CHECK(first["joined"].empty());
  CHECK(find(desk.office, "길동", 5).value()["people"].size() == 1);
  auto const second = add_person(desk.office, {.name = "Hong Gil-dong", .emails = {"hong@hanbit.example"}}).value();
  CHECK(second["id"] == first["id"]);
  CHECK(second["joined"].size() == 1);
  auto const found = find(desk.office, "hong gil", 5).value();
  REQUIRE(found["people"].size() == 1);
  CHECK(found["people"][0]["id"] == first["id"]);
}

TEST_CASE("the same entry again adds nothing") {
  Desk desk;
  auto const first = add_person(desk.office, {.name = "홍길동"}).value();
  auto const again = add_person(desk.office, {.name = " 홍길동 "}).value();
  CHECK(again["known_already"] == true);
  CHECK(again["record"] == first["record"]);
  CHECK(desk.store->records(keep::always).value().size() == 1);
}

TEST_CASE("what somebody else changes is seen") {
  Desk desk, other;
  add_person(desk.office, {.name = "홍길동"}).value();
  CHECK(find(desk.office, "길동", 5).value()["people"].size() == 1);
  Office const elsewhere{.store = *desk.store, .now = desk.office.now};
  add_person(elsewhere, {.name = "박길동"}).value();
  CHECK(find(desk.office, "길동", 5).value()["people"].size() == 2);
}

TEST_CASE("an entry without a name, or with what is no address, is refused") {
  Desk desk;
  CHECK(add_person(desk.office, {.name = "  "}).error().fault == Fault::input);
  CHECK(add_person(desk.office, {.name = "Kim", .emails = {"nowhere"}}).error().fault == Fault::input);
  CHECK(add_person(desk.office, {.name = "Kim", .phones = {"12"}}).error().fault == Fault::input);
}
