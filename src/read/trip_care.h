// What a trip file says of how a meeting is treated: buffers, probabilities, meals, times that are preferred.
#pragma once

#include "model/trip.h"
#include "read/trip_toml.h"
#include "read/trip_windows.h"

#include <map>

namespace attache::read {

// "90" or "1h30", within the limits; anything else is a mistake.
std::optional<Minutes> read_length(TomlTable& table, std::string_view key, Minutes least, Minutes most);

// `meals` of [rules]: hours that are kept free.
std::vector<Hours> read_meals(TomlTable& rules);

// Reads defaults first, then candidates whose tier is known.
class TripCare {
public:
  void read_defaults(TomlTable& defaults); // [defaults]
  void read_tiers(TomlTable& root);        // [tier.1] ...
  void read(TomlTable& table, TripDays const& days, Candidate& candidate) const;

private:
  Minutes buffer_{0};
  double holds_ = 1;
  std::map<int, Minutes> buffer_of_tier_;
  std::map<int, double> holds_of_tier_;
};

} // namespace attache::read
