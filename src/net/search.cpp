#include "net/search.h"

#include "net/halves.h"

#include <algorithm>
#include <cmath>

namespace attache::net {
namespace {

constexpr double units = 0x1p44;

// The best so far, and what a further chain may cost.
class Best {
public:
  Best(std::size_t k, Cost slack) : k_{k}, slack_{slack} {}
  // A chain of so many steps that costs more cannot come in.
  [[nodiscard]] Cost limit(int hops) const {
    if (routes_.size() < k_)
      return no_way - 1;
    auto const& worst = routes_.front();
    return slack_ > 0 ? worst.cost + slack_ : hops > worst.hops ? worst.cost - 1 : worst.cost;
  }
  void offer(Route const& route) {
    if (route.cost > limit(route.hops))
      return;
    if (slack_ > 0)
      beside_.push_back(route);
    if (routes_.size() == k_) {
      if (!(route < routes_.front()))
        return;
      std::ranges::pop_heap(routes_);
      routes_.back() = route;
    } else {
      routes_.push_back(route);
    }
    std::ranges::push_heap(routes_);
  }
  // True if everything that could belong to the answer costs at most `threshold`.
  [[nodiscard]] bool is_full_within(Cost threshold) const {
    return routes_.size() == k_ && routes_.front().cost + slack_ <= threshold;
  }
  void clear() {
    routes_.clear();
    beside_.clear();
  }
  std::vector<Route> sorted() && {
    if (slack_ > 0) {
      auto const last = limit(0);
      std::erase_if(beside_, [&](Route const& route) { return route.cost > last; });
      routes_ = std::move(beside_);
    }
    std::ranges::sort(routes_);
    return std::move(routes_);
  }

private:
  std::size_t k_;
  Cost slack_;
  std::vector<Route> routes_; // a heap, the worst in front
  std::vector<Route> beside_; // with slack: all that were near
};

class Search {
public:
  Search(Arcs& arcs, Query const& query)
      : arcs_{arcs}, query_{query}, starts_{query.starts}, best_{query.k, query.slack} {
    std::ranges::sort(starts_);
    auto const [first, last] = std::ranges::unique(starts_);
    starts_.erase(first, last);
    std::erase(starts_, query.target);
  }

  // Chains up to a price, a higher price each time, until there are enough.
  std::vector<Route> run() && {
    if (starts_.empty() || query_.k == 0)
      return {};
    auto const from = least_step(starts_) + least_step({&query_.target, 1});
    for (Cost more = cost_of(.5);; more *= 2) {
      auto const last = more > cost_of(1e-12);
      threshold_ = last ? no_way - 1 : from + more;
      best_.clear();
      direct();
      if (query_.max_hops > 1) {
        step_out();
        meet();
      }
      if (last || best_.is_full_within(threshold_))
        return std::move(best_).sorted();
    }
  }

private:
  [[nodiscard]] bool is_end(Node node) const {
    return node == query_.target ||
           (starts_.size() == 1 ? starts_.front() == node : std::ranges::binary_search(starts_, node));
  }
  [[nodiscard]] Cost pass(Node node) const { return query_.pass ? query_.pass(node) : 0; }
  [[nodiscard]] Cost limit(int hops) const { return std::min(threshold_, best_.limit(hops)); }

  Cost least_step(std::span<Node const> from) {
    auto least = no_way;
    for (auto const node : from)
      if (auto const arcs = arcs_.arcs(node); !arcs.empty())
        least = std::min(least, arcs.front().cost);
    return least == no_way ? 0 : least;
  }

  // The steps that leave `rest` for others.
  std::vector<Half> steps(std::span<Node const> from, Cost rest) {
    std::vector<Half> halves;
    for (auto const start : from)
      for (auto const& arc : arcs_.arcs(start)) {
        if (arc.cost + rest > threshold_)
          break;
        if (!is_end(arc.to))
          if (auto const price = pass(arc.to); arc.cost + price + rest <= threshold_)
            halves.push_back({.cost = arc.cost + price, .bare = arc.cost, .end = arc.to, .start = start});
      }
    return halves;
  }

  // One step from each side.
  void step_out() {
    std::span const target{&query_.target, 1};
    behind_ = Halves{steps(target, least_step(starts_))};
    backward_ = behind_.firsts();
    ahead_ = Halves{steps(starts_, least_step(target))};
    forward_ = ahead_.firsts();
  }

  void direct() {
    for (auto const& arc : arcs_.arcs(query_.target))
      if (arc.to != query_.target && is_end(arc.to) && arc.cost <= threshold_)
        best_.offer({.cost = arc.cost, .hops = 1, .nodes = {arc.to, query_.target}});
  }

  void meet() {
    if (forward_.empty() || backward_.empty())
      return;
    meet_at_one();
    if (query_.max_hops >= 3)
      forward_.size() <= backward_.size() ? meet_at_tie() : meet_at_tie_from_target();
    if (query_.max_hops >= 4)
      meet_at_middle();
  }

  // All starts before `x`, with what comes after it: `rest` from x's passing on to the target.
  void offer(Node x, Cost rest, int hops, Node y, Node z) {
    for (auto const& half : ahead_.at(x)) {
      auto const cost = half.cost + rest;
      if (cost > limit(hops))
        break;
      Route route{.cost = cost, .hops = hops, .nodes = {half.start, x, y, z, query_.target}};
      if (hops < 4)
        route.nodes = hops == 2 ? std::array<Node, 5>{half.start, x, query_.target}
                                : std::array<Node, 5>{half.start, x, y, query_.target};
      best_.offer(route);
    }
  }

  // start - x - target
  void meet_at_one() {
    for (auto const& half : backward_)
      offer(half.end, half.bare, 2, 0, 0);
  }

  // Calls f(x, y, cost) for the ties of the ends of halves whose price still leaves `rest`, cheapest halves first.
  template <class F>
  void each_tie_of(std::vector<Half> const& halves, Cost rest, int hops, F f) {
    for (auto const& half : halves) {
      if (half.cost + rest > limit(hops))
        break;
      for (auto const& arc : arcs_.arcs(half.end)) {
        auto const cost = half.cost + arc.cost;
        if (cost + rest > limit(hops))
          break;
        f(half, arc, cost);
      }
    }
  }

  // start - x - z - target, over the ties of each x
  void meet_at_tie() {
    each_tie_of(forward_, backward_.front().cost, 3, [&](Half const& half, Arc const& arc, Cost cost) {
      for (auto const& other : behind_.at(arc.to))
        if (cost + other.cost <= limit(3))
          offer(half.end, arc.cost + other.cost, 3, arc.to, 0);
    });
  }

  // The same over the ties of each z.
  void meet_at_tie_from_target() {
    each_tie_of(backward_, forward_.front().cost, 3,
                [&](Half const& half, Arc const& arc, Cost cost) { offer(arc.to, cost, 3, half.end, 0); });
  }

  // The least that two steps from the starts cost.
  Cost two_steps() {
    auto least = no_way;
    for (auto const& half : forward_) {
      if (half.cost >= least)
        break;
      for (auto const& arc : arcs_.arcs(half.end))
        if (!is_end(arc.to)) {
          least = std::min(least, half.cost + arc.cost);
          break;
        }
    }
    return least;
  }

  // Two steps back from the target that leave `ahead` for two steps from the starts.
  Halves two_steps_back(Cost ahead) {
    std::vector<Half> halves;
    each_tie_of(backward_, ahead, 4, [&](Half const& half, Arc const& arc, Cost cost) {
      if (is_end(arc.to))
        return;
      if (auto const whole = cost + pass(arc.to); whole + ahead <= limit(4))
        halves.push_back({.cost = whole, .bare = cost, .end = arc.to, .via = half.end, .start = query_.target});
    });
    return Halves{std::move(halves)};
  }

  // start - x - y - z - target, over the ties of the fewer people: of each x, or of each y.
  void meet_at_middle() {
    auto const ahead = two_steps();
    if (ahead > limit(4))
      return;
    auto const behind = two_steps_back(ahead);
    auto const middles = behind.firsts();
    auto const near =
        std::ranges::count_if(forward_, [&](Half const& half) { return half.cost + behind.least() <= limit(4); });
    static_cast<std::size_t>(near) <= middles.size() ? meet_from_start(behind) : meet_from_middle(behind, middles);
  }

  void meet_from_start(Halves const& behind) {
    each_tie_of(forward_, behind.least(), 4, [&](Half const& half, Arc const& arc, Cost cost) {
      for (auto const& other : behind.at(arc.to)) {
        if (cost + other.cost > limit(4))
          break;
        if (other.via != half.end)
          offer(half.end, arc.cost + other.cost, 4, arc.to, other.via);
      }
    });
  }

  void meet_from_middle(Halves const& behind, std::vector<Half> const& middles) {
    each_tie_of(middles, forward_.front().cost, 4, [&](Half const& middle, Arc const& arc, Cost) {
      auto const before = ahead_.at(arc.to);
      if (before.empty())
        return;
      for (auto const& other : behind.at(middle.end)) {
        auto const rest = arc.cost + other.cost;
        if (before.front().cost + rest > limit(4))
          break;
        if (other.via != arc.to)
          offer(arc.to, rest, 4, middle.end, other.via);
      }
    });
  }

  Arcs& arcs_;
  Query const& query_;
  std::vector<Node> starts_;
  Best best_;
  Cost threshold_ = no_way - 1;
  std::vector<Half> forward_, backward_; // one step, cheapest first; ahead, the cheapest start for each person
  Halves ahead_, behind_;                // the same by person, every start
};

} // namespace

Cost cost_of(double probability) {
  if (!(probability > 0))
    return no_way;
  return probability >= 1 ? 0 : std::min(no_way, static_cast<Cost>(-std::log(probability) * units + .5));
}

double probability_of(Cost cost) { return cost >= no_way ? 0 : std::exp(-static_cast<double>(cost) / units); }

std::vector<Route> best_routes(Arcs& arcs, Query const& query) { return Search{arcs, query}.run(); }

} // namespace attache::net
