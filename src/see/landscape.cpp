#include "see/landscape.h"

#include "see/roles.h"
#include "see/when.h"

#include <algorithm>
#include <limits>
#include <map>
#include <tuple>

namespace attache::see {
namespace {

using Measure = std::pair<std::string, std::string>; // kind, currency
using Standings = std::map<OrganisationId, std::map<Measure, Standing>>;

// The newest dated one; own records before the press, the firm before the hedged, the later claim.
bool is_better(Figure const& a, Figure const& b) {
  auto const rank = [](Figure const& figure) {
    return std::tuple(figure.as_of.known(), figure.as_of.at, figure.attribution.voice == Voice::own_record,
                      !figure.attribution.hedged, number(figure.claim));
  };
  return rank(a) > rank(b);
}

bool known_by(Figure const& figure, Instant as_of) { return !figure.as_of.known() || figure.as_of.at <= as_of; }

Standings newest(Network const& network, Instant as_of) {
  Standings all;
  for (auto const& figure : network.figures) {
    if (!known_by(figure, as_of))
      continue;
    auto& standing = all[figure.organisation][{figure.kind, figure.currency}];
    if (standing.figure.claim == ClaimId{} || is_better(figure, standing.figure))
      standing.figure = figure;
  }
  for (auto const& figure : network.figures) {
    if (!known_by(figure, as_of))
      continue;
    auto& standing = all[figure.organisation][{figure.kind, figure.currency}];
    if (figure.as_of == standing.figure.as_of && figure.amount != standing.figure.amount)
      standing.others.push_back(figure.claim);
  }
  return all;
}

void date(Standing& standing, Instant as_of, double stale_after_days) {
  standing.dated = standing.figure.as_of.known();
  standing.age_days = standing.dated ? std::max(0.0, days_between(standing.figure.as_of.at, as_of)) : 0;
  standing.stale = !standing.dated || standing.age_days > stale_after_days;
}

void rank(Standings& all) {
  std::map<Measure, std::vector<double>> amounts;
  for (auto const& [organisation, standings] : all)
    for (auto const& [measure, standing] : standings)
      amounts[measure].push_back(standing.figure.amount);
  for (auto& [measure, values] : amounts)
    std::ranges::sort(values, std::ranges::greater{});
  for (auto& [organisation, standings] : all)
    for (auto& [measure, standing] : standings) {
      auto const& values = amounts[measure];
      auto const larger = std::ranges::lower_bound(values, standing.figure.amount, std::ranges::greater{});
      standing.rank = static_cast<int>(larger - values.begin()) + 1;
      standing.of = static_cast<int>(values.size());
    }
}

std::map<OrganisationId, std::vector<Acquaintance>> acquaintances(Network const& network, std::vector<Tie> const& ties,
                                                                  Instant as_of) {
  std::map<PersonId, Tie const*> tie_with;
  for (auto const& tie : ties)
    tie_with[tie.b] = &tie;
  std::map<std::pair<OrganisationId, PersonId>, Acquaintance> all;
  for (auto const& role : network.roles) {
    if (!held_on(role, as_of) || role.organisation == OrganisationId{})
      continue;
    auto& one = all[{role.organisation, role.person}];
    one.person = role.person;
    if (one.title.empty())
      one.title = role.title;
    if (auto const tie = tie_with.find(role.person); tie != tie_with.end()) {
      one.tie = *tie->second;
      one.has_tie = true;
    }
  }
  std::map<OrganisationId, std::vector<Acquaintance>> by_organisation;
  for (auto& [key, one] : all)
    by_organisation[key.first].push_back(std::move(one));
  for (auto& [organisation, people] : by_organisation)
    std::ranges::stable_sort(people, std::ranges::greater{}, [](auto const& one) { return one.tie.strength; });
  return by_organisation;
}

// The currency in which most organisations have a figure of the kind; the first by name among equals.
std::string main_currency(std::map<OrganisationId, LandscapeRow> const& rows, std::string_view kind) {
  std::map<std::string, int> counts;
  for (auto const& [id, row] : rows)
    for (auto const& standing : row.standings)
      if (standing.figure.kind == kind)
        ++counts[standing.figure.currency];
  auto const most = std::ranges::max_element(counts, {}, [](auto const& entry) { return entry.second; });
  return most == counts.end() ? std::string{} : most->first;
}

int rank_in(LandscapeRow const& row, std::string_view kind, std::string_view currency) {
  for (auto const& standing : row.standings)
    if (standing.figure.kind == kind && standing.figure.currency == currency)
      return standing.rank;
  return std::numeric_limits<int>::max();
}

bool is_current(Relation const& relation, Instant as_of) {
  auto const begun = !relation.valid.from.known() || relation.valid.from.at <= as_of;
  return begun && (!relation.valid.to.known() || end_of(relation.valid.to) > as_of);
}

} // namespace

std::vector<LandscapeRow> landscape(Network const& network, std::vector<Tie> const& ties, Instant as_of,
                                    std::string_view kind, double stale_after_days) {
  auto standings = newest(network, as_of);
  rank(standings);
  auto known = acquaintances(network, ties, as_of);
  std::map<OrganisationId, LandscapeRow> rows;
  for (auto& [id, all] : standings)
    for (auto& [measure, standing] : all) {
      date(standing, as_of, stale_after_days);
      rows[id].standings.push_back(std::move(standing));
    }
  for (auto const& relation : network.relations)
    if (is_current(relation, as_of))
      for (auto const id : {relation.from, relation.to})
        rows[id].relations.push_back(relation);
  for (auto& [id, people] : known) {
    rows[id].best_strength = people.front().tie.strength;
    rows[id].acquaintances = std::move(people);
  }
  auto const currency = main_currency(rows, kind);
  std::vector<LandscapeRow> ordered;
  for (auto& [id, row] : rows) {
    row.organisation = id;
    ordered.push_back(std::move(row));
  }
  std::ranges::stable_sort(ordered, {}, [&](LandscapeRow const& row) { return rank_in(row, kind, currency); });
  return ordered;
}

} // namespace attache::see
