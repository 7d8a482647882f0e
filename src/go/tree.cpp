#include "go/tree.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace attache::go {
namespace {

constexpr double whole = 1e-5;                  // shares this close to 0 or 1 are 0 or 1
constexpr int root_rounds = 8, node_rounds = 0; // of cuts
constexpr double worth_cutting = 0.02;          // of the gap: what a round of cuts must close to be followed by another
constexpr std::size_t tries = 12;               // choices looked at before one is made
constexpr int reliable = 2;                     // trials of a choice that are enough
constexpr double most_drop = 1e4;               // when the rest is infeasible

struct Undecided {
  double away = 0; // from being half done, less what its kind is preferred by
  Choice choice;
  double share = 0;
};

struct Trials { // of a choice and side: what the programme lost for each unit
  double sum = 0;
  int count = 0;
};

struct Node {
  Leaf leaf; // its own bound, or that of the node it came from
  RouteLp::Stand stand;
};

} // namespace

class Tree::Engine {
public:
  Engine(Instance const& instance, std::vector<DayGraph> const& graphs, Meter& meter, TreeNews news)
      : instance_(instance), meter_(meter), news_(std::move(news)), master_(instance, graphs, meter) {
    open_.emplace_back();
    open_.back().leaf.bound.multipliers = no_multipliers(instance);
  }

  void offer(Routes const& routes, double worth) {
    master_.add(routes);
    worth_ = std::max(worth_, worth);
  }

  void lower(Bound const& bound) {
    if (begun_ || bound.value >= open_.back().leaf.bound.value)
      return;
    open_.back().leaf.bound = root_ = bound;
    news_.lowered(bound.value);
  }

  void begin() {
    solve(open_.back());
    root_ = open_.back().leaf.bound;
    begun_ = true;
  }

  bool step() {
    if (open_.empty() || meter_.spent())
      return false;
    auto node = next_node();
    process(std::move(node));
    return true;
  }

  [[nodiscard]] double bound() const {
    double bound = never;
    for (auto const& node : open_)
      bound = std::max(bound, node.leaf.bound.value);
    for (auto const& leaf : stuck_)
      bound = std::max(bound, leaf.bound.value);
    return bound;
  }

  [[nodiscard]] std::vector<Leaf> leaves() const {
    auto all = closed_;
    all.insert(all.end(), stuck_.begin(), stuck_.end());
    for (auto const& node : open_)
      all.push_back(node.leaf);
    return all;
  }

  [[nodiscard]] Bound const& root() const { return root_; }
  [[nodiscard]] Master const& master() const { return master_; }

private:
  [[nodiscard]] bool beaten(double bound) const { return round_bound(instance_, bound) <= worth_ + 2e-6; }

  // After a split the first child comes next (a dive to a plan); otherwise the most promising node.
  Node next_node() {
    if (diving_ && settled(instance_, open_.back().leaf.bound.value, worth_))
      diving_ = false;
    if (!diving_) {
      auto const lower = [](Node const& a, Node const& b) { return a.leaf.bound.value < b.leaf.bound.value; };
      std::iter_swap(std::ranges::max_element(open_, lower), open_.end() - 1);
      news_.lowered(bound());
    }
    diving_ = false;
    auto node = std::move(open_.back());
    open_.pop_back();
    return node;
  }

  // True if the programme is solved and the node not ruled out by it.
  bool solve(Node& node) {
    return master_.solve([&](Bound const& bound) {
      if (bound.value < node.leaf.bound.value) {
        node.leaf.bound = bound;
        if (node.leaf.choices.empty()) {
          root_ = bound;
          news_.lowered(bound.value);
        }
      }
      return beaten(node.leaf.bound.value);
    });
  }

  void process(Node node) {
    if (beaten(node.leaf.bound.value))
      return close(std::move(node));
    if (!begun_ || !node.leaf.choices.empty())
      master_.enter(node.leaf.choices, node.stand, node.leaf.bound, worth_);
    auto rounds = node.leaf.choices.empty() ? root_rounds : node_rounds;
    auto before = node.leaf.bound.value;
    while (solve(node)) {
      take_plan();
      if (beaten(node.leaf.bound.value))
        break;
      auto const gap = node.leaf.bound.value - worth_;
      auto const slow = before - node.leaf.bound.value < worth_cutting * gap && rounds < node_rounds;
      before = node.leaf.bound.value;
      if (slow || rounds-- <= 0 || !master_.cut())
        return split(std::move(node));
    }
    if (beaten(node.leaf.bound.value))
      close(std::move(node));
    else
      open_.push_back(std::move(node)); // stopped in the middle: it stays open
  }

  void close(Node node) { closed_.push_back(std::move(node.leaf)); }

  // A route for every day, from the city where the last one ended. (A programme may break its rules at a price.)
  [[nodiscard]] bool joined(Routes const& routes) const {
    auto city = instance_.start_city;
    for (auto const& route : routes) {
      if (route.day < 0 || route.from != city)
        return false;
      city = route.to;
    }
    return true;
  }

  // The solution of the programme, if it is a plan.
  void take_plan() {
    Routes routes(std::size_t(instance_.days), {.day = -1});
    std::vector<char> met(std::size_t(instance_.candidates), 0);
    for (auto const& column : master_.solution()) {
      if (column.share < 1 - whole)
        return;
      routes[std::size_t(column.route.day)] = column.route;
      for (auto const candidate : column.candidates)
        if (++met[std::size_t(candidate)] > 1)
          return;
    }
    if (!joined(routes) || !within_caps(instance_, routes))
      return;
    auto const found = worth(instance_, routes);
    if (found <= worth_ + 1e-9)
      return;
    worth_ = found;
    news_.improved(routes, found);
  }

  void split(Node node) {
    auto const options = undecided(node.leaf.choices);
    auto choice = options.empty() ? Choice{} : choose(options);
    if (options.empty()) // a solution without a fraction that is no plan: nothing more can be said of it
      return stuck_.push_back(std::move(node.leaf));
    auto const stand = master_.stand();
    for (auto const yes : {false, true}) {
      choice.yes = yes;
      Node child{.leaf = node.leaf, .stand = stand};
      child.leaf.choices.push_back(choice);
      open_.push_back(std::move(child));
    }
    diving_ = true;
  }

  // Among the most undecided choices the one that lowers the programme most on both sides, as far as past trials tell.
  Choice choose(std::vector<Undecided> const& options) {
    Choice best = options.front().choice;
    auto best_score = never;
    for (auto const& [away, choice, share] : options) {
      auto const score = std::max(drop(choice, share, true), 1e-4) * std::max(drop(choice, share, false), 1e-4);
      if (score > best_score) {
        best_score = score;
        best = choice;
      }
    }
    return best;
  }

  // By how much the choice lowers the programme: tried the first times that it is asked, by proportion later (pseudo
  // costs with reliability; Achterberg, Koch, Martin 2005).
  double drop(Choice choice, double share, bool yes) {
    choice.yes = yes;
    auto const distance = yes ? 1 - share : share;
    auto& past = trials_[{static_cast<int>(choice.kind), choice.day, choice.what, yes}];
    if (past.count < reliable) {
      past.sum += std::min(master_.value() - master_.estimate(choice), most_drop) / distance;
      ++past.count;
    }
    return past.sum / past.count * distance;
  }

  [[nodiscard]] std::vector<Undecided> undecided(std::vector<Choice> const& made) const {
    Table<double> night(std::size_t(instance_.days), std::size_t(instance_.cities));
    Table<double> meeting(std::size_t(instance_.days), std::size_t(instance_.candidates));
    std::vector<double> met(std::size_t(instance_.candidates), 0);
    for (auto const& column : master_.solution()) {
      night(column.route.day, column.route.to) += column.share;
      for (auto const candidate : column.candidates) {
        meeting(column.route.day, candidate) += column.share;
        met[std::size_t(candidate)] += column.share;
      }
    }
    std::vector<Undecided> found;
    auto const offer = [&](double share, double ahead, Choice const& choice) {
      auto const same = [&](Choice const& other) {
        return other.kind == choice.kind && other.day == choice.day && other.what == choice.what;
      };
      if (share > whole && share < 1 - whole && std::ranges::none_of(made, same))
        found.push_back({std::abs(share - 0.5) - ahead, choice, share});
    };
    for (int candidate = 0; candidate < instance_.candidates; ++candidate)
      offer(met[std::size_t(candidate)], 0.05, {.kind = Choice::Kind::met, .what = candidate});
    for (int day = 0; day < instance_.days; ++day) {
      for (int city = 0; city < instance_.cities; ++city)
        offer(night(day, city), 0.1, {.kind = Choice::Kind::night, .day = day, .what = city});
      for (int candidate = 0; candidate < instance_.candidates; ++candidate)
        offer(meeting(day, candidate), 0, {.kind = Choice::Kind::meeting, .day = day, .what = candidate});
    }
    std::ranges::stable_sort(found, {}, &Undecided::away);
    found.resize(std::min(found.size(), tries));
    return found;
  }

  Instance const& instance_;
  Meter& meter_;
  TreeNews news_;
  Master master_;
  std::vector<Node> open_;
  std::vector<Leaf> closed_, stuck_;
  Bound root_;
  double worth_ = never;
  std::map<std::tuple<int, int, int, bool>, Trials> trials_;
  bool diving_ = true, begun_ = false;
};

Tree::Tree(Instance const& instance, std::vector<DayGraph> const& graphs, Meter& meter, TreeNews news)
    : engine_(std::make_unique<Engine>(instance, graphs, meter, std::move(news))) {}

Tree::~Tree() = default;
void Tree::offer(Routes const& routes, double worth) { engine_->offer(routes, worth); }
void Tree::lower(Bound const& bound) { engine_->lower(bound); }
void Tree::begin() { engine_->begin(); }
bool Tree::step() { return engine_->step(); }
Bound const& Tree::root() const { return engine_->root(); }
double Tree::bound() const { return engine_->bound(); }
std::vector<Trio> const& Tree::trios() const { return engine_->master().trios(); }
std::vector<Leaf> Tree::leaves() const { return engine_->leaves(); }

} // namespace attache::go
