// Entities that grow as they are found to be one, and what was decided about their records.
#pragma once

#include "model/identity.h"
#include "resolve/entity.h"

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace attache::resolve {

// Numbered as given; a joined entity has the number of its first part.
class Pool {
public:
  // `existing`: decisions about pairs of `entities` (by Entity::record); others are left aside. Those that are in force
  // and say "same" are carried out; see cluster.h.
  Pool(std::vector<Entity> entities, std::vector<Decision> const& existing);

  std::uint32_t root(std::uint32_t i) {
    while (parent_[i] != i)
      i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  [[nodiscard]] std::uint32_t index(RecordId record) const { return index_.at(record); }
  [[nodiscard]] bool knows(RecordId record) const { return index_.contains(record); }
  [[nodiscard]] std::size_t size() const { return entities_.size(); }
  Entity const& entity(std::uint32_t i) { return entities_[root(i)]; }
  void join(std::uint32_t a, std::uint32_t b);

  // Somebody has decided about a pair of theirs, or has taken back that they are one.
  bool settled(std::uint32_t a, std::uint32_t b) { return meet(a, b, false); }
  bool taken_back_before(std::uint32_t a, std::uint32_t b) { return meet(a, b, true); }

  std::vector<std::uint32_t> roots();

private:
  struct Apart {
    std::uint32_t other = 0;
    bool undone = false;
  };
  void carry_out(std::vector<Decision> const& existing);
  void keep_apart(std::vector<Decision> const& decisions, bool was_undone);
  bool meet(std::uint32_t a, std::uint32_t b, bool undone);

  std::unordered_map<RecordId, std::uint32_t> index_;
  std::vector<Entity> entities_;
  std::vector<std::uint32_t> parent_;
  std::vector<std::vector<Apart>> apart_;
};

} // namespace attache::resolve
