#include "office/targets.h"

#include <charconv>
#include <fmt/format.h>
#include <optional>

namespace attache::office {
namespace {

constexpr int most_wanted = 1'000'000;
constexpr std::string_view hint = "write SECTOR/REGION/TIER=WANTED: AI/US/1=5, Bio=12 or //1=20";

std::string_view trimmed(std::string_view text) {
  auto const first = text.find_first_not_of(" \t\r");
  return first == std::string_view::npos ? std::string_view{}
                                         : text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::optional<int> whole(std::string_view text, int most) {
  int value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size() && value >= 0 && value <= most ? std::optional{value}
                                                                                                 : std::nullopt;
}

// The part up to the separator, which goes with it.
std::string_view taken(std::string_view& rest, char separator) {
  auto const end = std::min(rest.find(separator), rest.size());
  auto const part = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return part;
}

std::optional<see::CoverageTarget> target_of(std::string_view text) {
  auto const equals = text.rfind('=');
  if (equals == std::string_view::npos)
    return std::nullopt;
  auto place = text.substr(0, equals);
  auto const sector = trimmed(taken(place, '/')), region = trimmed(taken(place, '/')), tier = trimmed(place);
  auto const wanted = whole(trimmed(text.substr(equals + 1)), most_wanted);
  auto const level = tier.empty() ? std::optional{0} : whole(tier, 3);
  if (!wanted || !level)
    return std::nullopt;
  return see::CoverageTarget{
      .sector = std::string{sector}, .region = std::string{region}, .tier = *level, .wanted = *wanted};
}

} // namespace

Result<std::vector<see::CoverageTarget>> parse_targets(std::string_view text, std::string_view where) {
  std::vector<see::CoverageTarget> targets;
  for (int line = 1; !text.empty(); ++line) {
    auto row = taken(text, '\n');
    row = row.substr(0, row.find('#'));
    while (!row.empty()) {
      auto const word = trimmed(taken(row, ','));
      if (word.empty())
        continue;
      auto const target = target_of(word);
      if (!target)
        return fail(Fault::input, fmt::format("'{}' is no target of coverage", word),
                    where.empty() ? std::string{} : fmt::format("{}:{}", where, line), std::string{hint});
      targets.push_back(*target);
    }
  }
  return targets;
}

} // namespace attache::office
