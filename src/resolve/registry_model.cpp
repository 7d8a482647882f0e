#include "resolve/registry_levels.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace attache::resolve {
namespace {

std::size_t levels_of(Trait trait) {
  switch (trait) {
  case Trait::given:
  case Trait::family:
  case Trait::birthday: return 5;
  case Trait::full_name: return 2;
  default: return 4;
  }
}

// Before anything is learnt: how often records of one person agree so well.
std::array<double, RegistryModel::most_levels> usual(Trait trait) {
  switch (trait) {
  case Trait::given: return {0, .72, .1, .1, .04, .04};
  case Trait::family: return {0, .82, .01, .1, .03, .04};
  case Trait::full_name: return {0, .7, .3, 0, 0, 0};
  case Trait::birthday: return {0, .8, .12, .03, .03, .02};
  case Trait::identifier: return {0, .88, .08, .02, .02, 0};
  case Trait::category: return {0, .85, .03, .02, .1, 0};
  default: return {0, .75, .1, .05, .1, 0};
  }
}

} // namespace

RegistryModel::Seen RegistryModel::compare(Registry const& registry, std::uint32_t a, std::uint32_t b) const {
  Seen out;
  for (std::size_t f = 0; f < features_.size(); ++f) {
    auto const& feature = features_[f];
    if (feature.trait == Trait::given || feature.trait == Trait::family || feature.trait == Trait::full_name)
      continue;
    std::uint8_t best = 0;
    for (auto const x : feature.columns)
      for (auto const y : feature.columns) {
        auto const left = registry.value(a, x);
        auto const right = registry.value(b, y);
        if (left == 0 || right == 0 || best == 1)
          continue;
        auto const& known = registry.known(x, left);
        auto const same = x == y ? left == right : known.text == registry.known(y, right).text;
        auto const level = same ? std::uint8_t{1} : level_of(feature.trait, known, registry.known(y, right));
        if (level != 0 && (best == 0 || level < best)) {
          best = level;
          out.rarity[f] = level == 1 ? rarity(registry, x, left) : 0;
        }
      }
    out.level[f] = best;
  }
  compare_names(registry, a, b, out);
  if (rest_ != none)
    compare_rest(registry, a, b, out);
  return out;
}

float RegistryModel::rarity(Registry const& registry, std::size_t column, std::uint32_t number) {
  auto const bearers = std::max(1.0, static_cast<double>(registry.known(column, number).count));
  return static_cast<float>(std::log2(static_cast<double>(registry.size()) / bearers));
}

// One part of a name in both rows; the columns share their values, so that numbers compare across them.
RegistryModel::Part RegistryModel::compare_part(Registry const& registry, std::size_t feature, std::uint32_t x,
                                                std::uint32_t y) const {
  if (x == 0 || y == 0)
    return {};
  auto const column = features_[feature].columns.front();
  Part out{.level = x == y ? std::uint8_t{1} : word_level(registry.known(column, x), registry.known(column, y))};
  out.rarity = x == y ? rarity(registry, column, x) : 0;
  out.bits = features_[feature].bits[out.level] + out.rarity;
  return out;
}

// Given and family name, as they stand or swapped, whichever fits better.
void RegistryModel::compare_names(Registry const& registry, std::uint32_t a, std::uint32_t b, Seen& out) const {
  auto const value = [&](std::size_t feature, std::uint32_t row) {
    return registry.value(row, features_[feature].columns.front());
  };
  auto const keep = [&](std::size_t feature, Part const& part) {
    out.level[feature] = part.level;
    out.rarity[feature] = part.rarity;
  };
  if (given_ == none || family_ == none) {
    if (auto const only = std::min(given_, family_); only != none)
      keep(only, compare_part(registry, only, value(only, a), value(only, b)));
    return;
  }
  auto given = compare_part(registry, given_, value(given_, a), value(given_, b));
  auto family = compare_part(registry, family_, value(family_, a), value(family_, b));
  auto const doubtful = [](Part const& part) { return part.level == 0 || part.level > 3; };
  if (doubtful(given) && doubtful(family)) {
    constexpr float swapped = -5; // bits of names being swapped
    auto cross_given = compare_part(registry, given_, value(given_, a), value(family_, b));
    auto const cross_family = compare_part(registry, family_, value(family_, a), value(given_, b));
    if (cross_given.bits + cross_family.bits + swapped > given.bits + family.bits) {
      given = cross_given;
      given.rarity += swapped;
      family = cross_family;
    }
  }
  keep(given_, given);
  keep(family_, family);
}

// The words of a full name that are neither given nor family name.
std::vector<std::string_view> RegistryModel::other_words(Registry const& registry, std::uint32_t row) const {
  std::vector<std::string_view> out;
  auto const column = features_[rest_].columns.front();
  auto const number = registry.value(row, column);
  if (number == 0)
    return out;
  auto const is_part = [&](std::string_view word, std::size_t feature) {
    if (feature == none)
      return false;
    auto const part = registry.value(row, features_[feature].columns.front());
    return part != 0 && registry.known(features_[feature].columns.front(), part).text == word;
  };
  for (std::string_view const word : registry.known(column, number).words)
    if (word.size() > 2 && !is_part(word, given_) && !is_part(word, family_))
      out.push_back(word);
  return out;
}

void RegistryModel::compare_rest(Registry const& registry, std::uint32_t a, std::uint32_t b, Seen& out) const {
  auto const left = other_words(registry, a);
  if (left.empty())
    return;
  auto const right = other_words(registry, b);
  if (right.empty())
    return;
  bool const shared =
      std::ranges::any_of(left, [&](auto word) { return std::ranges::find(right, word) != right.end(); });
  out.level[rest_] = shared ? 1 : 2;
}

void RegistryModel::set_bits() {
  for (auto& feature : features_)
    for (std::size_t level = 1; level <= feature.levels; ++level)
      feature.bits[level] = static_cast<float>(std::log2(feature.same[level] / feature.chance[level]));
  // An agreeing value counts by its own rarity: only how often one person's records agree is left here.
  for (auto& feature : features_)
    if (feature.trait != Trait::full_name)
      feature.bits[1] = static_cast<float>(std::log2(feature.same[1]));
}

double RegistryModel::sum(Seen const& seen) const {
  double out = 0;
  for (std::size_t f = 0; f < features_.size(); ++f)
    if (seen.level[f] != 0)
      out += static_cast<double>(features_[f].bits[seen.level[f]] + seen.rarity[f]);
  return out;
}

// Columns of streets are one feature: addresses slip from one line to another.
void RegistryModel::lay_out(Registry const& registry) {
  for (std::size_t column = 0; column < registry.columns().size() && features_.size() < most_features; ++column) {
    auto const trait = registry.columns()[column].trait;
    auto const same_trait = [&](Feature const& feature) { return feature.trait == trait; };
    if (auto const street = std::ranges::find_if(features_, same_trait);
        trait == Trait::street && street != features_.end()) {
      street->columns.push_back(column);
      continue;
    }
    auto& place = trait == Trait::given ? given_ : trait == Trait::family ? family_ : rest_;
    if (trait == Trait::given || trait == Trait::family || trait == Trait::full_name) {
      if (place != none)
        continue; // one of each
      place = features_.size();
    }
    features_.push_back({.name = registry.columns()[column].name,
                         .columns = {column},
                         .trait = trait,
                         .levels = levels_of(trait),
                         .same = usual(trait),
                         .chance = {0, .01, .01, .02, .05, .9}});
  }
  set_bits();
}

// Pairs of rows at random, always the same ones.
void RegistryModel::learn_chance(Registry const& registry) {
  constexpr std::uint64_t samples = 100'000;
  std::vector<std::array<double, most_levels>> counts(features_.size());
  auto const count = [&](std::uint32_t a, std::uint32_t b) {
    auto const seen = compare(registry, a, b);
    for (std::size_t f = 0; f < features_.size(); ++f)
      ++counts[f][seen.level[f]];
  };
  auto const rows = static_cast<std::uint32_t>(registry.size());
  if (std::uint64_t{rows} * (rows - 1) / 2 <= samples) { // all pairs are fewer than a sample of them
    for (std::uint32_t a = 0; a < rows; ++a)
      for (auto b = a + 1; b < rows; ++b)
        count(a, b);
  } else {
    std::uint64_t state = 88172645463325252U;
    auto const row = [&] {
      state ^= state << 13U;
      state ^= state >> 7U;
      state ^= state << 17U;
      return static_cast<std::uint32_t>(state % registry.size());
    };
    for (std::uint64_t i = 0; i < samples; ++i)
      if (auto const a = row(), b = row(); a != b)
        count(a, b);
  }
  for (std::size_t f = 0; f < features_.size(); ++f) {
    auto& feature = features_[f];
    double total = 0;
    for (std::size_t level = 1; level <= feature.levels; ++level)
      total += counts[f][level] + 0.5;
    for (std::size_t level = 1; level <= feature.levels; ++level)
      feature.chance[level] = (counts[f][level] + 0.5) / total;
  }
  set_bits();
}

// One round: what share of pairs is one person, and how well their fields agree.
void RegistryModel::learn_agreement(std::span<Seen const> sample, double all_pairs, double each_stands_for) {
  constexpr double faith = 30; // how many pairs the shipped priors count for
  std::vector<std::array<double, most_levels>> counts(features_.size());
  double found = 0;
  for (auto const& seen : sample) {
    auto const p = 1 / (1 + std::exp2(-(prior_ + sum(seen))));
    found += p;
    for (std::size_t f = 0; f < features_.size(); ++f)
      counts[f][seen.level[f]] += p;
  }
  for (std::size_t f = 0; f < features_.size(); ++f) {
    auto& feature = features_[f];
    auto const before = usual(feature.trait);
    double total = faith;
    for (std::size_t level = 1; level <= feature.levels; ++level)
      total += counts[f][level];
    for (std::size_t level = 1; level <= feature.levels; ++level)
      feature.same[level] = (counts[f][level] + faith * before[level]) / total;
  }
  prior_ = std::log2(std::max(1.0, found * each_stands_for) / all_pairs);
  set_bits();
}

RegistryModel RegistryModel::fit(Registry const& registry, std::span<RowPair const> pairs) {
  constexpr std::size_t most = 300'000; // pairs that are learnt from
  constexpr int rounds = 12;
  RegistryModel out;
  out.lay_out(registry);
  if (registry.size() < 2)
    return out;
  out.learn_chance(registry);
  auto const rows = static_cast<double>(registry.size());
  auto const all = rows * (rows - 1) / 2;
  out.prior_ = std::log2(rows / all);
  auto const step = std::max<std::size_t>(1, pairs.size() / most);
  std::vector<Seen> sample;
  for (std::size_t i = 0; i < pairs.size(); i += step)
    sample.push_back(out.compare(registry, pairs[i].first, pairs[i].second));
  for (int round = 0; round < rounds; ++round)
    out.learn_agreement(sample, all, static_cast<double>(step));
  return out;
}

double RegistryModel::bits(Registry const& registry, std::uint32_t a, std::uint32_t b) const {
  return prior_ + sum(compare(registry, a, b));
}

std::vector<Reason> RegistryModel::reasons(Registry const& registry, std::uint32_t a, std::uint32_t b) const {
  auto const seen = compare(registry, a, b);
  std::vector<Reason> out;
  for (std::size_t f = 0; f < features_.size(); ++f) {
    if (seen.level[f] == 0)
      continue;
    auto const column = features_[f].columns.front();
    auto const shown = [&](std::uint32_t row) {
      auto const number = registry.value(row, column);
      return number == 0 ? std::string{"-"} : registry.known(column, number).text;
    };
    auto const x = shown(a);
    auto const y = shown(b);
    out.push_back({.field = features_[f].name,
                   .detail = x == y ? fmt::format("{} in both", x) : fmt::format("{} and {}", x, y),
                   .bits = static_cast<double>(features_[f].bits[seen.level[f]] + seen.rarity[f])});
  }
  std::ranges::stable_sort(out, std::greater{}, [](Reason const& reason) { return std::abs(reason.bits); });
  out.push_back({.field = "prior", .detail = "two rows at random", .bits = prior_});
  return out;
}

} // namespace attache::resolve
