#include "resolve/rarity.h"

#include "resolve/lattice.h"

#include <algorithm>
#include <cmath>

namespace attache::resolve {
namespace {

constexpr double weight_of_prior = 2000; // the prior counts as much as this many names

double mixed(Rarity const& rarity, std::string const& key, double prior_bits) {
  auto const found = rarity.words.find(key);
  double const count = found == rarity.words.end() ? 0 : found->second;
  auto const bits = std::log2((rarity.total + weight_of_prior) /
                              (std::max(0.0, count - 1) + weight_of_prior * std::exp2(-prior_bits)));
  return std::clamp(bits, 1.0, 14.0);
}

double prior_of(std::string_view word, bool is_family) {
  if (is_family)
    if (auto const& families = families_of(word); !families.empty())
      return std::min(9.0, family_rarity_bits(families.front()) + 0.5);
  constexpr double family = 9;
  constexpr double given = 7.5;
  return (is_family ? family : given) - (word.size() < 3 ? 2.5 : word.size() < 4 ? 1 : 0);
}

} // namespace

void Rarity::count(PersonName const& name) {
  ++total;
  for (auto const& word : name.bare)
    ++words[word];
  if (!name.native.empty())
    ++words[to_utf8(name.native)];
}

double word_bits(Rarity const& rarity, std::string_view word, bool is_family) {
  return mixed(rarity, std::string{word}, prior_of(word, is_family));
}

double native_bits(Rarity const& rarity, PersonName const& name) {
  constexpr double per_syllable = 4.3; // of a Korean given name
  auto const family = name.native_family.empty() ? 0.0 : static_cast<double>(family_rarity_bits(name.native_family));
  auto const rest = static_cast<double>(name.native.size() - name.native_family.size());
  return mixed(rarity, to_utf8(name.native), std::min(14.0, family + rest * per_syllable));
}

} // namespace attache::resolve
