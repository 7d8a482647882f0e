#include "resolve/match_scripts.h"

#include "resolve/lattice.h"

#include <algorithm>

namespace attache::resolve {
namespace {

// 두음법칙: one name written 유 or 류, 이 or 리, 노 or 로, north and south or by choice.
bool initial_law(char32_t x, char32_t y) {
  auto const a = take_apart(x);
  auto const b = take_apart(y);
  constexpr std::uint8_t n = 2;
  constexpr std::uint8_t r = 5;
  constexpr std::uint8_t silent = 11;
  auto const low = std::min(a.onset, b.onset);
  auto const high = std::max(a.onset, b.onset);
  bool const pair = (low == r && high == silent) || (low == n && (high == r || high == silent));
  return a.nucleus == b.nucleus && a.coda == b.coda && pair;
}

std::size_t differing(std::u32string_view a, std::u32string_view b) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < a.size(); ++i)
    count += a[i] == b[i] ? 0U : 1U;
  return count;
}

bool same_but_initial_law(PersonName const& a, PersonName const& b) {
  return a.script == Script::hangul && a.native.size() == b.native.size() && a.native.size() >= 2 &&
         a.native.substr(1) == b.native.substr(1) && is_syllable(a.native[0]) && is_syllable(b.native[0]) &&
         initial_law(a.native[0], b.native[0]);
}

// Foreign names are heard differently by different writers: 젠슨 and 젠센.
bool heard_alike(PersonName const& a, PersonName const& b) {
  bool const foreign = a.native_family.empty() && b.native_family.empty() && a.native.size() >= 4;
  return foreign && a.native.size() == b.native.size() && differing(a.native, b.native) == 1;
}

std::u32string rotated(PersonName const& name) {
  std::u32string out;
  for (auto i = name.native_words.rbegin(); i != name.native_words.rend(); ++i)
    out += *i;
  return out;
}

NameMatch partly(PersonName const& a, PersonName const& b) {
  auto const& shorter = a.native.size() < b.native.size() ? a : b;
  auto const& longer = a.native.size() < b.native.size() ? b : a;
  bool const family = shorter.partial() && longer.native.starts_with(shorter.native);
  bool const given =
      !longer.native_family.empty() && longer.native.substr(longer.native_family.size()) == shorter.native;
  bool const one_word = longer.native_words.size() > 1 &&
                        std::ranges::find(longer.native_words, shorter.native) != longer.native_words.end();
  if (family)
    return {.bits = 1, .agreement = Agreement::partial, .how = How::only_family};
  if (given || one_word)
    return {.bits = 3, .agreement = Agreement::partial, .how = How::one_word};
  return {.bits = -9, .agreement = Agreement::contradiction, .how = How::different};
}

} // namespace

NameMatch match_native(PersonName const& a, PersonName const& b, Rarity const& rarity) {
  if (a.native == b.native)
    return a.partial() ? NameMatch{.bits = 1, .agreement = Agreement::partial, .how = How::only_family}
                       : NameMatch{.bits = native_bits(rarity, a), .agreement = Agreement::exact, .how = How::same};
  if ((a.native_words.size() > 1 && rotated(a) == b.native) || (b.native_words.size() > 1 && rotated(b) == a.native))
    return {.bits = native_bits(rarity, a), .agreement = Agreement::exact, .how = How::order};
  if (same_but_initial_law(a, b))
    return {.bits = native_bits(rarity, a) - 4, .agreement = Agreement::variant, .how = How::syllable_off};
  if (heard_alike(a, b))
    return {.bits = 7, .agreement = Agreement::variant, .how = How::syllable_off};
  if (a.native.size() != b.native.size())
    return partly(a, b);
  bool const close = a.native.size() >= 3 && differing(a.native, b.native) == 1 && a.native.front() == b.native.front();
  return {.bits = close ? -5.0 : -9.0, .agreement = Agreement::contradiction, .how = How::different};
}

} // namespace attache::resolve
