#include "resolve/cluster.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

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

// Later ones first: whoever undoes has a higher id than what it undoes, so its own fate is known by then; so is that of
// what a decision is part of, because an act is undone after it is whole.
std::set<DecisionId> undone(std::vector<Decision const*> const& ordered) {
  std::set<DecisionId> out;
  for (auto i = ordered.rbegin(); i != ordered.rend(); ++i) {
    auto const& decision = **i;
    if (decision.part_of != DecisionId{} && out.contains(decision.part_of))
      out.insert(decision.id);
    if (decision.undoes != DecisionId{} && !out.contains(decision.id))
      out.insert(decision.undoes);
  }
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

std::set<DecisionId> undone(std::vector<Decision> const& decisions) { return undone(by_id(decisions)); }

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
    if (decision->undoes == DecisionId{} && joins(decision->verdict) && gone.contains(decision->id))
      out.push_back(*decision);
  return out;
}

namespace {

struct Carried {
  Sets sets;
  std::vector<Decision const*> joined; // in the order in which they were carried out
  std::vector<Conflict> conflicts;
};

// `in_force` from effective(); it must outlive the answer.
Carried carry_out(std::vector<Record> const& records, std::vector<Decision> const& in_force) {
  Carried out{.sets = Sets(records)};
  std::vector<Decision const*> joining;
  for (auto const& decision : in_force) {
    if (!out.sets.knows(decision.a) || !out.sets.knows(decision.b) || decision.a == decision.b)
      continue;
    if (parts(decision.verdict))
      out.sets.forbid(decision);
    else if (joins(decision.verdict))
      joining.push_back(&decision);
  }
  std::ranges::sort(joining, {}, [](Decision const* d) { return std::tuple(by_rule(*d), d->id, d->a, d->b); });
  for (auto const* const decision : joining) {
    auto const [refused, different] = out.sets.objection(decision->a, decision->b);
    if (refused) {
      out.conflicts.push_back({.refused = decision->id,
                               .contradicted = different == nullptr ? DecisionId{} : different->id,
                               .a = decision->a,
                               .b = decision->b});
      continue;
    }
    out.sets.join(decision->a, decision->b);
    out.joined.push_back(decision);
  }
  return out;
}

} // namespace

Clustering clustering(std::vector<Record> const& records, std::vector<Decision> const& decisions) {
  auto const in_force = effective(decisions);
  auto carried = carry_out(records, in_force);
  std::ranges::sort(carried.conflicts, {}, &Conflict::refused);
  return {.clusters = read_out(records, carried.sets), .conflicts = std::move(carried.conflicts)};
}

Clusters clusters(std::vector<Record> const& records, std::vector<Decision> const& decisions) {
  return clustering(records, decisions).clusters;
}

std::vector<Decision> chain(std::vector<Record> const& records, std::vector<Decision> const& decisions, RecordId a,
                            RecordId b) {
  auto const in_force = effective(decisions);
  auto const carried = carry_out(records, in_force);
  std::map<RecordId, std::vector<Decision const*>> touching;
  for (auto const* const decision : carried.joined)
    for (auto const record : {decision->a, decision->b})
      touching[record].push_back(decision);
  std::map<RecordId, Decision const*> came_by{{b, nullptr}}; // from b, so that the way back leads from a
  std::vector<RecordId> queue{b};
  for (std::size_t i = 0; i < queue.size() && !came_by.contains(a); ++i)
    for (auto const* const decision : touching[queue[i]]) {
      auto const other = decision->a == queue[i] ? decision->b : decision->a;
      if (came_by.emplace(other, decision).second)
        queue.push_back(other);
    }
  std::vector<Decision> out;
  for (auto at = came_by.find(a); at != came_by.end() && at->second != nullptr;) {
    out.push_back(*at->second);
    at = came_by.find(at->second->a == at->first ? at->second->b : at->second->a);
  }
  return out;
}

NameTimes name_times(std::vector<Record> const& records, std::vector<Decision> const& decisions) {
  auto const in_force = effective(decisions);
  auto const carried = carry_out(records, in_force);
  auto const renames = [](Decision const& decision) {
    return decision.verdict == Verdict::former_name_of || decision.verdict == Verdict::later_name_of;
  };
  NameTimes out;
  if (std::ranges::none_of(carried.joined, renames, [](auto const* decision) -> auto const& { return *decision; }))
    return out;
  // What would be one without any renaming bears its names at the same time.
  auto alike = in_force;
  std::erase_if(alike, renames);
  auto const sides = clusters(records, alike);
  std::map<RecordId, NameTime> times; // by side
  for (auto const* const decision : carried.joined) {
    auto const former = sides.of(decision->verdict == Verdict::former_name_of ? decision->a : decision->b);
    auto const later = sides.of(decision->verdict == Verdict::former_name_of ? decision->b : decision->a);
    if (!renames(*decision) || former == later)
      continue;
    auto& before = times[former];
    before.former = true;
    before.decision = decision->id;
    before.valid.to = decision->valid.to;
    if (decision->valid.from.known())
      before.valid.from = decision->valid.from;
    auto& after = times[later];
    if (!after.valid.from.known())
      after.valid.from = decision->valid.to;
    if (after.decision == DecisionId{})
      after.decision = decision->id;
  }
  for (auto const& record : records)
    if (auto const found = times.find(sides.of(record.id)); found != times.end())
      out.emplace(record.id, found->second);
  return out;
}

} // namespace attache::resolve
