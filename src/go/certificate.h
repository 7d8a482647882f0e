// The proof of a bound as data, and a checker that shares nothing with those who found it: no labelling, no linear
// programme. What the planner prints as proven has passed it.
#pragma once

#include "go/tree.h"

#include <string>

namespace attache::go {

struct Certificate {
  double claim = 0; // no plan is worth more
  // Step 1, every day route: at the prices of `root` none of a day is worth more than best_of_day, and all that come
  // within (root bound - above) of it are in the pool. So a plan worth more than `above` uses routes of the pool only.
  Multipliers root;
  std::vector<double> best_of_day;
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
