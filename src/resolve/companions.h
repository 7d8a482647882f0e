// With whom people were seen: at one meeting, in one message, in one article. Whoever meets the same people under two
// spellings is more likely one; two who stand side by side are more likely two.
#pragma once

#include "resolve/entity.h"

#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace attache::resolve {

struct Companions {
  std::unordered_map<RecordId, std::vector<RecordId>> of; // Entity::record -> those of the others, in order
  std::unordered_map<RecordId, std::string> names;
  std::size_t too_many = 0; // who was seen with more than this many is met by everybody and says nothing
};

// A gathering of more than twelve is left out: there nobody meets anybody. O(sum of squares of the gatherings).
Companions companions_of(std::span<Entity const> entities);

struct SharedCompany {
  std::vector<std::string> names; // of those whom both have met, apart from those whom everybody meets
  bool together = false;          // a and b were at one gathering
};
SharedCompany compare_companions(Companions const& all, RecordId a, RecordId b);

} // namespace attache::resolve
