// A million invented people, a fifth of them twice with errors: how long, and how much memory, to say who is who.
#include "names_bench.h"
#include "resolve/registry.h"

#include <chrono>
#include <ctime>
#include <nlohmann/json.hpp>
#include <random>
#include <sys/resource.h>

namespace attache::bench {
namespace {

using namespace attache::resolve;

class Invented {
public:
  // Names of syllables, common ones drawn more often than rare ones.
  std::string word(std::size_t kinds) {
    constexpr std::array<char const*, 12> start{"ba", "ke", "li",  "mo",  "nu",  "sa",
                                                "te", "vi", "dro", "fra", "gle", "pri"};
    constexpr std::array<char const*, 12> end{"ton", "man", "ra", "lis", "berg", "ska",
                                              "dez", "rov", "ne", "mi",  "shaw", "cott"};
    auto const uniform = std::uniform_real_distribution<double>{0, 1}(random_);
    auto number = static_cast<std::size_t>(std::pow(uniform, 2.5) * static_cast<double>(kinds));
    std::string out = start[number % 12];
    for (number /= 12; number > 0; number /= 12)
      out += start[number % 12];
    return out + end[(number + out.size() * 7) % 12];
  }
  std::string digits(std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i)
      out += static_cast<char>('0' + random_() % 10);
    return out;
  }
  std::string date() {
    return std::to_string(1930 + random_() % 70) + "-" + two(1 + random_() % 12) + "-" + two(1 + random_() % 28);
  }
  void spoil(std::string& text) {
    if (!text.empty() && random_() % 3 == 0)
      text[random_() % text.size()] = static_cast<char>('a' + random_() % 26);
    else if (random_() % 6 == 0)
      text.clear();
  }

private:
  static std::string two(std::size_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }
  std::mt19937 random_{20260101};
};

} // namespace

nlohmann::json synthetic() {
  constexpr std::size_t rows = 1'000'000;
  auto const begin = std::clock();
  auto const wall = std::chrono::steady_clock::now();
  Registry registry({{"given", Trait::given},
                     {"family", Trait::family},
                     {"born", Trait::birthday},
                     {"city", Trait::place},
                     {"postcode", Trait::postcode},
                     {"email", Trait::email}});
  Invented invented;
  std::vector<std::uint32_t> truth;
  while (registry.size() < rows) {
    auto const given = invented.word(3000);
    auto const family = invented.word(60000);
    std::vector<std::string> one{given,
                                 family,
                                 invented.date(),
                                 invented.word(2000),
                                 "P" + invented.digits(5),
                                 given + "." + family + invented.digits(2) + "@example.com"};
    auto const number = static_cast<std::uint32_t>(registry.size());
    for (int copy = 0; copy < (number % 5 == 0 ? 2 : 1) && registry.size() < rows; ++copy) {
      registry.add(std::vector<std::string_view>(one.begin(), one.end()));
      truth.push_back(number);
      for (auto& value : one)
        invented.spoil(value);
    }
  }
  auto const pairs = registry_pairs(registry);
  auto const model = RegistryModel::fit(registry, pairs);
  std::vector<ScoredPair> scored;
  for (auto const& [a, b] : pairs)
    if (auto const bits = model.bits(registry, a, b); bits > 0)
      scored.push_back({.a = a, .b = b, .bits = static_cast<float>(bits)});
  auto const clusters =
      registry_clusters(rows, scored, [&](std::uint32_t a, std::uint32_t b) { return model.bits(registry, a, b); });
  Counts counts;
  for (std::uint32_t i = 1; i < rows; ++i)
    if (clusters[i] != i || truth[i] == truth[i - 1])
      counts.add(clusters[i] != i, clusters[i] != i && truth[clusters[i]] == truth[i] && truth[i] == truth[i - 1]);
  int missed = 0;
  for (std::uint32_t i = 1; i < rows; ++i)
    missed += truth[i] == truth[i - 1] && clusters[i] != clusters[i - 1] ? 1 : 0;
  counts.false_negative += missed;
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  auto out = figures(counts);
  out["rows"] = rows;
  out["compared"] = pairs.size();
  out["cpu_seconds"] = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  out["wall_seconds"] = std::chrono::duration<double>(std::chrono::steady_clock::now() - wall).count();
  out["peak_mib"] = used.ru_maxrss / 1024;
  return out;
}

} // namespace attache::bench
