// Cells as values: e-mail addresses, telephone numbers, dates, amounts of money, lists.
#pragma once

#include "base/time.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace attache::read {

// Lower case, without "mailto:", a name before it or angle brackets; empty if it is no address.
std::optional<std::string> email_value(std::string_view text);
// Digits and a leading +, without an extension; empty if fewer than 5 digits are left.
std::optional<std::string> phone_value(std::string_view text);

// Which of the two comes first in "3/6/2021".
enum class DayOrder : std::uint8_t { unknown, day_first, month_first };

// A date as people and programs write it: "2021-06-03", "2021.06.03", "2021년 6월 3일", "20210603", "3 Jun 2021",
// "June 3, 2021", "03-06-2021", "2021-06", "2021", each perhaps with a time, which is kept only if it ends in Z.
// With DayOrder::unknown, day first. Empty if it is none, or a day that does not exist.
std::optional<Moment> date_value(std::string_view text, DayOrder order);
// What a date in a column says about the order in that column.
DayOrder order_shown(std::string_view text);
// True if `text` can be read both ways, with different results.
bool ambiguous_date(std::string_view text);

struct Amount {
  double value = 0;
  std::string currency; // ISO 4217 if a sign or code stands beside the number
};
// "1,234.5", "$2.9T", "USD 3 billion", "5조 3,000억원", "1.2e9". Empty if it is no amount.
std::optional<Amount> amount_value(std::string_view text);
// "532900000000": without exponent, at most two decimals.
std::string amount_string(double value);

// The parts of a cell with several values, each squeezed, empty ones left out.
std::vector<std::string> split_values(std::string_view text, std::string_view separators);
// Names of organisations in one cell: at line ends and semicolons, else at commas but never before a legal form
// ("Acme, Inc.").
std::vector<std::string> split_names(std::string_view text);

// FNV-1a, 64 bits; content_hash() is its 16 hex digits, for record keys.
std::uint64_t hash_of(std::string_view text);
std::string content_hash(std::string_view text);

} // namespace attache::read
