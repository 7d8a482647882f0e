// A company's Korean name against its English one: dictionary words (전자 = electronics), letter readings (에이 = a),
// initials, numbers, and sounds for the rest.
#pragma once

#include "resolve/company_readings.h"
#include "resolve/lattice.h"

namespace attache::resolve {

// A Korean company name, looked up once in the dictionary and then compared with many English ones.
class CompanyReader {
public:
  explicit CompanyReader(CompanyName const& hangul, CompanyReadings const& readings = shipped_readings());
  // Bits for it being `latin`; the cheapest way to write all of one as all of the other. -100 at least.
  [[nodiscard]] double bits(CompanyName const& latin) const;

private:
  struct Word {
    std::size_t length = 0; // syllables
    std::vector<CompanyReading> const* readings = nullptr;
  };
  [[nodiscard]] double in_order(std::vector<std::string> const& words) const;
  void take_words(std::vector<SpellingCosts>& rows, std::string_view latin, std::size_t i) const;
  void take_initials(std::vector<SpellingCosts>& rows, std::vector<std::string> const& words, std::size_t i) const;
  void take_numbers(std::vector<SpellingCosts>& rows, std::vector<std::string> const& words, std::size_t i) const;
  void skip_latin(SpellingCosts& row, std::vector<std::string> const& words, std::size_t size) const;

  std::u32string hangul_;
  CompanyReadings const* readings_;
  std::vector<std::vector<Word>> words_; // that begin at each syllable
};

double company_reading_bits(CompanyName const& hangul, CompanyName const& latin,
                            CompanyReadings const& readings = shipped_readings());

// The likeliest Latin of a company name: known words translated (longest first), the rest read out.
std::string translated(std::u32string_view hangul);

} // namespace attache::resolve
