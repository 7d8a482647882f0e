// The end of a proof: when all day routes that a better plan can be made of fit into a list, a tree over that list,
// bounded by multipliers with a dynamic programme over nights.
#pragma once

#include "go/master.h"
#include "go/rest.h"

#include <optional>

namespace attache::go {

struct FinishLimits {
  std::size_t routes = 400'000;       // longer lists are given up
  std::int64_t steps = 0;             // at most so many; 0 = as long as it looks as if it would end
  std::function<double()> best_known; // worth of the best plan from elsewhere; may be empty
};

struct Finished {
  double claim = 0;         // no plan is worth more than this, or than the claim it began with
  std::vector<Branch> rest; // why, below the bound that the list is made of; the first is the whole
};

// Rules out all plans worth more than `claim`, or raises it to the best there is: `improved` hears of each. `root` is a
// bound of all plans, of routes that forget nobody, without trios. Reduced costs through a node and night
// (Irnich, Desaulniers, Desrosiers, Hadjar 2010) take routes out; steps as Polyak 1969 with the deflection of Camerini,
// Fratta, Maffioli 1975. Nothing if the list is too long, it takes too long, or `meter` is spent.
std::optional<Finished> finish(Instance const& instance, std::vector<DayGraph> const& graphs, Bound const& root,
                               double claim, FinishLimits const& limits, Meter& meter,
                               std::function<void(Routes const&, double)> const& improved);

} // namespace attache::go
