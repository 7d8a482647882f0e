// Who serves where on a date.
#pragma once

#include "model/network.h"

#include <vector>

namespace attache::see {

// True if the role is held on the date: begun, not ended, neither denied nor called off nor merely possible.
bool held_on(Role const& role, Instant as_of);

// Roles that a person holds on the date, the newest first (then by claim); those without an organisation last.
std::vector<Role const*> roles_on(Network const& network, PersonId person, Instant as_of);

// The organisation a person is shown with on the date; null if none is known.
Organisation const* organisation_on(Network const& network, PersonId person, Instant as_of);

// Everybody's organisations on a date at once, for views over the whole network.
struct Affiliation {
  PersonId person{};
  OrganisationId organisation{};
  bool main = false; // the one of organisation_on()
  auto operator<=>(Affiliation const&) const = default;
};
std::vector<Affiliation> affiliations_on(Network const& network, Instant as_of); // ascending, unique per pair

} // namespace attache::see
