#include "resolve/cluster.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace attache::resolve {
namespace {

using RecordPair = std::pair<RecordId, RecordId>;

RecordPair pair_of(Decision const& decision) { return std::minmax(decision.a, decision.b); }

std::vector<Decision const*> by_id(std::vector<Decision> const& decisions) {
  std::vector<Decision const*> out;
  for (auto const& decision : decisions)
    out.push_back(&decision);
  std::ranges::sort(out, {}, [](Decision const* d) { return std::tuple(d->id, d->a, d->b, d->verdict); });
  return out;
}

// Later ones first: whoever undoes has a higher id than what it undoes, so its own fate is known by then.
std::unordered_set<DecisionId> undone(std::vector<Decision const*> const& ordered) {
  std::unordered_set<DecisionId> out;
  for (auto i = ordered.rbegin(); i != ordered.rend(); ++i)
    if ((*i)->undoes != DecisionId{} && !out.contains((*i)->id))
      out.insert((*i)->undoes);
  return out;
}

// Disjoint sets of records; each set knows the "different" decisions that touch it.
class Sets {
public:
  explicit Sets(std::vector<Record> const& records) {
    for (auto const& record : records) {
      kind_.emplace(record.id, record.kind);
      parent_.emplace(record.id, record.id);
    }
  }
  [[nodiscard]] bool knows(RecordId record) const { return parent_.contains(record); }

  RecordId root(RecordId record) {
    auto& parent = parent_.at(record);
    return parent == record ? record : parent = root(parent);
  }

  void forbid(Decision const& decision) {
    different_[root(decision.a)].push_back(&decision);
    different_[root(decision.b)].push_back(&decision);
  }

  // The reason why the sets of a and b may not be one; null members if they may.
  struct Objection {
    bool refused = false;
    Decision const* different = nullptr;
  };
  Objection objection(RecordId a, RecordId b) {
    auto const x = root(a);
    auto const y = root(b);
    if (kind_.at(x) != kind_.at(y))
      return {.refused = true};
    auto const& fewer = different_[x].size() <= different_[y].size() ? different_[x] : different_[y];
    for (auto const* const decision : fewer)
      if (std::minmax(root(decision->a), root(decision->b)) == std::minmax(x, y))
        return {.refused = true, .different = decision};
    return {};
  }

  // The smaller record becomes the root, so that a cluster's number is its smallest record.
  void join(RecordId a, RecordId b) {
    auto const [low, high] = std::minmax({root(a), root(b)});
    if (low == high)
      return;
    parent_[high] = low;
    auto& into = different_[low];
    auto& from = different_[high];
    if (into.size() < from.size())
      into.swap(from);
    into.insert(into.end(), from.begin(), from.end());
    from.clear();
  }

private:
  std::unordered_map<RecordId, RecordKind> kind_;
  std::unordered_map<RecordId, RecordId> parent_;
  std::unordered_map<RecordId, std::vector<Decision const*>> different_;
};

Clusters read_out(std::vector<Record> const& records, Sets& sets) {
  std::map<RecordId, std::vector<RecordId>> members;
  for (auto const& record : records)
    members[sets.root(record.id)].push_back(record.id);
  Clusters out;
  for (auto const& [root, all] : members)
    if (all.size() > 1)
      for (auto const record : all)
        out.canonical.emplace(record, root);
  return out;
}

bool by_rule(Decision const& decision) { return decision.by == "attache"; }

} // namespace

std::vector<Decision> effective(std::vector<Decision> const& decisions) {
  auto const ordered = by_id(decisions);
  auto const gone = undone(ordered);
  std::map<RecordPair, Decision const*> latest;
  for (auto const* const decision : ordered)
    if (decision->undoes == DecisionId{} && !gone.contains(decision->id))
      latest[pair_of(*decision)] = decision;
  std::vector<Decision> out;
  for (auto const& [pair, decision] : latest)
    out.push_back(*decision);
  return out;
}

std::vector<Decision> taken_back(std::vector<Decision> const& decisions) {
  auto const ordered = by_id(decisions);
  auto const gone = undone(ordered);
  std::vector<Decision> out;
  for (auto const* const decision : ordered)
    if (decision->undoes == DecisionId{} && decision->verdict == Verdict::same && gone.contains(decision->id))
      out.push_back(*decision);
  return out;
}

Clustering clustering(std::vector<Record> const& records, std::vector<Decision> const& decisions) {
  auto const in_force = effective(decisions);
  Sets sets(records);
  std::vector<Decision const*> same;
  for (auto const& decision : in_force) {
    if (!sets.knows(decision.a) || !sets.knows(decision.b) || decision.a == decision.b)
      continue;
    if (decision.verdict == Verdict::different)
      sets.forbid(decision);
    else if (decision.verdict == Verdict::same)
      same.push_back(&decision);
  }
  std::ranges::sort(same, {}, [](Decision const* d) { return std::tuple(by_rule(*d), d->id, d->a, d->b); });
  Clustering out;
  for (auto const* const decision : same) {
    auto const [refused, different] = sets.objection(decision->a, decision->b);
    if (!refused)
      sets.join(decision->a, decision->b);
    else
      out.conflicts.push_back({.refused = decision->id,
                               .contradicted = different == nullptr ? DecisionId{} : different->id,
                               .a = decision->a,
                               .b = decision->b});
  }
  std::ranges::sort(out.conflicts, {}, &Conflict::refused);
  out.clusters = read_out(records, sets);
  return out;
}

Clusters clusters(std::vector<Record> const& records, std::vector<Decision> const& decisions) {
  return clustering(records, decisions).clusters;
}

} // namespace attache::resolve
