// Regular expressions over UTF-8 that answer in byte offsets, and word lists.
#pragma once

#include "read/article/span.h"

#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace attache::read::press {

// [0] is the whole match; a group that took no part is an empty span.
using Match = std::vector<Span>;

// An ICU regular expression, case-sensitive unless it begins with (?i). Work per search is bounded, so that no text
// can make it slow: a search that exceeds the bound finds nothing more.
class Pattern {
public:
  explicit Pattern(char const* expression); // an ill-formed expression is a bug of ours
  [[nodiscard]] std::vector<Match> all(std::string_view text, Span within) const;
  [[nodiscard]] std::optional<Match> first(std::string_view text, Span within) const;
  [[nodiscard]] bool found(std::string_view text) const { return first(text, {0, text.size()}).has_value(); }

private:
  std::shared_ptr<void const> compiled_;
  [[nodiscard]] std::vector<Match> search(std::string_view text, Span within, std::size_t limit) const;
};

// A set of words or phrases, given as text separated by '|'.
class Words {
public:
  explicit Words(std::string_view list);
  [[nodiscard]] bool has(std::string_view word) const { return words_.contains(std::string{word}); }
  [[nodiscard]] std::size_t longest() const { return longest_; } // in bytes
  [[nodiscard]] std::vector<std::string> const& listed() const { return listed_; }

private:
  std::unordered_set<std::string> words_;
  std::vector<std::string> listed_;
  std::size_t longest_ = 0;
};

// ASCII letters made lower-case; other bytes as they are.
std::string lower(std::string_view text);

} // namespace attache::read::press
