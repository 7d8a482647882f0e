// The ledger of restored ties: what fell silent, what brought it back, and whether it lived.
#pragma once

#include "model/tie.h"

#include <optional>
#include <vector>

namespace attache::see {

struct Restored {
  PersonId a{}, b{};     // a is the person asked about
  Instant silent_from{}; // the last contact before the silence
  Instant lapsed_at{};   // when the silence became a lapse
  Instant restored_at{};
  ContactId restored_by{};
  double silent_days = 0;          // from silent_from to restored_at
  int contacts_since = 0;          // after the restoring one, until the date
  std::optional<bool> alive_after; // another contact within 90 days; nothing while those are not over
};

// Restorations of one person's ties with restored_at in [from, to) and not after `as_of`, in order of time, then b.
std::vector<Restored> restored_ties(Network const& network, PersonId of, Instant from, Instant to, Instant as_of);

// How many lapsed ties come back on their own: of the ties of `of` that were lapsed on `at`, the share restored within
// `days`. A ledger's figure means little without it.
struct BaseRate {
  int lapsed = 0, restored = 0;
  [[nodiscard]] double rate() const { return lapsed == 0 ? 0 : static_cast<double>(restored) / lapsed; }
};
BaseRate restoration_rate(Network const& network, PersonId of, Instant at, double days, Instant as_of);

// What would have come back anyway in [from, from + days): the ties lapsed on `from`, times the share that came back in
// as many days in the three years before.
struct Anyway {
  int lapsed = 0;      // on `from`
  BaseRate before;     // the three years together
  double expected = 0; // lapsed * before.rate()
};
Anyway expected_anyway(Network const& network, PersonId of, Instant from, double days, Instant as_of);

} // namespace attache::see
