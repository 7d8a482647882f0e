#include "resolve/lattice.h"

#include "resolve/fold.h"
#include "resolve/lattice_tables.h"

#include <algorithm>
#include <charconv>

namespace attache::resolve {
namespace {

constexpr std::u32string_view onsets = U"ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
constexpr std::u32string_view nuclei = U"ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
constexpr std::u32string_view codas = U"-ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";
constexpr std::size_t first_nucleus = onset_count, first_coda = onset_count + nucleus_count;
constexpr std::size_t longest = 48; // letters of a Latin name that the lattice looks at

std::size_t symbol_of(std::u32string_view name) {
  if (name.front() == U'-')
    return first_coda + (name.size() == 1 ? 0 : codas.find(name[1]));
  auto const onset = onsets.find(name.front());
  return onset != std::u32string_view::npos ? onset : first_nucleus + nuclei.find(name.front());
}

float number_of(std::string_view text) {
  float value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

using Costs = std::array<float, longest + 1>;

// Costs of having written one more symbol, from those before it.
Costs step(std::vector<Spelling> const& spellings, Costs const& before, std::string_view latin, float slip) {
  Costs after;
  after.fill(never);
  for (std::size_t at = 0; at <= latin.size(); ++at) {
    if (before[at] >= never)
      continue;
    auto const rest = latin.substr(at);
    after[at] = std::min(after[at], before[at] + slip);
    for (auto const& [chunk, bits] : spellings)
      if (rest.starts_with(chunk))
        after[at + chunk.size()] = std::min(after[at + chunk.size()], before[at] + bits);
  }
  for (std::size_t at = 0; at < latin.size(); ++at)
    after[at + 1] = std::min(after[at + 1], after[at] + slip);
  return after;
}

} // namespace

Lattice parse_lattice(std::string_view table) {
  Lattice out;
  while (!table.empty()) {
    auto const end = std::min(table.find('\n'), table.size());
    auto const words = split_words(table.substr(0, end));
    table.remove_prefix(std::min(end + 1, table.size()));
    if (words.empty())
      continue;
    auto& spellings = out.spellings.at(symbol_of(to_utf32(words[0])));
    for (std::size_t i = 1; i + 1 < words.size(); i += 2)
      spellings.push_back({.latin = words[i] == "_" ? "" : std::string{words[i]}, .bits = number_of(words[i + 1])});
  }
  return out;
}

Lattice const& korean_lattice() {
  static auto const lattice = parse_lattice(korean_table);
  return lattice;
}

Lattice const& foreign_lattice() {
  static auto const lattice = parse_lattice(foreign_table);
  return lattice;
}

float spelling_bits(Lattice const& lattice, std::u32string_view hangul, std::string_view latin, float slip) {
  latin = latin.substr(0, longest);
  Costs costs;
  costs.fill(never);
  costs[0] = 0;
  for (auto const c : hangul) {
    if (!is_syllable(c))
      return never;
    auto const [onset, nucleus, coda] = take_apart(c);
    costs = step(lattice.spellings[onset], costs, latin, slip);
    costs = step(lattice.spellings[first_nucleus + nucleus], costs, latin, slip);
    costs = step(lattice.spellings[first_coda + coda], costs, latin, slip);
  }
  return costs[latin.size()];
}

float chance_bits(std::string_view latin) {
  // Letters of romanised names, -log2 of their share: a rare letter that agrees says more.
  constexpr std::array<float, 26> rarity{3.4F, 6.2F, 5.6F, 5.8F, 3.5F, 7.5F, 3.7F, 3.9F, 4.0F, 5.2F, 4.6F, 4.8F, 5.2F,
                                         2.9F, 3.3F, 6.2F, 9.0F, 5.6F, 4.6F, 6.5F, 3.9F, 8.0F, 6.0F, 9.0F, 4.3F, 8.0F};
  float bits = 0;
  for (auto const c : latin)
    bits += c >= 'a' && c <= 'z' ? rarity[static_cast<std::size_t>(c - 'a')] : 3.0F;
  return bits;
}

} // namespace attache::resolve
