// The score that customer registers use: quintiles of recency, frequency and monetary value.
#pragma once

#include "see/features.h"

#include <vector>

namespace attache::see {

// Beside the samples: the sum of three quintiles (1..5 each, 5 = best) among them: silence, how many contacts, and the
// sum of their weights in the place of money. Equal values get the same quintile. O(n log n).
// Source: Hughes, Strategic Database Marketing, 1994.
std::vector<double> rfm(std::vector<Sample> const& samples);

} // namespace attache::see
