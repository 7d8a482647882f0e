#include "resolve/identify.h"
#include "resolve/tables.h"

#include <array>
#include <doctest/doctest.h>
#include <string>

using namespace attache;
using namespace attache::resolve;

namespace {

Profile person(std::int64_t id, std::string given, std::string family, std::string born, std::string post) {
  Profile out{.record = RecordId{id}, .source = SourceId{1}};
  out.names = {given + " " + family};
  out.given = std::move(given);
  out.family = std::move(family);
  if (!born.empty())
    out.birthdays = {std::move(born)};
  if (!post.empty())
    out.others = {{"Postcode", std::move(post)}};
  return out;
}

// Thirty people, each twice: the second time with a letter lost in the family name.
std::vector<Profile> table() {
  constexpr std::array<char const*, 6> given{"Anna", "Boris", "Clara", "Daniel", "Edith", "Felix"};
  constexpr std::array<char const*, 5> family{"Abramov", "Bertolucci", "Castellano", "Dombrowski", "Eriksson"};
  std::vector<Profile> out;
  for (int i = 0; i < 30; ++i) {
    std::string const first = given[static_cast<std::size_t>(i) % 6];
    std::string const last = family[static_cast<std::size_t>(i) / 6];
    auto const born = std::to_string(1950 + i) + "-03-1" + std::to_string(i % 10);
    auto const post = "AB" + std::to_string(1000 + 37 * i);
    out.push_back(person(2 * i + 1, first, last, born, post));
    out.push_back(person(2 * i + 2, first, last.substr(1), born, post));
  }
  return out;
}

} // namespace

TEST_CASE("people whom a table lists twice are one, and every merge is explained") {
  auto const decisions = same_in_tables(table());
  CHECK(decisions.size() == 30);
  for (auto const& decision : decisions) {
    CHECK(number(decision.b) == number(decision.a) + 1);
    CHECK(decision.probability >= 0.99);
    CHECK(decision.reasons.size() >= 3);
  }
}

TEST_CASE("a table that knows names only merges nobody") {
  auto profiles = table();
  for (auto& profile : profiles) {
    profile.birthdays.clear();
    profile.others.clear();
  }
  CHECK(same_in_tables(profiles).empty());
}

TEST_CASE("a short address list is no table to learn from") {
  auto profiles = table();
  profiles.resize(40);
  CHECK(same_in_tables(profiles).empty());
}

TEST_CASE("what a person took back in a table is not joined again") {
  auto const profiles = table();
  auto decisions = identify(profiles, {}).decisions;
  REQUIRE(!decisions.empty());
  for (std::size_t i = 0; i < decisions.size(); ++i)
    decisions[i].id = DecisionId{static_cast<std::int64_t>(i) + 1};
  auto const first = decisions.front();
  auto back = first;
  back.id = DecisionId{1000};
  back.undoes = first.id;
  back.by = "kim";
  decisions.push_back(back);
  for (auto const& again : identify(profiles, decisions).decisions)
    CHECK_FALSE((again.a == first.a && again.b == first.b));
}
