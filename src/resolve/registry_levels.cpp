#include "resolve/registry_levels.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace attache::resolve {

// Jaro's similarity with Winkler's bonus for an equal start, 0..1.
double jaro_winkler(std::string_view a, std::string_view b) {
  constexpr std::size_t longest = 64;
  a = a.substr(0, longest);
  b = b.substr(0, longest);
  if (a.empty() || b.empty())
    return 0;
  auto const reach = std::max(a.size(), b.size()) / 2 - (std::max(a.size(), b.size()) > 1 ? 1 : 0);
  std::uint64_t taken = 0;
  std::array<char, longest> order{};
  std::size_t same = 0;
  for (std::size_t i = 0; i < a.size(); ++i)
    for (std::size_t j = i > reach ? i - reach : 0; j < std::min(b.size(), i + reach + 1); ++j)
      if (a[i] == b[j] && (taken >> j & 1U) == 0) {
        taken |= std::uint64_t{1} << j;
        order.at(same++) = a[i];
        break;
      }
  if (same == 0)
    return 0;
  std::size_t moved = 0;
  for (std::size_t j = 0, k = 0; j < b.size(); ++j)
    if ((taken >> j & 1U) != 0)
      moved += order.at(k++) != b[j] ? 1 : 0;
  auto const m = static_cast<double>(same);
  auto const jaro = (m / static_cast<double>(a.size()) + m / static_cast<double>(b.size()) +
                     (m - static_cast<double>(moved) / 2) / m) /
                    3;
  std::size_t start = 0;
  while (start < std::min<std::size_t>({4, a.size(), b.size()}) && a[start] == b[start])
    ++start;
  return jaro + 0.1 * static_cast<double>(start) * (1 - jaro);
}

// Optimal string alignment, not further than `limit`.
int edits(std::string_view a, std::string_view b, int limit) {
  constexpr std::size_t longest = 63;
  if (a.size() > longest || b.size() > longest)
    return a == b ? 0 : limit + 1;
  if (std::abs(static_cast<int>(a.size()) - static_cast<int>(b.size())) > limit)
    return limit + 1;
  std::array<std::array<std::uint8_t, longest + 1>, 3> rows{};
  for (std::size_t j = 0; j <= b.size(); ++j)
    rows[0][j] = static_cast<std::uint8_t>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    auto& now = rows[i % 3];
    auto const& last = rows[(i + 2) % 3];
    auto const& before = rows[(i + 1) % 3];
    now[0] = static_cast<std::uint8_t>(i);
    auto best = now[0];
    for (std::size_t j = 1; j <= b.size(); ++j) {
      auto cost = std::min({static_cast<int>(last[j]) + 1, static_cast<int>(now[j - 1]) + 1,
                            static_cast<int>(last[j - 1]) + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        cost = std::min(cost, static_cast<int>(before[j - 2]) + 1);
      now[j] = static_cast<std::uint8_t>(cost);
      best = std::min(best, now[j]);
    }
    if (best > limit)
      return limit + 1;
  }
  return std::min(static_cast<int>(rows[a.size() % 3][b.size()]), limit + 1);
}

std::uint8_t word_level(Registry::Value const& a, Registry::Value const& b) {
  if (a.formal == b.formal)
    return 2;
  if (std::min(a.text.size(), b.text.size()) >= 4 && edits(a.text, b.text, 1) <= 1)
    return 3;
  if (std::min(a.text.size(), b.text.size()) == 1)
    return a.text.front() == b.text.front() ? 4 : 5;
  return jaro_winkler(a.text, b.text) >= 0.86 ? 4 : 5;
}

namespace {

std::uint8_t date_level(std::int32_t a, std::int32_t b) {
  if (a == 0 || b == 0)
    return 0;
  auto const year_a = a / 10000;
  auto const year_b = b / 10000;
  auto const day_a = a % 10000;
  auto const day_b = b % 10000;
  if (day_a == 0 || day_b == 0)
    return year_a == year_b ? 3 : 5;
  if (year_a == year_b && day_a / 100 == day_b % 100 && day_a % 100 == day_b / 100)
    return 2;
  int differ = 0;
  for (auto x = a, y = b; x != 0 || y != 0; x /= 10, y /= 10)
    differ += x % 10 != y % 10 ? 1 : 0;
  if (differ == 1)
    return 2;
  if (year_a == year_b && (day_a / 100 == day_b / 100 || day_a % 100 == day_b % 100))
    return 3;
  return differ <= 2 || year_a == year_b ? 4 : 5;
}

std::uint8_t email_level(std::string_view a, std::string_view b) {
  if (edits(a, b, 2) <= 2)
    return 2;
  return a.substr(0, a.find('@')) == b.substr(0, b.find('@')) || jaro_winkler(a, b) >= 0.92 ? 3 : 4;
}

std::uint8_t postcode_level(std::string_view a, std::string_view b) {
  if (edits(a, b, 1) <= 1)
    return 2;
  auto const area = [](std::string_view code) {
    return code.size() > 4 ? code.substr(0, code.size() - 3) : code.substr(0, 2);
  };
  return area(a) == area(b) ? 3 : 4;
}

std::uint8_t text_level(std::string_view a, std::string_view b) {
  if (std::min(a.size(), b.size()) < 4)
    return 4;
  if (edits(a, b, 1) <= 1)
    return 2;
  return jaro_winkler(a, b) >= 0.88 ? 3 : 4;
}

} // namespace

std::uint8_t level_of(Trait trait, Registry::Value const& a, Registry::Value const& b) {
  switch (trait) {
  case Trait::birthday: return date_level(a.date, b.date);
  case Trait::email: return email_level(a.text, b.text);
  case Trait::phone:
    return a.text.size() >= 7 && b.text.size() >= 7 &&
                   a.text.substr(a.text.size() - 7) == b.text.substr(b.text.size() - 7)
               ? 2
           : edits(a.text, b.text, 1) <= 1 ? 3
                                           : 4;
  case Trait::postcode: return postcode_level(a.text, b.text);
  case Trait::identifier: return edits(a.text, b.text, 1) <= 1 ? 2 : edits(a.text, b.text, 2) <= 2 ? 3 : 4;
  default: return text_level(a.text, b.text);
  }
}

} // namespace attache::resolve
