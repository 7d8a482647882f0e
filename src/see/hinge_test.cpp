#include "see/hinge.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <set>

namespace attache::see {
namespace {

Tie between(int a, int b) { return {.a = PersonId{a}, .b = PersonId{b}, .strength = .5, .state = TieState::active}; }

// The oracle: leave one person out and count who is still reached.
std::size_t reached(std::vector<Tie> const& ties, PersonId from, PersonId without) {
  std::set<PersonId> seen{from};
  for (bool grew = true; grew;) {
    grew = false;
    for (auto const& tie : ties)
      if (tie.a != without && tie.b != without && seen.contains(tie.a) != seen.contains(tie.b)) {
        seen.insert({tie.a, tie.b});
        grew = true;
      }
  }
  return seen.size();
}

TEST_CASE("the only way to two people is a hinge for both") {
  auto const found = hinges({between(1, 2), between(2, 3), between(2, 4), between(1, 5)}, PersonId{1});
  REQUIRE(found.size() == 1);
  CHECK(found[0].person == PersonId{2});
  CHECK(found[0].reach == 2);
}

TEST_CASE("a second way makes nobody a hinge") {
  CHECK(hinges({between(1, 2), between(2, 3), between(3, 1)}, PersonId{1}).empty());
}

TEST_CASE("a lapsed tie is no second way") {
  std::vector ties{between(1, 2), between(2, 3), between(3, 1)};
  ties[2].state = TieState::lapsed;
  CHECK(hinges(ties, PersonId{1}).size() == 1);
}

TEST_CASE("hinges are those whose loss cuts off exactly so many others") {
  CHECK(rc::check([] {
    std::vector<Tie> ties;
    auto const count = *rc::gen::inRange(0, 14);
    for (int i = 0; i < count; ++i) {
      auto const a = *rc::gen::inRange(1, 9);
      auto const b = *rc::gen::inRange(1, 9);
      if (a != b)
        ties.push_back(between(a, b));
    }
    auto const all = reached(ties, PersonId{1}, PersonId{0});
    auto const found = hinges(ties, PersonId{1});
    for (int id = 2; id < 9; ++id) {
      auto const with = std::ranges::find(found, PersonId{id}, &Hinge::person);
      auto const reach = with == found.end() ? 0 : with->reach;
      auto const before = all - reached(ties, PersonId{1}, PersonId{id});
      RC_ASSERT(static_cast<std::size_t>(reach) == (before == 0 ? 0 : before - 1));
    }
  }));
}

} // namespace
} // namespace attache::see
