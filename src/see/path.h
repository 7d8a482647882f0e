// Who can introduce us: the k best introduction chains, exactly.
#pragma once

#include "model/tie.h"

#include <memory>
#include <vector>

namespace attache::see {

struct PathQuery {
  std::vector<PersonId> from; // anyone of these may begin the chain: one person, or a team
  PersonId to{};
  int k = 5;                                           // >= 1
  int max_hops = 3;                                    // 1..4 (values outside are moved to the nearest)
  double referral = .8;                                // 0..1: what each introducer's passing on keeps
  double least_strength = .005;                        // weaker ties open no door
  std::vector<PersonId> without_people{};              // may not introduce
  std::vector<OrganisationId> without_organisations{}; // whose people (roles held on the date) may not introduce
  std::vector<PersonId> asked_lately{};                // introducers to spare: each entry takes another `fatigue`
  double fatigue = .5;                                 // 0..1
};

// The k best chains without a repeated person, best first; equal ones by fewer steps, then by ids. The first step
// counts the strength of its tie; every further one strength * referral (* fatigue for each time the introducer was
// asked lately), and a chain the product of its steps. Nobody of `from` is an introducer. Exact: net/search.h. `ties`
// from all_ties(); `as_of` dates the excluded roles.
std::vector<Chain> paths(Network const& network, std::vector<Tie> const& ties, PathQuery const& query, Instant as_of);

// The same for many questions about the same ties, which must outlive it: they are put in order once.
class PathFinder {
public:
  explicit PathFinder(std::vector<Tie> const& ties, double least_strength = PathQuery{}.least_strength);
  ~PathFinder();
  PathFinder(PathFinder const&) = delete;
  PathFinder& operator=(PathFinder const&) = delete;

  // paths(); a `least_strength` in the query below that of the finder has no effect.
  [[nodiscard]] std::vector<Chain> paths(Network const& network, PathQuery const& query, Instant as_of) const;
  // Up to k chains that share no introducer: each the best one that avoids the introducers of those before it.
  [[nodiscard]] std::vector<Chain> disjoint_paths(Network const& network, PathQuery const& query, Instant as_of) const;

private:
  struct Prepared;
  std::unique_ptr<Prepared const> prepared_;
};

// PathFinder::disjoint_paths() for one question.
std::vector<Chain> disjoint_paths(Network const& network, std::vector<Tie> const& ties, PathQuery const& query,
                                  Instant as_of);

} // namespace attache::see
