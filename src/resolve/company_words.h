// Korean words in company names with their English, and the Hangul readings of Latin letters and numbers.
#pragma once

#include <string_view>

namespace attache::resolve {

// Entries parted by ";" or line ends: a Hangul word, then its Latin readings: "전자 electronics electronic". "_" reads
// as nothing.
extern std::string_view const company_word_table;

} // namespace attache::resolve
