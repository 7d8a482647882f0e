// A second check of a plan, from the text of a published file alone: shares nothing with the readers, so that a mistake
// of theirs cannot hide. Distances are computed anew from the coordinates.
#pragma once

#include "base/result.h"

#include <string>
#include <vector>

namespace attache::bench {

// A route as the files speak of it.
struct OriginalRoute {
  int from = 0, to = 0;    // hotels in order of the file; 0 where there is a depot only
  std::vector<int> points; // numbers as in the file; OPHS: 0-based among all places, hotels first
};

// The score of the routes. Fault::infeasible with the first rule of the file that they break, Fault::input for a text
// that is none of TOPTW, MC-TOP-MTW, TTDP, OPHS.
Result<double> original_score(std::string const& text, std::vector<OriginalRoute> const& routes);

} // namespace attache::bench
