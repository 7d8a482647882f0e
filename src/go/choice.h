// Ways to split all plans in two: what a branch-and-bound tree branches on.
#pragma once

#include "go/label.h"
#include "go/multipliers.h"

namespace attache::go {

// Plans that do it, or those that do not.
struct Choice {
  enum class Kind : std::uint8_t { night, meeting, met };
  Kind kind = Kind::night;
  int day = 0;
  int what = 0; // night: the city slept in after `day`; meeting: the candidate met on `day`; met: on any day
  bool yes = true;
  bool operator==(Choice const&) const = default;
};

// Can a plan that obeys the choice use the route, which meets `candidates` (ascending)?
bool follows(DayRoute const& route, std::vector<int> const& candidates, Choice const& choice);

// Candidates that plans of these choices meet for certain: their multipliers may be negative.
std::vector<int> met_for_certain(std::vector<Choice> const& choices);

// Forbids what no plan of these choices does on `day`.
void restrict_prices(Instance const& instance, int day, std::vector<Choice> const& choices, Prices& prices);

} // namespace attache::go
