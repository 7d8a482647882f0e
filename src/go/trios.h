// Cuts that a fractional mix of routes breaks: of three candidates, at most one route can hold two or more.
#pragma once

#include "go/multipliers.h"

namespace attache::go {

struct SharedRoute {
  double share = 0;            // 0 .. 1
  std::vector<int> candidates; // ascending
};

// The trios broken most, at most `most` of them, none of `known`.
std::vector<Trio> broken_by(Instance const& instance, std::vector<SharedRoute> const& routes,
                            std::vector<Trio> const& known, std::size_t most);

} // namespace attache::go
