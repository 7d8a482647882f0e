#include "read/trip_care.h"

#include "base/unicode.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace attache::read {
namespace {

constexpr Minutes longest_buffer{12 * 60};

std::optional<double> read_chance(TomlTable& table) {
  auto const holds = table.number("holds");
  if (holds && !(*holds >= 0 && *holds <= 1))
    table.mistake(table.line_of("holds"), fmt::format("{} is not a probability", *holds), "from 0 to 1: holds = 0.8");
  return holds ? std::optional{std::clamp(*holds, 0.0, 1.0)} : std::nullopt;
}

// "Tue 10:00-12:00 = 5": worth 5 more at that time.
void read_preferred(TomlTable& table, TripDays const& days, TomlText const& word, Candidate& candidate) {
  auto const sign = std::min(word.text.rfind('='), word.text.size());
  auto const windows = parse_windows(word.text.substr(0, sign), days);
  auto const number = squeeze(std::string_view{word.text}.substr(std::min(sign + 1, word.text.size())));
  double bonus = 0;
  auto const [end, error] = std::from_chars(number.data(), number.data() + number.size(), bonus);
  if (!windows)
    return table.mistake(word.line, windows.error().what, windows.error().hint);
  if (error != std::errc{} || end != number.data() + number.size() || !(bonus > 0))
    return table.mistake(word.line, fmt::format("'{}' does not say what that time is worth", word.text),
                         "write: preferred = \"Tue 10:00-12:00 = 5\"");
  for (auto const& window : *windows)
    candidate.preferred.push_back({.window = window, .bonus = bonus});
}

template <class T>
T of_tier(std::map<int, T> const& tiers, int tier, T otherwise) {
  auto const found = tiers.find(tier);
  return found == tiers.end() ? otherwise : found->second;
}

} // namespace

std::optional<Minutes> read_length(TomlTable& table, std::string_view key, Minutes least, Minutes most) {
  auto const text = table.text(key);
  if (!text)
    return {};
  auto const length = parse_length(*text);
  if (length && *length >= least && *length <= most)
    return length;
  table.mistake(table.line_of(key), fmt::format("'{}' is not a length of time", *text),
                "write minutes (90) or \"1h30\"");
  return {};
}

std::vector<Hours> read_meals(TomlTable& rules) {
  std::vector<Hours> meals;
  for (auto const& word : rules.texts("meals"))
    if (auto const hours = parse_hours(word.text))
      meals.push_back({.from = hours->first, .to = hours->second});
    else
      rules.mistake(word.line, hours.error().what, hours.error().hint);
  return meals;
}

void TripCare::read_defaults(TomlTable& defaults) {
  buffer_ = read_length(defaults, "buffer", Minutes{0}, longest_buffer).value_or(Minutes{0});
  holds_ = read_chance(defaults).value_or(1);
}

void TripCare::read_tiers(TomlTable& root) {
  auto tiers = root.table("tier");
  for (auto const& key : tiers.keys()) {
    auto table = tiers.table(key);
    auto const tier = key.size() == 1 && key[0] >= '0' && key[0] <= '9' ? key[0] - '0' : -1;
    if (tier < 0)
      tiers.mistake(table.line(), fmt::format("'{}' is not a tier", key), "write [tier.1], from 0 to 9");
    if (auto const buffer = read_length(table, "buffer", Minutes{0}, longest_buffer))
      buffer_of_tier_[tier] = *buffer;
    if (auto const holds = read_chance(table))
      holds_of_tier_[tier] = *holds;
    table.finish();
  }
}

void TripCare::read(TomlTable& table, TripDays const& days, Candidate& candidate) const {
  candidate.buffer = read_length(table, "buffer", Minutes{0}, longest_buffer)
                         .value_or(of_tier(buffer_of_tier_, candidate.tier, buffer_));
  candidate.holds = read_chance(table).value_or(of_tier(holds_of_tier_, candidate.tier, holds_));
  candidate.meal = table.flag("meal").value_or(false);
  for (auto const& word : table.texts("preferred"))
    read_preferred(table, days, word, candidate);
}

} // namespace attache::read
