// How much an agreeing name says: rare names say more, counted in the office's own data over shipped priors.
#pragma once

#include "resolve/person_name.h"

#include <string>
#include <string_view>
#include <unordered_map>

namespace attache::resolve {

struct NameModel;

// Counts of name words and of whole native names among `total` names. An empty one leaves the priors alone.
struct Rarity {
  std::unordered_map<std::string, int> words; // Latin words and UTF-8 native names
  int total = 0;
  NameModel const* learnt = nullptr; // how the office has seen names written; null: only what is shipped
  void count(PersonName const& name);
};

// -log2 of the share of people who bear it, 1..14. `is_family`: as a family name, else as a given name.
double word_bits(Rarity const& rarity, std::string_view word, bool is_family);
// The same for a whole name in Hangul, Han or Kana.
double native_bits(Rarity const& rarity, PersonName const& name);

} // namespace attache::resolve
