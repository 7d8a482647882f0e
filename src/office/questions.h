// Questions about a kept trip: why somebody is not in the plan, and what would be if the trip were different.
#pragma once

#include "go/why_not.h"
#include "office/edits.h"
#include "office/trips.h"

namespace attache::office {

struct WhyNotAnswer {
  KeptTrip kept;
  go::WhyNot answer;
  Replanned with; // the best plan that meets them, if there is one, and what it changes
};
// `trip`: an id or file, or empty for the only trip (kept_trip_or_only). `who`: an id or name. Fault::not_found.
Result<WhyNotAnswer> why_not(Office const& office, std::string_view trip, std::string_view who,
                             go::Effort const& effort, go::Progress const& progress = {});
Json why_not_json(WhyNotAnswer const& answer, View const& view);

struct WhatIf {
  KeptTrip before;
  std::vector<std::string> asked; // each edit in words
  Replanned after;
};
// Plans the trip with the edits; keeps the new plan if `store`. As edited() and go::plan_again().
Result<WhatIf> what_if(Office const& office, std::string_view trip, std::vector<Edit> const& edits, bool store,
                       go::Effort const& effort, go::Progress const& progress = {});
Json what_if_json(WhatIf const& what_if, View const& view);

} // namespace attache::office
