// Han letters against Latin ones, by their Mandarin reading. Japanese and Korean readings are not known here: what does
// not agree may still be one name.
#include "resolve/match_scripts.h"

#include <algorithm>

namespace attache::resolve {
namespace {

std::string joined(std::vector<std::string> const& words, std::size_t from, std::size_t to) {
  std::string out;
  for (auto i = from; i < to; ++i)
    out += words[i];
  return out;
}

bool reads_as(PersonName const& han, PersonName const& latin) {
  auto const family = std::max<std::size_t>(1, han.native_family.size());
  auto const count = latin.bare.size();
  auto const family_word = joined(han.pinyin, 0, family);
  auto const given = joined(han.pinyin, family, han.pinyin.size());
  return (latin.bare.front() == family_word && joined(latin.bare, 1, count) == given) ||
         (latin.bare.back() == family_word && joined(latin.bare, 0, count - 1) == given);
}

} // namespace

NameMatch match_han_latin(PersonName const& han, PersonName const& latin, Rarity const& rarity) {
  if (han.pinyin.size() < 2 || latin.bare.size() < 2 || !reads_as(han, latin))
    return {};
  constexpr double per_syllable = 3.5; // many letters share one reading
  auto const given = static_cast<double>(han.pinyin.size() - std::max<std::size_t>(1, han.native_family.size()));
  auto const written = native_bits(rarity, han);
  return {.bits = std::min(written, 4 + per_syllable * given), .agreement = Agreement::variant, .how = How::pinyin};
}

} // namespace attache::resolve
