// What one record brings to identities.h, worked out before it is filed.
#pragma once

#include "resolve/profile.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace attache::resolve {

struct Arrival {
  RecordId record{};
  std::string content;              // packed(): equal for records that nothing tells apart
  std::uint64_t bearer = 0;         // as whom it has its keys: its kind and names
  std::vector<std::uint64_t> keys;  // proof_keys()
  std::vector<std::uint64_t> names; // name_key() of each name of a person
};

Arrival arrival_of(Profile const& profile);

// What namesakes share: the name as written, folded.
std::uint64_t name_key(std::string_view written);

} // namespace attache::resolve
