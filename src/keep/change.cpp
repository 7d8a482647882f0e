#include "keep/change.h"

#include <algorithm>
#include <iterator>

namespace attache::keep {

void append(Change& into, Change more) {
  auto const move = [](auto& to, auto& from) { std::ranges::move(from, std::back_inserter(to)); };
  move(into.sources, more.sources);
  move(into.records, more.records);
  move(into.claims, more.claims);
  move(into.rejected, more.rejected);
  move(into.statuses, more.statuses);
  move(into.decisions, more.decisions);
}

} // namespace attache::keep
