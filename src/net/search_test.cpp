#include "net/net_test.h"
#include "net/reach.h"

#include <algorithm>
#include <doctest/doctest.h>

namespace attache::net {
namespace {

using Costs = std::map<std::pair<Node, Node>, Cost>;

// Ties by themselves, with few different prices so that many chains cost the same.
class Listed final : public Arcs {
public:
  Listed(Node people, Costs const& costs) : arcs_(people) {
    for (auto const& [pair, cost] : costs) {
      arcs_[pair.first].push_back({.cost = cost, .to = pair.second});
      arcs_[pair.second].push_back({.cost = cost, .to = pair.first});
    }
    for (auto& arcs : arcs_)
      std::ranges::sort(arcs, {}, [](Arc const& arc) { return std::pair(arc.cost, arc.to); });
  }
  std::span<Arc const> arcs(Node person) override { return arcs_.at(person); }

private:
  std::vector<std::vector<Arc>> arcs_;
};

Costs random_costs(Node people) {
  Costs costs;
  auto const density = *rc::gen::inRange(10, 100);
  for (Node a = 0; a < people; ++a)
    for (auto b = a + 1; b < people; ++b)
      if (*rc::gen::inRange(0, 100) < density)
        costs[{a, b}] =
            *rc::gen::element<Cost>(0, 0, cost_of(.9), cost_of(.5), cost_of(.5), cost_of(.25), cost_of(.01));
  return costs;
}

// Every chain there is.
struct Oracle {
  Listed& listed;
  Query const& query;
  std::vector<Route> found{};
  void walk(Route const& route) {
    auto const here = route.nodes.at(static_cast<std::size_t>(route.hops));
    if (here == query.target) {
      found.push_back(route);
      return;
    }
    auto const price = route.hops == 0 ? 0 : query.pass(here);
    auto const is_start = route.hops > 0 && std::ranges::find(query.starts, here) != query.starts.end();
    if (route.hops == query.max_hops || price >= no_way || is_start)
      return;
    for (auto const& arc : listed.arcs(here)) {
      auto const end = route.nodes.begin() + route.hops + 1;
      if (std::find(route.nodes.begin(), end, arc.to) != end)
        continue;
      auto next = route;
      next.cost += price + arc.cost;
      next.nodes.at(static_cast<std::size_t>(++next.hops)) = arc.to;
      walk(next);
    }
  }
};

std::vector<Route> slow_routes(Listed& listed, Query const& query) {
  Oracle oracle{listed, query};
  auto starts = query.starts;
  std::ranges::sort(starts);
  starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
  for (auto const start : starts)
    if (start != query.target)
      oracle.walk({.nodes = {start}});
  std::ranges::sort(oracle.found);
  auto count = std::min(query.k, oracle.found.size());
  while (count > 0 && query.slack > 0 && count < oracle.found.size() &&
         oracle.found[count].cost <= oracle.found[query.k - 1].cost + query.slack)
    ++count;
  oracle.found.resize(count);
  return oracle.found;
}

TEST_CASE("the best chains are those that trying every chain finds, equal ones in the same order") {
  CHECK(rc::check([] {
    auto const people = *rc::gen::inRange<Node>(2, 9);
    Listed listed{people, random_costs(people)};
    auto const prices =
        *rc::gen::container<std::vector<Cost>>(people, rc::gen::element<Cost>(0, 0, cost_of(.8), no_way));
    Query const query{.starts = *rc::gen::container<std::vector<Node>>(rc::gen::inRange<Node>(0, people)),
                      .target = *rc::gen::inRange<Node>(0, people),
                      .k = *rc::gen::inRange<std::size_t>(1, 20),
                      .max_hops = *rc::gen::inRange(1, 5),
                      .pass = [&](Node node) { return prices[node]; },
                      .slack = *rc::gen::element<Cost>(0, 0, 1, cost_of(.5))};
    RC_ASSERT(best_routes(listed, query) == slow_routes(listed, query));
  }));
}

TEST_CASE("prices are whole numbers of a unit, there and back") {
  CHECK(cost_of(1) == 0);
  CHECK(cost_of(0) == no_way);
  CHECK(probability_of(no_way) == 0);
  CHECK(probability_of(cost_of(.3)) == doctest::Approx(.3).epsilon(1e-12));
}

TEST_CASE("a clique of free ties gives its shortest chains, smallest numbers first") {
  Costs costs;
  for (Node a = 0; a < 60; ++a)
    for (auto b = a + 1; b < 60; ++b)
      costs[{a, b}] = 0;
  Listed listed{60, costs};
  auto const routes = best_routes(listed, {.starts = {3}, .target = 9, .k = 60});
  REQUIRE(routes.size() == 60);
  CHECK(routes[0].hops == 1);
  CHECK(routes[1].nodes == std::array<Node, 5>{3, 0, 9});
  CHECK(routes[58].nodes == std::array<Node, 5>{3, 59, 9});
  CHECK(routes[59].nodes == std::array<Node, 5>{3, 0, 1, 9});
}

TEST_CASE("a hub of 5,000 ties, beside it a clique of 300, is passed through and not searched in vain") {
  Costs costs;
  for (Node leaf = 1; leaf <= 5000; ++leaf)
    costs[{0, leaf}] = cost_of(.5);
  for (Node a = 5001; a <= 5300; ++a)
    for (auto b = a + 1; b <= 5300; ++b)
      costs[{a, b}] = cost_of(.5);
  costs[{4000, 5001}] = cost_of(.9);
  Listed listed{5301, costs};
  auto const star = best_routes(listed, {.starts = {1}, .target = 4999});
  REQUIRE(star.size() == 1); // a star has one way
  CHECK(star[0].nodes == std::array<Node, 5>{1, 0, 4999});
  auto const over = best_routes(listed, {.starts = {1}, .target = 5001, .k = 3});
  REQUIRE(over.size() == 1);
  CHECK(over[0].nodes == std::array<Node, 5>{1, 0, 4000, 5001});
  auto const into = best_routes(listed, {.starts = {0}, .target = 5300, .k = 3});
  REQUIRE(into.size() == 3);
  CHECK(into[0].nodes == std::array<Node, 5>{0, 4000, 5001, 5300});
  CHECK(into[1].nodes == std::array<Node, 5>{0, 4000, 5001, 5002, 5300}); // equal ones by their numbers
  CHECK(into[2].nodes == std::array<Node, 5>{0, 4000, 5001, 5003, 5300});
}

// Contacts as a lens sees them against what they add up to slowly.
TEST_CASE("what was added is seen at once, as if everything had been built anew") {
  CHECK(rc::check([] {
    auto const before = random_contacts(7, 25), after = random_contacts(9, 10);
    auto all = before;
    all.insert(all.end(), after.begin(), after.end());
    Built const small{{.contacts = before}}, whole{{.contacts = all, .people = 9}};
    Graph growing{small.base};
    Graph const rebuilt{whole.base};
    auto const view = test_day + std::chrono::minutes{*rc::gen::inRange(-500'000, 500'000)};
    Lens lens{growing, view, fading()}, expected{rebuilt, view, fading()};
    for (auto const& contact : after) {
      lens.arcs(contact.a); // remembered before it is added, which must not show
      RC_ASSERT(growing.add(contact).has_value());
    }
    RC_ASSERT(growing.people() <= rebuilt.people());
    for (Node person = 0; person < 9; ++person) {
      auto const arcs = lens.arcs(person), same = expected.arcs(person);
      RC_ASSERT(arcs.size() == same.size());
      for (auto const& arc : arcs) {
        auto const found = std::ranges::find(same, arc.to, &Arc::to);
        RC_ASSERT(found != same.end());
        RC_ASSERT(std::abs(found->cost - arc.cost) <= 1000); // 6e-11: sums were added up in another order
        RC_ASSERT(lens.tie(person, arc.to).contacts == expected.tie(person, arc.to).contacts);
        RC_ASSERT(lens.tie(person, arc.to).last == expected.tie(person, arc.to).last);
        RC_ASSERT(first_of(lens.tie(person, arc.to)) <= lens.tie(person, arc.to).last);
      }
    }
  }));
}

TEST_CASE("a lens that forgets answers the same") {
  Graph graph{Base{}};
  for (Node i = 0; i < 4; ++i)
    CHECK(graph.add({.a = i, .b = i + 1, .at = test_day, .weight = 6}).has_value());
  Lens lens{graph, test_day, fading(), .005, 0};
  auto const routes = best_routes(lens, {.starts = {0}, .target = 4});
  lens.trim();
  CHECK(lens.remembered() == 0);
  CHECK(best_routes(lens, {.starts = {0}, .target = 4}) == routes);
  CHECK(!routes.empty());
}

TEST_CASE("a reach map has for everybody the price of the best chain") {
  CHECK(rc::check([] {
    Built const built{{.contacts = random_contacts(9, 30), .people = 9}};
    Graph const graph{built.base};
    auto const hops = *rc::gen::inRange(1, 5);
    auto const referral = *rc::gen::element(1., .8);
    auto const map = reach(built.base, prices(built.base, test_day), 0, hops, static_cast<float>(-std::log(referral)));
    Lens lens{graph, test_day, fading()};
    for (Node person = 1; person < 9; ++person) {
      auto const routes = best_routes(
          lens,
          {.starts = {0}, .target = person, .k = 1, .max_hops = hops, .pass = [&](Node) { return cost_of(referral); }});
      RC_ASSERT(routes.empty() == (map[person] == no_price));
      if (!routes.empty())
        RC_ASSERT(std::abs(std::exp(-map[person]) - probability_of(routes[0].cost)) < 1e-5);
    }
  }));
}

TEST_CASE("people two steps away have the cheapest chain of two steps, and the place that was asked for") {
  CHECK(rc::check([] {
    std::vector<Place> places;
    for (Node i = 0; i < 8; ++i)
      places.push_back({.sector = static_cast<std::uint16_t>(i % 2), .region = static_cast<std::uint16_t>(i % 3)});
    Built const built{{.contacts = random_contacts(8, 30), .places = places}};
    Graph graph{built.base};
    for (auto const& contact : random_contacts(8, 10))
      RC_ASSERT(graph.add(contact).has_value());
    Lens lens{graph, test_day, fading()};
    std::vector<TwoStep> slow;
    for (Node person = 1; person < 8; ++person) {
      TwoStep best{.person = person, .cost = no_way};
      for (auto const& first : lens.arcs(0))
        for (auto const& second : lens.arcs(first.to))
          if (second.to == person)
            best = std::min(
                best, {.person = person, .over = first.to, .cost = first.cost + second.cost},
                [](auto const& a, auto const& b) { return std::tie(a.cost, a.over) < std::tie(b.cost, b.over); });
      if (best.cost < no_way && person % 2 == 1)
        slow.push_back(best);
    }
    RC_ASSERT(two_steps(lens, 0, {.sector = 1}) == slow);
    std::erase_if(slow, [](TwoStep const& one) { return one.person % 3 != 2; });
    RC_ASSERT(two_steps(lens, 0, {.sector = 1, .region = 2}) == slow);
  }));
}

TEST_CASE("people are found by their place when there are more places than a row has numbers for") {
  std::vector<Place> places;
  for (std::uint32_t i = 0; i < 70'000; ++i)
    places.push_back({.sector = static_cast<std::uint16_t>(i >> 8U), .region = static_cast<std::uint16_t>(i & 255U)});
  Built const built{{.contacts = {{.a = 5, .b = 6, .at = test_day},
                                  {.a = 6, .b = 69'999, .at = test_day},
                                  {.a = 6, .b = 69'998, .at = test_day}},
                     .places = places}};
  Graph const graph{built.base};
  Lens lens{graph, test_day, fading()};
  auto const found = two_steps(lens, 5, {.sector = places[69'999].sector, .region = places[69'999].region});
  REQUIRE(found.size() == 1);
  CHECK(found[0].person == 69'999);
  CHECK(two_steps(lens, 5, {.sector = places[69'999].sector}).size() == 2);
  CHECK(two_steps(lens, 5, {.sector = 9'999}).empty());
}

TEST_CASE("an empty past and strangers have no chains") {
  Built const built{{.contacts = {{.a = 0, .b = 1, .at = test_day}}, .people = 3}};
  Graph const graph{built.base};
  Lens early{graph, test_day - std::chrono::days{1}, fading()}, lens{graph, test_day, fading()};
  CHECK(best_routes(early, {.starts = {0}, .target = 1}).empty());
  CHECK(best_routes(lens, {.starts = {0}, .target = 1}).size() == 1);
  CHECK(best_routes(lens, {.starts = {0}, .target = 2}).empty());
  CHECK(best_routes(lens, {.starts = {}, .target = 1}).empty());
  CHECK(best_routes(lens, {.starts = {1}, .target = 1}).empty());
}

} // namespace
} // namespace attache::net
