// Offices that stand in names: "김민수 부장", "Chairman Lee", "佐藤 社長".
#pragma once

#include "model/claim.h"

#include <string>
#include <string_view>

namespace attache::resolve {

// The office that stands beside the name in `text`, as written there ("Vice Chairman", "부장"); empty if none does, and
// for what is only polite ("Dr.", "님") or over ("former president").
std::string office_in(std::string_view text);

// Adds a role, derived from the words of the name, for everybody in `batch` whose name holds an office and of whom no
// other is told. Whoever has one employer there without an office holds it there. The source says when, as of every
// claim.
void add_named_roles(Batch& batch);

} // namespace attache::resolve
