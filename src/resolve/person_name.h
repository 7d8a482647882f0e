// A person's name as parts: titles taken off, family and given name told apart where that can be done.
#pragma once

#include "resolve/hangul.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace attache::resolve {

struct PersonName {
  std::string written;            // as the source has it
  Script script = Script::none;   // latin, hangul, han or kana; other alphabets have become latin
  std::vector<std::string> words; // Latin: folded, in written order, hyphens kept ("jae-yong"); initials are one letter
  std::vector<std::string> bare;  // the same words without hyphens: "jaeyong"
  std::vector<std::uint64_t> sounds; // of each of the bare words: spoken()
  bool loose = false;                // from letters whose reading is no usual spelling: Arabic, Hebrew, Thai, Khmer ...
  std::vector<std::string> pinyin;   // of Han letters: one a syllable, without tones
  int family_word = -1;              // index of the family name among words, -1 if unknown
  bool family_stated = false;        // by capitals, a comma or the source's own fields; else inferred
  std::u32string native;             // Hangul, Han or Kana: letters only, no spaces
  std::vector<std::u32string> native_words; // the same as spaced by its writer
  std::u32string native_family;             // 남궁 of 남궁민수; empty if the name is foreign or unknown
  std::string suffix;                       // "jr" "sr" "2" "3"
  bool maybe_first = false;                 // has an "I" without a dot: an initial, or the first of the name
  std::vector<std::string> titles;          // taken off, folded, in order
  [[nodiscard]] bool empty() const { return words.empty() && native.empty(); }
  // One word only: a family name with a title, or a given name alone. Never proof of anything.
  [[nodiscard]] bool partial() const { return native.empty() ? words.size() < 2 : native.size() < 2; }
};

// Father and son: "Jr" and "Sr", "II" and "III", "Morris I Klein" and "Morris II Klein"; not "Jr" and "II".
bool other_generation(PersonName const& a, PersonName const& b);

// What a source separates by itself; both may be empty.
struct StatedParts {
  std::string_view family, given;
};

// The names in `text`: usually one, two for "이재용 (Jay Y. Lee)", none for text without letters.
std::vector<PersonName> parse_person(std::string_view text, StatedParts stated = {});

} // namespace attache::resolve
