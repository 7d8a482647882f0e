// Do two names mean one person? Bits of evidence and how they agree; any script against any script.
#pragma once

#include "model/identity.h"
#include "resolve/person_name.h"
#include "resolve/rarity.h"

#include <string>
#include <string_view>
#include <vector>

namespace attache::resolve {

enum class Agreement : std::uint8_t {
  unknown,       // nothing can be said: an empty name, or scripts that have no reading in common
  contradiction, // two full names that cannot be one
  partial,       // one word agrees: a family name with a title, a given name alone
  variant,       // nickname, initial, typing error, another spelling or another script
  exact,         // the same letters, in any order and spacing
};

// How they agree or differ, for the reason in words.
enum class How : std::uint8_t {
  nothing,
  same,
  order,
  nickname,
  initial,
  abbreviation,
  typo,
  extra_word,
  one_word,
  romanised,
  transliterated,
  spelt_korean,
  hanja,
  pinyin,
  syllable_off,
  only_family,
  suffix,
  different
};

struct NameMatch {
  double bits = 0; // log2 likelihood ratio, -12..26
  Agreement agreement = Agreement::unknown;
  How how = How::nothing;
};

// No allocation that a reason would need: this is what is called millions of times.
NameMatch match(PersonName const& a, PersonName const& b, Rarity const& rarity);
// Best of all pairs; two people with several names each agree if one pair does. A name pair that contradicts counts
// only if no pair agrees.
NameMatch match(std::vector<PersonName> const& a, std::vector<PersonName> const& b, Rarity const& rarity);
struct BestMatch {
  NameMatch match;
  PersonName const *a = nullptr, *b = nullptr; // the names that made it; null if one side has none
};
BestMatch best_match(std::vector<PersonName> const& a, std::vector<PersonName> const& b, Rarity const& rarity);
// Worth a question by the name alone: more than a family name or initials agree.
bool likely_same(NameMatch const& match);
Reason reason(NameMatch const& match, PersonName const& a, PersonName const& b);
// The same for any two written names; `swap` puts b first, so that a native name "reads as" a Latin one.
Reason name_reason(NameMatch const& match, std::string_view a, std::string_view b, bool swap);

struct Comparison {
  NameMatch match;
  std::vector<Reason> reasons; // one, or none if nothing can be said
};
// Two names as written.
Comparison compare_names(std::string_view a, std::string_view b, Rarity const& rarity = {});

// "jon", "john" -> 1: insertions, deletions, substitutions and swaps of neighbours. Stops counting above `limit`.
int edit_distance(std::string_view a, std::string_view b, int limit);

} // namespace attache::resolve
