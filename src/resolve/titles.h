// Words that stand beside a name and are not part of it.
#pragma once

#include <string_view>

namespace attache::resolve {

// All take folded words. Stand before a name ("chairman", "dr"); after it ("phd", "esq").
bool is_leading_title(std::string_view word);
bool is_trailing_title(std::string_view word);
// Also a family or given name, so a title only where at least two other words are left: "king", "dean".
bool is_doubtful_title(std::string_view word);
// "jr" -> "jr", "iii" and "3rd" -> "3"; empty if it is none.
std::string_view suffix_of(std::string_view word);
// A Korean, Japanese or Chinese title that stands as a word of its own: "회장", "先生".
bool is_native_title(std::u32string_view word);
// A polite word or a degree, no office that anybody holds: "mr", "phd", "님", "先生". `word` is folded, in any script.
bool is_courtesy(std::string_view word);
// Belongs to the office named after it: "vice", "acting", "executive".
bool is_title_modifier(std::string_view word);
// Length of the title that `word` ends with, written without a space: 2 for 이재용회장; 0 if it is a name to its end.
std::size_t attached_title(std::u32string_view word);
// "van", "de", "bin": belongs to the word after it.
bool is_particle(std::string_view word);

} // namespace attache::resolve
