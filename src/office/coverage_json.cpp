#include "office/network_views.h"
#include "office/pieces.h"
#include "office/recall.h"
#include "see/fragility.h"
#include "see/hinge.h"
#include "see/landscape.h"
#include "see/strength.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace attache::office {
namespace {

constexpr std::size_t shown = 5; // people or organisations named with a gap

Json cell_json(see::CoverageCell const& cell) {
  auto counts = Json::object();
  for (auto const state : {TieState::fresh, TieState::active, TieState::cooling, TieState::lapsed, TieState::restored})
    counts[std::string{to_string(state)}] = cell.by_state.at(static_cast<std::size_t>(state));
  return {{"sector", cell.sector},
          {"region", cell.region},
          {"people", cell.people.size()},
          {"living", cell.living},
          {"tiers", cell.by_tier},
          {"organisations", cell.organisations},
          {"organisations_held", cell.organisations_held},
          {"ties", std::move(counts)}};
}

template <class Id, class Line>
Json first_lines(std::vector<Id> const& ids, Line line) {
  auto list = Json::array();
  for (auto const id : ids)
    if (list.size() < shown)
      list.push_back(line(id));
  return list;
}

Json target_json(Pieces const& pieces, see::TargetResult const& result) {
  return {{"sector", result.target.sector},
          {"region", result.target.region},
          {"tier", result.target.tier},
          {"wanted", result.target.wanted},
          {"living", result.living},
          {"missing", result.missing},
          {"lapsed", result.to_restore.size()},
          {"to_restore", first_lines(result.to_restore, [&](PersonId id) { return pieces.person_line(id); })},
          {"unreached", first_lines(result.unreached, [&](OrganisationId id) { return pieces.organisation_ref(id); })}};
}

// Missing most first; those that are met keep the order in which they were given.
Json targets_json(Pieces const& pieces, std::vector<see::TargetResult> results) {
  std::ranges::stable_sort(results, std::greater{}, &see::TargetResult::missing);
  auto list = Json::array();
  for (auto const& result : results)
    list.push_back(target_json(pieces, result));
  return list;
}

Json hinges_json(View const& view, Pieces const& pieces, PersonId of) {
  auto list = Json::array();
  for (auto const& hinge : see::hinges(all_ties(view), of))
    list.push_back({{"person", pieces.person_line(hinge.person)},
                    {"reach", hinge.reach},
                    {"reason", fmt::format("{} {} known only through this person", hinge.reach,
                                           hinge.reach == 1 ? "person is" : "people are")}});
  return list;
}

Json time_json(View const& view, PersonId of) {
  auto list = Json::array();
  auto const year = view.at.as_of - std::chrono::days{365};
  for (auto const& time : see::time_by_sector(view.network, of, year, view.at.as_of, view.at.as_of))
    list.push_back({{"sector", time.sector}, {"meetings", time.contacts}, {"minutes", time.actual.count()}});
  return list;
}

Json standings_json(Pieces const& pieces, std::vector<see::Standing> const& standings) {
  auto list = Json::array();
  for (auto const& standing : standings) {
    auto figure = pieces.figure(standing.figure);
    figure["rank"] = standing.rank;
    figure["of"] = standing.of;
    figure["stale"] = standing.stale;
    list.push_back(std::move(figure));
  }
  return list;
}

} // namespace

Result<Json> coverage(Office const& office, std::vector<see::CoverageTarget> const& targets, At at) {
  auto const loaded = TRY(recall(office, at));
  auto const& view = *loaded;
  auto const of = TRY(principal(view));
  Pieces const pieces{view};
  auto const covered = see::coverage(view.network, own_ties(view), targets, at.as_of);
  Json json{{"sectors", covered.sectors}, {"regions", covered.regions}, {"cells", Json::array()}};
  for (auto const& cell : covered.cells)
    if (!cell.people.empty() || cell.organisations > 0)
      json["cells"].push_back(cell_json(cell));
  json["targets"] = targets_json(pieces, covered.targets);
  json["time"] = time_json(view, of);
  json["hinges"] = hinges_json(view, pieces, of);
  return json;
}

Result<Json> fragility(Office const& office, At at) {
  auto const loaded = TRY(recall(office, at));
  auto const& view = *loaded;
  auto const of = TRY(principal(view));
  Pieces const pieces{view};
  Json json{{"hinges", hinges_json(view, pieces, of)}, {"organisations", Json::array()}};
  for (auto const& held : see::held_by_one(view.network, own_ties(view), of, at.as_of))
    json["organisations"].push_back(
        {{"organisation", pieces.organisation_line(held.organisation)},
         {"tie", pieces.tie(held.tie)},
         {"others", first_lines(held.others, [&](PersonId id) { return pieces.person_line(id); })},
         {"total_others", held.others.size()}});
  return json;
}

Result<Json> landscape(Office const& office, At at) {
  auto const loaded = TRY(recall(office, at));
  auto const& view = *loaded;
  Pieces const pieces{view};
  auto list = Json::array();
  for (auto const& row : see::landscape(view.network, own_ties(view), at.as_of)) {
    if (row.standings.empty() && row.relations.empty())
      continue;
    Json json{{"organisation", pieces.organisation_line(row.organisation)},
              {"figures", standings_json(pieces, row.standings)}};
    if (!row.acquaintances.empty() && row.acquaintances.front().has_tie)
      json["best_tie"] = pieces.tie(row.acquaintances.front().tie);
    list.push_back(std::move(json));
  }
  auto relations = Json::array();
  for (auto const& relation : view.network.relations)
    relations.push_back(pieces.relation(relation));
  return Json{{"organisations", std::move(list)}, {"relations", std::move(relations)}};
}

} // namespace attache::office
