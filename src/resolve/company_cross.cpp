#include "resolve/company_cross.h"

#include "resolve/company_words.h"
#include "resolve/fold.h"
#include "resolve/lattice.h"
#include "resolve/sound.h"
#include "resolve/table.h"

#include <algorithm>
#include <map>

namespace attache::resolve {
namespace {

using Readings = std::map<std::u32string, std::vector<std::string>, std::less<>>;

// "전자 electronics electronic": a Hangul word and its Latin readings, one a line.
Readings parse_readings(std::string_view table) {
  Readings out;
  for (auto const& words : table_rows(table))
    for (std::size_t i = 1; i < words.size(); ++i)
      out[to_utf32(words[0])].push_back(letters(words[i]));
  return out;
}

Readings const& readings() {
  static auto const all = parse_readings(company_word_table);
  return all;
}

constexpr std::size_t longest_word = 6; // syllables of the longest dictionary word
constexpr float dictionary_bits = 1.5F; // a known word, well translated
constexpr float sound_slip = 6;

// costs[syllable][letter]: cheapest way to have written that much.
using Grid = std::vector<std::vector<float>>;

void lower(float& cost, float to) { cost = std::min(cost, to); }

void take_words(Grid& costs, std::u32string_view hangul, std::string_view latin, std::size_t i, std::size_t j) {
  for (std::size_t length = 1; length <= longest_word && i + length <= hangul.size(); ++length) {
    auto const found = readings().find(hangul.substr(i, length));
    if (found == readings().end())
      continue;
    for (auto const& reading : found->second)
      if (latin.substr(j).starts_with(reading))
        lower(costs[i + length][j + reading.size()], costs[i][j] + dictionary_bits);
  }
}

// One syllable by sound: as many letters as it may take, with the Korean or the foreign lattice.
void take_sound(Grid& costs, std::u32string_view hangul, std::string_view latin, std::size_t i, std::size_t j) {
  constexpr std::size_t most_letters = 7;
  for (std::size_t length = 0; length <= most_letters && j + length <= latin.size(); ++length) {
    auto const chunk = latin.substr(j, length);
    auto const korean = spelling_bits(korean_lattice(), hangul.substr(i, 1), chunk, sound_slip);
    auto const foreign = spelling_bits(foreign_lattice(), hangul.substr(i, 1), chunk, sound_slip);
    lower(costs[i + 1][j + length], costs[i][j] + std::min(korean, foreign) + 0.5F);
  }
}

} // namespace

double company_reading_bits(CompanyName const& hangul, CompanyName const& latin) {
  auto all = to_utf32(hangul.core);
  if (all.size() > 24 || latin.core.size() > 60 || latin.core.empty())
    return 0;
  Grid costs(all.size() + 1, std::vector<float>(latin.core.size() + 1, never));
  costs[0][0] = 0;
  for (std::size_t i = 0; i < all.size(); ++i)
    for (std::size_t j = 0; j <= latin.core.size(); ++j) {
      if (costs[i][j] >= never)
        continue;
      if (!is_syllable(all[i])) { // Latin letters and digits inside a Korean name stand for themselves
        if (j < latin.core.size() && all[i] == static_cast<char32_t>(latin.core[j]))
          lower(costs[i + 1][j + 1], costs[i][j]);
        continue;
      }
      take_words(costs, all, latin.core, i, j);
      take_sound(costs, all, latin.core, i, j);
    }
  auto const cost = costs[all.size()][latin.core.size()];
  return std::clamp(static_cast<double>(chance_bits(latin.core) - cost), -10.0, 24.0);
}

std::string translated(std::u32string_view hangul) {
  std::string out;
  while (!hangul.empty()) {
    auto length = std::min(longest_word, hangul.size());
    auto found = readings().find(hangul.substr(0, length));
    while (found == readings().end() && --length > 0)
      found = readings().find(hangul.substr(0, length));
    out += length > 0 ? found->second.front() : plain_reading(korean_lattice(), hangul.substr(0, 1));
    hangul.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return out;
}

} // namespace attache::resolve
