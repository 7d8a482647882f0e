// What assemble.h and asked.h do for a whole office, for a part of it.
#pragma once

#include "model/identity.h"
#include "model/network.h"
#include "see/naming.h"

namespace attache::see {

// assemble() of a part of an office, whose script is known.
Network assemble(std::vector<Record> const& records, std::vector<Claim> const& claims, Clusters const& clusters,
                 std::vector<Source> const& sources, Instant as_of, Script habit, NameTimes const& name_times);

// True if the title or topic of a contact speaks of an introduction.
bool asks_for_introduction(Contact const& contact);

} // namespace attache::see
