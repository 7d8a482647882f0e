// What the nights are worth at given multipliers: the best that can lead to a city, and the best that can follow.
#pragma once

#include "go/master.h"

#include <optional>

namespace attache::go {

// (days + 1) x cities, at the start of each day; `never` where no way leads. Constants of the multipliers not counted.
struct Potentials {
  Table<double> before, after;
};

// Prices of the day's parts where nights cost nothing.
Prices prices_without_nights(Instance const& instance, int day, Multipliers const& multipliers);

// Exact, by labelling every day from every city. Nothing if `meter` is spent before the end.
std::optional<Potentials> potentials(Instance const& instance, std::vector<DayGraph> const& graphs,
                                     Multipliers const& multipliers, Meter& meter);

// No plan is worth more.
double bound_of(Instance const& instance, Multipliers const& multipliers, Potentials const& potentials);

} // namespace attache::go
