// What keeps a rule from joining two, besides fields that contradict each other.
#pragma once

#include "resolve/entity.h"

#include <string_view>

namespace attache::resolve {

// `source`: a list that has everybody once would have one of them twice, in two entries that share nothing but a name.
// `size`: more names or addresses than one person has.
enum class Objection : std::uint8_t { none, kinds, evidence, source, size };
std::string_view to_string(Objection objection);

// Two entries of one list that has everybody once are two people, unless the entries themselves share an address, a
// number, a birthday or a profile: then somebody was entered twice.
bool listed_twice(Entity const& a, Entity const& b);

// The alarm: what no one person has (more than 16 addresses or numbers, or 32 names) is the sign of a chain of errors.
bool too_many(Entity const& a, Entity const& b);

} // namespace attache::resolve
