// Names reduced to what is compared: compatibility forms, case and accents gone, other alphabets written in Latin.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace attache::resolve {

// NFKC, case folded, Latin accents off ("Øystein Müller" -> "oystein muller"), Cyrillic, Greek, Arabic and other
// alphabets in Latin letters. Hangul, Han and Kana stay as they are; traditional Han becomes simplified.
std::string fold(std::string_view text);

// a-z and 0-9 of already folded text, nothing else.
std::string letters(std::string_view folded);

// Split at white space; empty pieces dropped.
std::vector<std::string_view> split_words(std::string_view text);

// The Mandarin reading of each letter, without tones; empty if one has none or is no Han letter.
std::vector<std::string> pinyin_of(std::u32string_view han);

} // namespace attache::resolve
