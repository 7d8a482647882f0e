// Formal given names and the short forms they are known by.
#pragma once

#include <string_view>

namespace attache::resolve {

// "william:bill,billy,will alexander:alex ..." folded words, ordered by the formal name.
extern std::string_view const nickname_table;

// True if one is a short form of the other; both folded. Not transitive: bill and will are not each other's.
bool are_nicknames(std::string_view a, std::string_view b);

// A whole name of its own, not only short for another: "anna" and "annabelle" are two names.
bool is_formal_name(std::string_view word);

// One formal name that `word` is short for, else `word`: the key under which a given name is looked up.
std::string_view formal_name(std::string_view word);

} // namespace attache::resolve
