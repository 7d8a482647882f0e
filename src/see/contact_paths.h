// Who can introduce us, asked of a contact network that lies ready.
#pragma once

#include "net/graph.h"
#include "see/path.h"

#include <memory>
#include <span>
#include <vector>

namespace attache::see {

// paths() and disjoint_paths() of path.h on any date: of the network's ties only those are priced (chain_strength.h)
// that a search comes by. One thread at a time; what it is made from must outlive it.
class ContactPaths {
public:
  // `people` by number, ascending. `roles`: of excluded organisations.
  ContactPaths(net::Graph const& graph, std::span<PersonId const> people, std::vector<Role> const& roles,
               Instant as_of);
  ~ContactPaths();
  ContactPaths(ContactPaths const&) = delete;
  ContactPaths& operator=(ContactPaths const&) = delete;

  [[nodiscard]] std::vector<Chain> paths(PathQuery const& query);
  [[nodiscard]] std::vector<Chain> disjoint_paths(PathQuery const& query);

private:
  struct Prepared;
  std::unique_ptr<Prepared> prepared_;
};

} // namespace attache::see
