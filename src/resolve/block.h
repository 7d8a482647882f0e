// Which pairs are worth comparing: the union of many keys, each of which true pairs are likely to share.
#pragma once

#include "resolve/entity.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace attache::resolve {

// Keys of one entity, as text ("m:kim@x.com", "f:이|YUN"). Entities that share one become a pair.
std::vector<std::string> blocking_keys(Entity const& entity);

// Those of them that come from names alone, and for a person the Korean family with the start of the given name ("Jay
// Y. Lee" and 이재용): for finding rather than for pairing.
std::vector<std::string> finding_keys(Entity const& entity);

// Hashes of what two records must share before any rule makes them one: an own e-mail address, phone number, profile
// address, a full birthday with a name alike, a house, a number that an authority gave; of organisations the name. Each
// once.
std::vector<std::uint64_t> proof_keys(Profile const& profile);

// Indices a < b of pairs that share a key, each once, ascending. A key that more than `cap` entities share is common
// ground rather than a hint: its members are compared with their neighbours only. O(keys log keys).
using IndexPair = std::pair<std::uint32_t, std::uint32_t>;
std::vector<IndexPair> candidate_pairs(std::span<Entity const> entities, std::size_t cap = 60);

} // namespace attache::resolve
