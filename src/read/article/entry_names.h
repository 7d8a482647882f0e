// The names in a calendar title, with where they stand.
#pragma once

#include "read/article/known.h"
#include "read/article/tokens.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace attache::read::press {

struct Named {
  Span name, title, organisation;
  double confidence = 0;
};

// A title made ready: words such as "Lunch" and "With" in lower case, so that only names and offices have capitals.
// As long as `text`, byte for byte.
std::string quiet(std::string_view text);

// People named in Latin letters, in order; `text` is quiet.
std::vector<Named> english_guests(std::string_view text, Known const& known);
// People named in Hangul, in order.
std::vector<Named> korean_guests(std::string_view text);

// Finds names that the office knows, in any case and any script. O(words of the text) a search.
class NameIndex {
public:
  // Full names only; what is an office ("the Vice President") is left out.
  explicit NameIndex(std::vector<std::string> const& names);
  [[nodiscard]] std::vector<Named> in(std::string_view text) const;

private:
  std::unordered_map<std::string, std::vector<std::string>> by_start_; // lower case
};

} // namespace attache::read::press
