#include "base/unicode.h"

#include <algorithm>
#include <fmt/format.h>
#include <memory>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

namespace attache {
namespace {

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

icu::StringPiece piece(std::string_view text) { return {text.data(), static_cast<std::int32_t>(text.size())}; }

template <class Visit>
void each_code_point(std::string_view text, Visit visit) {
  for (std::size_t i = 0; i < text.size();)
    visit(next_code_point(text, i));
}

struct Closer {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, Closer>;

// With `strict`, any illegal or unassigned byte sequence is a failure; else it becomes U+FFFD.
Result<std::string> convert(std::string_view bytes, std::string const& charset, bool strict) {
  UErrorCode status = U_ZERO_ERROR;
  Converter const converter{ucnv_open(charset.c_str(), &status)};
  if (U_FAILURE(status) != 0)
    return fail(Fault::input, fmt::format("charset '{}' is unknown", charset));
  if (strict)
    ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  icu::UnicodeString const text(bytes.data(), static_cast<std::int32_t>(bytes.size()), converter.get(), status);
  if (U_FAILURE(status) != 0)
    return fail(Fault::input, fmt::format("the bytes are not {}", charset));
  std::string out;
  text.toUTF8String(out);
  return out;
}

// UTF-16 without a mark: mostly-Latin text has a zero in every other byte.
std::string_view utf16_by_zeros(std::string_view bytes) {
  auto const sample = bytes.substr(0, 512);
  std::size_t even = 0;
  std::size_t odd = 0;
  for (std::size_t i = 0; i < sample.size(); ++i)
    if (sample[i] == '\0')
      ++(i % 2 == 0 ? even : odd);
  auto const many = sample.size() / 5;
  if (sample.size() < 4 || bytes.size() % 2 != 0 || std::max(even, odd) <= many)
    return {};
  return odd > even ? "utf-16le" : "utf-16be";
}

} // namespace

std::int32_t next_code_point(std::string_view text, std::size_t& at) {
  auto const* const bytes = text.data();
  auto const length = static_cast<std::int64_t>(text.size());
  auto i = static_cast<std::int64_t>(at);
  UChar32 c = 0;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion" // inside ICU's macro
  U8_NEXT(bytes, i, length, c);
#pragma GCC diagnostic pop
  at = static_cast<std::size_t>(i);
  return c;
}

std::string nfc(std::string_view text) {
  if (is_ascii(text))
    return std::string{text};
  UErrorCode status = U_ZERO_ERROR;
  auto const* const normalizer = icu::Normalizer2::getNFCInstance(status);
  if (is_utf8(text) && normalizer->isNormalizedUTF8(piece(text), status) != 0) // nearly always
    return std::string{text};
  std::string out;
  normalizer->normalize(icu::UnicodeString::fromUTF8(piece(text)), status).toUTF8String(out);
  return out;
}

bool is_utf8(std::string_view bytes) {
  bool valid = true;
  each_code_point(bytes, [&](std::int32_t c) { valid = valid && c >= 0; });
  return valid;
}

Result<std::string> decode(std::string_view bytes, std::string_view charset) {
  auto const folded = fold_case(charset);
  if ((folded == "utf-8" || folded == "utf8" || folded == "us-ascii") && is_utf8(bytes))
    return nfc(bytes);
  // Mail and vCard writers label CP949 text as KS C 5601, which ICU reads as the narrower set.
  auto const korean = folded == "ks_c_5601-1987" || folded == "euc-kr" || folded == "cp949" || folded == "ksc5601";
  return nfc(TRY(convert(bytes, korean ? "windows-949" : folded, false)));
}

Decoded decode_unstated(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF"))
    return {nfc(bytes.substr(3)), "utf-8"};
  if (bytes.starts_with("\xFF\xFE"))
    return {nfc(convert(bytes.substr(2), "utf-16le", false).value_or("")), "utf-16le"};
  if (bytes.starts_with("\xFE\xFF"))
    return {nfc(convert(bytes.substr(2), "utf-16be", false).value_or("")), "utf-16be"};
  if (auto const utf16 = utf16_by_zeros(bytes); !utf16.empty())
    return {nfc(convert(bytes, std::string{utf16}, false).value_or("")), std::string{utf16}};
  if (is_utf8(bytes))
    return {nfc(bytes), "utf-8"};
  if (auto const korean = convert(bytes, "windows-949", true); korean && has_hangul(*korean))
    return {nfc(*korean), "cp949"};
  return {nfc(convert(bytes, "windows-1252", false).value_or("")), "windows-1252"};
}

std::string fold_case(std::string_view text) {
  std::string out;
  if (is_ascii(text)) {
    out.reserve(text.size());
    for (auto const c : text)
      out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    return out;
  }
  icu::UnicodeString::fromUTF8(piece(text)).foldCase().toUTF8String(out);
  return out;
}

bool has_hangul(std::string_view text) {
  bool found = false;
  each_code_point(text, [&](std::int32_t c) {
    found = found || (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0x1100 && c <= 0x11FF) || (c >= 0x3130 && c <= 0x318F);
  });
  return found;
}

std::string squeeze(std::string_view text) {
  std::string out;
  bool space = false;
  for (std::size_t i = 0; i < text.size();) {
    auto const start = i;
    auto const c = next_code_point(text, i);
    auto const white = c < 0x80 ? c == ' ' || (c >= '\t' && c <= '\r') : u_isUWhiteSpace(c) != 0;
    if (white) {
      space = !out.empty();
      continue;
    }
    if (space)
      out += ' ';
    space = false;
    out += text.substr(start, i - start);
  }
  return out;
}

std::size_t code_points(std::string_view text) {
  std::size_t count = 0;
  each_code_point(text, [&](std::int32_t) { ++count; });
  return count;
}

std::size_t columns(std::string_view text) {
  std::size_t count = 0;
  each_code_point(text, [&](std::int32_t c) {
    auto const width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
    auto const combining = u_charType(c) == U_NON_SPACING_MARK || u_charType(c) == U_FORMAT_CHAR;
    count += combining ? 0U : (width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2U : 1U);
  });
  return count;
}

} // namespace attache
