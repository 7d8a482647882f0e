// Words of a company name that do not tell companies apart: legal forms, the jargon of exchange lists, common words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace attache::resolve {

bool is_legal_word(std::string_view word);   // "inc", "gmbh", "주식회사"
bool is_leading_form(std::string_view word); // stands before the name: "pt", "oao", "jsc"
// Phrases of several folded words with their short form ("public limited company" -> "plc") become that form.
void shorten_phrases(std::vector<std::string>& words);
// "DL-,10", "INH. O.N.", "ORD SHS", "ADR 1": what a list of shares appends. Index of the first such word, else size.
std::size_t listing_begins(std::vector<std::string> const& words);
// Bits of a word that many companies have ("group" 1.5, "technology" 3); 0 if it is not common.
double common_word_bits(std::string_view word);
// A place or part that tells two companies of one family apart: "france", "asia", "bank", "trust".
bool is_distinction(std::string_view word);

} // namespace attache::resolve
