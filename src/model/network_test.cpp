#include "model/network.h"

#include "model/tie.h"

#include <doctest/doctest.h>

namespace attache {

TEST_CASE("a planned, cancelled, possible or denied contact did not take place") {
  for (auto const realis : {Realis::planned, Realis::possible, Realis::cancelled, Realis::denied})
    CHECK_FALSE(took_place(realis));
  for (auto const realis : {Realis::asserted, Realis::reported, Realis::photo})
    CHECK(took_place(realis));
}

TEST_CASE("a person is found by id, and nobody by an unknown one") {
  Network const network{.people = {{.id = PersonId{2}}, {.id = PersonId{5}, .name = "홍길동"}}};
  REQUIRE(find_person(network, PersonId{5}) != nullptr);
  CHECK(find_person(network, PersonId{5})->name == "홍길동");
  CHECK(find_person(network, PersonId{3}) == nullptr);
}

TEST_CASE("every realis has a word that reads back") {
  for (auto const realis : {Realis::asserted, Realis::cancelled, Realis::photo})
    CHECK(*parse_realis(to_string(realis)) == realis);
  CHECK(parse_realis("perhaps").error().fault == Fault::input);
  CHECK(to_string(TieState::fresh) == "new");
}

} // namespace attache
