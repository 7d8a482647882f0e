// What tells people and organisations apart beyond their names, in comparable form: numbers that an authority gives,
// addresses, dates, countries, sex.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace attache::resolve {

// A number that one authority gives to one person or organisation.
struct Identifier {
  std::string kind;      // "passport" "ssn" "licence" "national" "tax" "registration" "lei" ... or "other"
  std::string authority; // country in two small letters, or any other word as stated; empty if unknown
  std::string number;    // letters and digits, folded
  bool operator==(Identifier const&) const = default;
};

// "passportNumber" and "A-123 456 (Iran)" -> passport, ir, a123456. Words without a digit are no part of the number
// ("Ration card number 1729765"). Empty if the heading names no such number or fewer than four digits are left.
std::optional<Identifier> identifier_of(std::string_view heading, std::string_view value);

enum class Fit : std::uint8_t {
  unknown, // nothing can be compared
  different,
  near, // a date with two of its three parts, a place in one town
  part, // as far as one of them says it: a year, a town and a postcode
  slip, // a digit or a letter off, day and month exchanged
  same
};

// Best of all pairs. `different` only if both have a number of one kind from one authority.
struct IdentifierFit {
  Fit fit = Fit::unknown;
  Identifier const *a = nullptr, *b = nullptr;
};
IdentifierFit compare_identifiers(std::vector<Identifier> const& a, std::vector<Identifier> const& b);

// "1969", "1969-06", "1969-06-16", "--06-16": best of all pairs.
Fit compare_dates(std::vector<std::string> const& a, std::vector<std::string> const& b);

// An address as its words and numbers, usual shortenings undone, sorted, each once.
struct Address {
  std::string written;
  std::vector<std::string> words, numbers;
  bool operator==(Address const&) const = default;
};
Address address_of(std::string_view text);
// same: a number and two words (or the only one) agree and nothing of the shorter one is left over but one word;
// slip: a number and a word agree; part: two words or a long number (a postcode) agree.
struct AddressFit {
  Fit fit = Fit::unknown;
  Address const *a = nullptr, *b = nullptr;
};
AddressFit compare_addresses(std::vector<Address> const& a, std::vector<Address> const& b);

// "Germany", "DEU", "de" -> "de"; anything else folded as it is.
std::string country_code(std::string_view text);
// "Female", "f", "여" -> "f"; "m"; empty for everything else.
std::string gender_code(std::string_view text);

} // namespace attache::resolve
