// The synthetic contact sets of ../shared/data/graph, read from the files that its generator writes.
#pragma once

#include "net/base.h"
#include "net/contact.h"

#include <string>
#include <vector>

namespace bench {

struct PathQuestion {
  attache::net::Node from = 0, to = 0;
};
struct PathAnswer {
  std::size_t found = 0;
  double best = 0, last = 0; // probabilities of the best and the k-th chain
};

// people.csv and interactions.csv of `folder`.
attache::Result<attache::net::Material> read_set(std::string const& folder);
// queries.csv, answers4.csv (or answers3.csv) and team.csv of the folder beside the generator.
attache::Result<std::vector<PathQuestion>> read_questions(std::string const& folder);
attache::Result<std::vector<PathAnswer>> read_answers(std::string const& folder, int hops);
attache::Result<std::vector<attache::net::Node>> read_team(std::string const& folder);

} // namespace bench
