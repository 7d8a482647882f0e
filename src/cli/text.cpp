#include "cli/text.h"

#include "base/unicode.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <ostream>

namespace attache::cli {
namespace {

bool is_number(std::string const& cell) {
  return std::ranges::all_of(
      cell, [](char c) { return (c >= '0' && c <= '9') || c == ',' || c == '.' || c == '-' || c == '%' || c == ' '; });
}

} // namespace

void table(std::ostream& out, std::vector<std::vector<std::string>> const& rows, int indent) {
  std::vector<std::size_t> widths;
  std::vector<bool> numbers;
  for (auto const& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    numbers.resize(widths.size(), true);
    for (std::size_t i = 0; i < row.size(); ++i) {
      widths[i] = std::max(widths[i], columns(row[i]));
      numbers[i] = numbers[i] && is_number(row[i]);
    }
  }
  for (auto const& row : rows) {
    std::string line(static_cast<std::size_t>(indent), ' ');
    for (std::size_t i = 0; i < row.size(); ++i) {
      std::string const pad(widths[i] - columns(row[i]), ' ');
      line += numbers[i] ? pad + row[i] : (i + 1 == row.size() ? row[i] : row[i] + pad);
      line += i + 1 == row.size() ? "" : "  ";
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out << line << "\n";
  }
}

std::string count(long long number) {
  auto digits = std::to_string(number < 0 ? -number : number);
  for (auto at = static_cast<long long>(digits.size()) - 3; at > 0; at -= 3)
    digits.insert(static_cast<std::size_t>(at), ",");
  return (number < 0 ? "-" : "") + digits;
}

std::string percent(double share) { return fmt::format("{:.1f} %", 100 * share); }

std::string money(double amount, std::string_view currency) {
  constexpr std::array<std::pair<double, std::string_view>, 3> scales{
      {{1e12, "trillion"}, {1e9, "billion"}, {1e6, "million"}}};
  for (auto const& [scale, word] : scales)
    if (amount >= scale)
      return fmt::format("{:.4g} {} {}", amount / scale, word, currency);
  return fmt::format("{} {}", count(static_cast<long long>(amount)), currency);
}

std::string plural(long long number, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count(number), number == 1 ? one : many);
}

} // namespace attache::cli
