// The journal folded from its first change on, with every invariant tested on the way: what Store::check() rests on.
#pragma once

#include "keep/change.h"

#include <unordered_map>

namespace attache::keep {

class Replay {
public:
  // The next change and its journal entry. O(size of the change); remembers only what later changes can refer to.
  void apply(Entry const& entry, Change const& change);

  // Compares the current status that a store keeps for each claim whose status was ever changed with the replay's.
  void compare(std::unordered_map<std::int64_t, Status> const& kept);
  // How many claims, records and so on the journal adds up to, against what the store has.
  void compare_totals(Entry const& answered);

  [[nodiscard]] std::vector<std::string> const& broken() const { return broken_; }

private:
  void counts(Entry const& entry, Change const& change);
  void identities(Change const& change);
  void records(Change const& change);
  void claims(Change const& change);
  void statuses(Change const& change);
  void decisions(Change const& change);

  Entry total_; // sums over all changes; digest: the last one
  std::unordered_map<std::int64_t, Status> now_;
  std::vector<std::string> broken_;
};

} // namespace attache::keep
