// Why a learnt strength is what it is, in words a person can check.
#pragma once

#include "model/tie.h"
#include "see/fit.h"

#include <string>
#include <vector>

namespace attache::see {

// The three groups of features that move the odds most, each told by its facts: "+ 5 contacts in the last 30 days"
// speaks for a contact soon, "- silent for 300 days" against it. Features that measure nearly the same are one group,
// because only their sum means anything.
std::vector<std::string> reasons_of(StrengthModel const& model, Features const& features, Tie const& tie);

} // namespace attache::see
