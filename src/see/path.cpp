#include "see/path.h"

#include "net/lens.h"
#include "net/search.h"
#include "see/chain_strength.h"
#include "see/contact_paths.h"
#include "see/roles.h"

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <unordered_map>

namespace attache::see {
namespace {

constexpr double rounding = 1e-12;                                    // products in different orders agree to this
constexpr auto slack = static_cast<net::Cost>(4 * rounding * 0x1p44); // that, and what whole-number prices round

// Numbered people and their ties, as a search and the telling of its chains need them.
class Ways : public net::Arcs {
public:
  [[nodiscard]] virtual std::optional<net::Node> find(PersonId person) const = 0;
  [[nodiscard]] virtual PersonId person(net::Node node) const = 0;
  [[nodiscard]] virtual Tie tie(net::Node a, net::Node b) = 0; // its strength, counts and last contact
};

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

// Those ties of a list that are strong enough for one question.
class ListedWays final : public Ways {
public:
  ListedWays(Graph const& graph, std::vector<Tie> const& ties, double least_strength)
      : graph_{graph}, ties_{ties}, most_{least_strength > 0 ? net::cost_of(least_strength) : net::no_way} {}
  std::span<net::Arc const> arcs(net::Node person) override {
    auto const all = graph_.arcs(person);
    return all.first(static_cast<std::size_t>(std::ranges::upper_bound(all, most_, {}, &net::Arc::cost) - all.begin()));
  }
  [[nodiscard]] std::optional<net::Node> find(PersonId person) const override { return graph_.find(person); }
  [[nodiscard]] PersonId person(net::Node node) const override { return graph_.person(node); }
  [[nodiscard]] Tie tie(net::Node a, net::Node b) override {
    return ties_[std::ranges::find(graph_.arcs(a), b, &net::Arc::to)->note];
  }

private:
  Graph const& graph_;
  std::vector<Tie> const& ties_;
  net::Cost most_;
};

// Those of a contact network.
class KeptWays final : public Ways {
public:
  KeptWays(net::Graph const& graph, std::span<PersonId const> people, Instant as_of, double least_strength)
      : people_{people}, date_{graph.base().decay(), as_of},
        lens_{graph, as_of, [this](net::TieAt const& tie) { return chain_strength(tie, date_); }, least_strength} {}
  std::span<net::Arc const> arcs(net::Node person) override { return lens_.arcs(person); }
  [[nodiscard]] std::optional<net::Node> find(PersonId person) const override {
    auto const found = std::ranges::lower_bound(people_, person);
    return found == people_.end() || *found != person ? std::nullopt
                                                      : std::optional{static_cast<net::Node>(found - people_.begin())};
  }
  [[nodiscard]] PersonId person(net::Node node) const override { return people_[node]; }
  [[nodiscard]] Tie tie(net::Node a, net::Node b) override {
    auto const at = lens_.tie(a, b);
    Tie tie{.a = person(a), .b = person(b), .strength = chain_strength(at, date_)};
    tie.contacts = static_cast<int>(at.contacts);
    for (auto const& mark : at.marks)
      tie.meetings += is_meeting(mark.kind());
    for (auto const& contact : at.extra)
      tie.meetings += contact.at <= date_.at ? is_meeting(contact.kind) : 0;
    // A contact counts from when it was over: the day that ended at midnight is the day before.
    tie.last = Instant{std::chrono::minutes{at.last}} - std::chrono::seconds{1};
    return tie;
  }

private:
  static int is_meeting(std::uint8_t kind) { return kind == static_cast<std::uint8_t>(ContactKind::meeting) ? 1 : 0; }
  std::span<PersonId const> people_;
  net::Date date_;
  net::Lens lens_;
};

std::string reason_of(Tie const& tie) {
  auto const other = tie.contacts - tie.meetings;
  auto const plural = [](int count) { return count == 1 ? "" : "s"; };
  auto const met = fmt::format("{} meeting{}", tie.meetings, plural(tie.meetings));
  auto const wrote = fmt::format("{}{} contact{}", other, tie.meetings > 0 ? " other" : "", plural(other));
  auto const what = other == 0 ? met : tie.meetings == 0 ? wrote : met + ", " + wrote;
  return fmt::format("{}, last {}", what, date_string(tie.last));
}

// What an introducer's passing on keeps, where it is not what everybody's keeps.
class Passing {
public:
  Passing(Ways const& ways, std::span<Role const> roles, PathQuery const& query, Instant as_of)
      : usual_{std::clamp(query.referral, 0.0, 1.0)} {
    for (auto const person : query.asked_lately)
      scale(ways, person, std::clamp(query.fatigue, 0.0, 1.0));
    for (auto const person : query.without_people)
      scale(ways, person, 0);
    for (auto const person : query.from)
      scale(ways, person, 0);
    if (query.without_organisations.empty())
      return;
    for (auto const& role : roles)
      if (std::ranges::find(query.without_organisations, role.organisation) != query.without_organisations.end() &&
          held_on(role, as_of))
        scale(ways, role.person, 0);
  }
  [[nodiscard]] double of(net::Node node) const {
    auto const found = other_.find(node);
    return found == other_.end() ? usual_ : found->second;
  }

private:
  void scale(Ways const& ways, PersonId person, double factor) {
    if (auto const node = ways.find(person))
      other_.emplace(*node, usual_).first->second *= factor;
  }
  double usual_;
  std::unordered_map<net::Node, double> other_;
};

Chain chain_of(Ways& ways, net::Route const& route, Passing const& passing) {
  Chain chain{.probability = 1};
  for (std::size_t i = 0; i < static_cast<std::size_t>(route.hops); ++i) {
    auto const from = route.nodes.at(i), to = route.nodes.at(i + 1);
    auto const tie = ways.tie(from, to);
    chain.steps.push_back({.from = ways.person(from),
                           .to = ways.person(to),
                           .probability = (i == 0 ? 1 : passing.of(from)) * tie.strength,
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

std::vector<net::Node> starts_of(Ways const& ways, PathQuery const& query) {
  std::vector<net::Node> starts;
  for (auto const person : query.from)
    if (auto const node = ways.find(person))
      starts.push_back(*node);
  return starts;
}

std::vector<Chain> search_paths(Ways& ways, std::span<Role const> roles, PathQuery const& query, Instant as_of) {
  auto const target = ways.find(query.to);
  if (!target || query.k < 1)
    return {};
  Passing const passing{ways, roles, query, as_of};
  auto const k = static_cast<std::size_t>(query.k);
  std::vector<Chain> chains;
  for (auto const& route :
       net::best_routes(ways, {.starts = starts_of(ways, query),
                               .target = *target,
                               .k = k,
                               .max_hops = std::clamp(query.max_hops, 1, 4),
                               .pass = [&](net::Node node) { return net::cost_of(passing.of(node)); },
                               .slack = slack}))
    chains.push_back(chain_of(ways, route, passing));
  order(chains);
  if (chains.size() > k)
    chains.resize(k);
  return chains;
}

bool is_direct(Chain const& chain) { return chain.steps.size() == 1; }

std::vector<Chain> search_disjoint(Ways& ways, std::span<Role const> roles, PathQuery const& query, Instant as_of) {
  auto next = query;
  next.k = 1;
  std::vector<Chain> chains;
  while (static_cast<int>(chains.size()) < query.k) {
    // A direct tie has no introducer: after it was given once, only chains that go through somebody are new.
    if (std::ranges::any_of(chains, is_direct))
      next.k = static_cast<int>(query.from.size()) + 1;
    auto const found = search_paths(ways, roles, next, as_of);
    auto const fresh = std::ranges::find_if(found, [&](Chain const& chain) {
      return std::ranges::none_of(chains, [&](Chain const& before) {
        return is_direct(before) && is_direct(chain) && before.steps[0].from == chain.steps[0].from;
      });
    });
    if (fresh == found.end())
      break;
    for (std::size_t i = 1; i < fresh->steps.size(); ++i)
      next.without_people.push_back(fresh->steps[i].from);
    chains.push_back(*fresh);
  }
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
  ListedWays ways{prepared_->graph, prepared_->ties, query.least_strength};
  return search_paths(ways, network.roles, query, as_of);
}

std::vector<Chain> PathFinder::disjoint_paths(Network const& network, PathQuery const& query, Instant as_of) const {
  ListedWays ways{prepared_->graph, prepared_->ties, query.least_strength};
  return search_disjoint(ways, network.roles, query, as_of);
}

struct ContactPaths::Prepared {
  net::Graph const& graph;
  std::span<PersonId const> people;
  std::vector<Role> const& roles;
  Instant as_of;
  std::optional<KeptWays> ways; // of the least strength that was asked for last
  double least_strength = 0;

  KeptWays& ways_for(PathQuery const& query) {
    if (!ways || least_strength != query.least_strength)
      ways.emplace(graph, people, as_of, least_strength = query.least_strength);
    return *ways;
  }
};

ContactPaths::ContactPaths(net::Graph const& graph, std::span<PersonId const> people, std::vector<Role> const& roles,
                           Instant as_of)
    : prepared_(std::make_unique<Prepared>(Prepared{graph, people, roles, as_of, {}, 0})) {}
ContactPaths::~ContactPaths() = default;

std::vector<Chain> ContactPaths::paths(PathQuery const& query) {
  return search_paths(prepared_->ways_for(query), prepared_->roles, query, prepared_->as_of);
}

std::vector<Chain> ContactPaths::disjoint_paths(PathQuery const& query) {
  return search_disjoint(prepared_->ways_for(query), prepared_->roles, query, prepared_->as_of);
}

std::vector<Chain> paths(Network const& network, std::vector<Tie> const& ties, PathQuery const& query, Instant as_of) {
  return PathFinder{ties, query.least_strength}.paths(network, query, as_of);
}

std::vector<Chain> disjoint_paths(Network const& network, std::vector<Tie> const& ties, PathQuery const& query,
                                  Instant as_of) {
  return PathFinder{ties, query.least_strength}.disjoint_paths(network, query, as_of);
}

} // namespace attache::see
