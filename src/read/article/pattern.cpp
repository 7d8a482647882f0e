#include "read/article/pattern.h"

#include <cassert>
#include <limits>
#include <unicode/regex.h>
#include <unicode/utext.h>

namespace attache::read::press {

namespace {
constexpr std::int32_t step_limit =
    200; // ICU's unit, about a millisecond each; counted in steps, so the same everywhere
constexpr std::int32_t stack_limit = 1 << 20;
} // namespace

Pattern::Pattern(char const* expression) {
  auto status = U_ZERO_ERROR;
  UParseError where{};
  compiled_ =
      std::shared_ptr<void const>(icu::RegexPattern::compile(icu::UnicodeString::fromUTF8(expression), where, status),
                                  [](void const* pattern) { delete static_cast<icu::RegexPattern const*>(pattern); });
  assert(U_SUCCESS(status) && "an ill-formed pattern");
}

std::vector<Match> Pattern::search(std::string_view text, Span within, std::size_t limit) const {
  std::vector<Match> found;
  auto const part = cut(text, within);
  auto status = U_ZERO_ERROR;
  std::unique_ptr<icu::RegexMatcher> matcher(static_cast<icu::RegexPattern const*>(compiled_.get())->matcher(status));
  std::unique_ptr<UText, decltype(&utext_close)> const input(
      utext_openUTF8(nullptr, part.data() == nullptr ? "" : part.data(), static_cast<std::int64_t>(part.size()),
                     &status),
      &utext_close);
  if (U_FAILURE(status))
    return found;
  matcher->setTimeLimit(step_limit, status);
  matcher->setStackLimit(stack_limit, status);
  matcher->reset(input.get());
  while (found.size() < limit && matcher->find(status) && U_SUCCESS(status)) {
    Match match;
    for (std::int32_t group = 0; group <= matcher->groupCount(); ++group) {
      auto const begin = matcher->start64(group, status), end = matcher->end64(group, status);
      match.push_back(begin < 0 ? Span{}
                                : Span{within.begin + static_cast<std::size_t>(begin),
                                       within.begin + static_cast<std::size_t>(end)});
    }
    found.push_back(std::move(match));
  }
  return found;
}

std::vector<Match> Pattern::all(std::string_view text, Span within) const {
  return search(text, within, std::numeric_limits<std::size_t>::max());
}

std::optional<Match> Pattern::first(std::string_view text, Span within) const {
  auto found = search(text, within, 1);
  return found.empty() ? std::nullopt : std::optional{std::move(found.front())};
}

Words::Words(std::string_view list) {
  while (!list.empty()) {
    auto const bar = list.find('|');
    auto const word = list.substr(0, bar);
    longest_ = word.size() > longest_ ? word.size() : longest_;
    if (words_.emplace(word).second)
      listed_.emplace_back(word);
    list = bar == list.npos ? std::string_view{} : list.substr(bar + 1);
  }
}

std::string lower(std::string_view text) {
  std::string out{text};
  for (auto& c : out)
    if (c >= 'A' && c <= 'Z')
      c = static_cast<char>(c - 'A' + 'a');
  return out;
}

} // namespace attache::read::press
