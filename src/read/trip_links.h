// What candidates of a trip file say of each other: rivals, who comes first, the same meeting elsewhere, groups.
#pragma once

#include "model/trip.h"
#include "read/trip_toml.h"

#include <vector>

namespace attache::read {

// The words of one candidate's table, before all candidates are known.
struct TripLinks {
  std::vector<TomlText> rivals, after, people;
  std::optional<TomlText> same_as;
  int line = 0;
};

// Fills Trip::rivals, orders, caps (one of several places), Candidate::people and same_as. A person of a group who is a
// candidate too brings their own windows: the group's are those of all. Names nobody knows are mistakes, but for
// people: "Bo Li <bo@x.example>".
void link_candidates(Trip& trip, std::vector<TripLinks> const& links, std::vector<Mistake>& mistakes);

// The times in both.
std::vector<Window> common_windows(std::vector<Window> const& a, std::vector<Window> const& b);

} // namespace attache::read
