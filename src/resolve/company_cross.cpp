#include "resolve/company_cross.h"

#include "resolve/aligner.h"
#include "resolve/company_forms.h"
#include "resolve/fold.h"
#include "resolve/sound.h"
#include "resolve/table.h"

#include <algorithm>
#include <array>

namespace attache::resolve {
namespace {

constexpr float dictionary_bits = 1.5F;  // a known word, well translated
constexpr float most_word_bits = 8;      // that a word of a trade can say
constexpr float weight_of_letter = 0.6F; // letters of real words are less random than letters by chance
constexpr float sound_slip = 6;
constexpr std::size_t most_syllables = 32;

using CostRows = std::vector<SpellingCosts>; // for every number of syllables that have been written

float worth(std::string_view latin) { return weight_of_letter * chance_bits(latin); }

void improve(float& cost, float offer) { cost = std::min(cost, offer); }

// By sound, as a Korean or as a foreign syllable. Latin letters and digits in a Korean name stand for themselves.
void take_syllable(CostRows& rows, char32_t syllable, LatinText const& latin, std::string_view letters, std::size_t i) {
  constexpr float unsaid = 6; // a letter or number of the Korean name that the English one lacks
  auto& next = rows[i + 1];
  if (!is_syllable(syllable)) {
    for (std::size_t j = 0; j <= latin.size; ++j) {
      improve(next[j], rows[i][j] + unsaid);
      if (j < latin.size && syllable == static_cast<char32_t>(letters[j]))
        improve(next[j + 1], rows[i][j]);
    }
    return;
  }
  for (auto const* const lattice : {&korean_lattice(), &foreign_lattice()}) {
    auto costs = rows[i];
    write_syllable(*lattice, syllable, latin, costs, sound_slip);
    for (std::size_t j = 0; j <= latin.size; ++j)
      improve(next[j], costs[j] + 0.5F);
  }
}

// 아이앤씨 is "I and C".
bool names_initials(std::u32string_view part, std::string_view initials) {
  if (part.size() == initials.size() && to_utf32(initials) == part)
    return true;
  if (auto const joint = part.find(U'앤'); joint != std::u32string_view::npos && joint > 0) {
    auto without = std::u32string{part};
    without.erase(joint, 1);
    return spells_out(without, initials);
  }
  return spells_out(part, initials);
}

std::string initials_of(std::span<std::string const> words) {
  std::string out;
  for (auto const& word : words)
    out.push_back(word.front());
  return out;
}

// "4th", "fourth", "four", "iv" and "no4" are 4; empty if it is no number.
std::string number_of(std::string_view word) {
  constexpr std::array<std::string_view, 21> cardinal{
      "zero",     "one",     "two",     "three",     "four",     "five",     "six",
      "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen",
      "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"};
  constexpr std::array<std::string_view, 21> ordinal{
      "zeroth",     "first",     "second",    "third",       "fourth",     "fifth",      "sixth",
      "seventh",    "eighth",    "ninth",     "tenth",       "eleventh",   "twelfth",    "thirteenth",
      "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"};
  constexpr std::array<std::string_view, 16> roman{"",     "i",  "ii", "iii", "iv",  "v",    "vi",  "vii",
                                                   "viii", "ix", "x",  "xi",  "xii", "xiii", "xiv", "xv"};
  auto const at = [&](auto const& table) { return std::ranges::find(table, word) - table.begin(); };
  for (auto const found : {at(cardinal), at(ordinal)})
    if (found < 21)
      return std::to_string(found);
  if (auto const found = at(roman); found > 0 && found < 16)
    return std::to_string(found);
  if (word.starts_with("no"))
    word.remove_prefix(2);
  auto const digits = word.substr(0, std::min(word.find_first_not_of("0123456789"), word.size()));
  auto const rest = word.substr(digits.size());
  return rest.empty() || rest == "st" || rest == "nd" || rest == "rd" || rest == "th" ? std::string{digits}
                                                                                      : std::string{};
}

} // namespace

CompanyReader::CompanyReader(CompanyName const& hangul, CompanyReadings const& readings)
    : hangul_(to_utf32(hangul.core).substr(0, most_syllables)), readings_(&readings), words_(hangul_.size()) {
  for (std::size_t i = 0; i < hangul_.size(); ++i)
    for (std::size_t length = 1; length <= readings.longest && i + length <= hangul_.size(); ++length)
      if (auto const found = readings.words.find(std::u32string_view{hangul_}.substr(i, length));
          found != readings.words.end())
        words_[i].push_back({.length = length, .readings = &found->second});
}

void CompanyReader::take_words(CostRows& rows, std::string_view latin, std::size_t i) const {
  constexpr float unwritten = 7; // a dictionary word that the English name lacks
  for (auto const& [length, readings] : words_[i]) {
    auto& next = rows[i + length];
    for (auto const& [reading, gain] : *readings) {
      auto const cost = gain > 0 ? worth(reading) - gain : std::max(dictionary_bits, worth(reading) - most_word_bits);
      for (std::size_t j = 0; j + reading.size() <= latin.size(); ++j)
        if (rows[i][j] < never && latin.substr(j).starts_with(reading))
          improve(next[j + reading.size()], rows[i][j] + cost);
    }
    if (length >= 2)
      for (std::size_t j = 0; j <= latin.size(); ++j)
        improve(next[j], rows[i][j] + unwritten);
  }
}

// I&C and 아이앤씨 are "Information & Communication": letters of words that are written out.
void CompanyReader::take_initials(CostRows& rows, std::vector<std::string> const& words, std::size_t i) const {
  constexpr float said = 3.5F; // bits of an initial that agrees
  constexpr float unlikely = 3;
  std::size_t at = 0;
  for (std::size_t from = 0; from < words.size(); at += words[from++].size()) {
    auto to = at;
    float value = 0;
    for (std::size_t count = 1; count <= 5 && from + count <= words.size(); ++count) {
      auto const& word = words[from + count - 1];
      to += word.size();
      value += worth(word) - said;
      if (count < 2 || to >= longest_latin || at >= longest_latin || rows[i][at] >= never)
        continue;
      auto const initials = initials_of(std::span{words}.subspan(from, count));
      auto const rest = std::u32string_view{hangul_}.substr(i);
      for (auto length = count; length <= 3 * count + 1 && length <= rest.size(); ++length)
        if (names_initials(rest.substr(0, length), initials))
          improve(rows[i + length][to], rows[i][at] + value + unlikely);
    }
  }
}

void CompanyReader::take_numbers(CostRows& rows, std::vector<std::string> const& words, std::size_t i) const {
  constexpr float said = 5; // bits of a number that agrees
  if (hangul_[i] < U'0' || hangul_[i] > U'9' || (i > 0 && hangul_[i - 1] >= U'0' && hangul_[i - 1] <= U'9'))
    return;
  auto const end = std::min(hangul_.find_first_not_of(U"0123456789", i), hangul_.size());
  auto const digits = to_utf8(std::u32string_view{hangul_}.substr(i, end - i));
  std::size_t at = 0;
  for (auto const& word : words) {
    if (at + word.size() > longest_latin)
      return;
    if (number_of(word) == digits)
      improve(rows[end][at + word.size()], rows[i][at] + worth(word) - said);
    at += word.size();
  }
}

// A word that only one side has: "Technology".
void CompanyReader::skip_latin(SpellingCosts& row, std::vector<std::string> const& words, std::size_t size) const {
  std::size_t at = 0;
  for (auto const& word : words) {
    auto const to = at + word.size();
    if (to > size)
      return;
    auto const common = common_word_bits(word) > 0 || word == "korea" || readings_->common.contains(word);
    improve(row[to], row[at] + worth(word) + (common ? 3.0F : 6.0F));
    at = to;
  }
}

// Bits of reading the Hangul as these words in this order.
double CompanyReader::in_order(std::vector<std::string> const& words) const {
  std::string core;
  for (auto const& word : words)
    core += word;
  LatinText const text(core);
  auto const letters = std::string_view{core}.substr(0, text.size);
  SpellingCosts nowhere;
  nowhere.fill(never);
  CostRows rows(hangul_.size() + 1, nowhere);
  rows[0][0] = 0;
  for (std::size_t i = 0; i < hangul_.size(); ++i) {
    skip_latin(rows[i], words, text.size);
    take_words(rows, letters, i);
    take_initials(rows, words, i);
    take_numbers(rows, words, i);
    take_syllable(rows, hangul_[i], text, letters, i);
  }
  skip_latin(rows.back(), words, text.size);
  return static_cast<double>(worth(letters)) - static_cast<double>(rows.back()[text.size]);
}

double CompanyReader::bits(CompanyName const& latin) const {
  constexpr double least = -100;
  if (latin.words.empty())
    return 0;
  auto best = std::max(least, in_order(latin.words));
  if (latin.words.size() < 2)
    return best;
  auto rotated = latin.words; // 한국콜마 is "Kolmar Korea"
  std::ranges::rotate(rotated, rotated.end() - 1);
  return std::max(best, in_order(rotated) - 2);
}

double company_reading_bits(CompanyName const& hangul, CompanyName const& latin, CompanyReadings const& readings) {
  return CompanyReader{hangul, readings}.bits(latin);
}

std::string translated(std::u32string_view hangul) {
  auto const& readings = shipped_readings();
  std::string out;
  while (!hangul.empty()) {
    auto length = std::min(readings.longest, hangul.size());
    auto found = readings.words.find(hangul.substr(0, length));
    while (found == readings.words.end() && --length > 0)
      found = readings.words.find(hangul.substr(0, length));
    out += length > 0 ? found->second.front().latin : plain_reading(korean_lattice(), hangul.substr(0, 1));
    hangul.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return out;
}

} // namespace attache::resolve
