#include "see/asked.h"

#include <doctest/doctest.h>

namespace attache::see {
namespace {

Instant const today{std::chrono::days{19000}};

Contact contact(std::string title, int days_ago, std::vector<PersonId> people, Realis realis = Realis::asserted) {
  return {.id = ContactId{1},
          .kind = ContactKind::message,
          .when = {.from = minute_moment(today - std::chrono::days{days_ago})},
          .people = std::move(people),
          .title = std::move(title),
          .realis = realis};
}

TEST_CASE("whoever was written to about an introduction was asked, by its words in English and Korean") {
  PersonId const me{1}, one{2}, two{3};
  Network const network{.contacts = {contact("Introduction to Ann", 10, {me, one}), contact("Intro?", 5, {me, one}),
                                     contact("소개 부탁드립니다", 20, {me, two})}};
  auto const asked = asked_lately(network, {me}, today);
  REQUIRE(asked.size() == 2);
  CHECK(asked[0].who == one);
  CHECK(asked[0].times == 2);
  CHECK(asked[0].last == today - std::chrono::days{5});
  CHECK(asked[1].who == two);
}

TEST_CASE("other words, older asking, what never happened and what others asked do not count") {
  PersonId const me{1}, one{2}, two{3};
  Network const network{.contacts = {contact("Introspection", 5, {me, one}), contact("Lunch", 5, {me, one}),
                                     contact("Intro", 91, {me, one}), contact("Intro", -1, {me, one}),
                                     contact("Intro", 5, {one, two}),
                                     contact("Intro", 5, {me, one}, Realis::cancelled)}};
  CHECK(asked_lately(network, {me}, today).empty());
  CHECK(asked_lately(network, {me}, today - std::chrono::days{5}).size() == 1); // 86 days before that date
  CHECK(asked_lately(network, {two}, today).size() == 1);
}

} // namespace
} // namespace attache::see
