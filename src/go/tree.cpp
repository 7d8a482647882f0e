#include "go/tree.h"

#include "go/pool_prices.h"
#include "go/route_lp.h"

#include <algorithm>
#include <cmath>
#include <queue>

namespace attache::go {
namespace {

constexpr double tolerance = 1e-7;
constexpr double whole = 1e-5; // shares this close to 0 or 1 are 0 or 1
constexpr std::size_t columns_per_day = 12;
constexpr std::size_t most_trios = 250, trios_per_round = 25;
constexpr int root_rounds = 40, node_rounds = 3; // of cuts
constexpr double violation = 0.02;               // a trio cut must be broken by this much
constexpr std::size_t tries = 8;                 // choices looked at before one is made

struct Node {
  std::vector<Choice> choices;
  Multipliers multipliers; // of the parent
  double bound = -never;
};

struct LowerBound {
  bool operator()(Node const& a, Node const& b) const { return a.bound < b.bound; }
};

class TreeSearch {
public:
  TreeSearch(Instance const& instance, Pool const& pool, double worth, TreeLimits const& limits, Meter& meter)
      : instance_(instance), pool_(pool), limits_(limits), meter_(meter), lp_(instance), prices_(instance, pool),
        kept_(pool.routes.size(), 1), number_(pool.routes.size(), -1) {
    tree_.worth = worth;
  }

  Tree run(std::function<void(Routes const&, double)> const& improved, std::function<void(double)> const& lowered) {
    open_.push_back({.multipliers = no_multipliers(instance_)});
    while (!open_.empty() && !meter_.spent() && (limits_.nodes == 0 || tree_.nodes < limits_.nodes)) {
      auto node = next_node(lowered);
      ++tree_.nodes;
      auto const before = tree_.worth;
      process(node);
      if (tree_.worth > before)
        improved(*tree_.best, tree_.worth);
    }
    tree_.done = open_.empty();
    tree_.bound = std::max(tree_.worth, open_bound());
    for (auto& node : open_) // what is still open is covered by the multipliers that gave its bound
      close(node);
    tree_.trios = trios_;
    return std::move(tree_);
  }

private:
  // After a split the first child comes next (a dive to a plan); otherwise the most promising node.
  Node next_node(std::function<void(double)> const& lowered) {
    if (!diving_) {
      auto const best = std::ranges::max_element(open_, LowerBound{});
      std::iter_swap(best, open_.end() - 1);
      lowered(std::max(tree_.worth, open_.back().bound));
    }
    diving_ = false;
    auto node = std::move(open_.back());
    open_.pop_back();
    return node;
  }

  [[nodiscard]] double open_bound() const {
    double bound = never;
    for (auto const& node : open_)
      bound = std::max(bound, node.bound);
    return bound;
  }

  [[nodiscard]] bool beaten(double bound) const { return round_bound(instance_, bound) <= tree_.worth + 2e-6; }

  void process(Node& node) {
    allow(node.choices);
    if (!begin(node))
      return;
    auto rounds = node.choices.empty() ? root_rounds : node_rounds;
    while (!meter_.spent()) {
      if (!lp_.solve())
        break;
      auto const multipliers = lp_.multipliers();
      if (renew(node, multipliers))
        return close(node);
      if (add_columns(multipliers))
        continue;
      take_plan();
      if (beaten(node.bound))
        return close(node);
      if (rounds-- > 0 && cut())
        continue;
      return split(node);
    }
    open_.push_back(std::move(node)); // stopped in the middle: it stays open
  }

  // False if the parent's multipliers already rule the node out.
  bool begin(Node& node) {
    node.multipliers.trio.resize(trios_.size(), 0);
    prices_.set(node.multipliers, trios_);
    auto const bound = prices_.bound(allowed_);
    if (beaten(bound)) {
      close(node);
      return false;
    }
    node.bound = std::min(node.bound, bound);
    for (auto const route : prices_.path())
      add_column(route);
    return true;
  }

  // True if the node is ruled out.
  bool renew(Node& node, Multipliers const& multipliers) {
    prices_.set(multipliers, trios_);
    auto const bound = prices_.bound(allowed_);
    meter_.spend(static_cast<std::int64_t>(pool_.routes.size()) / 4);
    if (bound < node.bound) {
      node.bound = bound;
      node.multipliers = multipliers;
      if (node.choices.empty())
        drop_hopeless(multipliers);
    }
    return beaten(node.bound);
  }

  // At the root: routes that no better plan can use go for good.
  void drop_hopeless(Multipliers const& multipliers) {
    bool dropped = false;
    for (std::size_t r = 0; r < kept_.size(); ++r)
      if (kept_[r] != 0 && beaten(prices_.through(static_cast<int>(r)))) {
        kept_[r] = allowed_[r] = 0;
        dropped = true;
        if (number_[r] >= 0)
          lp_.allow(number_[r], false);
      }
    if (dropped && limits_.keep_leaves)
      tree_.filters.push_back(multipliers);
  }

  void close(Node& node) {
    if (limits_.keep_leaves)
      tree_.leaves.push_back({std::move(node.choices), std::move(node.multipliers)});
  }

  void allow(std::vector<Choice> const& choices) {
    allowed_ = kept_;
    for (std::size_t r = 0; r < allowed_.size(); ++r) {
      for (auto const& choice : choices)
        if (allowed_[r] != 0 && !follows(pool_.routes[r], choice))
          allowed_[r] = 0;
      if (number_[r] >= 0)
        lp_.allow(number_[r], allowed_[r] != 0);
    }
  }

  void add_column(int route) {
    if (number_[std::size_t(route)] >= 0)
      return;
    auto const& entry = pool_.routes[std::size_t(route)];
    number_[std::size_t(route)] = lp_.add(entry.route, trios_with(entry));
    entry_of_.push_back(route);
  }

  [[nodiscard]] std::vector<int> trios_with(PoolRoute const& entry) const {
    std::vector<int> found;
    for (std::size_t t = 0; t < trios_.size(); ++t)
      if (holds(entry, trios_[t]))
        found.push_back(static_cast<int>(t));
    return found;
  }

  bool add_columns(Multipliers const& multipliers) {
    std::vector<std::vector<std::pair<double, int>>> good(std::size_t(instance_.days));
    std::vector<double> threshold(good.size());
    for (int day = 0; day < instance_.days; ++day)
      threshold[std::size_t(day)] = lp_.threshold(day) + tolerance;
    for (std::size_t r = 0; r < allowed_.size(); ++r) {
      if (allowed_[r] == 0 || number_[r] >= 0)
        continue;
      auto const& route = pool_.routes[r].route;
      auto gain = prices_.price(static_cast<int>(r)) + (route.day > 0 ? multipliers.night(route.day, route.from) : 0);
      if (route.day + 1 < instance_.days)
        gain -= multipliers.night(route.day + 1, route.to);
      if (gain > threshold[std::size_t(route.day)])
        good[std::size_t(route.day)].emplace_back(-gain, static_cast<int>(r));
    }
    bool added = false;
    for (auto& day : good) {
      auto const wanted = std::min(day.size(), columns_per_day);
      std::partial_sort(day.begin(), day.begin() + static_cast<std::ptrdiff_t>(wanted), day.end());
      for (std::size_t i = 0; i < wanted; ++i)
        add_column(day[i].second);
      added = added || wanted > 0;
    }
    return added;
  }

  // The solution of the programme, if it is a plan.
  void take_plan() {
    auto const shares = lp_.shares();
    Routes routes(std::size_t(instance_.days));
    std::vector<char> met(std::size_t(instance_.candidates), 0);
    for (std::size_t i = 0; i < shares.size(); ++i) {
      if (shares[i] < whole)
        continue;
      if (shares[i] < 1 - whole)
        return;
      auto const& entry = pool_.routes[std::size_t(entry_of_[i])];
      routes[std::size_t(entry.route.day)] = entry.route;
      for (auto const candidate : entry.candidates)
        if (++met[std::size_t(candidate)] > 1)
          return;
    }
    if (!within_caps(instance_, routes))
      return;
    auto const found = worth(instance_, routes);
    if (found <= tree_.worth + 1e-9)
      return;
    tree_.worth = found;
    tree_.best = std::move(routes);
  }

  // Adds the trios that the solution breaks most. False if there is none.
  bool cut() {
    if (trios_.size() >= most_trios)
      return false;
    auto const broken = broken_trios();
    for (auto const& [by, trio] : broken) {
      trios_.push_back(trio);
      std::vector<int> with;
      for (std::size_t i = 0; i < entry_of_.size(); ++i)
        if (holds(pool_.routes[std::size_t(entry_of_[i])], trio))
          with.push_back(static_cast<int>(i));
      lp_.add_trio(with);
    }
    return !broken.empty();
  }

  [[nodiscard]] std::vector<std::pair<double, Trio>> broken_trios() const {
    auto const shares = lp_.shares();
    auto const n = std::size_t(instance_.candidates);
    Table<double> together(n, n);
    std::vector<std::pair<double, PoolRoute const*>> used;
    for (std::size_t i = 0; i < shares.size(); ++i)
      if (shares[i] > whole && shares[i] < 1 - whole)
        used.emplace_back(shares[i], &pool_.routes[std::size_t(entry_of_[i])]);
    for (auto const& [share, entry] : used)
      for (auto const a : entry->candidates)
        for (auto const b : entry->candidates)
          together(a, b) += share;
    std::vector<std::pair<double, Trio>> found;
    for (int a = 0; a < instance_.candidates; ++a)
      for (int b = a + 1; b < instance_.candidates; ++b)
        for (int c = b + 1; c < instance_.candidates; ++c) {
          auto sum = together(a, b) + together(a, c) + together(b, c);
          if (sum <= 1 + violation)
            continue;
          for (auto const& [share, entry] : used)
            if (std::ranges::binary_search(entry->candidates, a) && std::ranges::binary_search(entry->candidates, b) &&
                std::ranges::binary_search(entry->candidates, c))
              sum -= 2 * share;
          if (sum > 1 + violation)
            found.emplace_back(sum - 1, Trio{a, b, c});
        }
    std::ranges::sort(found, [](auto const& x, auto const& y) {
      return x.first != y.first ? x.first > y.first : x.second < y.second;
    });
    found.resize(std::min(found.size(), trios_per_round));
    return found;
  }

  void split(Node& node) {
    auto choice = choose();
    for (auto const yes : {false, true}) {
      choice.yes = yes;
      Node child{.choices = node.choices, .multipliers = node.multipliers, .bound = node.bound};
      child.choices.push_back(choice);
      open_.push_back(std::move(child));
    }
    diving_ = true;
  }

  // Among the most undecided choices the one that lowers the programme most on both sides.
  Choice choose() {
    auto const options = undecided();
    Choice best = options.front();
    auto best_score = never;
    auto const now = lp_.value();
    for (std::size_t i = 0; i < options.size() && options.size() > 1; ++i) {
      auto choice = options[i];
      double score = 1;
      for (auto const yes : {true, false}) {
        choice.yes = yes;
        score *= std::max(now - value_with(choice), 1e-4);
      }
      if (score > best_score) {
        best_score = score;
        best = options[i];
      }
    }
    return best;
  }

  [[nodiscard]] std::vector<Choice> undecided() const {
    auto const shares = lp_.shares();
    Table<double> night(std::size_t(instance_.days), std::size_t(instance_.cities));
    Table<double> meeting(std::size_t(instance_.days), std::size_t(instance_.candidates));
    for (std::size_t i = 0; i < shares.size(); ++i) {
      auto const& entry = pool_.routes[std::size_t(entry_of_[i])];
      night(entry.route.day, entry.route.to) += shares[i];
      for (auto const candidate : entry.candidates)
        meeting(entry.route.day, candidate) += shares[i];
    }
    std::vector<std::pair<double, Choice>> found;
    auto const offer = [&](double share, Choice::Kind kind, int day, int what) {
      if (share > whole && share < 1 - whole)
        found.push_back({std::abs(share - 0.5) - (kind == Choice::Kind::night ? 0.1 : 0), {kind, day, what, true}});
    };
    for (int day = 0; day < instance_.days; ++day) {
      for (int city = 0; city < instance_.cities; ++city)
        offer(night(day, city), Choice::Kind::night, day, city);
      for (int candidate = 0; candidate < instance_.candidates; ++candidate)
        offer(meeting(day, candidate), Choice::Kind::meeting, day, candidate);
    }
    std::ranges::stable_sort(found, {}, [](auto const& each) { return each.first; });
    std::vector<Choice> choices;
    for (std::size_t i = 0; i < std::min(found.size(), tries); ++i)
      choices.push_back(found[i].second);
    return choices;
  }

  double value_with(Choice const& choice) {
    std::vector<int> out;
    for (std::size_t i = 0; i < entry_of_.size(); ++i)
      if (auto const r = std::size_t(entry_of_[i]); allowed_[r] != 0 && !follows(pool_.routes[r], choice))
        out.push_back(static_cast<int>(i));
    meter_.spend(500);
    return lp_.estimate_without(out);
  }

  Instance const& instance_;
  Pool const& pool_;
  TreeLimits const& limits_;
  Meter& meter_;
  RouteLp lp_;
  PoolPrices prices_;
  std::vector<Trio> trios_;
  Allowed kept_, allowed_;
  std::vector<int> number_;   // per pool route: its number in the programme, or -1
  std::vector<int> entry_of_; // and back
  std::vector<Node> open_;
  bool diving_ = true;
  Tree tree_;
};

} // namespace

bool follows(PoolRoute const& entry, Choice const& choice) {
  if (choice.kind == Choice::Kind::night)
    return entry.route.day != choice.day || (entry.route.to == choice.what) == choice.yes;
  auto const met = std::ranges::binary_search(entry.candidates, choice.what);
  if (entry.route.day == choice.day)
    return met == choice.yes;
  return !(choice.yes && met);
}

bool holds(PoolRoute const& entry, Trio const& trio) {
  return std::ranges::count_if(trio, [&](int c) { return std::ranges::binary_search(entry.candidates, c); }) >= 2;
}

Tree search_tree(Instance const& instance, Pool const& pool, double worth, TreeLimits const& limits, Meter& meter,
                 std::function<void(Routes const&, double)> const& improved,
                 std::function<void(double)> const& lowered) {
  return TreeSearch{instance, pool, worth, limits, meter}.run(improved, lowered);
}

} // namespace attache::go
