// A chart and what came after it: no full reading for what can be told without one.
#pragma once

#include "keep/change.h"
#include "office/chart.h"

#include <memory>

namespace attache::office {

// The chart that a full reading of the office would make, of the chart as it was and all that came `since`. Null if
// that cannot be known from the two: a status was changed, who is who of those known before, a claim about one of them,
// or a contact may be one that is known already (see/trace.h). O(what came + claims about the people in it).
Result<std::shared_ptr<Chart const>> grow(Office const& office, std::shared_ptr<Chart> chart,
                                          keep::Change const& since);

} // namespace attache::office
