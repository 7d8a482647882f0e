// The three kinds of name comparison behind match(): Latin with Latin, one native script with itself, Hangul with
// Latin.
#pragma once

#include "resolve/names.h"

namespace attache::resolve {

NameMatch match_latin(PersonName const& a, PersonName const& b, Rarity const& rarity);
NameMatch match_native(PersonName const& a, PersonName const& b, Rarity const& rarity); // a.script == b.script
NameMatch match_han_latin(PersonName const& han, PersonName const& latin, Rarity const& rarity);
NameMatch match_hangul_latin(PersonName const& hangul, PersonName const& latin, Rarity const& rarity);

// Consonants of a romanised Korean word, classed so that spellings of one Hangul agree: "jung" = "chung" = "jeong".
std::string korean_skeleton(std::string_view bare);

} // namespace attache::resolve
