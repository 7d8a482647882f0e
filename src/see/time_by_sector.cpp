#include "see/coverage.h"
#include "see/roles.h"
#include "see/when.h"

#include <algorithm>
#include <map>
#include <set>

namespace attache::see {
namespace {

using std::chrono::minutes;

minutes usual_length(ContactKind kind) {
  switch (kind) {
  case ContactKind::meeting: return minutes{60};
  case ContactKind::call: return minutes{30};
  case ContactKind::message: return minutes{5};
  case ContactKind::event: return minutes{120};
  }
  return minutes{0};
}

bool in_range(Contact const& contact, Instant from, Instant to) {
  return contact.when.from.known() && contact.when.from.at >= from && contact.when.from.at < to;
}

// The sectors of everybody else there, and of the organisations that take part; {""} if none is known.
std::set<std::string> sectors_of(Network const& network, Contact const& contact, PersonId of,
                                 std::map<PersonId, std::vector<OrganisationId>> const& serves) {
  std::set<std::string> sectors;
  auto const add = [&](OrganisationId id) {
    auto const* const organisation = find_organisation(network, id);
    if (organisation != nullptr && !organisation->sector.empty())
      sectors.insert(organisation->sector);
  };
  for (auto const person : contact.people)
    if (auto const found = serves.find(person); person != of && found != serves.end())
      std::ranges::for_each(found->second, add);
  std::ranges::for_each(contact.organisations, add);
  if (sectors.empty())
    sectors.emplace();
  return sectors;
}

} // namespace

minutes length_of(Contact const& contact) {
  auto const& [from, to, zone] = contact.when;
  if (from.precision != Precision::minute || to.precision != Precision::minute || to.at <= from.at)
    return usual_length(contact.kind);
  return std::min<minutes>(std::chrono::ceil<minutes>(to.at - from.at), std::chrono::hours{12});
}

std::vector<SectorTime> time_by_sector(Network const& network, PersonId of, Instant from, Instant to, Instant as_of) {
  std::map<PersonId, std::vector<OrganisationId>> serves;
  for (auto const& one : affiliations_on(network, as_of))
    if (one.main)
      serves[one.person].push_back(one.organisation);
  std::map<std::string, SectorTime> by_sector;
  for (auto const& contact : network.contacts) {
    auto const over = over_at(contact.when);
    auto const took = took_place(contact.realis) && over && *over <= as_of;
    auto const planned = contact.realis == Realis::planned || (took_place(contact.realis) && !took);
    if (!in_range(contact, from, to) || !std::ranges::binary_search(contact.people, of) || (!took && !planned))
      continue;
    auto const sectors = sectors_of(network, contact, of, serves);
    auto const share = length_of(contact) / static_cast<int>(sectors.size());
    for (auto const& sector : sectors) {
      (took ? by_sector[sector].actual : by_sector[sector].planned) += share;
      by_sector[sector].contacts += took ? 1 : 0;
    }
  }
  std::vector<SectorTime> times;
  for (auto& [sector, time] : by_sector) {
    time.sector = sector;
    times.push_back(std::move(time));
  }
  std::ranges::stable_sort(times, std::ranges::greater{},
                           [](SectorTime const& one) { return one.actual + one.planned; });
  return times;
}

} // namespace attache::see
