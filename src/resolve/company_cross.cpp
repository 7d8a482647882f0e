#include "resolve/company_cross.h"

#include "resolve/company_forms.h"
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

constexpr std::size_t longest_word = 14; // syllables of the longest dictionary word
constexpr float dictionary_bits = 1.5F;  // a known word, well translated
constexpr float most_word_bits = 8;      // that a word of a trade can say
constexpr float weight_of_letter = 0.6F; // letters of real words are less random than letters by chance
constexpr float sound_slip = 6;

// One row of costs for every number of syllables that have been written.
using CostRows = std::vector<SpellingCosts>;

void take_words(CostRows& rows, std::u32string_view hangul, std::string_view latin, std::size_t i) {
  for (std::size_t length = 1; length <= longest_word && i + length <= hangul.size(); ++length) {
    auto const found = readings().find(hangul.substr(i, length));
    if (found == readings().end())
      continue;
    for (auto const& reading : found->second) {
      auto const cost = std::max(dictionary_bits, weight_of_letter * chance_bits(reading) - most_word_bits);
      for (std::size_t j = 0; j + reading.size() <= latin.size(); ++j)
        if (rows[i][j] < never && latin.substr(j).starts_with(reading))
          rows[i + length][j + reading.size()] = std::min(rows[i + length][j + reading.size()], rows[i][j] + cost);
    }
  }
}

// A word that only one side has: "Technology" in Latin, a dictionary word in Hangul.
void skip_latin_words(SpellingCosts& row, std::vector<std::string> const& words, std::size_t size) {
  std::size_t at = 0;
  for (auto const& word : words) {
    auto const to = at + word.size();
    if (to > size)
      return;
    auto const common = common_word_bits(word) > 0 || word == "korea";
    row[to] = std::min(row[to], row[at] + weight_of_letter * chance_bits(word) + (common ? 3.0F : 6.0F));
    at = to;
  }
}

void skip_hangul_words(CostRows& rows, std::u32string_view hangul, std::size_t size, std::size_t i) {
  for (std::size_t length = 2; length <= longest_word && i + length <= hangul.size(); ++length)
    if (readings().contains(hangul.substr(i, length)))
      for (std::size_t j = 0; j <= size; ++j)
        rows[i + length][j] = std::min(rows[i + length][j], rows[i][j] + 7);
}

// By sound, as a Korean or as a foreign syllable. Latin letters and digits in a Korean name stand for themselves.
void take_syllable(CostRows& rows, char32_t syllable, LatinText const& latin, std::string_view letters, std::size_t i) {
  auto& next = rows[i + 1];
  if (!is_syllable(syllable)) {
    for (std::size_t j = 0; j < latin.size; ++j)
      if (syllable == static_cast<char32_t>(letters[j]))
        next[j + 1] = std::min(next[j + 1], rows[i][j]);
    return;
  }
  for (auto const* const lattice : {&korean_lattice(), &foreign_lattice()}) {
    auto costs = rows[i];
    write_syllable(*lattice, syllable, latin, costs, sound_slip);
    for (std::size_t j = 0; j <= latin.size; ++j)
      next[j] = std::min(next[j], costs[j] + 0.5F);
  }
}

// Bits of reading `hangul` as these words in this order.
double in_order(std::u32string_view hangul, std::vector<std::string> const& words) {
  std::string core;
  for (auto const& word : words)
    core += word;
  LatinText const text(core);
  auto const letters = std::string_view{core}.substr(0, text.size);
  SpellingCosts nowhere;
  nowhere.fill(never);
  CostRows rows(hangul.size() + 1, nowhere);
  rows[0][0] = 0;
  for (std::size_t i = 0; i < hangul.size(); ++i) {
    skip_latin_words(rows[i], words, text.size);
    skip_hangul_words(rows, hangul, text.size, i);
    take_words(rows, hangul, letters, i);
    take_syllable(rows, hangul[i], text, letters, i);
  }
  skip_latin_words(rows.back(), words, text.size);
  return static_cast<double>(weight_of_letter * chance_bits(letters)) - static_cast<double>(rows.back()[text.size]);
}

// 에스에이티 is "System and Application Technologies": letters of a name that is written out.
double as_initials(std::u32string_view hangul, std::vector<std::string> const& words) {
  std::string initials;
  for (auto const& word : words)
    initials.push_back(word.front());
  return in_order(hangul, {initials}) - 3;
}

} // namespace

double company_reading_bits(CompanyName const& hangul, CompanyName const& latin) {
  constexpr std::size_t most_syllables = 32;
  auto const all = to_utf32(hangul.core).substr(0, most_syllables);
  if (latin.words.empty())
    return 0;
  auto best = in_order(all, latin.words);
  if (latin.words.size() < 2)
    return best;
  auto rotated = latin.words; // 한국콜마 is "Kolmar Korea"
  std::ranges::rotate(rotated, rotated.end() - 1);
  best = std::max(best, in_order(all, rotated) - 2);
  return latin.words.size() > 2 ? std::max(best, as_initials(all, latin.words)) : best;
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
