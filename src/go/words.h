// How days, times and people are called in sentences to the user.
#pragma once

#include "model/trip.h"

#include <string>

namespace attache::go {

// "day 7 (2026-03-05)", counted from 1; without the date if the trip has none.
std::string day_name(Trip const& trip, int day);
// "09:30"; past midnight "24:15".
std::string clock_time(Minutes time);
// The candidate's name, or organisation, or id.
std::string const& called(Candidate const& candidate);
// "A", "A and B", "A, B and C".
std::string listed(std::vector<std::string> const& names);

} // namespace attache::go
