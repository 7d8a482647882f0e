#include "model/identity.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace attache {
namespace {

constexpr std::array<std::string_view, 7> verdicts{"same",          "different",      "unsure",       "parent_of",
                                                   "subsidiary_of", "former_name_of", "later_name_of"};

} // namespace

Verdict turned(Verdict verdict) {
  switch (verdict) {
  case Verdict::parent_of: return Verdict::subsidiary_of;
  case Verdict::subsidiary_of: return Verdict::parent_of;
  case Verdict::former_name_of: return Verdict::later_name_of;
  case Verdict::later_name_of: return Verdict::former_name_of;
  case Verdict::same:
  case Verdict::different:
  case Verdict::unsure: break;
  }
  return verdict;
}

bool joins(Verdict verdict) {
  return verdict == Verdict::same || verdict == Verdict::former_name_of || verdict == Verdict::later_name_of;
}

bool parts(Verdict verdict) {
  return verdict == Verdict::different || verdict == Verdict::parent_of || verdict == Verdict::subsidiary_of;
}

std::string_view to_string(Verdict verdict) { return verdicts.at(static_cast<std::size_t>(verdict)); }

Result<Verdict> parse_verdict(std::string_view word) {
  auto const found = std::ranges::find(verdicts, word);
  if (found == verdicts.end())
    return fail(Fault::input, fmt::format("'{}' is not a verdict", word), {},
                fmt::format("one of: {}", fmt::join(verdicts, ", ")));
  return static_cast<Verdict>(found - verdicts.begin());
}

} // namespace attache
