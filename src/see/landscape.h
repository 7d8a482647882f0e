// The companies around us: figures with their dates, ranks, relations, and whom we know there.
#pragma once

#include "model/tie.h"

#include <string>
#include <vector>

namespace attache::see {

// The newest figure of its kind for one organisation. Only figures of one kind and currency are ranked together.
struct Standing {
  Figure figure;
  int rank = 0, of = 0;        // 1 = largest among `of`
  bool dated = false;          // its source says as of when
  bool stale = false;          // undated, or older than the limit on the date
  double age_days = 0;         // 0 if undated
  std::vector<ClaimId> others; // claims that state another amount for the same date
};

struct Acquaintance {
  PersonId person{};
  std::string title;
  Tie tie; // strength 0 and no contacts if there is no tie
  bool has_tie = false;
};

struct LandscapeRow {
  OrganisationId organisation{};
  std::vector<Standing> standings;         // by kind, then currency
  std::vector<Relation> relations;         // from it or to it, in claim order
  std::vector<Acquaintance> acquaintances; // people who serve there on the date, strongest tie first
  double best_strength = 0;                // of the ties held there
};

// One row per organisation that has a figure, a relation or somebody we know: first those ranked by `kind` in the
// currency that most of them use, then the others by id. `ties` are those of one person. A figure is stale when older
// than `stale_after_days`.
std::vector<LandscapeRow> landscape(Network const& network, std::vector<Tie> const& ties, Instant as_of,
                                    std::string_view kind = "market_cap", double stale_after_days = 180);

} // namespace attache::see
