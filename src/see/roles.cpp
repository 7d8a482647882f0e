#include "see/roles.h"

#include <algorithm>
#include <tuple>

namespace attache::see {
namespace {

// Smaller comes first: with an organisation, firmly said, the newest.
auto order(Role const& role) {
  return std::tuple(role.organisation == OrganisationId{}, !took_place(role.realis),
                    -role.valid.from.at.time_since_epoch().count(), role.claim);
}

} // namespace

bool held_on(Role const& role, Instant as_of) {
  if (!took_place(role.realis))
    return false;
  auto const begun = !role.valid.from.known() || role.valid.from.at <= as_of;
  return begun && (!role.valid.to.known() || end_of(role.valid.to) > as_of);
}

std::vector<Role const*> roles_on(Network const& network, PersonId person, Instant as_of) {
  std::vector<Role const*> held;
  for (auto const& role : network.roles)
    if (role.person == person && held_on(role, as_of))
      held.push_back(&role);
  std::ranges::sort(held, {}, [](Role const* role) { return order(*role); });
  return held;
}

Organisation const* organisation_on(Network const& network, PersonId person, Instant as_of) {
  auto const held = roles_on(network, person, as_of);
  return held.empty() ? nullptr : find_organisation(network, held.front()->organisation);
}

std::vector<Affiliation> affiliations_on(Network const& network, Instant as_of) {
  std::vector<Role const*> held;
  for (auto const& role : network.roles)
    if (held_on(role, as_of) && role.organisation != OrganisationId{})
      held.push_back(&role);
  std::ranges::sort(held, {}, [](Role const* role) { return std::tuple(role->person, order(*role)); });
  std::vector<Affiliation> all;
  for (auto const* const role : held) {
    auto const main = all.empty() || all.back().person != role->person;
    all.push_back({.person = role->person, .organisation = role->organisation, .main = main});
  }
  // Main entries sort after others of the same pair: keep the last of each pair.
  std::ranges::sort(all);
  std::vector<Affiliation> unique;
  for (auto const& one : all) {
    if (!unique.empty() && unique.back().person == one.person && unique.back().organisation == one.organisation)
      unique.back() = one;
    else
      unique.push_back(one);
  }
  return unique;
}

} // namespace attache::see
