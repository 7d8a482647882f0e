// The proof of a bound as data, and a checker that shares nothing with those who found it: no labelling, no linear
// programme. What the planner prints as proven has passed it.
#pragma once

#include "go/tree.h"

#include <string>

namespace attache::go {

struct Certificate {
  double claim = 0; // no plan is worth more
  // Step 1, every day route: at the prices of `root` (nights free) none lifts a night above its potential, before or
  // after, and all that could be part of a plan worth more than `above` by the potentials are in the pool.
  Multipliers root;
  Potentials nights;
  double above = 0;       // <= claim
  bool with_pool = false; // false: step 1 alone makes the claim, and there is no pool
  // Step 2, every plan of pool routes: what a filter leaves no room for above `claim` is out; the leaves' choices cover
  // all plans, and each leaf's multipliers leave no plan of it worth more than `claim`.
  Pool pool;
  std::vector<Trio> trios;
  std::vector<Multipliers> filters;
  std::vector<Leaf> leaves;
};

struct Verdict {
  bool holds = false;
  std::string why; // what does not hold, or "out of effort"
};

// Checks both steps from the instance alone, in plain double arithmetic with room of 1e-6 against the claim: bounds are
// rounded down to what a plan can be worth only where every part of a worth is a whole multiple of the grain.
// Step 1 tries every order of meetings on every day whose optimistic completion could break the claim: exponential on
// days with many long windows, so it gives up ("out of effort") when `meter` is spent.
Verdict verify(Instance const& instance, Certificate const& certificate, Meter& meter);

} // namespace attache::go
