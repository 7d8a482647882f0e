// The tables behind the lattices, as text: docs/method-names.md says where their figures come from.
#pragma once

#include <string_view>

namespace attache::resolve {

// One Hangul letter a line: letter, then Latin spelling and bits in turn; "_" is an empty spelling, "-ㄱ" a coda.
extern std::string_view const korean_table, foreign_table;
// One family name a line: Hangul, bits of rarity among Koreans, then Latin spelling and bits in turn.
extern std::string_view const family_table;

// Syllables that Korean given names are made of.
extern std::u32string_view const given_syllables;

} // namespace attache::resolve
