// What somebody typed, ready to be compared with many names, and how well one profile fits it.
#pragma once

#include "resolve/company_name.h"
#include "resolve/find.h"
#include "resolve/person_name.h"
#include "resolve/rarity.h"

namespace attache::resolve {

struct Query {
  std::string written, folded, squashed; // squashed: no spaces, hyphens or punctuation
  std::string email;
  std::vector<PersonName> names;
  CompanyName company;
};

Query query_of(std::string_view text);

// Letters and digits of any script, nothing else.
std::string squash(std::string_view folded);

// The best of its names and addresses; score 0 if nothing fits. `id` is left to the caller.
Match match_profile(Query const& query, Profile const& profile, Rarity const& rarity);

} // namespace attache::resolve
