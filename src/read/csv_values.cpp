#include "read/csv_values.h"

#include "base/unicode.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <fmt/format.h>

namespace attache::read {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string_view without_ends(std::string_view text) {
  auto const first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos)
    return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

constexpr std::array<std::string_view, 12> month_names{"jan", "feb", "mar", "apr", "may", "jun",
                                                       "jul", "aug", "sep", "oct", "nov", "dec"};

// A date taken apart: its numbers (with how many digits each had) and the month's name if it has one.
struct Pieces {
  std::vector<std::pair<int, int>> numbers; // value, digits
  int month_name = 0;                       // 1..12, 0 if none
  std::size_t name_after = 0;               // how many numbers stood before the name
  bool odd = false;                         // something that no date has
};

void take_word(std::string_view word, Pieces& out) {
  auto const folded = fold_case(word);
  auto const found = std::ranges::find(month_names, folded.substr(0, 3));
  auto const known = folded.size() >= 3 && found != month_names.end() && out.month_name == 0;
  constexpr std::array<std::string_view, 14> fillers{"st",  "nd",  "rd",  "th",  "of",  "mon", "tue",
                                                     "wed", "thu", "fri", "sat", "sun", "년",  "월"};
  auto const filler =
      std::ranges::find(fillers, std::string_view{folded}.substr(0, 3)) != fillers.end() || folded == "일";
  if (known && !filler) {
    out.month_name = static_cast<int>(found - month_names.begin()) + 1;
    out.name_after = out.numbers.size();
  } else if (!filler)
    out.odd = true;
}

// Stops at a time of day ("T09:30", " 09:30").
Pieces take_apart(std::string_view text) {
  Pieces out;
  for (std::size_t i = 0; i < text.size() && out.numbers.size() < 4;) {
    auto const start = i;
    if (is_digit(text[i])) {
      while (i < text.size() && is_digit(text[i]))
        ++i;
      if (i < text.size() && text[i] == ':')
        break;
      auto value = 0;
      out.odd = out.odd || i - start > 8;
      std::from_chars(text.data() + start, text.data() + std::min(i, start + 8), value);
      out.numbers.emplace_back(value, static_cast<int>(i - start));
    } else if (std::string_view{" \t./-,()'"}.find(text[i]) != std::string_view::npos) {
      ++i;
    } else {
      while (i < text.size() && !is_digit(text[i]) &&
             std::string_view{" \t./-,()'"}.find(text[i]) == std::string_view::npos)
        ++i;
      if (text.substr(start, i - start) == "T" && out.numbers.size() >= 3)
        break;
      take_word(text.substr(start, i - start), out);
    }
  }
  return out;
}

std::optional<Moment> day_of(int year, int month, int day) {
  using namespace std::chrono;
  auto const date = year_month_day{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                   std::chrono::day{static_cast<unsigned>(day)}};
  if (!date.ok() || year < 1000 || year > 9999)
    return {};
  return day_moment(date);
}

std::optional<Moment> named_month(Pieces const& p) {
  auto const& n = p.numbers;
  if (n.size() == 1 && n[0].second == 4)
    return month_moment(n[0].first, p.month_name);
  if (n.size() != 2)
    return {};
  return n[0].second == 4 ? day_of(n[0].first, p.month_name, n[1].first)
                          : (n[1].second == 4 ? day_of(n[1].first, p.month_name, n[0].first) : std::nullopt);
}

// The two leading numbers of "d/m/y" or "m/d/y"; empty for every other shape.
std::optional<std::pair<int, int>> leading_pair(Pieces const& p) {
  auto const& n = p.numbers;
  if (p.odd || p.month_name != 0 || n.size() != 3 || n[0].second > 2 || n[1].second > 2 || n[2].second != 4)
    return {};
  return std::pair{n[0].first, n[1].first};
}

struct Scale {
  std::string_view word;
  double factor;
};
constexpr std::array scales{
    Scale{"trillion", 1e12}, Scale{"billion", 1e9}, Scale{"million", 1e6}, Scale{"thousand", 1e3}, Scale{"tn", 1e12},
    Scale{"bn", 1e9},        Scale{"mn", 1e6},      Scale{"t", 1e12},      Scale{"b", 1e9},        Scale{"m", 1e6},
    Scale{"k", 1e3},         Scale{"조", 1e12},     Scale{"억", 1e8},      Scale{"만", 1e4}};
struct Sign {
  std::string_view sign, code;
};
constexpr std::array signs{Sign{"usd", "USD"}, Sign{"krw", "KRW"},    Sign{"eur", "EUR"}, Sign{"gbp", "GBP"},
                           Sign{"jpy", "JPY"}, Sign{"us$", "USD"},    Sign{"$", "USD"},   Sign{"€", "EUR"},
                           Sign{"₩", "KRW"},   Sign{"£", "GBP"},      Sign{"원", "KRW"},  Sign{"달러", "USD"},
                           Sign{"won", "KRW"}, Sign{"dollars", "USD"}};

// Takes the first of `table` that `text` starts with.
template <class Table>
auto take_prefix(std::string_view& text, Table const& table, auto member) {
  for (auto const& item : table)
    if (text.starts_with(item.*member)) {
      text.remove_prefix((item.*member).size());
      return &item;
    }
  return static_cast<decltype(&table[0])>(nullptr);
}

// A number at the start of `text`, which moves past it: digits with commas between, a point, an exponent.
std::optional<double> take_number(std::string_view& text) {
  std::string digits;
  std::size_t i = 0;
  auto const exponent = [&] {
    return i > 0 && i + 1 < text.size() && text[i] == 'e' &&
           (is_digit(text[i + 1]) || (text[i + 1] == '+' && i + 2 < text.size()));
  };
  for (; i < text.size() && (is_digit(text[i]) || text[i] == ',' || text[i] == '.' || exponent()); ++i) {
    if (text[i] == 'e' && text[i + 1] == '+')
      digits += text[i++];
    else if (text[i] != ',')
      digits += text[i];
  }
  auto value = 0.0;
  auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc{} || digits.empty())
    return {};
  text.remove_prefix(i);
  return value;
}

constexpr std::array<std::string_view, 26> legal_forms{
    "inc",  "inc.", "ltd", "ltd.", "llc", "llp",  "l.p.", "lp",   "corp",    "corp.",        "co", "co.",  "plc",
    "gmbh", "ag",   "sa",  "s.a.", "nv",  "n.v.", "bv",   "b.v.", "limited", "incorporated", "kg", "e.v.", "aisbl"};

} // namespace

std::optional<std::string> email_value(std::string_view text) {
  text = without_ends(text);
  if (auto const open = text.rfind('<'); open != std::string_view::npos && text.ends_with('>'))
    text = without_ends(text.substr(open + 1, text.size() - open - 2));
  auto folded = fold_case(text);
  if (folded.starts_with("mailto:"))
    folded.erase(0, 7);
  auto const at = folded.find('@');
  auto const tidy = at != std::string::npos && at > 0 && at + 1 < folded.size() &&
                    folded.find('@', at + 1) == std::string::npos &&
                    folded.find_first_of(" \t\r\n,;<>\"") == std::string::npos;
  if (!tidy)
    return {};
  return folded;
}

std::optional<std::string> phone_value(std::string_view text) {
  text = without_ends(text);
  auto const folded = fold_case(text.starts_with("tel:") ? text.substr(4) : text);
  auto const end = std::min({folded.find("ext"), folded.find('x'), folded.find(';'), folded.find('#'), folded.size()});
  std::string out;
  for (auto const c : folded.substr(0, end))
    if (is_digit(c) || (c == '+' && out.empty()))
      out += c;
  if (std::ranges::count_if(out, is_digit) < 5)
    return {};
  return out;
}

std::optional<Moment> date_value(std::string_view text, DayOrder order) {
  text = without_ends(text);
  if (text.ends_with('Z'))
    if (auto const instant = parse_instant(text))
      return minute_moment(std::chrono::floor<std::chrono::minutes>(*instant));
  auto const pieces = take_apart(text);
  auto const& n = pieces.numbers;
  if (pieces.odd || n.empty() || n.size() > 3)
    return {};
  if (pieces.month_name != 0)
    return named_month(pieces);
  if (n[0].second == 8 && n.size() == 1)
    return day_of(n[0].first / 10000, n[0].first / 100 % 100, n[0].first % 100);
  if (n[0].second == 4) {
    if (n.size() == 1)
      return n[0].first >= 1000 ? std::optional{year_moment(n[0].first)} : std::nullopt;
    if (n.size() == 2)
      return n[1].first >= 1 && n[1].first <= 12 ? std::optional{month_moment(n[0].first, n[1].first)} : std::nullopt;
    return day_of(n[0].first, n[1].first, n[2].first);
  }
  auto const pair = leading_pair(pieces);
  if (!pair)
    return {};
  auto const [first, second] = *pair;
  return order == DayOrder::month_first ? day_of(n[2].first, first, second) : day_of(n[2].first, second, first);
}

DayOrder order_shown(std::string_view text) {
  auto const pair = leading_pair(take_apart(without_ends(text)));
  if (!pair || (pair->first > 12) == (pair->second > 12))
    return DayOrder::unknown;
  return pair->first > 12 ? DayOrder::day_first : DayOrder::month_first;
}

bool ambiguous_date(std::string_view text) {
  auto const pair = leading_pair(take_apart(without_ends(text)));
  return pair && pair->first <= 12 && pair->second <= 12 && pair->first != pair->second;
}

std::optional<Amount> amount_value(std::string_view text) {
  auto const folded = fold_case(squeeze(text));
  std::string_view rest = folded;
  Amount amount;
  auto numbers = 0;
  while (!rest.empty()) {
    if (rest.front() == ' ') {
      rest.remove_prefix(1);
    } else if (auto const number = take_number(rest)) {
      while (rest.starts_with(' '))
        rest.remove_prefix(1);
      auto const* const scale = take_prefix(rest, scales, &Scale::word);
      amount.value += *number * (scale != nullptr ? scale->factor : 1);
      ++numbers;
    } else if (auto const* const sign = take_prefix(rest, signs, &Sign::sign)) {
      amount.currency = sign->code;
    } else {
      return {};
    }
  }
  // "5조 3,000억" is one amount of two numbers; two bare numbers are not.
  if (numbers == 0 ||
      (numbers > 1 && folded.find("조") == std::string::npos && folded.find("억") == std::string::npos) ||
      !std::isfinite(amount.value))
    return {};
  return amount;
}

std::string amount_string(double value) {
  auto out = fmt::format("{:.2f}", value);
  if (out.ends_with(".00"))
    out.resize(out.size() - 3);
  return out;
}

std::vector<std::string> split_values(std::string_view text, std::string_view separators) {
  std::vector<std::string> out;
  while (!text.empty()) {
    auto const end = std::min(text.find_first_of(separators), text.size());
    if (auto part = squeeze(text.substr(0, end)); !part.empty())
      out.push_back(std::move(part));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

std::vector<std::string> split_names(std::string_view text) {
  if (text.find_first_of(";\n") != std::string_view::npos)
    return split_values(text, ";\n");
  std::vector<std::string> out;
  for (auto& part : split_values(text, ",")) {
    auto const legal = std::ranges::find(legal_forms, fold_case(part)) != legal_forms.end();
    if (legal && !out.empty())
      out.back() += ", " + part;
    else
      out.push_back(std::move(part));
  }
  return out;
}

std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (auto const c : text)
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  return hash;
}

std::string content_hash(std::string_view text) { return fmt::format("{:016x}", hash_of(text)); }

} // namespace attache::read
