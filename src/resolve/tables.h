// Which people of one table are the same: for exports that list people twice, with errors, and no number of their own.
#pragma once

#include "model/identity.h"
#include "resolve/profile.h"

#include <vector>

namespace attache::resolve {

// Decisions (verdict same, by "attache", with the waterfall as reasons) within each table of at least 50 people of whom
// half have a birthday, a postcode or a number. Only where the columns together make it at least 99 % likely, and at
// least two of them speak for it by 3 bits or more, one of which is no name. docs/method-names.md has the model.
std::vector<Decision> same_in_tables(std::vector<Profile> const& profiles);

} // namespace attache::resolve
