#include "see/chain_strength.h"

#include "net/net_test.h"
#include "see/contact_paths.h"

#include <cmath>
#include <doctest/doctest.h>
#include <rapidcheck.h>

namespace attache::see {
namespace {

Instant const today{std::chrono::days{19000}};

// Meetings, calls and messages of two at full minutes: over the moment they begin.
Network random_network(int people) {
  Network network;
  for (int i = 1; i <= people; ++i)
    network.people.push_back({.id = PersonId{i}});
  auto const count = *rc::gen::inRange(0, 40);
  for (int i = 0; i < count; ++i) {
    auto const a = *rc::gen::inRange(1, people), b = *rc::gen::inRange(a + 1, people + 1);
    network.contacts.push_back(
        {.id = ContactId{i + 1},
         .kind = *rc::gen::element(ContactKind::meeting, ContactKind::call, ContactKind::message),
         .when = {.from = minute_moment(today - std::chrono::minutes{*rc::gen::inRange(-100'000, 1'500'000)})},
         .people = {PersonId{a}, PersonId{b}}});
  }
  return network;
}

// The same as a kept network; what is beyond `known` was added later.
struct Kept {
  Kept(Network const& network, std::size_t known) {
    net::Material material{.people = static_cast<std::uint32_t>(network.people.size()),
                           .half_life_days = chain_half_life_days};
    std::vector<net::Contact> later;
    for (auto const& contact : network.contacts)
      (material.contacts.size() < known ? material.contacts : later)
          .push_back({.a = static_cast<net::Node>(number(contact.people[0]) - 1),
                      .b = static_cast<net::Node>(number(contact.people[1]) - 1),
                      .at = contact.when.from.at,
                      .kind = static_cast<std::uint8_t>(contact.kind),
                      .weight = weight_of(contact.kind, 2)});
    built = std::make_unique<net::Built>(std::move(material));
    graph = std::make_unique<net::Graph>(built->base);
    for (auto const& contact : later)
      RC_ASSERT(graph->add(contact).has_value());
    for (auto const& person : network.people)
      people.push_back(person.id);
  }
  std::unique_ptr<net::Built> built;
  std::unique_ptr<net::Graph> graph;
  std::vector<PersonId> people;
};

TEST_CASE("chains through a kept network are those through the contacts themselves, on any date") {
  CHECK(rc::check([] {
    auto const people = *rc::gen::inRange(2, 8);
    auto const network = random_network(people);
    Kept const kept{network, *rc::gen::inRange<std::size_t>(0, network.contacts.size() + 1)};
    auto const view = today - std::chrono::minutes{*rc::gen::inRange(-1000, 700'000)};
    PathQuery const query{.from = {PersonId{1}}, .to = PersonId{people}, .max_hops = 4};
    ContactPaths search{*kept.graph, kept.people, network.roles, view};
    auto const ties = chain_ties(network, view);
    auto const found = search.paths(query), expected = paths(network, ties, query, view);
    RC_ASSERT(found.size() == expected.size());
    for (std::size_t i = 0; i < found.size(); ++i)
      RC_ASSERT(std::abs(found[i].probability - expected[i].probability) < 1e-9);
    if (!found.empty() && found[0].probability > expected.back().probability * (1 + 1e-6)) {
      RC_ASSERT(found[0].steps.size() == expected[0].steps.size());
      for (std::size_t i = 0; i < found[0].steps.size(); ++i)
        RC_ASSERT(found[0].steps[i].from == expected[0].steps[i].from);
    }
    RC_ASSERT(search.disjoint_paths(query).size() == disjoint_paths(network, ties, query, view).size());
  }));
}

TEST_CASE("a contact never makes an introduction less likely, and silence never more") {
  CHECK(rc::check([] {
    auto network = random_network(2);
    RC_PRE(!histories(network, today).empty());
    auto const before = chain_strength(histories(network, today).front(), today);
    auto const later = chain_strength(histories(network, today).front(), today + std::chrono::days{30});
    RC_ASSERT(later <= before + 1e-9);
    network.contacts.push_back(
        {.id = ContactId{1000},
         .when = {.from = minute_moment(today - std::chrono::minutes{*rc::gen::inRange(0, 900'000)})},
         .people = {PersonId{1}, PersonId{2}}});
    RC_ASSERT(chain_strength(histories(network, today).front(), today) >= before - 1e-9);
  }));
}

} // namespace
} // namespace attache::see
