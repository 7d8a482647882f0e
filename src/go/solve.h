// From an instance to the best routes found and a proven bound: search, relaxation, proof.
#pragma once

#include "go/certificate.h"
#include "go/plan.h"

namespace attache::go {

struct Solution {
  Routes routes; // one per day
  double worth = never;
  double bound = -never;
  bool proven = false;     // worth is the optimum within 1e-6, but for wishes that tell equals apart (Instance::whole)
  std::string bound_by;    // in words
  Certificate certificate; // of the bound
};

// `start`: a plan to begin with, one route per day. `shift` is taken off worth and bound before `progress` hears of
// them (wishes are no part of the value).
Solution solve(Instance const& instance, Routes const& start, Effort const& effort, double shift,
               Progress const& progress);

} // namespace attache::go
