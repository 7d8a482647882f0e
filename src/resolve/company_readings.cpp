#include "resolve/company_readings.h"

#include "resolve/company_words.h"
#include "resolve/fold.h"
#include "resolve/table.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <unordered_map>

namespace attache::resolve {
namespace {

// "전자 electronics electronic": a Hangul word and its Latin readings, one a line.
CompanyReadings parse_readings(std::string_view table) {
  CompanyReadings out;
  for (auto const& words : table_rows(table)) {
    auto const hangul = to_utf32(words[0]);
    out.longest = std::max(out.longest, hangul.size());
    for (std::size_t i = 1; i < words.size(); ++i)
      out.words[hangul].push_back({.latin = letters(words[i])});
  }
  return out;
}

constexpr std::size_t longest_part = 8; // syllables
constexpr std::size_t most_words = 3;   // of English that one part may stand for
constexpr std::size_t most_pairs = 20'000;

std::set<std::u32string> parts_of(std::u32string const& hangul) {
  std::set<std::u32string> out;
  for (std::size_t i = 0; i < hangul.size(); ++i)
    for (std::size_t length = 1; length <= longest_part && i + length <= hangul.size(); ++length)
      out.insert(hangul.substr(i, length));
  return out;
}

std::set<std::string> phrases_of(std::vector<std::string> const& words) {
  std::set<std::string> out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::string joined;
    for (std::size_t n = 0; n < most_words && i + n < words.size(); ++n)
      out.insert(joined += words[i + n]);
  }
  return out;
}

// How often parts and phrases stand in one pair.
struct Counted {
  using Parts = std::unordered_map<std::u32string, int>;
  Parts parts;
  std::unordered_map<std::string, int> phrases;
  std::unordered_map<std::string, Parts> together; // phrase -> parts
  int pairs = 0;

  void add(CompanyPair const& pair) {
    ++pairs;
    auto const own_parts = parts_of(to_utf32(pair.hangul.core));
    for (auto const& part : own_parts)
      ++parts[part];
    for (auto const& phrase : phrases_of(pair.latin.words)) {
      ++phrases[phrase];
      for (auto const& part : own_parts)
        ++together[phrase][part];
    }
  }
  [[nodiscard]] double share(Parts const& with, std::u32string const& part) const {
    auto const found = with.find(part);
    return found == with.end() ? 0 : static_cast<double>(found->second) / parts.at(part);
  }
};

// 물산 of 삼성물산: neither a fragment of a longer part that always goes with the phrase, nor a part with syllables
// that the phrase does not need.
bool is_whole(Counted const& counted, Counted::Parts const& with, std::u32string const& part, int count) {
  for (auto const& [other, times] : with)
    if (other.size() == part.size() + 1 && other.find(part) != std::u32string::npos && 10 * times >= 9 * count)
      return false;
  if (part.size() == 1)
    return true;
  auto const own = counted.share(with, part);
  for (auto const& shorter : {part.substr(1), part.substr(0, part.size() - 1)})
    if (with.at(shorter) > count && counted.share(with, shorter) >= 0.8 * own)
      return false;
  return true;
}

void learn_phrase(CompanyReadings& out, Counted const& counted, std::string const& phrase, Counted::Parts const& with) {
  constexpr double least_share = 0.15;
  constexpr double least_gain = 3; // bits over chance
  constexpr float most_gain = 12;
  auto const frequency = static_cast<double>(counted.phrases.at(phrase)) / counted.pairs;
  for (auto const& [part, count] : with) {
    auto const share = (count - 0.4) / counted.parts.at(part);
    auto const gain = static_cast<float>(std::log2(share / frequency));
    auto const enough = part.size() == 1 ? 4 : 2;
    if (count < enough || share < least_share || gain < least_gain || !is_whole(counted, with, part, count))
      continue;
    auto& readings = out.words[part];
    auto const known = std::ranges::find(readings, phrase, &CompanyReading::latin);
    if (known == readings.end())
      readings.push_back({.latin = phrase, .gain = std::min(gain, most_gain)});
    else
      known->gain = std::max(known->gain, std::min(gain, most_gain));
    out.longest = std::max(out.longest, part.size());
  }
}

} // namespace

CompanyReadings const& shipped_readings() {
  static auto const all = parse_readings(company_word_table);
  return all;
}

CompanyReadings learn(CompanyReadings const& prior, std::span<CompanyPair const> pairs) {
  Counted counted;
  for (auto const& pair : pairs.first(std::min(pairs.size(), most_pairs)))
    counted.add(pair);
  auto out = prior;
  for (auto const& [phrase, with] : counted.together)
    if (auto const times = counted.phrases.at(phrase); times > 1) {
      learn_phrase(out, counted, phrase, with);
      if (times >= 5 && times * 200 >= counted.pairs)
        out.common.insert(phrase);
    }
  for (auto& [part, readings] : out.words) // whatever order the counts came in
    std::ranges::stable_sort(readings, {}, [](CompanyReading const& one) {
      return std::tuple(one.gain > 0, -one.gain, std::string_view{one.latin});
    });
  return out;
}

} // namespace attache::resolve
