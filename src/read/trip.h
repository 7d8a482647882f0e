// A trip file (TOML, docs/formats/trip.md) as a trip to plan.
#pragma once

#include "model/trip.h"

#include <string_view>
#include <vector>

namespace attache::read {

// The trip that `toml` describes. Travel tables are left empty, people unknown, and `value` is negative where the file
// gives none: the office fills them in. Fault::input with the first mistake (`where` is "file:line") and how many more
// there are; a key that attache does not know is a mistake.
// `more_days`: so many days longer than it says; cities visited on the last day are visited on these too.
Result<Trip> trip(std::string_view toml, std::string_view name, int more_days = 0);
// Every mistake, in order of lines; empty if trip() succeeds.
std::vector<Error> trip_mistakes(std::string_view toml, std::string_view name);

} // namespace attache::read
