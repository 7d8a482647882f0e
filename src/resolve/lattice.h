// How likely Hangul is to be written with given Latin letters: a lattice of spellings, letter by letter of the Hangul.
#pragma once

#include "resolve/hangul.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace attache::resolve {

// One way to write a Hangul letter in Latin: "j" costs 0.6 bits for ㅈ, "ch" 2.
struct Spelling {
  std::string latin; // a-z, at most 8, may be empty: not written
  float bits = 0;    // -log2 of its probability
  bool operator==(Spelling const&) const = default;
};

// Symbols: onset 0..18, then nucleus 19..39, then coda 40..67 (40 = no coda).
inline constexpr std::size_t symbol_count = onset_count + nucleus_count + coda_count;

// Spellings of each symbol, and the same packed eight letters to a word, which is what the alignment reads.
class Lattice {
public:
  explicit Lattice(std::array<std::vector<Spelling>, symbol_count> spellings);
  struct Packed {
    std::uint64_t letters = 0, mask = 0;
    float bits = 0;
    std::uint32_t length = 0;
  };
  [[nodiscard]] std::vector<Spelling> const& spellings(std::size_t symbol) const { return spellings_[symbol]; }
  [[nodiscard]] std::vector<Packed> const& packed(std::size_t symbol) const { return packed_[symbol]; }

private:
  std::array<std::vector<Spelling>, symbol_count> spellings_;
  std::array<std::vector<Packed>, symbol_count> packed_;
};

// The three symbols of a syllable.
std::array<std::size_t, 3> symbols_of(char32_t syllable);

// The spellings that Koreans choose for their own names (Revised, McCune-Reischauer, English habits).
Lattice const& korean_lattice();
// Foreign words as Korean writes them: 젠슨 = Jensen.
Lattice const& foreign_lattice();

// "ㄱ g .6 k 1.2" one letter a line; codas are written with a leading '-', and "-" alone is no coda.
Lattice parse_lattice(std::string_view table);

// The same table again, bits to two places.
std::string to_text(Lattice const& lattice);

inline constexpr float never = 1e9F;

// Bits of the cheapest way to write all of `hangul` (syllables only) as all of `latin` (a-z), never if there is none.
// A letter too many or a Hangul letter unwritten costs `slip` bits. O(symbols * letters * spellings).
float spelling_bits(Lattice const& lattice, std::u32string_view hangul, std::string_view latin, float slip = 7);

// The steps of spelling_bits, for those who mix lattices: costs[n] = bits of having written the first n letters.
inline constexpr std::size_t longest_latin = 64; // what is longer is cut
using SpellingCosts = std::array<float, longest_latin + 1>;
struct LatinText {
  explicit LatinText(std::string_view latin);
  std::size_t size = 0;
  std::array<std::uint64_t, longest_latin + 1> ahead{}; // the next eight letters from each position
};
void write_syllable(Lattice const& lattice, char32_t syllable, LatinText const& latin, SpellingCosts& costs,
                    float slip);

// Bits that a letter of a romanised name carries on average: what chance alone would cost.
float chance_bits(std::string_view latin);

// A Korean family name in Latin, whole: 이 = lee .9, yi 3, rhee 4 ... falls back on the lattice.
float family_bits(std::u32string_view family, std::string_view latin);
// Family names (Hangul) that Latin `word` may stand for, likeliest first; empty if it is none.
std::vector<std::u32string> const& families_of(std::string_view word);
inline bool is_korean_word(std::string_view word) { return !families_of(word).empty(); }
// Share of Koreans who bear it, in bits (김 = 2.2); 14 for one that is not in the table.
float family_rarity_bits(std::u32string_view family);
bool is_korean_family(std::u32string_view family);

} // namespace attache::resolve
