#include "see/path.h"

#include "see/roles.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <optional>
#include <queue>
#include <unordered_map>

namespace attache::see {
namespace {

constexpr int most_hops = 4;
constexpr double rounding = 1e-12; // products taken in different orders agree to this

using Node = std::uint32_t;

struct Edge {
  Node to = 0;
  double strength = 0;
  std::size_t tie = 0; // index into the ties
};

// The ties as a graph of numbered people.
class Graph {
public:
  Graph(std::vector<Tie> const& ties, double least_strength) {
    for (std::size_t i = 0; i < ties.size(); ++i) {
      if (ties[i].strength < least_strength || ties[i].a == ties[i].b)
        continue;
      auto const a = add(ties[i].a), b = add(ties[i].b);
      edges_[a].push_back({b, ties[i].strength, i});
      edges_[b].push_back({a, ties[i].strength, i});
    }
  }
  [[nodiscard]] std::optional<Node> find(PersonId person) const {
    auto const found = nodes_.find(person);
    return found == nodes_.end() ? std::nullopt : std::optional{found->second};
  }
  [[nodiscard]] std::vector<Edge> const& edges(Node node) const { return edges_[node]; }
  [[nodiscard]] PersonId person(Node node) const { return people_[node]; }
  [[nodiscard]] std::size_t size() const { return people_.size(); }

private:
  Node add(PersonId person) {
    auto const [at, is_new] = nodes_.emplace(person, static_cast<Node>(people_.size()));
    if (is_new) {
      people_.push_back(person);
      edges_.emplace_back();
    }
    return at->second;
  }
  std::unordered_map<PersonId, Node> nodes_;
  std::vector<PersonId> people_;
  std::vector<std::vector<Edge>> edges_;
};

// A search: what may be walked, at what price, and how good the rest of a chain can be at best.
struct Search {
  Graph const& graph;
  Node target = 0;
  int max_hops = 0;
  double least_strength = 0;
  std::vector<double> pass;              // by node: what its passing on keeps; 0 if it may not introduce
  std::vector<std::vector<double>> rest; // [hops left][node]: best product from here to the target, own pass included
};

struct Partial {
  double bound = 0, probability = 1;
  std::size_t steps = 0;
  std::array<Node, most_hops + 1> nodes{}; // the first steps + 1 are used
  std::array<std::size_t, most_hops> ties{};
  [[nodiscard]] Node here() const { return nodes.at(steps); }
  [[nodiscard]] bool visits(Node node) const {
    return std::find(nodes.begin(), nodes.begin() + static_cast<std::ptrdiff_t>(steps) + 1, node) !=
           nodes.begin() + static_cast<std::ptrdiff_t>(steps) + 1;
  }
  bool operator<(Partial const& other) const {
    return bound != other.bound ? bound < other.bound : steps < other.steps;
  }
};

// rest[h][v] over walks of at most h steps: never below the best chain, because a chain is a walk.
void fill_rest(Search& search) {
  auto const size = search.graph.size();
  search.rest.assign(static_cast<std::size_t>(search.max_hops), std::vector<double>(size, 0));
  std::vector<Node> reached{search.target};
  search.rest[0][search.target] = 1;
  for (std::size_t hops = 1; hops < search.rest.size(); ++hops) {
    search.rest[hops] = search.rest[hops - 1];
    auto const count = reached.size();
    for (std::size_t i = 0; i < count; ++i) {
      auto const via = search.rest[hops - 1][reached[i]];
      for (auto const& edge : search.graph.edges(reached[i])) {
        auto const value = edge.strength < search.least_strength ? 0 : search.pass[edge.to] * edge.strength * via;
        auto& best = search.rest[hops][edge.to];
        if (edge.to == search.target || value <= best)
          continue;
        if (best == 0)
          reached.push_back(edge.to);
        best = value;
      }
    }
  }
}

void extend(Search const& search, Partial const& partial, std::priority_queue<Partial>& queue) {
  auto const left = static_cast<std::size_t>(search.max_hops) - partial.steps - 1;
  auto const here = partial.here();
  auto const keep = partial.steps == 0 ? 1 : search.pass[here];
  for (auto const& edge : search.graph.edges(here)) {
    auto const rest = search.rest[left][edge.to];
    if (rest == 0 || edge.strength < search.least_strength || partial.visits(edge.to))
      continue;
    auto next = partial;
    next.probability *= keep * edge.strength;
    next.bound = next.probability * rest;
    next.ties.at(next.steps++) = edge.tie;
    next.nodes.at(next.steps) = edge.to;
    if (next.bound > 0)
      queue.push(next);
  }
}

// Complete chains, best first, with every chain that equals the k-th to within rounding.
std::vector<Partial> best_first(Search const& search, std::vector<Node> const& starts, std::size_t k) {
  std::priority_queue<Partial> queue;
  for (auto const start : starts)
    queue.push({.bound = 1, .nodes = {start}});
  std::vector<Partial> found;
  while (!queue.empty()) {
    if (found.size() >= k && queue.top().bound < found[k - 1].probability * (1 - rounding))
      break;
    auto const partial = queue.top();
    queue.pop();
    if (partial.here() == search.target)
      found.push_back(partial);
    else
      extend(search, partial, queue);
  }
  return found;
}

std::string reason_of(Tie const& tie) {
  auto const other = tie.contacts - tie.meetings;
  auto const plural = [](int count) { return count == 1 ? "" : "s"; };
  auto const met = fmt::format("{} meeting{}", tie.meetings, plural(tie.meetings));
  auto const wrote = fmt::format("{}{} contact{}", other, tie.meetings > 0 ? " other" : "", plural(other));
  auto const what = other == 0 ? met : tie.meetings == 0 ? wrote : met + ", " + wrote;
  return fmt::format("{}, last {}", what, date_string(tie.last));
}

Chain chain_of(Search const& search, Partial const& partial, std::vector<Tie> const& ties) {
  Chain chain{.probability = 1};
  for (std::size_t i = 0; i < partial.steps; ++i) {
    auto const keep = i == 0 ? 1 : search.pass[partial.nodes[i]];
    auto const& tie = ties[partial.ties[i]];
    chain.steps.push_back({.from = search.graph.person(partial.nodes[i]),
                           .to = search.graph.person(partial.nodes[i + 1]),
                           .probability = keep * tie.strength,
                           .reason = reason_of(tie)});
    chain.probability *= chain.steps.back().probability;
  }
  return chain;
}

// Equal to within rounding, then fewer steps, then smaller ids. Bands are made against the best of each band, so that
// the order is strict.
void order(std::vector<Chain>& chains) {
  auto const key = [](Chain const& chain) {
    std::vector<PersonId> people;
    for (auto const& step : chain.steps)
      people.push_back(step.from);
    return std::pair(chain.steps.size(), std::move(people));
  };
  std::ranges::sort(chains, std::ranges::greater{}, &Chain::probability);
  for (auto first = chains.begin(); first != chains.end();) {
    auto const floor = first->probability * (1 - rounding);
    auto const last = std::find_if(first, chains.end(), [&](Chain const& one) { return one.probability < floor; });
    std::sort(first, last, [&](Chain const& a, Chain const& b) { return key(a) < key(b); });
    first = last;
  }
}

std::vector<double> pass_of(Graph const& graph, Network const& network, PathQuery const& query, Instant as_of) {
  std::vector<double> pass(graph.size(), std::clamp(query.referral, 0.0, 1.0));
  auto const scale = [&](PersonId person, double factor) {
    if (auto const node = graph.find(person))
      pass[*node] *= factor;
  };
  for (auto const person : query.asked_lately)
    scale(person, std::clamp(query.fatigue, 0.0, 1.0));
  for (auto const person : query.without_people)
    scale(person, 0);
  for (auto const person : query.from)
    scale(person, 0);
  for (auto const& role : network.roles)
    if (std::ranges::find(query.without_organisations, role.organisation) != query.without_organisations.end() &&
        held_on(role, as_of))
      scale(role.person, 0);
  return pass;
}

std::vector<Node> starts_of(Graph const& graph, PathQuery const& query) {
  std::vector<Node> starts;
  for (auto const person : query.from)
    if (auto const node = graph.find(person); node && person != query.to)
      starts.push_back(*node);
  std::ranges::sort(starts);
  auto const [first, last] = std::ranges::unique(starts);
  starts.erase(first, last);
  return starts;
}

std::vector<Chain> search_paths(Graph const& graph, Network const& network, std::vector<Tie> const& ties,
                                PathQuery const& query, Instant as_of) {
  auto const target = graph.find(query.to);
  auto const starts = starts_of(graph, query);
  if (!target || starts.empty() || query.k < 1)
    return {};
  Search search{.graph = graph,
                .target = *target,
                .max_hops = std::clamp(query.max_hops, 1, most_hops),
                .least_strength = query.least_strength};
  search.pass = pass_of(graph, network, query, as_of);
  fill_rest(search);
  auto const k = static_cast<std::size_t>(query.k);
  std::vector<Chain> chains;
  for (auto const& partial : best_first(search, starts, k))
    chains.push_back(chain_of(search, partial, ties));
  order(chains);
  if (chains.size() > k)
    chains.resize(k);
  return chains;
}

} // namespace

struct PathFinder::Prepared {
  std::vector<Tie> const& ties;
  Graph graph;
};

PathFinder::PathFinder(std::vector<Tie> const& ties, double least_strength)
    : prepared_(std::make_unique<Prepared const>(Prepared{ties, Graph{ties, least_strength}})) {}
PathFinder::~PathFinder() = default;

std::vector<Chain> PathFinder::paths(Network const& network, PathQuery const& query, Instant as_of) const {
  return search_paths(prepared_->graph, network, prepared_->ties, query, as_of);
}

std::vector<Chain> paths(Network const& network, std::vector<Tie> const& ties, PathQuery const& query, Instant as_of) {
  return PathFinder{ties, query.least_strength}.paths(network, query, as_of);
}

std::vector<Chain> disjoint_paths(Network const& network, std::vector<Tie> const& ties, PathQuery const& query,
                                  Instant as_of) {
  Graph const graph{ties, query.least_strength};
  auto next = query;
  next.k = 1;
  std::vector<Chain> chains;
  auto direct = false;
  while (static_cast<int>(chains.size()) < query.k) {
    // A direct tie has no introducer: after it was given once, only chains that go through somebody are new.
    if (direct)
      next.k = static_cast<int>(query.from.size()) + 1;
    auto const found = search_paths(graph, network, ties, next, as_of);
    auto const fresh = std::ranges::find_if(found, [&](Chain const& chain) {
      return std::ranges::none_of(chains, [&](Chain const& before) {
        return before.steps.size() == 1 && chain.steps.size() == 1 && before.steps[0].from == chain.steps[0].from;
      });
    });
    if (fresh == found.end())
      break;
    direct |= fresh->steps.size() == 1;
    for (std::size_t i = 1; i < fresh->steps.size(); ++i)
      next.without_people.push_back(fresh->steps[i].from);
    chains.push_back(*fresh);
  }
  return chains;
}

} // namespace attache::see
