#include "resolve/pool.h"

#include "resolve/cluster.h"

#include <algorithm>

namespace attache::resolve {

Pool::Pool(std::vector<Entity> entities, std::vector<Decision> const& existing)
    : entities_(std::move(entities)), parent_(entities_.size()), apart_(entities_.size()) {
  for (std::uint32_t i = 0; i < entities_.size(); ++i) {
    index_.emplace(entities_[i].record, i);
    parent_[i] = i;
  }
  if (!existing.empty())
    carry_out(existing);
}

void Pool::carry_out(std::vector<Decision> const& existing) {
  std::vector<Record> records;
  for (auto const& entity : entities_)
    records.push_back({.id = entity.record, .kind = entity.kind});
  for (auto const& [record, canonical] : clusters(records, existing).canonical)
    if (record != canonical)
      join(index_.at(record), index_.at(canonical));
  keep_apart(effective(existing), false);
  keep_apart(taken_back(existing), true);
}

void Pool::keep_apart(std::vector<Decision> const& decisions, bool was_undone) {
  for (auto const& decision : decisions) {
    auto const a = index_.find(decision.a);
    auto const b = index_.find(decision.b);
    if (a == index_.end() || b == index_.end())
      continue;
    apart_[root(a->second)].push_back({.other = b->second, .undone = was_undone});
    apart_[root(b->second)].push_back({.other = a->second, .undone = was_undone});
  }
}

void Pool::join(std::uint32_t a, std::uint32_t b) {
  auto const [low, high] = std::minmax({root(a), root(b)});
  if (low == high)
    return;
  parent_[high] = low;
  unite(entities_[low], entities_[high]);
  entities_[high] = {};
  apart_[low].insert(apart_[low].end(), apart_[high].begin(), apart_[high].end());
}

bool Pool::meet(std::uint32_t a, std::uint32_t b, bool undone) {
  auto const x = root(a);
  auto const y = root(b);
  auto const& fewer = apart_[x].size() <= apart_[y].size() ? apart_[x] : apart_[y];
  auto const target = &fewer == &apart_[x] ? y : x;
  return std::ranges::any_of(fewer,
                             [&](Apart const& one) { return one.undone == undone && root(one.other) == target; });
}

std::vector<std::uint32_t> Pool::roots() {
  std::vector<std::uint32_t> out;
  for (std::uint32_t i = 0; i < parent_.size(); ++i)
    if (root(i) == i)
      out.push_back(i);
  return out;
}

} // namespace attache::resolve
