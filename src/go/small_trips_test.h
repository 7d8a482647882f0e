// Small random trips, and their best value found the obvious slow way.
#pragma once

#include "go/random.h"
#include "model/trip.h"

#include <optional>

namespace attache::go {

struct TripShape {
  int days = 3, cities = 3, candidates = 6;
};

// Anything that validate() lets through: odd tables, clocks apart, fixed appointments, several windows a day.
Trip small_trip(std::uint64_t seed, TripShape shape = {});

// A small trip with buffers, meals, preferred times, probabilities, rivals and orders, each sometimes.
Trip ruled_trip(std::uint64_t seed);

// Far cities, few hours, everybody wanted at the same times: the linear relaxation has a gap on about half of these.
Trip contested_trip(std::uint64_t seed);

// Contested, where most ways between cities leave two to four times a day.
Trip timed_trip(std::uint64_t seed);

// Every order of meetings on every day from every city: the best value, or nothing if the fixed ones clash.
std::optional<double> best_value(Trip const& trip);

} // namespace attache::go
