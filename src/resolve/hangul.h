// Hangul syllables taken apart into letters, and the plain questions about scripts that name matching asks.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace attache::resolve {

// Indices in Unicode order: onset 0..18 (ㄱ..ㅎ), nucleus 0..20 (ㅏ..ㅣ), coda 0..27 (0 = none).
struct Syllable {
  std::uint8_t onset = 0, nucleus = 0, coda = 0;
};

inline constexpr char32_t first_syllable = U'가', last_syllable = U'힣';
inline constexpr int onset_count = 19, nucleus_count = 21, coda_count = 28;

constexpr bool is_syllable(char32_t c) { return c >= first_syllable && c <= last_syllable; }
Syllable take_apart(char32_t syllable); // is_syllable(syllable)

enum class Script : std::uint8_t { latin, hangul, han, kana, other, none };
// Of one code point; `none` for digits, punctuation and white space. Latin covers ASCII and accented letters.
Script script_of(char32_t c);

// Code points of UTF-8 and back; an ill-formed sequence becomes U+FFFD.
std::u32string to_utf32(std::string_view text);
std::string to_utf8(std::u32string_view text);

} // namespace attache::resolve
