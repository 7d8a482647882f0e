#include "resolve/train.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace attache::resolve {
namespace {

constexpr std::size_t longest_spelling = 4;
constexpr float unseen = 11; // bits of a spelling that the prior does not have

std::vector<std::size_t> all_symbols(std::u32string_view hangul) {
  std::vector<std::size_t> out;
  for (auto const c : hangul)
    for (auto const symbol : symbols_of(c))
      out.push_back(symbol);
  return out;
}

using SpellingCosts = std::array<std::map<std::string, float, std::less<>>, symbol_count>;
using SpellingCounts = std::array<std::map<std::string, double, std::less<>>, symbol_count>;

SpellingCosts costs_of(Lattice const& lattice) {
  SpellingCosts out;
  for (std::size_t symbol = 0; symbol < symbol_count; ++symbol)
    for (auto const& [latin, bits] : lattice.spellings(symbol))
      out[symbol].emplace(latin, bits);
  return out;
}

double chance_of(SpellingCosts const& costs, std::size_t symbol, std::string_view chunk) {
  auto const found = costs[symbol].find(chunk);
  auto const bits = found == costs[symbol].end() ? unseen + 1.5F * static_cast<float>(chunk.size()) : found->second;
  return std::exp2(-static_cast<double>(bits));
}

using ChanceGrid = std::vector<std::vector<double>>; // [symbol][letter]: probability

ChanceGrid forward(SpellingCosts const& costs, std::vector<std::size_t> const& symbols, std::string_view latin) {
  ChanceGrid grid(symbols.size() + 1, std::vector<double>(latin.size() + 1, 0));
  grid[0][0] = 1;
  for (std::size_t i = 0; i < symbols.size(); ++i)
    for (std::size_t j = 0; j <= latin.size(); ++j)
      if (grid[i][j] > 0)
        for (std::size_t n = 0; n <= longest_spelling && j + n <= latin.size(); ++n)
          grid[i + 1][j + n] += grid[i][j] * chance_of(costs, symbols[i], latin.substr(j, n));
  return grid;
}

ChanceGrid backward(SpellingCosts const& costs, std::vector<std::size_t> const& symbols, std::string_view latin) {
  ChanceGrid grid(symbols.size() + 1, std::vector<double>(latin.size() + 1, 0));
  grid[symbols.size()][latin.size()] = 1;
  for (auto i = symbols.size(); i-- > 0;)
    for (std::size_t j = 0; j <= latin.size(); ++j)
      for (std::size_t n = 0; n <= longest_spelling && j + n <= latin.size(); ++n)
        grid[i][j] += chance_of(costs, symbols[i], latin.substr(j, n)) * grid[i + 1][j + n];
  return grid;
}

// Adds how often each symbol is expected to be written as each chunk, in one pair.
void expect(SpellingCounts& counts, SpellingCosts const& costs, NamePair const& pair) {
  auto const symbols = all_symbols(pair.hangul);
  auto const before = forward(costs, symbols, pair.latin);
  auto const after = backward(costs, symbols, pair.latin);
  auto const total = before.back().back();
  auto const letters = static_cast<double>(pair.latin.size());
  if (total < std::exp2(-9 * (letters + 3))) // no translation but another name
    return;
  std::string_view const latin = pair.latin;
  for (std::size_t i = 0; i < symbols.size(); ++i)
    for (std::size_t j = 0; j <= latin.size(); ++j)
      for (std::size_t n = 0; n <= longest_spelling && j + n <= latin.size(); ++n) {
        auto const share =
            before[i][j] * chance_of(costs, symbols[i], latin.substr(j, n)) * after[i + 1][j + n] / total;
        if (share > 1e-6)
          counts[symbols[i]][std::string{latin.substr(j, n)}] += share;
      }
}

SpellingCosts maximise(SpellingCounts const& counts, SpellingCosts const& prior, float weight) {
  SpellingCosts out;
  for (std::size_t symbol = 0; symbol < symbol_count; ++symbol) {
    double total = 0;
    auto merged = counts[symbol];
    for (auto const& [chunk, bits] : prior[symbol])
      merged[chunk] += static_cast<double>(weight) * std::exp2(-static_cast<double>(bits));
    for (auto const& [chunk, count] : merged)
      total += count;
    for (auto const& [chunk, count] : merged)
      if (auto const bits = -std::log2(count / total); bits < static_cast<double>(unseen) + 2)
        out[symbol].emplace(chunk, static_cast<float>(bits));
  }
  return out;
}

} // namespace

Lattice train(Lattice const& prior, std::span<NamePair const> pairs, int rounds, float weight) {
  auto const start = costs_of(prior);
  auto costs = start;
  for (int round = 0; round < rounds; ++round) {
    SpellingCounts counts;
    for (auto const& pair : pairs)
      expect(counts, costs, pair);
    costs = maximise(counts, start, weight);
  }
  std::array<std::vector<Spelling>, symbol_count> out;
  for (std::size_t symbol = 0; symbol < symbol_count; ++symbol) {
    for (auto const& [chunk, bits] : costs[symbol])
      out[symbol].push_back({.latin = chunk, .bits = bits});
    std::ranges::sort(out[symbol], {},
                      [](Spelling const& one) { return std::tuple(one.bits, std::string_view{one.latin}); });
  }
  return Lattice{std::move(out)};
}

std::vector<Aligned> align(Lattice const& lattice, std::u32string_view hangul, std::string_view latin) {
  auto const symbols = all_symbols(hangul);
  struct Step {
    float cost = never;
    std::size_t length = 0;
  };
  std::vector<std::vector<Step>> best(symbols.size() + 1, std::vector<Step>(latin.size() + 1));
  best[0][0].cost = 0;
  for (std::size_t i = 0; i < symbols.size(); ++i)
    for (std::size_t j = 0; j <= latin.size(); ++j)
      if (best[i][j].cost < never)
        for (auto const& [chunk, bits] : lattice.spellings(symbols[i]))
          if (latin.substr(j).starts_with(chunk))
            if (auto& to = best[i + 1][j + chunk.size()]; best[i][j].cost + bits < to.cost)
              to = {.cost = best[i][j].cost + bits, .length = chunk.size()};
  if (best.back().back().cost >= never)
    return {};
  std::vector<Aligned> out(symbols.size());
  for (auto i = symbols.size(), j = latin.size(); i-- > 0;) {
    auto const length = best[i + 1][j].length;
    j -= length;
    out[i] = {.symbol = symbols[i], .latin = std::string{latin.substr(j, length)}};
  }
  return out;
}

} // namespace attache::resolve
