#include "see/coverage.h"

#include "see/roles.h"
#include "see/strength.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace attache::see {
namespace {

using Place = std::pair<std::string, std::string>; // sector, region

std::string const& region_of(Organisation const& organisation) {
  return organisation.country.empty() ? organisation.city : organisation.country;
}

// Every person with a tie, with what coverage asks about them.
struct Position {
  PersonId person{};
  OrganisationId organisation{}; // 0 if unknown
  Place place;
  int tier = 0;
  TieState state = TieState::fresh;
  [[nodiscard]] bool living() const { return state != TieState::lapsed; }
};

std::vector<Position> positions_of(Network const& network, std::vector<Tie> const& ties, Instant as_of) {
  std::map<PersonId, OrganisationId> main;
  for (auto const& one : affiliations_on(network, as_of))
    if (one.main)
      main[one.person] = one.organisation;
  std::vector<Position> positions;
  for (auto const& tie : ties) {
    auto const* const person = find_person(network, tie.b);
    if (person == nullptr)
      continue;
    Position position{.person = tie.b, .tier = tier_on(network, *person, as_of), .state = tie.state};
    if (auto const* const organisation = find_organisation(network, main[tie.b])) {
      position.organisation = organisation->id;
      position.place = {organisation->sector, region_of(*organisation)};
    }
    positions.push_back(std::move(position));
  }
  return positions;
}

void count(CoverageCell& cell, Position const& position) {
  ++cell.by_state.at(static_cast<std::size_t>(position.state));
  cell.people.push_back(position.person);
  if (!position.living())
    return;
  ++cell.living;
  ++cell.by_tier.at(static_cast<std::size_t>(std::clamp(position.tier, 0, 3)));
}

// "" sorts after everything: the unknown comes last.
std::vector<std::string> unknown_last(std::set<std::string> const& words) {
  std::vector<std::string> ordered;
  std::ranges::copy_if(words, std::back_inserter(ordered), [](auto const& word) { return !word.empty(); });
  if (words.contains(""))
    ordered.emplace_back();
  return ordered;
}

bool fits_place(CoverageTarget const& target, Place const& place) {
  return (target.sector.empty() || target.sector == place.first) &&
         (target.region.empty() || target.region == place.second);
}

TargetResult result_of(Network const& network, CoverageTarget const& target, std::vector<Position> const& positions) {
  TargetResult result{.target = target};
  std::set<OrganisationId> held;
  for (auto const& position : positions) {
    if (position.living())
      held.insert(position.organisation);
    auto const fits = fits_place(target, position.place) && (target.tier == 0 || target.tier == position.tier);
    if (fits && position.living())
      ++result.living;
    if (fits && !position.living())
      result.to_restore.push_back(position.person);
  }
  result.missing = std::max(0, target.wanted - result.living);
  std::ranges::sort(result.to_restore);
  for (auto const& one : network.organisations)
    if (!held.contains(one.id) && fits_place(target, {one.sector, region_of(one)}) &&
        (target.tier == 0 || target.tier == one.tier))
      result.unreached.push_back(one.id);
  return result;
}

std::map<Place, CoverageCell> cells_of(Network const& network, std::vector<Position> const& positions) {
  std::map<Place, CoverageCell> cells;
  std::set<OrganisationId> held;
  for (auto const& position : positions) {
    count(cells[position.place], position);
    if (position.living())
      held.insert(position.organisation);
  }
  for (auto const& organisation : network.organisations) {
    auto& cell = cells[{organisation.sector, region_of(organisation)}];
    ++cell.organisations;
    cell.organisations_held += held.contains(organisation.id) ? 1 : 0;
  }
  return cells;
}

} // namespace

CoverageCell const* find_cell(Coverage const& coverage, std::string_view sector, std::string_view region) {
  auto const found = std::ranges::find_if(
      coverage.cells, [&](auto const& cell) { return cell.sector == sector && cell.region == region; });
  return found == coverage.cells.end() ? nullptr : &*found;
}

Coverage coverage(Network const& network, std::vector<Tie> const& ties, std::vector<CoverageTarget> const& targets,
                  Instant as_of) {
  auto const positions = positions_of(network, ties, as_of);
  auto cells = cells_of(network, positions);
  std::set<std::string> sectors, regions;
  for (auto const& [place, cell] : cells) {
    sectors.insert(place.first);
    regions.insert(place.second);
  }
  Coverage result{.sectors = unknown_last(sectors), .regions = unknown_last(regions)};
  for (auto const& sector : result.sectors)
    for (auto const& region : result.regions)
      if (auto const found = cells.find({sector, region}); found != cells.end()) {
        auto& cell = result.cells.emplace_back(std::move(found->second));
        cell.sector = sector;
        cell.region = region;
        std::ranges::sort(cell.people);
        result.living += cell.living;
      }
  for (auto const& target : targets)
    result.targets.push_back(result_of(network, target, positions));
  return result;
}

} // namespace attache::see
