#include "go/master.h"

#include "go/pricing.h"
#include "go/route_lp.h"
#include "go/trios.h"

#include <algorithm>
#include <set>

namespace attache::go {
namespace {

constexpr double tolerance = 5e-9; // of a day: all days together must stay far below what a proof leaves open
constexpr double whole = 1e-5;     // shares this close to 0 or 1 are 0 or 1
constexpr int routes_per_day = 15, most_raises = 4;
constexpr std::size_t most_trios = 200, trios_per_round = 25;

} // namespace

class Master::Engine {
public:
  Engine(Instance const& instance, std::vector<DayGraph> const& graphs, Meter& meter)
      : instance_(instance), graphs_(graphs), meter_(meter), lp_(instance) {
    for (auto const& route : idle_days(instance, graphs))
      add(route);
  }

  bool add(DayRoute const& route) {
    if (!known_.insert({route.day, route.from, route.to, route.options}).second)
      return false;
    SharedColumn column{.route = route, .candidates = candidates_of(instance_, route)};
    std::vector<int> trios;
    for (std::size_t t = 0; t < trios_.size(); ++t)
      trios.insert(trios.end(), std::size_t(times_charged(column.candidates, trios_[t])), static_cast<int>(t));
    lp_.add(route, trios);
    std::ranges::sort(column.candidates);
    column.simple = std::ranges::adjacent_find(column.candidates) == column.candidates.end();
    if (!allowed(column))
      lp_.allow(static_cast<int>(columns_.size()), false);
    columns_.push_back(std::move(column));
    return true;
  }

  void enter(std::vector<Choice> const& choices, Basis const& from) {
    choices_ = choices;
    lp_.must_meet(met_for_certain(choices));
    for (int i = 0; i < static_cast<int>(columns_.size()); ++i)
      lp_.allow(i, allowed(columns_[std::size_t(i)]));
    if (!from.columns.empty())
      lp_.set_basis(from);
  }

  bool solve(std::function<bool(Bound const&)> const& improved) {
    best_ = -never;
    while (!meter_.spent() && lp_.solve()) {
      auto const multipliers = lp_.multipliers();
      if (price(multipliers, true))
        continue;
      auto const before = best_;
      auto const more = price(multipliers, false);
      if (meter_.spent())
        return false;
      if (best_ < before && improved(bound_))
        return false;
      if (more)
        continue;
      if (lp_.broken() < whole || raised_ == most_raises)
        return true;
      lp_.raise_price_of_breaking(); // so that what breaks rules is no solution: either there is another, or no plan
      ++raised_;
    }
    return false;
  }

  bool cut() {
    if (trios_.size() >= most_trios)
      return false;
    std::vector<SharedRoute> used;
    for (auto const& column : solution())
      if (column.share < 1 - whole && column.simple)
        used.push_back({column.share, column.candidates});
    auto const broken = broken_by(instance_, used, trios_, std::min(trios_per_round, most_trios - trios_.size()));
    for (auto const& trio : broken)
      add_trio(trio);
    return !broken.empty();
  }

  [[nodiscard]] std::vector<SharedColumn> solution() const {
    auto const shares = lp_.shares();
    std::vector<SharedColumn> used;
    for (std::size_t i = 0; i < shares.size(); ++i)
      if (shares[i] > whole) {
        used.push_back(columns_[i]);
        used.back().share = shares[i];
      }
    return used;
  }

  double estimate(Choice const& choice) {
    std::vector<int> out;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      auto const& column = columns_[i];
      auto const misses = choice.kind != Choice::Kind::night && choice.yes && column.route.day == choice.day &&
                          choice.kind == Choice::Kind::meeting &&
                          !std::ranges::binary_search(column.candidates, choice.what);
      if (misses || !follows(column.route, column.candidates, choice))
        out.push_back(static_cast<int>(i));
    }
    meter_.spend(500);
    return lp_.estimate_without(out);
  }

  [[nodiscard]] RouteLp const& lp() const { return lp_; }
  [[nodiscard]] std::vector<Trio> const& trios() const { return trios_; }

private:
  [[nodiscard]] bool allowed(SharedColumn const& column) const {
    return std::ranges::all_of(choices_,
                               [&](Choice const& choice) { return follows(column.route, column.candidates, choice); });
  }

  void add_trio(Trio const& trio) {
    std::vector<int> with;
    for (std::size_t i = 0; i < columns_.size(); ++i)
      with.insert(with.end(), std::size_t(times_charged(columns_[i].candidates, trio)), static_cast<int>(i));
    lp_.add_trio(with);
    trios_.push_back(trio);
  }

  // Adds routes that would improve the linear programme. With all days exact, the bound is renewed.
  bool price(Multipliers const& multipliers, bool quick) {
    std::vector<double> best;
    std::vector<PricedRoute> found; // not added at once: adding changes the thresholds
    bool added = false, exact = true;
    for (auto const& graph : graphs_) {
      auto prices = prices_of(instance_, graph.day, multipliers);
      restrict_prices(instance_, graph.day, choices_, prices);
      PricingLimits const limits{
          .above = lp_.threshold(graph.day) + tolerance, .routes = routes_per_day, .quick = quick};
      auto const priced = price_day(graph, prices, trios_, multipliers.trio, memory_, limits, meter_);
      found.insert(found.end(), priced.routes.begin(), priced.routes.end());
      best.push_back(priced.most);
      exact = exact && priced.exact;
      if (meter_.spent())
        return false;
    }
    for (auto const& priced : found)
      added = add(priced.route) || added;
    if (exact)
      renew_bound(multipliers, best);
    return added;
  }

  void renew_bound(Multipliers const& multipliers, std::vector<double> const& best) {
    auto value = constant_of(instance_, multipliers);
    for (auto const worth : best)
      value += worth;
    if (value >= best_)
      return;
    best_ = value;
    bound_ = {multipliers, best, value};
  }

  Instance const& instance_;
  std::vector<DayGraph> const& graphs_;
  Meter& meter_;
  RouteLp lp_;
  std::set<std::tuple<int, int, int, std::vector<int>>> known_;
  std::vector<SharedColumn> columns_;
  std::vector<Choice> choices_;
  std::vector<Trio> trios_;
  Memory memory_;
  int raised_ = 0;       // the price of breaking rules
  double best_ = -never; // bound of the choices at hand
  Bound bound_;
};

Master::Master(Instance const& instance, std::vector<DayGraph> const& graphs, Meter& meter)
    : engine_(std::make_unique<Engine>(instance, graphs, meter)) {}

Master::~Master() = default;
void Master::enter(std::vector<Choice> const& choices, Basis const& from) { engine_->enter(choices, from); }
bool Master::solve(std::function<bool(Bound const&)> const& improved) { return engine_->solve(improved); }
bool Master::cut() { return engine_->cut(); }
std::vector<SharedColumn> Master::solution() const { return engine_->solution(); }
double Master::value() const { return engine_->lp().value(); }
Basis Master::basis() const { return engine_->lp().basis(); }
double Master::estimate(Choice const& choice) { return engine_->estimate(choice); }
std::vector<Trio> const& Master::trios() const { return engine_->trios(); }

void Master::add(Routes const& routes) {
  for (auto const& route : routes)
    engine_->add(route);
}

std::vector<DayRoute> idle_days(Instance const& instance, std::vector<DayGraph> const& graphs) {
  std::vector<DayRoute> days;
  for (auto const& graph : graphs)
    for (int from = 0; from < instance.cities; ++from)
      for (int to = 0; to < instance.cities; ++to)
        if (graph.idle_possible(from, to) && (graph.day > 0 || from == instance.start_city) &&
            (graph.day + 1 < instance.days || instance.end_city < 0 || to == instance.end_city))
          days.push_back({.day = graph.day, .from = from, .to = to});
  return days;
}

} // namespace attache::go
