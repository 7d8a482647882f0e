#include "resolve/hangul.h"

#include "base/unicode.h"

#include <unicode/uscript.h>
#include <unicode/utf8.h>

namespace attache::resolve {

Syllable take_apart(char32_t syllable) {
  // Unicode 3.12: Hangul Syllable Decomposition.
  auto const index = static_cast<int>(syllable - first_syllable);
  return {.onset = static_cast<std::uint8_t>(index / (nucleus_count * coda_count)),
          .nucleus = static_cast<std::uint8_t>(index / coda_count % nucleus_count),
          .coda = static_cast<std::uint8_t>(index % coda_count)};
}

Script script_of(char32_t c) {
  if (c < 0x80)
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z' ? Script::latin : Script::none;
  if (is_syllable(c))
    return Script::hangul;
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(static_cast<UChar32>(c), &status)) {
  case USCRIPT_LATIN: return Script::latin;
  case USCRIPT_HANGUL: return Script::none; // a lone jamo is no name
  case USCRIPT_HAN: return Script::han;
  case USCRIPT_HIRAGANA:
  case USCRIPT_KATAKANA: return Script::kana;
  case USCRIPT_COMMON:
  case USCRIPT_INHERITED:
  case USCRIPT_UNKNOWN: return Script::none;
  default: return Script::other;
  }
}

std::u32string to_utf32(std::string_view text) {
  std::u32string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    auto const c = next_code_point(text, i);
    out.push_back(c < 0 ? U'\uFFFD' : static_cast<char32_t>(c));
  }
  return out;
}

std::string to_utf8(std::u32string_view text) {
  std::string out;
  out.reserve(text.size() * 3);
  for (auto const c : text) {
    char bytes[4];
    std::size_t length = 0;
    auto const put = [&](std::uint32_t byte) { bytes[length++] = static_cast<char>(byte); };
    auto const u = static_cast<std::uint32_t>(c);
    if (u < 0x80) {
      put(u);
    } else if (u < 0x800) {
      put(0xC0U | u >> 6U);
      put(0x80U | (u & 0x3FU));
    } else if (u < 0x10000) {
      put(0xE0U | u >> 12U);
      put(0x80U | (u >> 6U & 0x3FU));
      put(0x80U | (u & 0x3FU));
    } else {
      put(0xF0U | u >> 18U);
      put(0x80U | (u >> 12U & 0x3FU));
      put(0x80U | (u >> 6U & 0x3FU));
      put(0x80U | (u & 0x3FU));
    }
    out.append(bytes, length);
  }
  return out;
}

} // namespace attache::resolve
