// Reads the published orienteering files (TOPTW, MC-TOP-MTW, TTDP, OPHS) as trips, told apart by their content.
#pragma once

#include "base/result.h"
#include "model/trip.h"

#include <string>
#include <string_view>

namespace attache::bench {

enum class Format : std::uint8_t { none, toptw, mctopmtw, ttdp, ophs };

// By the shape of the first lines: how many numbers each holds.
Format format_of(std::string_view text);

// `routes`: how many routes, where the file leaves it open (TOPTW) or names another number; 0 = as the file says.
// Fault::input with the line that makes no sense.
Result<Trip> parse_orienteering(std::string_view text, std::string const& name, int routes);

} // namespace attache::bench
