// The proof of a bound as data, and a checker that shares nothing with those who found it: no labelling, no linear
// programme. What the planner prints as proven has passed it.
#pragma once

#include "go/tree.h"

#include <string>

namespace attache::go {

// The leaves' choices cover all plans. At each leaf's multipliers no day route that obeys its choices is worth more
// than the leaf's best of that day, and these with what the multipliers pay back are no more than the claim.
struct Certificate {
  double claim = 0;        // no plan is worth more
  std::vector<Trio> trios; // what trio multipliers stand for
  std::vector<Leaf> leaves;
};

struct Verdict {
  bool holds = false;
  std::string why; // what does not hold, or "out of effort"
};

// Checks it from the instance alone, in plain double arithmetic with room of 1e-6 against the claim: bounds are rounded
// down to what a plan can be worth only where every part of a worth is a whole multiple of the grain. Follows every way
// through every day whose optimistic completion could break the claim; those that stand alike are one. Exponential
// where everybody is remembered and free all day, so it gives up ("out of effort") when `meter` is spent.
Verdict verify(Instance const& instance, Certificate const& certificate, Meter& meter);

} // namespace attache::go
