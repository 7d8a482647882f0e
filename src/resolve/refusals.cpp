#include "resolve/refusals.h"

#include "resolve/block.h"
#include "resolve/cluster.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <map>
#include <set>

namespace attache::resolve {
namespace {

using Pair = std::pair<RecordId, RecordId>;

std::vector<Entity> entities_of(std::vector<Profile> const& profiles, Clusters const& clusters) {
  std::vector<Profile const*> ordered;
  for (auto const& profile : profiles)
    ordered.push_back(&profile);
  std::ranges::sort(ordered, {}, &Profile::record);
  std::map<RecordId, Entity> by_cluster;
  for (auto const* const profile : ordered) {
    auto const [at, fresh] = by_cluster.try_emplace(clusters.of(profile->record), entity_of(*profile));
    if (!fresh)
      unite(at->second, entity_of(*profile));
  }
  std::vector<Entity> out;
  for (auto& [canonical, entity] : by_cluster) {
    entity.record = canonical;
    out.push_back(std::move(entity));
  }
  return out;
}

std::set<Pair> decided(std::vector<Decision> const& decisions, Clusters const& clusters) {
  std::set<Pair> out;
  for (auto const& decision : effective(decisions))
    out.insert(std::minmax(clusters.of(decision.a), clusters.of(decision.b)));
  return out;
}

std::string listed(std::vector<Reason> const& reasons, bool for_it) {
  std::vector<std::string> words;
  for (auto const& reason : reasons)
    if ((reason.bits > 0) == for_it && reason.bits != 0)
      words.push_back(for_it ? reason.field : fmt::format("{} ({})", reason.field, reason.detail));
  return fmt::format("{}", fmt::join(words, ", "));
}

std::string sentence(Score const& score, Objection objection) {
  auto const agree = listed(score.reasons, true);
  if (objection == Objection::size)
    return fmt::format("{} agree, but too many names or addresses would hang together", agree);
  auto const against = listed(score.reasons, false);
  return fmt::format("{} agree, but {}", agree,
                     against.empty() ? "they contradict each other" : against + " is against");
}

} // namespace

std::vector<Refusal> refusals(std::vector<Profile> const& profiles, std::vector<Decision> const& decisions,
                              Clusters const& clusters, NameModel const* learnt, Belief const* belief) {
  auto const entities = entities_of(profiles, clusters);
  auto context = context_of(entities);
  context.people.learnt = context.companies.learnt = learnt;
  auto const known = decided(decisions, clusters);
  std::vector<Refusal> out;
  for (auto const& [i, j] : candidate_pairs(entities)) {
    auto const& a = entities[i];
    auto const& b = entities[j];
    auto const pair = std::minmax(a.record, b.record);
    if (a.press != b.press || known.contains(pair))
      continue;
    auto found = score(a, b, context);
    if (!found.contradicted || found.proofs < 2)
      continue;
    auto const objection = objection_to(a, b, context);
    auto what = sentence(found, objection);
    out.push_back({.question = {.a = pair.first,
                                .b = pair.second,
                                .probability = probability(found.bits),
                                .reasons = std::move(found.reasons)},
                   .objection = objection,
                   .what = std::move(what)});
    if (belief != nullptr)
      believe(*belief, a.kind, found.bits, out.back().question);
  }
  std::ranges::sort(out, {}, [](Refusal const& one) { return std::pair(one.question.a, one.question.b); });
  return out;
}

} // namespace attache::resolve
