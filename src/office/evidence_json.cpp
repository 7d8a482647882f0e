#include "office/evidence.h"
#include "office/pieces.h"
#include "office/proposed.h"
#include "resolve/cluster.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

namespace attache::office {
namespace {

struct Tally {
  std::int64_t records = 0, claims = 0, proposed = 0;
};

std::map<std::int64_t, Tally> tallies(View const& view) {
  std::map<std::int64_t, Tally> tallies;
  for (auto const& record : view.records)
    ++tallies[number(record.source)].records;
  for (auto const& claim : view.claims) {
    auto& tally = tallies[number(claim.source)];
    ++tally.claims;
    tally.proposed += claim.status == Status::proposed && !hangs_on_name(claim) ? 1 : 0;
  }
  return tallies;
}

Json source_line(Source const& source, Tally const& tally, std::size_t rejected) {
  Json json{{"id", number(source.id)}, {"kind", source.kind}, {"name", source.name}};
  for (auto const& [key, value] : {std::pair{"feed", source.feed},
                                   {"title", source.title},
                                   {"publisher", source.publisher},
                                   {"published", to_string(source.published)}})
    if (!value.empty())
      json[key] = value;
  json["read_at"] = instant_string(source.read_at);
  json["records"] = tally.records;
  json["claims"] = tally.claims;
  json["proposed"] = tally.proposed;
  json["rejected"] = rejected;
  return json;
}

// How decisions stand to each other.
class Standing {
public:
  explicit Standing(View const& view) : undone_{resolve::undone(view.decisions)} {
    for (auto const& decision : resolve::effective(view.decisions))
      in_force_.insert(decision.id);
    for (auto const& conflict : resolve::clustering(view.records, view.decisions).conflicts)
      refused_.emplace(conflict.refused, conflict.contradicted);
  }

  void tell(Json& json, Decision const& decision) const {
    json["undone"] = undone_.contains(decision.id);
    auto const refused = refused_.find(decision.id);
    auto const counts = number(decision.undoes) != 0 ? !undone_.contains(decision.id) : in_force_.contains(decision.id);
    json["in_force"] = counts && refused == refused_.end();
    if (refused != refused_.end() && number(refused->second) != 0)
      json["refused_by"] = number(refused->second);
  }

private:
  std::set<DecisionId> undone_, in_force_;
  std::map<DecisionId, DecisionId> refused_; // by which
};

Json standing_json(Pieces const& pieces, Decision const& decision, Standing const& standing) {
  auto json = decision_json(pieces, decision);
  standing.tell(json, decision);
  return json;
}

} // namespace

Result<Json> sources(Office const& office, At at) {
  auto const view = TRY(load(office, at));
  auto const counts = tallies(view);
  auto lines = Json::array();
  for (auto source = view.sources.rbegin(); source != view.sources.rend(); ++source) {
    auto const tally = counts.find(number(source->id));
    lines.push_back(source_line(*source, tally == counts.end() ? Tally{} : tally->second,
                                TRY(office.store.rejected(source->id)).size()));
  }
  return Json{{"sources", std::move(lines)}};
}

Result<Json> source(Office const& office, SourceId id, std::size_t limit, At at) {
  auto const source = TRY(office.store.load_source(id));
  auto const rejected = TRY(office.store.rejected(id));
  auto const view = TRY(load(office, at));
  Pieces const pieces{view};
  std::vector<Claim const*> claims;
  for (auto const& claim : view.claims)
    if (claim.source == id)
      claims.push_back(&claim);
  std::ranges::stable_sort(claims, {}, [](auto const* claim) { return claim->evidence.begin; });

  Json json{{"source", source_line(source, tallies(view)[number(id)], rejected.size())}, {"hash", source.hash}};
  if (source.kind == "article")
    json["text"] = source.text;
  json["claims"] = Json::array();
  for (auto const* const claim : claims | std::views::take(limit))
    json["claims"].push_back(pieces.claim(*claim));
  json["total"] = claims.size();
  json["rejected"] = Json::array();
  for (auto const& item : rejected)
    json["rejected"].push_back({{"where", item.where}, {"reason", item.reason}, {"hint", item.hint}});
  return json;
}

Result<Json> claim(Office const& office, ClaimId id, At at) {
  auto const view = TRY(load(office, at));
  auto const* const found = find_claim(view, id);
  if (found == nullptr)
    return fail(Fault::not_found, fmt::format("there is no claim {}", number(id)));
  return Pieces{view}.claim(*found);
}

Result<Json> decision(Office const& office, DecisionId id, At at) {
  auto const view = TRY(load(office, at));
  auto const* const found = find_decision(view, id);
  if (found == nullptr)
    return fail(Fault::not_found, fmt::format("there is no decision {}", number(id)));
  return standing_json(Pieces{view}, *found, Standing{view});
}

Result<Json> decisions(Office const& office, std::size_t limit, At at) {
  auto const view = TRY(load(office, at));
  Pieces const pieces{view};
  Standing const standing{view};
  auto list = Json::array();
  for (auto const& decision : view.decisions | std::views::reverse | std::views::take(limit))
    list.push_back(standing_json(pieces, decision, standing));
  return Json{{"decisions", std::move(list)}, {"total", view.decisions.size()}};
}

Result<Json> journal(Office const& office, std::size_t limit) {
  auto const entries = TRY(office.store.journal());
  auto list = Json::array();
  for (auto const& entry : entries | std::views::reverse | std::views::take(limit))
    list.push_back({{"id", number(entry.id)},
                    {"what", entry.note.what},
                    {"by", entry.note.by},
                    {"at", instant_string(entry.note.at)},
                    {"sources", entry.sources},
                    {"records", entry.records},
                    {"claims", entry.claims},
                    {"statuses", entry.statuses},
                    {"decisions", entry.decisions},
                    {"digest", entry.digest}});
  return Json{{"entries", std::move(list)}, {"total", entries.size()}};
}

} // namespace attache::office
