// Reads the trip files that the planner is measured on (docs/formats/plan.md).
#pragma once

#include "base/result.h"
#include "model/trip.h"

#include <string>

namespace attache::bench {

// What a file says about itself: the best value known, and the order of meetings that has it.
struct Known {
  double best = 0, bound = 0;
  bool proven = false;
  struct DayOrder {
    int day = 0, from = 0, to = 0;
    std::vector<int> meetings;
  };
  std::vector<DayOrder> solution;
};

struct SynthTrip {
  Trip trip;
  Known known;
};

// Fault::input if the text is no such file.
Result<SynthTrip> parse_trip_synth(std::string const& text, std::string const& name);

// The known solution with every meeting as early as it can be.
Plan known_plan(SynthTrip const& synth);

// Plan in the same format, for the checker that comes with the files.
std::string with_solution(std::string const& text, Plan const& plan);

} // namespace attache::bench
