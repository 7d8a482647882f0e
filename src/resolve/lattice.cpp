#include "resolve/lattice.h"

#include "resolve/fold.h"
#include "resolve/lattice_tables.h"
#include "resolve/table.h"

#include <algorithm>
#include <fmt/format.h>

namespace attache::resolve {
namespace {

constexpr std::u32string_view onsets = U"ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
constexpr std::u32string_view nuclei = U"ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
constexpr std::u32string_view codas = U"-ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";
constexpr std::size_t first_nucleus = onset_count, first_coda = onset_count + nucleus_count;

std::size_t symbol_of(std::u32string_view name) {
  if (name.front() == U'-')
    return first_coda + (name.size() == 1 ? 0 : codas.find(name[1]));
  auto const onset = onsets.find(name.front());
  return onset != std::u32string_view::npos ? onset : first_nucleus + nuclei.find(name.front());
}

std::uint64_t pack(std::string_view text) {
  std::uint64_t out = 0;
  for (std::size_t i = 0; i < std::min<std::size_t>(text.size(), 8); ++i)
    out |= std::uint64_t{static_cast<unsigned char>(text[i])} << (8 * i);
  return out;
}

// Costs of having written one more symbol, from those before it.
void write_symbol(std::vector<Lattice::Packed> const& spellings, LatinText const& latin, SpellingCosts const& before,
                  SpellingCosts& after, float slip) {
  std::fill_n(after.begin(), latin.size + 1, never);
  for (std::size_t at = 0; at <= latin.size; ++at) {
    auto const cost = before[at];
    if (cost >= never)
      continue;
    after[at] = std::min(after[at], cost + slip);
    auto const next = latin.ahead[at];
    for (auto const& one : spellings)
      if ((next & one.mask) == one.letters)
        after[at + one.length] = std::min(after[at + one.length], cost + one.bits);
  }
  for (std::size_t at = 0; at < latin.size; ++at)
    after[at + 1] = std::min(after[at + 1], after[at] + slip);
}

} // namespace

Lattice::Lattice(std::array<std::vector<Spelling>, symbol_count> spellings) : spellings_(std::move(spellings)) {
  for (std::size_t symbol = 0; symbol < symbol_count; ++symbol)
    for (auto const& [latin, bits] : spellings_[symbol])
      packed_[symbol].push_back(
          {.letters = pack(latin),
           .mask = latin.size() >= 8 ? ~std::uint64_t{0} : (std::uint64_t{1} << (8 * latin.size())) - 1,
           .bits = bits,
           .length = static_cast<std::uint32_t>(latin.size())});
}

std::array<std::size_t, 3> symbols_of(char32_t syllable) {
  auto const [onset, nucleus, coda] = take_apart(syllable);
  return {onset, first_nucleus + nucleus, first_coda + coda};
}

Lattice parse_lattice(std::string_view table) {
  std::array<std::vector<Spelling>, symbol_count> out;
  for (auto const& words : table_rows(table)) {
    auto const symbol = symbol_of(to_utf32(words[0]));
    if (symbol >= symbol_count)
      continue;
    auto& spellings = out[symbol];
    for (std::size_t i = 1; i + 1 < words.size(); i += 2)
      spellings.push_back({.latin = words[i] == "_" ? "" : std::string{words[i]}, .bits = table_number(words[i + 1])});
  }
  return Lattice{std::move(out)};
}

std::string to_text(Lattice const& lattice) {
  std::string out;
  for (std::size_t symbol = 0; symbol < symbol_count; ++symbol) {
    if (lattice.spellings(symbol).empty())
      continue;
    std::u32string name;
    if (symbol >= first_coda)
      name = symbol == first_coda ? std::u32string{U'-'} : std::u32string{U'-', codas[symbol - first_coda]};
    else
      name = symbol < first_nucleus ? onsets[symbol] : nuclei[symbol - first_nucleus];
    out += to_utf8(name);
    for (auto const& [latin, bits] : lattice.spellings(symbol))
      out += fmt::format(" {} {:.2f}", latin.empty() ? "_" : latin, bits);
    out += '\n';
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

LatinText::LatinText(std::string_view latin) : size(std::min(latin.size(), longest_latin)) {
  for (std::size_t i = 0; i < size; ++i)
    ahead[i] = pack(latin.substr(i, longest_latin - i));
}

void write_syllable(Lattice const& lattice, char32_t syllable, LatinText const& latin, SpellingCosts& costs,
                    float slip) {
  SpellingCosts after; // only the part that the text reaches is ever written or read
  for (auto const symbol : symbols_of(syllable)) {
    write_symbol(lattice.packed(symbol), latin, costs, after, slip);
    std::copy_n(after.begin(), latin.size + 1, costs.begin());
  }
}

float spelling_bits(Lattice const& lattice, std::u32string_view hangul, std::string_view latin, float slip) {
  LatinText const text(latin);
  SpellingCosts costs;
  std::fill_n(costs.begin(), text.size + 1, never);
  costs[0] = 0;
  for (auto const c : hangul) {
    if (!is_syllable(c))
      return never;
    write_syllable(lattice, c, text, costs, slip);
  }
  return costs[text.size];
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
