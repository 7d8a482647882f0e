// Where the network is strong and where it is blank: sector by region against targets, and where the time went.
#pragma once

#include "model/tie.h"

#include <array>
#include <chrono>
#include <string>
#include <vector>

namespace attache::see {

// How many living ties (new, active, restored or cooling) an office wants. An empty sector or region, or tier 0, is
// any.
struct CoverageTarget {
  std::string sector, region;
  int tier = 0;
  int wanted = 0;
};

// People with a tie, by the organisation they serve on the date. `region` is its country, or its city where no country
// is known; "" where neither is.
struct CoverageCell {
  std::string sector, region;
  std::array<int, 5> by_state{}; // indexed by TieState
  std::array<int, 4> by_tier{};  // living ties: 0 = unknown, 1, 2, 3 and lower
  int living = 0;
  int organisations = 0, organisations_held = 0; // known in this cell, and those with at least one living tie
  std::vector<PersonId> people;                  // with a tie in any state, ascending
};

struct TargetResult {
  CoverageTarget target;
  int living = 0, missing = 0;             // missing = max(0, wanted - living)
  std::vector<PersonId> to_restore;        // lapsed people who would count towards it, ascending
  std::vector<OrganisationId> unreached{}; // known organisations that would, without a living tie; ascending
};

struct Coverage {
  std::vector<std::string> sectors, regions; // ascending; "" (unknown) last
  std::vector<CoverageCell> cells;           // by sector, then region, in the orders above; none that is all empty
  std::vector<TargetResult> targets;         // in the order given
  int living = 0;                            // over all cells; a person counts once
};

// The cell of a sector and region; null if it is empty.
CoverageCell const* find_cell(Coverage const& coverage, std::string_view sector, std::string_view region);

// `ties` are those of one person, from ties() or ties_of().
Coverage coverage(Network const& network, std::vector<Tie> const& ties, std::vector<CoverageTarget> const& targets,
                  Instant as_of);

struct SectorTime {
  std::string sector; // "" = unknown
  std::chrono::minutes actual{0}, planned{0};
  int contacts = 0; // that took place
};

// Minutes that `of` spent or plans to spend with each sector, for contacts that start in [from, to); most time first. A
// contact with several sectors is divided equally. Without an end, or with only a day, a meeting counts 60 minutes, a
// call 30, a message 5, an event 120; no contact counts more than 12 hours. What is over by `as_of` is actual, the rest
// planned; what was called off, denied or is merely possible counts nowhere.
std::vector<SectorTime> time_by_sector(Network const& network, PersonId of, Instant from, Instant to, Instant as_of);

// How long a contact takes, by the rule above.
std::chrono::minutes length_of(Contact const& contact);

} // namespace attache::see
