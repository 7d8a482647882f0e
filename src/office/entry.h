// Use cases of the moment: add a person by hand, find somebody while typing.
#pragma once

#include "office/office.h"

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace attache::office {

using Json = nlohmann::ordered_json;

// What somebody enters; all but the name may be empty.
struct Entry {
  std::string name;
  std::vector<std::string> aliases, emails, phones;
  std::string organisation, title, city, note;
};

// Keeps the entry as a source of kind "entry" and resolves its records: the person's number, with whom the rules joined
// it, and why. The same entry again adds nothing (`known_already`). Fault::input without a name, or for what cannot be
// an address or a number.
Result<Json> add_person(Office const& office, Entry const& entry);

// People and organisations that fit, the best first, at most `limit` of each: number, the name that fits, the reason.
// Only what is known now.
Result<Json> find(Office const& office, std::string_view query, std::size_t limit);

} // namespace attache::office
