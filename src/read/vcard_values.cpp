#include "read/vcard_values.h"

#include "base/time.h"
#include "base/unicode.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace attache::read {
namespace {

std::string part(std::vector<std::string> const& parts, std::size_t i) {
  return i < parts.size() ? parts[i] : std::string{};
}

std::string join(std::vector<std::string> const& parts, std::string_view separator) {
  std::string out;
  for (auto const& text : parts)
    if (!text.empty())
      out += (out.empty() ? "" : std::string{separator}) + text;
  return out;
}

// Hangul, Han or kana: family name first, no space between.
bool is_east_asian(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    auto const c = next_code_point(text, at);
    if ((c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF))
      return true;
  }
  return has_hangul(text);
}

// Digits only, "" if anything else is there.
std::string only_digits(std::string_view text) {
  auto const digit = [](char c) { return c >= '0' && c <= '9'; };
  return std::ranges::all_of(text, digit) ? std::string{text} : std::string{};
}

std::optional<std::string> existing(std::string const& date) {
  return parse_moment(date) ? std::optional{date} : std::nullopt;
}

// A day of an unstated year exists if it does in a leap year.
std::optional<std::string> without_year(std::string_view month, std::string_view day) {
  if (!existing(fmt::format("2000-{}-{}", month, day)))
    return {};
  return fmt::format("--{}-{}", month, day);
}

} // namespace

std::vector<std::string> structured(std::string_view value) {
  std::vector<std::string> parts;
  for (auto const& piece : split_escaped(value, ';')) {
    std::vector<std::string> values;
    for (auto const& one : split_escaped(piece, ','))
      values.push_back(squeeze(unescape(one)));
    parts.push_back(join(values, ", "));
  }
  return parts;
}

std::string assembled_name(std::vector<std::string> const& parts) {
  auto const family = part(parts, 0);
  auto const given = part(parts, 1);
  if (is_east_asian(family + given))
    return family + given;
  return join({part(parts, 3), given, part(parts, 2), family, part(parts, 4)}, " ");
}

std::string phone_number(std::string_view value) {
  if (fold_case(value.substr(0, 4)) == "tel:")
    value.remove_prefix(4);
  value = value.substr(0, value.find(';')); // RFC 3966 parameters
  std::string number;
  bool digit = false;
  for (auto const c : value) {
    if (c == '+' && number.empty())
      number = "+";
    else if (c >= '0' && c <= '9') {
      number += c;
      digit = true;
    } else if (digit && (c == 'x' || c == 'X' || c == '#' || c == ','))
      break; // an extension is not part of the number
  }
  return digit ? number : std::string{};
}

std::optional<std::string> birthday(std::string_view value, std::string_view omitted_year) {
  auto date = std::string{value.substr(0, value.find_first_of("T "))};
  if (date.starts_with("--")) {
    std::erase(date, '-');
    date = only_digits(date);
    return date.size() == 4 ? without_year(date.substr(0, 2), date.substr(2)) : std::nullopt;
  }
  if (date.size() == 8 && !only_digits(date).empty())
    date = fmt::format("{}-{}-{}", date.substr(0, 4), date.substr(4, 2), date.substr(6));
  if (date.size() == 10 && !omitted_year.empty() && date.starts_with(omitted_year))
    return without_year(date.substr(5, 2), date.substr(8));
  return existing(date);
}

std::string postal_address(std::vector<std::string> const& parts) {
  // post office box; extended; street; locality; region; postal code; country
  return join(
      {part(parts, 2), part(parts, 1), part(parts, 0), part(parts, 3), part(parts, 4), part(parts, 5), part(parts, 6)},
      ", ");
}

std::string attachment_note(ContentLine const& line) {
  auto const inline_data = line.value.starts_with("data:");
  auto const encoding = upper(parameter(line, "ENCODING"));
  if (!inline_data && encoding != "B" && encoding != "BASE64")
    return unescape(line.value);
  auto const comma = inline_data ? line.value.find(',') : std::string::npos;
  auto const from = comma == std::string::npos ? 0 : comma + 1;
  auto const size = static_cast<std::size_t>(
      std::ranges::count_if(line.value.substr(from), [](char c) { return c != '=' && c != ' ' && c != '\t'; }));
  auto const type =
      inline_data ? line.value.substr(5, line.value.find_first_of(";,") - 5) : upper(parameter(line, "TYPE"));
  return fmt::format("{}{}{} bytes", type, type.empty() ? "" : ", ", size / 4 * 3 + size % 4 * 3 / 4);
}

} // namespace attache::read
