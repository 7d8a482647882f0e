#include "see/path.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <random>
#include <rapidcheck.h>
#include <set>

namespace attache::see {
namespace {

Instant const today{std::chrono::days{19000}};

Tie tie(int a, int b, double strength) {
  return {.a = PersonId{a}, .b = PersonId{b}, .strength = strength, .contacts = 3, .meetings = 2, .last = today};
}

std::vector<int> people_of(Chain const& chain) {
  std::vector<int> people;
  for (auto const& step : chain.steps)
    people.push_back(static_cast<int>(number(step.from)));
  people.push_back(static_cast<int>(number(chain.steps.back().to)));
  return people;
}

// The obvious slow way: every simple path.
struct Oracle {
  std::vector<Tie> const& ties;
  PathQuery const& query;
  std::vector<std::pair<double, std::vector<PersonId>>> found{};

  void walk(std::vector<PersonId> const& path, double probability) {
    auto const here = path.back();
    if (here == query.to) {
      found.emplace_back(probability, path);
      return;
    }
    auto const has = [](auto const& list, auto id) { return std::ranges::find(list, id) != list.end(); };
    auto const first = path.size() == 1;
    if (static_cast<int>(path.size()) > query.max_hops ||
        (!first && (has(query.without_people, here) || has(query.from, here))))
      return;
    for (auto const& one : ties) {
      if ((one.a != here && one.b != here) || one.strength < query.least_strength)
        continue;
      auto const next = one.a == here ? one.b : one.a;
      if (has(path, next))
        continue;
      auto longer = path;
      longer.push_back(next);
      auto const asked = static_cast<double>(std::ranges::count(query.asked_lately, here));
      walk(longer, probability * one.strength * (first ? 1 : query.referral * std::pow(query.fatigue, asked)));
    }
  }
  std::vector<std::pair<double, std::vector<PersonId>>> best() {
    for (auto const start : query.from)
      if (start != query.to)
        walk({start}, 1);
    std::ranges::sort(found, [](auto const& x, auto const& y) {
      return std::tuple(-x.first, x.second.size(), x.second) < std::tuple(-y.first, y.second.size(), y.second);
    });
    if (found.size() > static_cast<std::size_t>(query.k))
      found.resize(static_cast<std::size_t>(query.k));
    return found;
  }
};

std::vector<Tie> random_ties(int people) {
  std::vector<Tie> ties;
  for (int a = 1; a <= people; ++a)
    for (int b = a + 1; b <= people; ++b)
      if (*rc::gen::inRange(0, 100) < 55) // strengths in a few steps, so that many chains are equal
        ties.push_back(
            tie(a, b, *rc::gen::element(0.001, .125, .25, .5, .75, .9, *rc::gen::inRange(1, 1000) / 1000.0)));
  return ties;
}

PathQuery random_query(int people) {
  PathQuery query{.from = {PersonId{1}},
                  .to = PersonId{people},
                  .k = *rc::gen::inRange(1, 8),
                  .max_hops = *rc::gen::inRange(1, 5),
                  .referral = *rc::gen::element(1.0, .5, .8)};
  if (*rc::gen::arbitrary<bool>())
    query.from.push_back(PersonId{2});
  if (*rc::gen::arbitrary<bool>())
    query.without_people.push_back(PersonId{*rc::gen::inRange(1, people + 1)});
  if (*rc::gen::arbitrary<bool>())
    query.asked_lately.push_back(PersonId{*rc::gen::inRange(1, people + 1)});
  return query;
}

TEST_CASE("the k best chains are those that trying every chain finds") {
  CHECK(rc::check([] {
    auto const people = *rc::gen::inRange(2, 8);
    auto const ties = random_ties(people);
    auto const query = random_query(people);
    auto const chains = paths({}, ties, query, today);
    auto const expected = Oracle{ties, query}.best();
    RC_ASSERT(chains.size() == expected.size());
    for (std::size_t i = 0; i < chains.size(); ++i)
      RC_ASSERT(std::abs(chains[i].probability - expected[i].first) < 1e-12);
  }));
}

TEST_CASE("chains come best first, repeat nobody, keep the hop limit and multiply to their probability") {
  CHECK(rc::check([] {
    auto const people = *rc::gen::inRange(2, 12);
    auto const query = random_query(people);
    auto before = 1.0;
    for (auto const& chain : paths({}, random_ties(people), query, today)) {
      RC_ASSERT(chain.probability <= before * (1 + 1e-12));
      before = chain.probability;
      auto const nodes = people_of(chain);
      RC_ASSERT(std::set<int>(nodes.begin(), nodes.end()).size() == nodes.size());
      RC_ASSERT(static_cast<int>(chain.steps.size()) <= query.max_hops);
      auto product = 1.0;
      for (auto const& step : chain.steps)
        product *= step.probability;
      RC_ASSERT(std::abs(product - chain.probability) < 1e-12);
    }
  }));
}

TEST_CASE("the order of ties does not matter") {
  CHECK(rc::check([] {
    auto const people = *rc::gen::inRange(2, 9);
    auto ties = random_ties(people);
    auto const query = random_query(people);
    auto const expected = paths({}, ties, query, today);
    std::mt19937 shuffle{*rc::gen::arbitrary<std::uint32_t>()};
    std::ranges::shuffle(ties, shuffle);
    auto const chains = paths({}, ties, query, today);
    RC_ASSERT(std::ranges::equal(chains, expected, {}, people_of, people_of));
  }));
}

TEST_CASE("a finder that is asked many questions answers each like paths()") {
  CHECK(rc::check([] {
    auto const people = *rc::gen::inRange(2, 9);
    auto const ties = random_ties(people);
    PathFinder const finder{ties};
    for (int i = 0; i < 3; ++i) {
      auto query = random_query(people);
      query.least_strength = *rc::gen::element(.005, .2, .6);
      auto const chains = finder.paths({}, query, today);
      RC_ASSERT(std::ranges::equal(chains, paths({}, ties, query, today), {}, people_of, people_of));
    }
  }));
}

TEST_CASE("excluded people and people of excluded organisations do not introduce") {
  auto const ties = std::vector{tie(1, 2, .9), tie(2, 9, .9), tie(1, 3, .5), tie(3, 9, .5)};
  PathQuery query{.from = {PersonId{1}}, .to = PersonId{9}};
  CHECK(people_of(paths({}, ties, query, today)[0]) == std::vector{1, 2, 9});
  query.without_people = {PersonId{2}};
  CHECK(people_of(paths({}, ties, query, today)[0]) == std::vector{1, 3, 9});
  query.without_people = {};
  query.without_organisations = {OrganisationId{50}};
  Network const network{.roles = {{.person = PersonId{2}, .organisation = OrganisationId{50}, .title = "CEO"}}};
  CHECK(people_of(paths(network, ties, query, today)[0]) == std::vector{1, 3, 9});
}

TEST_CASE("a long chain of perfect ties loses to a short one of good ties, by the price of each referral") {
  auto const ties = std::vector{tie(1, 2, 1), tie(2, 3, 1), tie(3, 9, 1), tie(1, 4, .9), tie(4, 9, .9)};
  auto const chains = paths({}, ties, {.from = {PersonId{1}}, .to = PersonId{9}}, today);
  REQUIRE(chains.size() == 2);
  CHECK(people_of(chains[0]) == std::vector{1, 4, 9});
  CHECK(chains[0].probability == doctest::Approx(.9 * .9 * .8));
  CHECK(chains[0].steps[0].reason == "2 meetings, 1 other contact, last 2022-01-08");
}

TEST_CASE("somebody who was asked lately is spared") {
  auto const ties = std::vector{tie(1, 2, .9), tie(2, 9, .9), tie(1, 3, .8), tie(3, 9, .8)};
  PathQuery query{.from = {PersonId{1}}, .to = PersonId{9}, .asked_lately = {PersonId{2}}};
  CHECK(people_of(paths({}, ties, query, today)[0]) == std::vector{1, 3, 9});
}

TEST_CASE("disjoint chains share no introducer") {
  CHECK(rc::check([] {
    auto const people = *rc::gen::inRange(3, 12);
    auto const ties = random_ties(people);
    auto const query = random_query(people);
    auto const chains = disjoint_paths({}, ties, query, today);
    std::set<PersonId> introducers;
    for (auto const& chain : chains)
      for (std::size_t i = 1; i < chain.steps.size(); ++i)
        RC_ASSERT(introducers.insert(chain.steps[i].from).second);
    auto best = query;
    best.k = 1;
    auto const first = paths({}, ties, best, today);
    RC_ASSERT(first.empty() == chains.empty());
    if (!first.empty())
      RC_ASSERT(people_of(first[0]) == people_of(chains[0]));
  }));
}

TEST_CASE("nobody reaches themselves, a stranger, or anything with no question asked") {
  auto const ties = std::vector{tie(1, 2, .9)};
  CHECK(paths({}, ties, {.from = {PersonId{1}}, .to = PersonId{1}}, today).empty());
  CHECK(paths({}, ties, {.from = {PersonId{1}}, .to = PersonId{7}}, today).empty());
  CHECK(paths({}, ties, {.from = {}, .to = PersonId{2}}, today).empty());
  CHECK(paths({}, {}, {.from = {PersonId{1}}, .to = PersonId{2}}, today).empty());
}

TEST_CASE("a clique and a hub of equal ties answer at once") {
  std::vector<Tie> ties;
  for (int a = 1; a <= 200; ++a)
    for (int b = a + 1; b <= 200; ++b)
      ties.push_back(tie(a, b, .5));
  for (int b = 1000; b < 6000; ++b)
    ties.push_back(tie(1, b, .5));
  auto const chains = paths({}, ties, {.from = {PersonId{5000}}, .to = PersonId{200}, .max_hops = 4}, today);
  REQUIRE(chains.size() == 5);
  CHECK(people_of(chains[0]) == std::vector{5000, 1, 200});
  CHECK(people_of(chains[1]) == std::vector{5000, 1, 2, 200});
}

} // namespace
} // namespace attache::see
