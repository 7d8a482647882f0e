// Recognises people and organisations in a sentence by title grammar, lists, endings and known names.
#pragma once

#include "read/article/known.h"
#include "read/article/story.h"
#include "read/article/tokens.h"

namespace attache::read::press {

// First sightings in one sentence, in no particular order.
std::vector<Sighting> sight_english(std::string_view text, Sentence const& sentence, std::size_t index);
std::vector<Sighting> sight_korean(std::string_view text, Sentence const& sentence, std::size_t index);

// Organisations alone, for the two functions above. In a headline every word has a capital: only well-known names.
std::vector<Sighting> english_organisations(std::string_view text, std::vector<Token> const& tokens, std::size_t index,
                                            bool headline);
std::vector<Sighting> korean_organisations(std::string_view text, Span sentence, std::size_t index);

// Tokens [begin, end).
struct Run {
  std::size_t begin = 0, end = 0;
  [[nodiscard]] bool empty() const { return end <= begin; }
  [[nodiscard]] std::size_t size() const { return end - begin; }
};
Span span_of(std::vector<Token> const& tokens, Run run);
// The capitalised words that begin at `at`, "&" and "of" inside them included; empty if there are none.
Run run_from(std::string_view text, std::vector<Token> const& tokens, std::size_t at);
// The capitalised words that end before `end`.
Run run_before(std::string_view text, std::vector<Token> const& tokens, std::size_t end);

// 이재용, 남궁민수: a family name and a given name of two syllables, and no other word that looks so.
bool korean_name(std::string_view word);

// The particle that ends a Korean word ("는", "에서", "과의"), as a length in bytes; 0 if it ends in none.
std::size_t particle_length(std::string_view word);
// True if `rest`, what follows a name without a space, is a particle, nothing, or a mark.
bool particle_or_nothing(std::string_view rest);

} // namespace attache::read::press
