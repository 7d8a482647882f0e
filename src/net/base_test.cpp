#include "net/law.h"
#include "net/net_test.h"

#include <algorithm>
#include <doctest/doctest.h>

namespace attache::net {
namespace {

// A view is taken at a full minute.
Instant random_view() { return test_day + std::chrono::minutes{*rc::gen::inRange(-1'400'000, 1'400'000)}; }

TEST_CASE("tables halve as the formula does") {
  for (auto const half_life : {.5, 7., 365., 4000.})
    for (std::uint32_t const minutes : {0U, 1U, 1023U, 1024U, 525'600U, 1'048'576U, 30'000'001U})
      CHECK(Decay{half_life}.after(minutes) == doctest::Approx(std::exp2(minutes / -1440. / half_life)).epsilon(1e-13));
}

TEST_CASE("a power law is a sum of eight halvings to 0.13 %") {
  for (auto const exponent : {.8, 1., 1.5})
    for (auto const scale : {30., 60., 180.}) {
      auto const terms = power_law(exponent, scale, 3650);
      REQUIRE(terms.size() == 8);
      auto worst = 0.;
      for (auto age = 0.; age <= 3650; age += age < 100 ? .5 : 7) {
        auto sum = 0.;
        for (auto const& term : terms)
          sum += term.weight * std::exp2(-age / term.half_life_days);
        worst = std::max(worst, std::abs(sum * std::pow(1 + age / scale, exponent) - 1));
      }
      CAPTURE(exponent);
      CAPTURE(scale);
      CHECK(worst < .0013);
    }
}

TEST_CASE("one look-up gives what adding up all contacts gives, on any date") {
  CHECK(rc::check([] {
    auto const contacts = random_contacts(8, 40);
    Built const built{{.contacts = contacts, .people = 8}};
    auto const view = random_view();
    auto const expected = slow_sums(contacts, view);
    std::vector<double> found(built.base.ties());
    sums(built.base, view, found);
    for (Node a = 0; a < 8; ++a)
      for (Node b = a + 1; b < 8; ++b) {
        auto const slow = expected.contains({a, b}) ? expected.at({a, b}) : 0;
        auto const tie = built.base.find(b, a);
        RC_ASSERT(tie == no_tie || built.base.smaller(tie) == a);
        RC_ASSERT(std::abs((tie == no_tie ? 0 : found[tie]) - slow) <= 1e-12 * (1 + slow));
      }
  }));
}

TEST_CASE("a person holds the ties that have a contact by the date, each with its sum") {
  CHECK(rc::check([] {
    auto const contacts = random_contacts(7, 40);
    auto const known = contacts.size() / 2;
    Built const built{{.contacts = {contacts.begin(), contacts.begin() + static_cast<std::ptrdiff_t>(known)}}};
    Graph graph{built.base};
    for (auto i = known; i < contacts.size(); ++i)
      RC_ASSERT(graph.add(contacts[i]).has_value());
    auto const view = random_view();
    auto expected = slow_sums(contacts, view);
    for (Node person = 0; person < 7; ++person)
      for (auto const& [other, sum] : graph.held(person, {built.base.decay(), view})) {
        std::pair const pair{std::min(person, other), std::max(person, other)};
        RC_ASSERT(expected.contains(pair));
        RC_ASSERT(std::abs(expected.at(pair) - sum) <= 1e-12 * (1 + sum));
        if (person == pair.second)
          expected.erase(pair); // seen from both ends
      }
    RC_ASSERT(expected.empty());
  }));
}

TEST_CASE("adding up contact by contact gives the same, for any law") {
  CHECK(rc::check([] {
    auto const contacts = random_contacts(6, 30);
    Built const built{{.contacts = contacts, .people = 6}};
    auto const view = random_view();
    std::vector<double> once(built.base.ties()), slowly(built.base.ties()), counted(built.base.ties());
    sums(built.base, view, once);
    sums_by_contact(built.base, view, [&](std::uint32_t minutes) { return built.base.decay().after(minutes); }, slowly);
    sums_by_contact(built.base, view, [](std::uint32_t) { return 1.; }, counted);
    for (std::size_t i = 0; i < once.size(); ++i) {
      RC_ASSERT(std::abs(once[i] - slowly[i]) <= 1e-9);
      RC_ASSERT(counted[i] >= slowly[i] - 1e-9);
    }
  }));
}

TEST_CASE("columns of eight halvings give a power law on any later date to 0.13 %") {
  CHECK(rc::check([] {
    Built const built{{.contacts = random_contacts(6, 30), .people = 6}};
    auto const view = random_view();
    auto const later = view + std::chrono::minutes{*rc::gen::inRange(0, 1'000'000)};
    auto const columns = law_columns(built.base, view, power_law(1, 30, 3650));
    std::vector<double> found(built.base.ties());
    sums_by_law(columns, later, found);
    Date const date{built.base.decay(), view};
    auto const waited = std::chrono::duration<double, std::ratio<86400>>(later - view).count();
    for (TieIndex tie = 0; tie < built.base.ties(); ++tie) {
      auto expected = 0.;
      each_weight(built.base, tie, date, [&](double weight, std::uint32_t minutes) {
        expected += weight / (1 + (minutes / 1440. + waited) / 30);
      });
      RC_ASSERT(std::abs(found[tie] - expected) <= .0013 * expected + 1e-9);
    }
  }));
}

TEST_CASE("contacts make the same block in any order") {
  CHECK(rc::check([] {
    auto contacts = random_contacts(6, 20);
    auto const block = *build({.contacts = contacts, .key = "head"});
    for (auto& contact : contacts)
      std::swap(contact.a, contact.b);
    std::ranges::reverse(contacts);
    RC_ASSERT(block == *build({.contacts = contacts, .key = "head"}));
  }));
}

TEST_CASE("a block carries its key, its places and what it was given along") {
  Built const built{{.places = {{.organisation = 7, .sector = 1, .region = 2}}, .people = 3, .key = "k", .extra = "e"}};
  CHECK(built.base.key() == "k");
  CHECK(built.base.extra() == "e");
  CHECK(built.base.people() == 3);
  CHECK(built.base.place(0) == Place{.organisation = 7, .sector = 1, .region = 2});
  CHECK(built.base.place(2) == Place{});
}

TEST_CASE("a person's neighbours are filed in the order of their ties") {
  CHECK(rc::check([] {
    std::vector<Place> places;
    for (Node i = 0; i < 7; ++i)
      places.push_back(
          {.sector = *rc::gen::inRange<std::uint16_t>(0, 3), .region = *rc::gen::inRange<std::uint16_t>(0, 2)});
    Built const built{{.contacts = random_contacts(7, 30), .places = places}};
    Graph const graph{built.base};
    for (Node person = 0; person < 7; ++person) {
      auto const row = built.base.filed(person);
      std::size_t i = 0;
      graph.each_tie(person, [&](Node other, TieIndex tie) {
        RC_ASSERT(built.base.filings()[row[i]] == note_of(places[other]));
        RC_ASSERT(built.base.tie_at(person, i).a == other && built.base.tie_at(person, i).tie == tie);
        ++i;
      });
      RC_ASSERT(i == row.size());
    }
  }));
}

TEST_CASE("a block with any byte changed, or cut anywhere, is refused") {
  CHECK(rc::check([] {
    Built const built{{.contacts = random_contacts(5, 12), .people = 5, .key = "key"}};
    auto words = built.words;
    auto const bytes = std::as_writable_bytes(std::span{words}).first(built.bytes.size());
    RC_ASSERT(!Base::read(bytes.first(*rc::gen::inRange<std::size_t>(0, bytes.size()))));
    bytes[*rc::gen::inRange<std::size_t>(0, bytes.size())] ^= std::byte{*rc::gen::inRange<std::uint8_t>(1, 255)};
    auto const read = Base::read(bytes);
    RC_ASSERT(!read && read.error().fault == Fault::input);
  }));
}

TEST_CASE("contacts that cannot be are refused") {
  CHECK(!build({.contacts = {{.a = 1, .b = 1, .at = test_day}}}));
  CHECK(!build({.contacts = {{.a = 1, .b = 2, .at = test_day, .kind = 8}}}));
  CHECK(!build({.contacts = {{.a = 1, .b = 2, .at = test_day + std::chrono::days{400'000}}}}));
  CHECK(!build({.contacts = {{.a = 1, .b = 2, .at = test_day, .weight = -1}}}));
  CHECK(!build({.half_life_days = 0}));
  Graph graph{Base{}};
  CHECK(!graph.add({.a = 1, .b = 1, .at = test_day}));
}

} // namespace
} // namespace attache::net
