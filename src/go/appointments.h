// Whether fixed appointments can be kept together, and which of them clash when they cannot.
#pragma once

#include "base/result.h"
#include "go/instance.h"

#include <string>

namespace attache::go {

// Routes for every day that keep `must`, candidates with one window each, and perhaps nobody else. Fault::infeasible
// naming a smallest set of them that clashes (none of it can be spared from the clash), or the end city that cannot be
// reached at all.
Result<Routes> keep_appointments(Trip const& trip, Instance const& instance, std::vector<int> const& must);

} // namespace attache::go
