// A filter of claims made ready for rows and packs.
#pragma once

#include "keep/sqlite/reader.h"
#include "keep/sqlite/rows.h"

#include <algorithm>

namespace attache::keep::sqlite {

struct Reader::Selection {
  std::int64_t first = 1, end = no_end; // claim numbers
  Instant known_at;
  std::vector<bool> properties;                             // by word; empty: any
  std::vector<std::string> const* property_names = nullptr; // the same; null: any
  std::optional<Status> status;
  Statuses then; // used unless known_at is always
  bool nothing = false, nothing_in_rows = false;
  std::vector<Claim> found;

  // What was set later than it came; null if nothing was.
  [[nodiscard]] Status const* changed(std::int64_t claim, Statuses const& now) const {
    auto const& changes = known_at == always ? now : then;
    auto const found_one = changes.empty() ? changes.end() : changes.find(claim);
    return found_one == changes.end() ? nullptr : &found_one->second;
  }
};

// The pack that has this number; nothing if a row has it.
template <class Packs>
std::optional<std::size_t> pack_of(Packs const& packs, std::int64_t id) {
  auto const after = std::ranges::upper_bound(packs, id, {}, [](auto const& each) { return each.first; });
  if (after == packs.begin() || id >= std::prev(after)->first + std::prev(after)->count)
    return std::nullopt;
  return static_cast<std::size_t>(std::prev(after) - packs.begin());
}

// Calls rows(first, end) for what lies between the packs, and pack(one) for each, in ascending order.
template <class Packs, class Rows, class Pack>
Result<void> in_order(Packs const& packs, std::int64_t first, std::int64_t end, Rows rows, Pack pack) {
  auto one = std::ranges::lower_bound(packs, first, {}, [](auto const& each) { return each.first + each.count - 1; });
  for (; one != packs.end() && one->first < end; ++one) {
    if (first < one->first)
      TRY(rows(first, one->first));
    TRY(pack(*one));
    first = one->first + one->count;
  }
  return first < end ? rows(first, end) : Result<void>{};
}

} // namespace attache::keep::sqlite
