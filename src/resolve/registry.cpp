#include "resolve/registry.h"

#include "resolve/fold.h"
#include "resolve/nickname_table.h"
#include "resolve/table.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace attache::resolve {
namespace {

std::string alphanumeric(std::string_view text) { return letters(fold(text)); }

int month_named(std::string_view word) {
  constexpr std::array<std::string_view, 12> months{"jan", "feb", "mar", "apr", "may", "jun",
                                                    "jul", "aug", "sep", "oct", "nov", "dec"};
  auto const found = std::ranges::find(months, word.substr(0, 3));
  return found == months.end() ? 0 : static_cast<int>(found - months.begin()) + 1;
}

int whole(std::string_view digits) {
  int out = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), out);
  return out;
}

int full_year(std::string_view digits) {
  auto const year = whole(digits);
  return digits.size() > 2 ? year : year + (year < 30 ? 2000 : 1900);
}

std::vector<std::string> date_parts(std::string_view text) {
  std::vector<std::string> out(1);
  for (auto const c : fold(text)) {
    bool const digit = c >= '0' && c <= '9';
    bool const letter = c >= 'a' && c <= 'z';
    auto const& last = out.back();
    bool const breaks = !last.empty() && (last.back() <= '9') != digit;
    if ((!digit && !letter) || breaks)
      out.emplace_back();
    if (digit || letter)
      out.back() += c;
  }
  std::erase(out, std::string{});
  return out;
}

std::int32_t packed(int year, int month, int day) {
  if (month > 12 && day <= 12)
    std::swap(month, day);
  if (year < 1 || year > 2200 || month > 31 || day > 31)
    return 0;
  return year * 10000 + month * 100 + day;
}

std::string shaped(Trait trait, std::string_view text) {
  switch (trait) {
  case Trait::birthday:
  case Trait::email: return fold(split_words(text).empty() ? "" : text);
  case Trait::phone: {
    std::string digits;
    std::ranges::copy_if(text, std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
    return digits.size() > 9 ? digits.substr(digits.size() - 9) : digits;
  }
  case Trait::postcode:
  case Trait::identifier: return alphanumeric(text);
  default: break;
  }
  std::string out;
  auto const folded = fold(text);
  for (auto const word : split_words(folded))
    out += (out.empty() ? "" : " ") + std::string{word};
  std::erase(out, '\'');
  return out;
}

std::vector<std::string> words_in(std::string_view folded) {
  std::string plain{folded};
  std::ranges::replace_if(plain, [](char c) { return c == ',' || c == '-' || c == '.' || c == '/'; }, ' ');
  auto const words = split_words(plain);
  return {words.begin(), words.end()};
}

} // namespace

std::int32_t date_number(std::string_view text) {
  auto const parts = date_parts(text);
  if (parts.size() == 1 && parts[0].size() == 8)
    return packed(whole(std::string_view{parts[0]}.substr(0, 4)), whole(std::string_view{parts[0]}.substr(4, 2)),
                  whole(std::string_view{parts[0]}.substr(6)));
  if (parts.size() == 1 && parts[0].size() == 4)
    return packed(whole(parts[0]), 0, 0);
  if (parts.size() < 2)
    return 0;
  for (std::size_t i = 0; i < std::min<std::size_t>(parts.size(), 2); ++i)
    if (auto const month = month_named(parts[i]); month > 0 && parts.size() > 2)
      return packed(full_year(parts[2]), month, whole(parts[1 - i]));
  if (parts[0].size() == 4)
    return packed(whole(parts[0]), whole(parts[1]), parts.size() > 2 ? whole(parts[2]) : 0);
  return parts.size() < 3 ? 0 : packed(full_year(parts[2]), whole(parts[0]), whole(parts[1]));
}

Registry::Registry(std::vector<RegistryColumn> columns) : columns_(std::move(columns)) {
  std::size_t names = SIZE_MAX; // given and family names are often swapped: they share their values
  for (auto const& column : columns_) {
    bool const name = column.trait == Trait::given || column.trait == Trait::family;
    if (name && names != SIZE_MAX) {
      pool_.push_back(names);
      continue;
    }
    pool_.push_back(values_.size());
    names = name ? values_.size() : names;
    values_.emplace_back(1);
    numbers_.emplace_back();
  }
}

std::uint32_t Registry::intern(std::size_t column, std::string text) {
  auto const trait = columns_[column].trait;
  auto& values = values_[pool_[column]];
  auto const [found, fresh] =
      numbers_[pool_[column]].emplace(std::move(text), static_cast<std::uint32_t>(values.size()));
  if (fresh) {
    Value value{.text = found->first};
    if (trait == Trait::birthday)
      value.date = date_number(value.text);
    if (trait == Trait::full_name || trait == Trait::street)
      value.words = words_in(value.text);
    if (trait == Trait::given || trait == Trait::family)
      value.formal =
          formal_.emplace(std::string{formal_name(value.text)}, static_cast<std::uint32_t>(formal_.size() + 1))
              .first->second;
    values.push_back(std::move(value));
  }
  ++values[found->second].count;
  return found->second;
}

void Registry::add(std::span<std::string_view const> values) {
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    auto text = i < values.size() ? shaped(columns_[i].trait, values[i]) : std::string{};
    cells_.push_back(text.empty() ? 0 : intern(i, std::move(text)));
  }
  ++rows_;
}

} // namespace attache::resolve
