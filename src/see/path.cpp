#include "see/path.h"

#include "net/search.h"
#include "see/roles.h"

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <unordered_map>

namespace attache::see {
namespace {

constexpr double rounding = 1e-12;                                    // products in different orders agree to this
constexpr auto slack = static_cast<net::Cost>(4 * rounding * 0x1p44); // that, and what whole-number prices round

// The ties as numbered people with prices.
class Graph {
public:
  Graph(std::vector<Tie> const& ties, double least_strength) {
    for (std::size_t i = 0; i < ties.size(); ++i) {
      auto const cost = net::cost_of(ties[i].strength);
      if (ties[i].strength < least_strength || ties[i].a == ties[i].b || cost >= net::no_way)
        continue;
      auto const a = add(ties[i].a), b = add(ties[i].b);
      arcs_[a].push_back({.cost = cost, .to = b, .note = static_cast<std::uint32_t>(i)});
      arcs_[b].push_back({.cost = cost, .to = a, .note = static_cast<std::uint32_t>(i)});
    }
    for (auto& arcs : arcs_)
      std::ranges::sort(arcs, {}, [](net::Arc const& arc) { return std::pair(arc.cost, arc.to); });
  }
  [[nodiscard]] std::optional<net::Node> find(PersonId person) const {
    auto const found = nodes_.find(person);
    return found == nodes_.end() ? std::nullopt : std::optional{found->second};
  }
  [[nodiscard]] std::span<net::Arc const> arcs(net::Node node) const { return arcs_[node]; }
  [[nodiscard]] PersonId person(net::Node node) const { return people_[node]; }
  [[nodiscard]] std::size_t size() const { return people_.size(); }

private:
  net::Node add(PersonId person) {
    auto const [at, is_new] = nodes_.emplace(person, static_cast<net::Node>(people_.size()));
    if (is_new) {
      people_.push_back(person);
      arcs_.emplace_back();
    }
    return at->second;
  }
  std::unordered_map<PersonId, net::Node> nodes_;
  std::vector<PersonId> people_;
  std::vector<std::vector<net::Arc>> arcs_;
};

// Those ties of a graph that are strong enough for one question.
class StrongTies final : public net::Arcs {
public:
  StrongTies(Graph const& graph, double least_strength)
      : graph_{graph}, most_{least_strength > 0 ? net::cost_of(least_strength) : net::no_way} {}
  std::span<net::Arc const> arcs(net::Node person) override {
    auto const all = graph_.arcs(person);
    return all.first(static_cast<std::size_t>(std::ranges::upper_bound(all, most_, {}, &net::Arc::cost) - all.begin()));
  }

private:
  Graph const& graph_;
  net::Cost most_;
};

std::string reason_of(Tie const& tie) {
  auto const other = tie.contacts - tie.meetings;
  auto const plural = [](int count) { return count == 1 ? "" : "s"; };
  auto const met = fmt::format("{} meeting{}", tie.meetings, plural(tie.meetings));
  auto const wrote = fmt::format("{}{} contact{}", other, tie.meetings > 0 ? " other" : "", plural(other));
  auto const what = other == 0 ? met : tie.meetings == 0 ? wrote : met + ", " + wrote;
  return fmt::format("{}, last {}", what, date_string(tie.last));
}

Tie const& tie_between(Graph const& graph, std::vector<Tie> const& ties, net::Node a, net::Node b) {
  auto const arcs = graph.arcs(a);
  return ties[std::ranges::find(arcs, b, &net::Arc::to)->note];
}

Chain chain_of(Graph const& graph, net::Route const& route, std::vector<double> const& pass,
               std::vector<Tie> const& ties) {
  Chain chain{.probability = 1};
  for (std::size_t i = 0; i < static_cast<std::size_t>(route.hops); ++i) {
    auto const from = route.nodes.at(i), to = route.nodes.at(i + 1);
    auto const& tie = tie_between(graph, ties, from, to);
    chain.steps.push_back({.from = graph.person(from),
                           .to = graph.person(to),
                           .probability = (i == 0 ? 1 : pass[from]) * tie.strength,
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

std::vector<net::Node> starts_of(Graph const& graph, PathQuery const& query) {
  std::vector<net::Node> starts;
  for (auto const person : query.from)
    if (auto const node = graph.find(person))
      starts.push_back(*node);
  return starts;
}

std::vector<Chain> search_paths(Graph const& graph, Network const& network, std::vector<Tie> const& ties,
                                PathQuery const& query, Instant as_of) {
  auto const target = graph.find(query.to);
  if (!target || query.k < 1)
    return {};
  auto const pass = pass_of(graph, network, query, as_of);
  StrongTies strong{graph, query.least_strength};
  auto const k = static_cast<std::size_t>(query.k);
  std::vector<Chain> chains;
  for (auto const& route : net::best_routes(strong, {.starts = starts_of(graph, query),
                                                     .target = *target,
                                                     .k = k,
                                                     .max_hops = std::clamp(query.max_hops, 1, 4),
                                                     .pass = [&](net::Node node) { return net::cost_of(pass[node]); },
                                                     .slack = slack}))
    chains.push_back(chain_of(graph, route, pass, ties));
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

std::vector<Chain> PathFinder::disjoint_paths(Network const& network, PathQuery const& query, Instant as_of) const {
  auto next = query;
  next.k = 1;
  std::vector<Chain> chains;
  auto direct = false;
  while (static_cast<int>(chains.size()) < query.k) {
    // A direct tie has no introducer: after it was given once, only chains that go through somebody are new.
    if (direct)
      next.k = static_cast<int>(query.from.size()) + 1;
    auto const found = paths(network, next, as_of);
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

std::vector<Chain> disjoint_paths(Network const& network, std::vector<Tie> const& ties, PathQuery const& query,
                                  Instant as_of) {
  return PathFinder{ties, query.least_strength}.disjoint_paths(network, query, as_of);
}

} // namespace attache::see
