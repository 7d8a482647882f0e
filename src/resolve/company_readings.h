// How the words of a Korean company name are written in English: a dictionary, shipped, and learnt from pairs of names.
#pragma once

#include "resolve/company_name.h"

#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace attache::resolve {

// One way to write a Hangul word in Latin letters.
struct CompanyReading {
  std::string latin; // letters only
  float gain = 0;    // bits that it says, at most; 0: by its letters, for words of the shipped table
  bool operator==(CompanyReading const&) const = default;
};

struct CompanyReadings {
  std::map<std::u32string, std::vector<CompanyReading>, std::less<>> words;
  std::set<std::string, std::less<>> common; // Latin words that may be on one side only, learnt
  std::size_t longest = 1;                   // syllables of the longest word
};

CompanyReadings const& shipped_readings();

struct CompanyPair {
  CompanyName hangul, latin;
};

// Adds to `prior` what the pairs show: parts of Hangul names that go together with Latin words more often than chance
// does, at least twice. At most 20,000 pairs are used, the first ones. O(pairs * syllables * words).
CompanyReadings learn(CompanyReadings const& prior, std::span<CompanyPair const> pairs);

} // namespace attache::resolve
