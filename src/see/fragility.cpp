#include "see/fragility.h"

#include "see/roles.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace attache::see {
namespace {

constexpr int no_tier = 99;

struct Staff {
  std::vector<Tie const*> living;
  std::vector<PersonId> others;
};

int tier_of(Network const& network, OrganisationId id) {
  auto const* const organisation = find_organisation(network, id);
  return organisation == nullptr || organisation->tier == 0 ? no_tier : organisation->tier;
}

} // namespace

std::vector<HeldByOne> held_by_one(Network const& network, std::vector<Tie> const& ties, PersonId of, Instant as_of) {
  std::map<PersonId, Tie const*> living;
  for (auto const& tie : ties)
    if (tie.state != TieState::lapsed)
      living[tie.b] = &tie;
  std::map<OrganisationId, Staff> staff;
  std::set<OrganisationId> own;
  for (auto const& one : affiliations_on(network, as_of)) {
    if (one.person == of)
      own.insert(one.organisation);
    auto const tie = living.find(one.person);
    if (tie != living.end())
      staff[one.organisation].living.push_back(tie->second);
    else if (one.person != of)
      staff[one.organisation].others.push_back(one.person);
  }
  std::vector<HeldByOne> held;
  for (auto& [organisation, people] : staff)
    if (people.living.size() == 1 && !own.contains(organisation) && number(organisation) != 0)
      held.push_back({.organisation = organisation, .tie = *people.living.front(), .others = std::move(people.others)});
  for (auto& one : held)
    std::ranges::sort(one.others);
  std::ranges::sort(held, {}, [&](HeldByOne const& one) {
    return std::tuple(tier_of(network, one.organisation), one.tie.strength, one.organisation);
  });
  return held;
}

} // namespace attache::see
