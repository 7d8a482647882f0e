// Organisations that hang on one tie.
#pragma once

#include "model/tie.h"

#include <vector>

namespace attache::see {

// An organisation in which exactly one living tie is left.
struct HeldByOne {
  OrganisationId organisation{};
  Tie tie;                      // the one that is left; a is the person asked about
  std::vector<PersonId> others; // who serves there too: whom to get to know, or to win back; ascending
};

// Organisations where exactly one of these ties is living (not lapsed), by the roles held on the date: those with the
// best tier first (unknown last), then the weakest tie, then the id. `ties` are those of one person; the organisations
// that this person serves are left out.
std::vector<HeldByOne> held_by_one(Network const& network, std::vector<Tie> const& ties, PersonId of, Instant as_of);

} // namespace attache::see
