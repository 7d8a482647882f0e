// Any file that the planner is measured on, as a trip with the value to compare with.
#pragma once

#include "bench/original.h"
#include "bench/trip_synth.h"

#include <optional>

namespace attache::bench {

struct Task {
  std::string text; // of the file
  Trip trip;
  bool published = false; // one of the orienteering formats: original.h can check it
  int hotels = 0;         // OPHS: numbers of points come after those of hotels
  std::optional<double> reference;
  bool reference_proven = false;
};

// Tells the format by the content. References are looked for in toptw_best.csv and mctopmtw_reference.csv in the file's
// folder and the one above. `routes` as in orienteering.h. Fault::input if the text is no such file.
Result<Task> read_task(std::string text, std::string const& path, int routes);

// The plan's routes in the numbers of the file.
std::vector<OriginalRoute> original_routes(Task const& task, Plan const& plan);

} // namespace attache::bench
