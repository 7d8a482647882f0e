#include "office/evidence.h"
#include "office/review.h"
#include "office/sides.h"
#include "resolve/cluster.h"
#include "resolve/find.h"
#include "resolve/identify.h"
#include "resolve/profile.h"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace attache::office {
namespace {

using Profiles = std::vector<resolve::Profile>;

struct Named {
  std::string_view query;
  RecordId record{};
};

// A record as it is written ("#12"), else the person or organisation of that name.
Result<RecordId> record_named(View const& view, std::string_view query) {
  if (auto const id = id_in(query)) {
    if (find_record(view, RecordId{*id}) == nullptr)
      return fail(Fault::not_found, fmt::format("there is no record {}", *id));
    return RecordId{*id};
  }
  if (auto const person = find_person(view, query))
    return RecordId{number(*person)};
  return RecordId{number(TRY(find_organisation(view, query)))};
}

// Of the records of one person, the one that the words name best: that is where this name comes from.
RecordId record_of_name(View const& view, Profiles const& profiles, Named const& named) {
  if (id_in(named.query))
    return named.record;
  auto own = profiles;
  std::erase_if(own, [&](auto const& profile) { return view.clusters.of(profile.record) != named.record; });
  if (own.empty())
    return named.record;
  auto const found = resolve::find(own, {}, named.query, own.front().kind, 1, view.names.get());
  return found.empty() ? named.record : found.front().id;
}

Result<void> comparable(View const& view, Profiles const& profiles, RecordId a, RecordId b) {
  if (a == b)
    return fail(Fault::input, "both names are one record", {}, "name records by their numbers, such as #12");
  if (find_record(view, a)->kind != find_record(view, b)->kind)
    return fail(Fault::input, fmt::format("#{} and #{} are things of different kinds", number(a), number(b)));
  for (auto const record : {a, b})
    if (std::ranges::find(profiles, record, &resolve::Profile::record) == profiles.end())
      return fail(Fault::not_found,
                  fmt::format("nothing is known by which #{} and #{} could be compared", number(a), number(b)));
  return {};
}

// The decisions in force that keep the two apart: about any record of one and any of the other.
std::vector<Decision> apart_by(View const& view, RecordId a, RecordId b) {
  auto out = resolve::effective(view.decisions);
  auto const pair = std::minmax({view.clusters.of(a), view.clusters.of(b)});
  std::erase_if(out, [&](Decision const& decision) {
    return joins(decision.verdict) || std::minmax({view.clusters.of(decision.a), view.clusters.of(decision.b)}) != pair;
  });
  return out;
}

Json decisions_json(Pieces const& pieces, std::vector<Decision> const& decisions) {
  auto json = Json::array();
  for (auto const& decision : decisions)
    json.push_back(decision_json(pieces, decision));
  return json;
}

} // namespace

Result<Json> why(Office const& office, std::string_view a, std::string_view b, At at) {
  auto const view = TRY(load(office, at));
  auto first = TRY(record_named(view, a));
  auto second = TRY(record_named(view, b));
  auto const profiles = resolve::profiles(view.records, view.claims, view.sources);
  auto const one = view.clusters.of(first) == view.clusters.of(second);
  if (one) {
    first = record_of_name(view, profiles, {.query = a, .record = first});
    second = record_of_name(view, profiles, {.query = b, .record = second});
  }
  TRY(comparable(view, profiles, first, second));
  Pieces const pieces{view};
  Sides const sides{view, pieces, {first, second}};
  auto const question = resolve::explain({.a = {first}, .b = {second}}, profiles, view.clusters, view.names.get(),
                                         &identified(view).belief);
  auto json = question_json(sides, question, Sides::Extent::record);
  json["one"] = one;
  auto const [low, high] = std::minmax(first, second);
  json["chain"] = decisions_json(pieces, resolve::chain(view.records, view.decisions, low, high));
  json["apart"] = one ? Json::array() : decisions_json(pieces, apart_by(view, low, high));
  return json;
}

} // namespace attache::office
