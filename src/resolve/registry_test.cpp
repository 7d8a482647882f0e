#include "resolve/registry_levels.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <random>
#include <rapidcheck.h>

using namespace attache;
using namespace attache::resolve;

namespace {

using Line = std::vector<std::string>;

// Forty people, each twice, the second time with an error.
std::vector<Line> people() {
  std::vector<Line> out;
  constexpr std::array<char const*, 8> given{"anna", "boris", "clara", "daniel", "edith", "felix", "greta", "hugo"};
  constexpr std::array<char const*, 5> family{"abramov", "bertolucci", "castellano", "dombrowski", "eriksson"};
  for (int i = 0; i < 40; ++i) {
    auto const birthday = std::to_string(1950 + i) + "-0" + std::to_string(1 + i % 9) + "-1" + std::to_string(i % 10);
    auto const post = "AB" + std::to_string(1000 + 37 * i);
    std::string const first = given[static_cast<std::size_t>(i) % 8];
    std::string const last = family[static_cast<std::size_t>(i) / 8];
    out.push_back({first, last, birthday, post});
    out.push_back(i % 2 == 0 ? Line{last, first, birthday, post} : Line{first, last.substr(1), birthday, ""});
  }
  return out;
}

Registry registry_of(std::vector<Line> const& lines) {
  Registry out(
      {{"given", Trait::given}, {"family", Trait::family}, {"born", Trait::birthday}, {"post", Trait::postcode}});
  for (auto const& line : lines)
    out.add(std::vector<std::string_view>(line.begin(), line.end()));
  return out;
}

std::vector<std::uint32_t> clusters_of(Registry const& registry) {
  auto const pairs = registry_pairs(registry);
  auto const model = RegistryModel::fit(registry, pairs);
  std::vector<ScoredPair> scored;
  for (auto const& [a, b] : pairs)
    scored.push_back({.a = a, .b = b, .bits = static_cast<float>(model.bits(registry, a, b))});
  return registry_clusters(registry.size(), scored,
                           [&](std::uint32_t a, std::uint32_t b) { return model.bits(registry, a, b); });
}

} // namespace

TEST_CASE("a date is read in whatever way it is written") {
  CHECK(date_number("1978-11-12") == 19781112);
  CHECK(date_number("11/12/1978") == 19781112);
  CHECK(date_number("20/8/1991") == 19910820);
  CHECK(date_number("8/20/91") == 19910820);
  CHECK(date_number("Mar 1 1970") == 19700301);
  CHECK(date_number("24-May-11") == 20110524);
  CHECK(date_number("19560409") == 19560409);
  CHECK(date_number("1965") == 19650000);
  CHECK(date_number("unknown") == 0);
  CHECK(date_number("") == 0);
}

TEST_CASE("rows of one person come together although names are swapped and letters lost") {
  auto const lines = people();
  auto const found = clusters_of(registry_of(lines));
  for (std::uint32_t i = 0; i < lines.size(); i += 2) {
    CHECK(found[i] == i);
    CHECK(found[i + 1] == i);
  }
}

TEST_CASE("the clusters are the same whatever the order of the rows") {
  auto lines = people();
  lines.resize(48); // every shuffle is fitted anew: fewer rows and more shuffles see more orders in less time
  for (unsigned seed = 1; seed <= 60; ++seed) {
    std::vector<std::size_t> order(lines.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::shuffle(order, std::mt19937{seed});
    std::vector<Line> shuffled;
    for (auto const i : order)
      shuffled.push_back(lines[i]);
    auto const found = clusters_of(registry_of(shuffled));
    for (std::size_t i = 0; i < order.size(); ++i)
      for (std::size_t j = 0; j < i; ++j)
        REQUIRE((found[i] == found[j]) == (order[i] / 2 == order[j] / 2));
  }
}

TEST_CASE("the waterfall of a pair sums to its bits") {
  auto const lines = people();
  auto const registry = registry_of(lines);
  auto const model = RegistryModel::fit(registry, registry_pairs(registry));
  for (std::uint32_t i = 0; i + 2 < lines.size(); ++i) {
    double sum = 0;
    for (auto const& reason : model.reasons(registry, i, i + 2))
      sum += reason.bits;
    CHECK(sum == doctest::Approx(model.bits(registry, i, i + 2)).epsilon(1e-4));
  }
}

TEST_CASE("what is missing says nothing, and what differs speaks against") {
  auto lines = people();
  lines.push_back({"anna", "abramov", "", ""});
  lines.push_back({"anna", "abramov", "1911-07-23", ""});
  auto const registry = registry_of(lines);
  auto const model = RegistryModel::fit(registry, registry_pairs(registry));
  auto const last = static_cast<std::uint32_t>(lines.size()) - 1;
  CHECK(model.bits(registry, 0, last - 1) > model.bits(registry, 0, last));
}

TEST_CASE("a cluster does not take in a row that most of its members contradict") {
  auto const score = [](std::uint32_t a, std::uint32_t b) { return b == 3 && a == 0 ? 8.0 : b == 3 ? -15.0 : 12.0; };
  std::vector<ScoredPair> const pairs{{0, 1, 12}, {1, 2, 12}, {0, 2, 12}, {0, 3, 8}};
  CHECK(registry_clusters(4, pairs, score) == std::vector<std::uint32_t>{0, 0, 0, 3});
}

TEST_CASE("a registry without rows has no pairs and a model that says nothing") {
  auto const registry = registry_of({});
  CHECK(registry_pairs(registry).empty());
  CHECK(RegistryModel::fit(registry, {}).prior_bits() < 0);
}

TEST_CASE("edits count as Levenshtein does where no neighbours are swapped") {
  CHECK(rc::check([] {
    auto const word = rc::gen::container<std::string>(rc::gen::elementOf(std::string{"abc"}));
    auto const a = (*word).substr(0, 12);
    auto const b = (*word).substr(0, 12);
    auto const distance = edits(a, b, 20);
    RC_ASSERT(distance == edits(b, a, 20));
    RC_ASSERT((distance == 0) == (a == b));
    RC_ASSERT(distance <= static_cast<int>(std::max(a.size(), b.size())));
    RC_ASSERT(edits(a, b, 1) == std::min(distance, 2));
  }));
}
