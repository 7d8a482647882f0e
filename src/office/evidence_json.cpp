#include "office/evidence.h"
#include "office/pieces.h"

#include <algorithm>
#include <fmt/format.h>
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
    tally.proposed += claim.status == Status::proposed ? 1 : 0;
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

Json decision_json(Pieces const& pieces, Decision const& decision, bool undone) {
  auto const side = [&](RecordId id) {
    auto ref = pieces.record_ref(id);
    ref["id"] = number(id);
    ref["name"] = pieces.record_name(id);
    return ref;
  };
  Json json{{"id", number(decision.id)},
            {"a", side(decision.a)},
            {"b", side(decision.b)},
            {"verdict", to_string(decision.verdict)},
            {"by", decision.by}};
  if (!decision.why.empty())
    json["why"] = decision.why;
  json["probability"] = rounded(decision.probability);
  json["reasons"] = reasons_json(decision.reasons);
  if (number(decision.undoes) != 0)
    json["undoes"] = number(decision.undoes);
  json["undone"] = undone;
  json["at"] = instant_string(decision.at);
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

Result<Json> decisions(Office const& office, std::size_t limit, At at) {
  auto const view = TRY(load(office, at));
  Pieces const pieces{view};
  std::set<DecisionId> undone;
  for (auto const& decision : view.decisions)
    if (number(decision.undoes) != 0)
      undone.insert(decision.undoes);
  auto list = Json::array();
  for (auto const& decision : view.decisions | std::views::reverse | std::views::take(limit))
    list.push_back(decision_json(pieces, decision, undone.contains(decision.id)));
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
