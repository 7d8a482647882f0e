// What an office still lacks before its own history can teach and test its strength.
#pragma once

#include "see/learn.h"

#include <string>
#include <vector>

namespace attache::see {

// One sentence for everything that is missing, with how much there is and how much is needed; empty if backtest() has
// dates to predict on and could learn on each of them.
std::vector<std::string> shortages(Network const& network, Instant as_of, Backtest const& tested,
                                   LearnRules const& rules = {});

// Why the office shows the strength that it shows, in one sentence. `learnt`: learn() found a model.
std::string used_because(bool learnt, Backtest const& tested);

} // namespace attache::see
