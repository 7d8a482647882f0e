// Khmer, Lao and Sinhala in Latin letters: what ICU's transliterators leave as it is.
#pragma once

#include <string>
#include <string_view>

namespace attache::resolve {

// A letter or sign of one of these scripts.
bool is_abugida(char32_t c);

// One run of them as it is spoken, roughly: consonants are right, vowels near. "តារា" -> "tara". For comparing sounds,
// not for show. Conjuncts, silenced letters and vowels written before their consonant are in spoken order.
std::string read_abugida(std::u32string_view run);

} // namespace attache::resolve
