// A power law over all ties, from columns: one halving sum each.
#pragma once

#include "net/graph.h"

namespace attache::net {

// Calls f(weight, age in minutes) for each contact of a tie by the date.
template <class F>
void each_weight(Base const& base, TieIndex tie, Date const& date, F f) {
  double before = 0;
  Minute last = date.minute;
  for (auto const& mark : base.marks(tie)) {
    if (mark.minute() > date.minute)
      break;
    auto const carried = before > 0 ? before * base.decay().after(static_cast<std::uint32_t>(mark.minute() - last)) : 0;
    before = mark.sum();
    last = mark.minute();
    f(before - carried, static_cast<std::uint32_t>(date.minute - last));
  }
}

// For each tie and term: the weight times what its halvings leave of the tie's contacts, as of one date. A later date
// takes one product a term and tie, no look at the contacts. 8 bytes a term and tie.
struct LawColumns {
  Instant as_of{};
  std::vector<Term> terms;
  std::vector<double> sums; // terms.size() a tie, side by side
};
// From the contacts by `as_of`; what comes later is not in them. O(contacts * terms).
LawColumns law_columns(Base const& base, Instant as_of, std::vector<Term> terms);

// What the law leaves of each tie's contacts on a date not before that of the columns. `out` has ties() places.
void sums_by_law(LawColumns const& columns, Instant as_of, std::span<double> out);

} // namespace attache::net
