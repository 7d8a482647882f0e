#include "resolve/fold.h"

#include "base/unicode.h"
#include "resolve/abugida.h"
#include "resolve/hangul.h"
#include "resolve/table.h"

#include <algorithm>
#include <memory>
#include <unicode/normalizer2.h>
#include <unicode/translit.h>

namespace attache::resolve {
namespace {

std::unique_ptr<icu::Transliterator> open(char const* id) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::Transliterator> out{icu::Transliterator::createInstance(id, UTRANS_FORWARD, status)};
  return U_FAILURE(status) != 0 ? nullptr : std::move(out);
}

// transliterate() is const and keeps no state between calls, so one instance serves all.
icu::Transliterator const* to_latin() {
  static auto const shared = open("Any-Latin; Latin-ASCII; Lower");
  return shared.get();
}

icu::Transliterator const* to_pinyin() {
  static auto const shared = open("Han-Latin; Latin-ASCII; Lower");
  return shared.get();
}

icu::Transliterator const* to_simplified() {
  static auto const shared = open("Traditional-Simplified");
  return shared.get();
}

std::string nfkc_folded(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  auto const* const normalizer = icu::Normalizer2::getNFKCCasefoldInstance(status);
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  if (U_SUCCESS(status) != 0)
    normalizer->normalizeUTF8(0, {text.data(), static_cast<std::int32_t>(text.size())}, sink, nullptr, status);
  return U_FAILURE(status) != 0 ? std::string{text} : out;
}

std::string transliterated(icu::Transliterator const* by, std::u32string_view run) {
  auto const utf8 = to_utf8(run);
  if (by == nullptr)
    return utf8;
  auto text = icu::UnicodeString::fromUTF8(utf8);
  by->transliterate(text);
  std::string out;
  text.toUTF8String(out);
  return out;
}

// Letters with one plain reading, so that the transliterator (slow) is left to the rest.
std::string_view plain(char32_t c) {
  switch (c) {
  case U'à':
  case U'á':
  case U'â':
  case U'ã':
  case U'ä':
  case U'å':
  case U'ā':
  case U'ă':
  case U'ą': return "a";
  case U'ç':
  case U'ć':
  case U'č': return "c";
  case U'è':
  case U'é':
  case U'ê':
  case U'ë':
  case U'ē':
  case U'ě':
  case U'ę': return "e";
  case U'ì':
  case U'í':
  case U'î':
  case U'ï':
  case U'ī':
  case U'ı': return "i";
  case U'ñ':
  case U'ń':
  case U'ň': return "n";
  case U'ò':
  case U'ó':
  case U'ô':
  case U'õ':
  case U'ö':
  case U'ø':
  case U'ō':
  case U'ŏ':
  case U'ő': return "o";
  case U'ù':
  case U'ú':
  case U'û':
  case U'ü':
  case U'ū':
  case U'ŭ':
  case U'ů':
  case U'ű': return "u";
  case U'š':
  case U'ś':
  case U'ş': return "s";
  case U'ž':
  case U'ź':
  case U'ż': return "z";
  case U'ý':
  case U'ÿ': return "y";
  case U'ł': return "l";
  case U'ğ': return "g";
  case U'ř': return "r";
  case U'đ': return "d";
  default: return {};
  }
}

enum class Way { keep, plain, latin, abugida, simplify };

Way way_of(char32_t c) {
  if (c < 0x80)
    return Way::keep;
  if (!plain(c).empty())
    return Way::plain;
  if (is_abugida(c))
    return Way::abugida;
  switch (script_of(c)) {
  case Script::hangul:
  case Script::kana: return Way::keep;
  case Script::han: return Way::simplify;
  case Script::latin:
  case Script::other: return Way::latin;
  case Script::none: return Way::keep;
  }
  return Way::keep;
}

std::string fold_run(Way way, std::u32string_view run) {
  switch (way) {
  case Way::keep: return to_utf8(run);
  case Way::latin: return transliterated(to_latin(), run);
  case Way::abugida: return read_abugida(run);
  case Way::simplify: return transliterated(to_simplified(), run);
  case Way::plain: {
    std::string out;
    for (auto const c : run)
      out += plain(c);
    return out;
  }
  }
  return {};
}

} // namespace

std::string fold(std::string_view text) {
  if (std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; })) {
    std::string out{text};
    std::ranges::transform(out, out.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
    return out;
  }
  auto const points = to_utf32(nfkc_folded(text));
  std::string out;
  for (std::size_t from = 0; from < points.size();) {
    auto const way = way_of(points[from]);
    auto to = from + 1;
    while (to < points.size() && way_of(points[to]) == way)
      ++to;
    out += fold_run(way, std::u32string_view{points}.substr(from, to - from));
    from = to;
  }
  return out;
}

std::vector<std::string> pinyin_of(std::u32string_view han) {
  std::vector<std::string> out;
  for (auto const c : han) {
    auto syllable = letters(transliterated(to_pinyin(), std::u32string_view{&c, 1}));
    if (syllable.empty() || script_of(c) != Script::han)
      return {};
    out.push_back(std::move(syllable));
  }
  return out;
}

std::string letters(std::string_view folded) {
  std::string out;
  for (auto const c : folded)
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
      out.push_back(c);
  return out;
}

std::vector<std::vector<std::string_view>> table_rows(std::string_view table) {
  std::vector<std::vector<std::string_view>> out;
  while (!table.empty()) {
    auto const end = std::min(table.find_first_of("\n;"), table.size());
    if (auto words = split_words(table.substr(0, end)); !words.empty())
      out.push_back(std::move(words));
    table.remove_prefix(std::min(end + 1, table.size()));
  }
  return out;
}

std::vector<std::string_view> split_words(std::string_view text) {
  std::vector<std::string_view> out;
  for (std::size_t at = 0; at < text.size();) {
    auto const from = text.find_first_not_of(" \t\r\n", at);
    if (from == std::string_view::npos)
      break;
    at = std::min(text.find_first_of(" \t\r\n", from), text.size());
    out.push_back(text.substr(from, at - from));
  }
  return out;
}

} // namespace attache::resolve
