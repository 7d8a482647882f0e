// Coarse keys of how a name sounds, the same in Hangul and in Latin: for finding pairs, not for judging them.
#pragma once

#include "resolve/company_name.h"
#include "resolve/lattice.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace attache::resolve {

// The likeliest Latin spelling of `hangul`, letter by letter.
std::string plain_reading(Lattice const& lattice, std::u32string_view hangul);

// Consonant classes that survive a transliteration into Hangul and back: "huang" and 황 are HN, "carter" and 카터 KT.
std::string sound_key(std::string_view bare);

// How a Latin word is spoken, eight sounds packed from the left: "garski" and "garsky", "aleksandr" and "alexander" are
// one. Vowels count only at the start; 0 if nothing is left.
std::uint64_t spoken(std::string_view bare);

// Of the whole name and of its first word, dictionary words translated.
std::vector<std::string> company_sound_keys(CompanyName const& name);

} // namespace attache::resolve
