// Where a stated, perhaps partial, time stands on the line of instants.
#pragma once

#include "model/network.h"

#include <optional>

namespace attache::see {

// The first instant at which all of it is over: the stated end, else the end of the stated day, month or year (the
// start itself for a minute). Nothing if the start is unknown.
std::optional<Instant> over_at(Interval const& when);

// The one instant that stands for a contact: its start, or the middle of a month or year. Nothing if unknown.
std::optional<Instant> instant_of(Interval const& when);

// True for a contact between people that took place and was over by `as_of`. A message to more than ten people, or
// anything among more than fifty, is no encounter.
bool counts(Contact const& contact, Instant as_of);

// Days as a fraction.
double days_between(Instant from, Instant to);

} // namespace attache::see
