// Korean family names with the Latin forms people choose, and how common they are.
#include "resolve/fold.h"
#include "resolve/lattice.h"
#include "resolve/lattice_tables.h"
#include "resolve/table.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace attache::resolve {
namespace {

struct Family {
  float rarity = 14;
  std::vector<Spelling> spellings;
};

struct Families {
  std::map<std::u32string, Family, std::less<>> by_hangul;
  std::unordered_map<std::string, std::vector<std::u32string>> by_latin;
};

// "김 2.2 kim .1 gim 5": Hangul, rarity in bits, then spellings with theirs.
void add_family(Families& families, std::vector<std::string_view> const& words) {
  Family family{.rarity = table_number(words[1])};
  for (std::size_t i = 2; i + 1 < words.size(); i += 2)
    family.spellings.push_back({.latin = std::string{words[i]}, .bits = table_number(words[i + 1])});
  families.by_hangul.emplace(to_utf32(words[0]), std::move(family));
}

void index_latin(Families& families) {
  std::unordered_map<std::string, std::vector<std::pair<float, std::u32string>>> ranked;
  for (auto const& [hangul, family] : families.by_hangul)
    for (auto const& [latin, bits] : family.spellings)
      ranked[latin].emplace_back(bits + family.rarity, hangul);
  for (auto& [latin, list] : ranked) {
    std::ranges::sort(list);
    for (auto& [bits, hangul] : list)
      families.by_latin[latin].push_back(std::move(hangul));
  }
}

Families const& families() {
  static auto const all = [] {
    Families out;
    for (auto const& words : table_rows(family_table))
      if (words.size() > 2)
        add_family(out, words);
    index_latin(out);
    return out;
  }();
  return all;
}

} // namespace

float family_bits(std::u32string_view family, std::string_view latin) {
  auto best = spelling_bits(korean_lattice(), family, latin) + 1;
  if (auto const found = families().by_hangul.find(family); found != families().by_hangul.end())
    for (auto const& [spelling, bits] : found->second.spellings)
      if (spelling == latin)
        best = std::min(best, bits);
  return best;
}

std::vector<std::u32string> const& families_of(std::string_view word) {
  static std::vector<std::u32string> const none;
  auto const found = families().by_latin.find(std::string{word});
  return found == families().by_latin.end() ? none : found->second;
}

float family_rarity_bits(std::u32string_view family) {
  auto const found = families().by_hangul.find(family);
  return found == families().by_hangul.end() ? 14 : found->second.rarity;
}

bool is_korean_family(std::u32string_view family) { return families().by_hangul.contains(family); }

} // namespace attache::resolve
