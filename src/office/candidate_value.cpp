#include "office/candidate_value.h"

#include "base/unicode.h"
#include "model/vocabulary.h"
#include "see/coverage.h"
#include "see/strength.h"

#include <cmath>
#include <fmt/format.h>
#include <map>
#include <set>

namespace attache::office {
namespace {

constexpr int thin_sector = 5; // living ties below which a sector is worth more

using Owners = std::map<std::string, std::set<PersonId>>;

// Who has which value of these properties, folded.
Owners owners(View const& view, std::set<std::string_view> const& properties) {
  Owners owners;
  for (auto const& person : view.network.people)
    for (auto const& fact : person.facts)
      if (properties.contains(fact.property))
        owners[fold_case(squeeze(fact.value))].insert(person.id);
  return owners;
}

PersonId only_owner(Owners const& owners, std::string const& value) {
  auto const found = owners.find(fold_case(squeeze(value)));
  return !value.empty() && found != owners.end() && found->second.size() == 1 ? *found->second.begin() : PersonId{};
}

struct Part {
  double points = 0;
  std::string what;
};

Part tier_part(int tier) {
  if (tier == 1)
    return {40, "a big shot"};
  return tier == 2 ? Part{22, "tier 2"} : Part{12, tier == 0 ? "tier unknown" : fmt::format("tier {}", tier)};
}

// What the office knows of the principal's ties.
struct Ties {
  std::map<PersonId, Tie> by_person;
  std::map<PersonId, see::Restoration> lapsed;
  std::map<std::string, int> living; // by sector
};

Ties know_ties(View const& view) {
  Ties ties;
  if (number(view.network.principal) == 0)
    return ties;
  auto const& all = all_ties(view);
  auto const own = see::ties_of(all, view.network.principal);
  for (auto const& tie : own)
    ties.by_person[tie.b] = tie;
  for (auto& restoration : see::rank_restore(view.network, all, view.network.principal, view.at.as_of, own.size()))
    ties.lapsed[restoration.tie.b] = std::move(restoration);
  for (auto const& cell : see::coverage(view.network, own, {}, view.at.as_of).cells)
    ties.living[cell.sector] += cell.living;
  return ties;
}

Part tie_part(Ties const& ties, PersonId person) {
  auto const tie = ties.by_person.find(person);
  if (tie == ties.by_person.end())
    return {6, "no tie yet"};
  if (auto const lapsed = ties.lapsed.find(person); lapsed != ties.lapsed.end())
    return {std::round(20 * lapsed->second.chance),
            fmt::format("a lapsed tie, {:.2f} by its depth against the silence", lapsed->second.chance)};
  if (tie->second.state == TieState::cooling)
    return {10, "a cooling tie"};
  return {2, fmt::format("{} tie", tie->second.state == TieState::active
                                       ? "an active"
                                       : fmt::format("a {}", to_string(tie->second.state)))};
}

Part sector_part(Ties const& ties, std::string const& sector) {
  auto const living = ties.living.find(sector);
  auto const count = living == ties.living.end() ? 0 : living->second;
  if (sector.empty() || count >= thin_sector)
    return {};
  return {4, fmt::format("only {} living ties in {}", count, sector)};
}

} // namespace

void find_candidates(Trip& trip, View const& view) {
  auto const by_email = owners(view, {property::email});
  auto const by_name = owners(view, {property::name, property::alias});
  for (auto& candidate : trip.candidates) {
    candidate.person = only_owner(by_email, candidate.email);
    if (number(candidate.person) == 0)
      candidate.person = only_owner(by_name, candidate.name);
    for (auto& one : candidate.people) {
      one.person = only_owner(by_email, one.email);
      if (number(one.person) == 0)
        one.person = only_owner(by_name, one.name);
    }
  }
}

void value_candidates(Trip& trip, View const& view) {
  auto const ties = know_ties(view);
  for (auto& candidate : trip.candidates) {
    if (candidate.value >= 0) {
      if (candidate.why.empty())
        candidate.why = fmt::format("{:g} by the trip file", candidate.value);
      continue;
    }
    auto const sector =
        candidate.sector < 0 ? std::string{} : trip.sectors.at(static_cast<std::size_t>(candidate.sector)).name;
    candidate.value = 0;
    for (auto const& part : {tier_part(candidate.tier), tie_part(ties, candidate.person), sector_part(ties, sector)}) {
      if (part.points == 0)
        continue;
      candidate.value += part.points;
      candidate.why += fmt::format("{}{:g} {}", candidate.why.empty() ? "" : " + ", part.points, part.what);
    }
  }
}

} // namespace attache::office
