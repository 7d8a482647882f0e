// Unicode at the door: bytes of any charset to NFC UTF-8, and the few questions about text that several stages ask.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace attache {

// The code point at byte `at`, which moves past it; negative for an ill-formed sequence. `at` must be < text.size().
std::int32_t next_code_point(std::string_view text, std::size_t& at);

// NFC form of `text`; invalid UTF-8 becomes U+FFFD. ASCII is returned as it is, quickly.
std::string nfc(std::string_view text);
bool is_utf8(std::string_view bytes);

// Decodes `bytes` in `charset` (any name ICU knows: "cp949", "utf-16le", "windows-1252") to UTF-8 NFC.
// Fault::input for an unknown charset.
Result<std::string> decode(std::string_view bytes, std::string_view charset);

// Decodes bytes of unstated charset: byte-order mark, else UTF-16 by its zero bytes, else valid UTF-8, else CP949 if
// every byte pair is valid there and some are Hangul, else Windows-1252.
struct Decoded {
  std::string text;    // UTF-8, NFC, without byte-order mark
  std::string charset; // the one used
};
Decoded decode_unstated(std::string_view bytes);

// Full case folding (ICU), for comparing words of any script; not for display.
std::string fold_case(std::string_view text);
// True if any code point is a Hangul syllable or jamo.
bool has_hangul(std::string_view text);
// Without leading and trailing white space (Unicode White_Space), inner runs made one space.
std::string squeeze(std::string_view text);
// Code points; columns on a terminal (East Asian wide = 2).
std::size_t code_points(std::string_view text);
std::size_t columns(std::string_view text);

} // namespace attache
