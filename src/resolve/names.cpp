#include "resolve/names.h"

#include "resolve/match_scripts.h"

#include <fmt/format.h>

namespace attache::resolve {
namespace {

NameMatch match_other_scripts(PersonName const& a, PersonName const& b, Rarity const& rarity) {
  if (a.script == Script::hangul && b.script == Script::latin)
    return match_hangul_latin(a, b, rarity);
  if (b.script == Script::hangul && a.script == Script::latin)
    return match_hangul_latin(b, a, rarity);
  if (a.script == Script::han && b.script == Script::latin)
    return match_han_latin(a, b, rarity);
  if (b.script == Script::han && a.script == Script::latin)
    return match_han_latin(b, a, rarity);
  return {}; // no reading in common: nothing can be said
}

std::string_view words_for(How how) {
  switch (how) {
  case How::nothing: return "{} and {} cannot be compared";
  case How::same: return "{} and {} are the same name";
  case How::order: return "{} and {} are the same words in another order or spacing";
  case How::nickname: return "{} and {} agree by a nickname";
  case How::initial: return "{} and {} agree by an initial";
  case How::abbreviation: return "{} and {} agree by a shortened word";
  case How::typo: return "{} and {} differ by a letter or two";
  case How::extra_word: return "{} and {} agree, one has a word more";
  case How::one_word: return "{} and {} share one word only";
  case How::romanised: return "{} reads as {}";
  case How::transliterated: return "{} sounds like {}";
  case How::spelt_korean: return "{} and {} are two spellings of one Korean name";
  case How::hanja: return "{} is read {}";
  case How::pinyin: return "{} reads as {}";
  case How::syllable_off: return "{} and {} are two spellings of one name";
  case How::only_family: return "{} and {} share a family name only";
  case How::suffix: return "{} and {} differ in what follows the name";
  case How::different: return "{} and {} are different names";
  }
  return "{} and {}";
}

} // namespace

NameMatch match(PersonName const& a, PersonName const& b, Rarity const& rarity) {
  if (a.empty() || b.empty())
    return {};
  if (a.script != b.script)
    return match_other_scripts(a, b, rarity);
  if (a.script != Script::latin)
    return match_native(a, b, rarity);
  // One order for both calls: where two alignments are equally good, the first found is taken.
  return b.bare < a.bare ? match_latin(b, a, rarity) : match_latin(a, b, rarity);
}

NameMatch match(std::vector<PersonName> const& a, std::vector<PersonName> const& b, Rarity const& rarity) {
  return best_match(a, b, rarity).match;
}

BestMatch best_match(std::vector<PersonName> const& a, std::vector<PersonName> const& b, Rarity const& rarity) {
  BestMatch best;
  for (auto const& x : a)
    for (auto const& y : b) {
      auto const one = match(x, y, rarity);
      auto const better =
          one.agreement > best.match.agreement || (one.agreement == best.match.agreement && one.bits > best.match.bits);
      if (best.a == nullptr || better)
        best = {.match = one, .a = &x, .b = &y};
    }
  return best;
}

bool likely_same(NameMatch const& match) {
  constexpr double mononym = 5;
  return (match.agreement >= Agreement::variant && match.bits > 3) ||
         (match.agreement == Agreement::partial && match.bits > mononym);
}

Reason name_reason(NameMatch const& match, std::string_view a, std::string_view b, bool swap) {
  auto const& first = swap ? b : a;
  auto const& second = swap ? a : b;
  auto const detail = match.how == How::same ? fmt::format("{} in both", a)
                                             : fmt::format(fmt::runtime(words_for(match.how)), first, second);
  return {.field = "name", .detail = detail, .bits = match.bits};
}

Reason reason(NameMatch const& match, PersonName const& a, PersonName const& b) {
  return name_reason(match, a.written, b.written, a.script == Script::latin && b.script != Script::latin);
}

Comparison compare_names(std::string_view a, std::string_view b, Rarity const& rarity) {
  auto const x = parse_person(a);
  auto const y = parse_person(b);
  auto const best = best_match(x, y, rarity);
  if (best.a == nullptr)
    return {};
  return {.match = best.match, .reasons = {reason(best.match, *best.a, *best.b)}};
}

} // namespace attache::resolve
