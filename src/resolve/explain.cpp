#include "resolve/identify.h"
#include "resolve/score.h"

#include <algorithm>
#include <map>

namespace attache::resolve {
namespace {

void unite(std::map<RecordId, Entity>& entities, RecordId id, Profile const& profile) {
  auto const [at, fresh] = entities.try_emplace(id, entity_of(profile));
  if (!fresh)
    unite(at->second, entity_of(profile));
}

Context context_over(std::vector<Profile> const& all, Clusters const& clusters, NameModel const* learnt) {
  std::map<RecordId, Entity> entities;
  for (auto const& profile : all)
    unite(entities, clusters.of(profile.record), profile);
  std::vector<Entity> list;
  for (auto& [id, entity] : entities)
    list.push_back(std::move(entity));
  auto out = context_of(list);
  out.people.learnt = out.companies.learnt = learnt;
  return out;
}

Entity side(std::vector<RecordId> const& records, std::vector<Profile> const& all) {
  std::map<RecordId, Entity> one;
  for (auto const& profile : all)
    if (std::ranges::find(records, profile.record) != records.end())
      unite(one, RecordId{}, profile);
  return one.empty() ? Entity{} : std::move(one.begin()->second);
}

} // namespace

Question explain(Sides const& sides, std::vector<Profile> const& all, Clusters const& clusters, NameModel const* learnt,
                 Belief const* belief) {
  auto const one = side(sides.a, all);
  auto found = score(one, side(sides.b, all), context_over(all, clusters, learnt));
  auto const [low, high] = std::minmax({std::ranges::min(sides.a), std::ranges::min(sides.b)});
  Question out{.a = low, .b = high, .probability = probability(found.bits), .reasons = std::move(found.reasons)};
  if (belief != nullptr)
    believe(*belief, one.kind, found.bits, out);
  return out;
}

} // namespace attache::resolve
