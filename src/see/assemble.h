// From claims to a network: the one place where statements become people, organisations and contacts.
#pragma once

#include "model/identity.h"
#include "model/network.h"

namespace attache::see {

// The network as it was true on `as_of`. Only accepted claims are read; what begins later is left out, but for contacts
// that are planned, possible or called off. An own-record contact that is over took place unless it was called off; one
// that is not over is planned (docs/method-strength.md). Claims may name records in any order: the answer is the same
// for every order of each argument. What was renamed has the name of that date; `name_times` from resolve.
// O(n log n) in the number of claims.
Network assemble(std::vector<Record> const& records, std::vector<Claim> const& claims, Clusters const& clusters,
                 std::vector<Source> const& sources, Instant as_of, NameTimes const& name_times = {});

} // namespace attache::see
