// The rest of a leaf, checked: that no plan of the listed routes is worth more than the claim.
#pragma once

#include "go/day_check.h"

namespace attache::go {

// `routes` in order of day. A plan is worth no more than the claim if it is worth less than `bar`. Shares nothing with
// finish.h. Empty if it holds, else what does not, or "out of effort".
std::string check_rest(Instance const& instance, std::vector<CheckedRoute> const& routes,
                       std::vector<Branch> const& rest, double bar, Meter& meter);

} // namespace attache::go
