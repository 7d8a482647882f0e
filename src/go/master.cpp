#include "go/master.h"

#include "go/pricing.h"
#include "go/trios.h"

#include <algorithm>
#include <map>

namespace attache::go {
namespace {

constexpr double tolerance = 5e-9; // of a day: all days together must stay far below what a proof leaves open
constexpr double whole = 1e-5;     // shares this close to 0 or 1 are 0 or 1
constexpr int routes_per_day = 15, most_raises = 4;
constexpr std::size_t begin_with = 1000, brought_in = 100; // columns in the programme
constexpr std::size_t most_trios = 200, trios_per_round = 25;

} // namespace

class Master::Engine {
public:
  Engine(Instance const& instance, std::vector<DayGraph> const& graphs, Meter& meter)
      : instance_(instance), graphs_(graphs), meter_(meter), lp_(instance) {
    lp_.share_with([&meter](std::int64_t steps) { return meter.spend(steps); });
    for (auto const& route : idle_days(instance, graphs))
      add(route);
  }

  // True if the programme did not hold the route.
  bool add(DayRoute const& route) {
    auto const [known, is_new] =
        known_.try_emplace({route.day, route.from, route.to, route.options}, static_cast<int>(columns_.size()));
    if (!is_new)
      return bring_in(known->second);
    SharedColumn column{.route = route, .candidates = candidates_of(instance_, route)};
    std::vector<int> trios;
    for (std::size_t t = 0; t < trios_.size(); ++t)
      trios.insert(trios.end(), std::size_t(times_charged(column.candidates, trios_[t])), static_cast<int>(t));
    lp_.add(route, trios);
    std::ranges::sort(column.candidates);
    column.simple = std::ranges::adjacent_find(column.candidates) == column.candidates.end();
    allowed_.push_back(allowed(column) ? 1 : 0);
    trios_of_.push_back(std::move(trios));
    columns_.push_back(std::move(column));
    bring_in(static_cast<int>(columns_.size()) - 1);
    return true;
  }

  void enter(std::vector<Choice> const& choices, RouteLp::Stand const& from, Bound const& bound, double worth) {
    choices_ = choices;
    lp_.must_meet(met_for_certain(choices));
    for (std::size_t i = 0; i < columns_.size(); ++i)
      allowed_[i] = allowed(columns_[i]) ? 1 : 0;
    lp_.hold(nearest(short_of_best(bound), bound.value - worth), allowed_, from);
  }

  bool solve(std::function<bool(Bound const&)> const& improved) {
    best_ = -never;
    while (!meter_.spent() && lp_.solve()) {
      if (bring_in_best())
        continue;
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
      if (!lp_.holds(static_cast<int>(i)))
        continue;
      auto const& column = columns_[i];
      auto const misses = choice.kind != Choice::Kind::night && choice.yes && column.route.day == choice.day &&
                          choice.kind == Choice::Kind::meeting &&
                          !std::ranges::binary_search(column.candidates, choice.what);
      if (misses || !follows(column.route, column.candidates, choice))
        out.push_back(static_cast<int>(i));
    }
    if (meter_.spend(500))
      return lp_.value();
    return lp_.estimate_without(out);
  }

  [[nodiscard]] RouteLp const& lp() const { return lp_; }
  [[nodiscard]] std::vector<Trio> const& trios() const { return trios_; }

private:
  bool bring_in(int column) {
    if (allowed_[std::size_t(column)] == 0 || lp_.holds(column))
      return false;
    lp_.hold(column);
    return true;
  }

  // Of the columns that the programme does not hold, those that improve it most.
  bool bring_in_best() {
    std::vector<std::pair<double, int>> found;
    auto const gains = lp_.gains();
    for (int i = 0; i < static_cast<int>(gains.size()); ++i)
      if (gains[std::size_t(i)] > tolerance && allowed_[std::size_t(i)] != 0 && !lp_.holds(i))
        found.emplace_back(-gains[std::size_t(i)], i);
    std::ranges::sort(found);
    found.resize(std::min(found.size(), brought_in));
    for (auto const& [gain, column] : found)
      lp_.hold(column);
    return !found.empty();
  }

  // By how much each column is worth less than the best of its day, at the bound's prices.
  [[nodiscard]] std::vector<double> short_of_best(Bound const& bound) const {
    auto const& multipliers = bound.multipliers;
    std::vector<double> charge;
    for (int candidate = 0; candidate < instance_.candidates; ++candidate)
      charge.push_back(charge_of(instance_, multipliers, candidate));
    std::vector<double> missing(columns_.size(), 0);
    for (std::size_t i = 0; i < columns_.size() && !bound.best_of_day.empty(); ++i) {
      auto const& route = columns_[i].route;
      auto worth = route_worth(instance_, route);
      for (auto const candidate : columns_[i].candidates)
        worth -= charge[std::size_t(candidate)];
      for (auto const trio : trios_of_[i])
        worth -= std::size_t(trio) < multipliers.trio.size() ? multipliers.trio[std::size_t(trio)] : 0;
      worth += route.day > 0 ? multipliers.night(route.day, route.from) : 0;
      worth -= route.day + 1 < instance_.days ? multipliers.night(route.day + 1, route.to) : 0;
      missing[i] = bound.best_of_day[std::size_t(route.day)] - worth;
    }
    return missing;
  }

  // What misses the best by more than the gap is in no better plan; of the rest, the programme begins with the nearest.
  [[nodiscard]] std::vector<char> nearest(std::vector<double> const& missing, double gap) const {
    std::vector<std::pair<double, std::size_t>> order;
    for (std::size_t i = 0; i < columns_.size(); ++i)
      if (allowed_[i] != 0 && missing[i] <= gap)
        order.emplace_back(missing[i], i);
    if (order.size() > begin_with)
      std::ranges::nth_element(order, order.begin() + begin_with);
    order.resize(std::min(order.size(), begin_with));
    std::vector<char> wanted(columns_.size(), 0);
    for (auto const& [away, i] : order)
      wanted[i] = 1;
    return wanted;
  }

  [[nodiscard]] bool allowed(SharedColumn const& column) const {
    return std::ranges::all_of(choices_,
                               [&](Choice const& choice) { return follows(column.route, column.candidates, choice); });
  }

  void add_trio(Trio const& trio) {
    std::vector<int> with;
    for (std::size_t i = 0; i < columns_.size(); ++i)
      with.insert(with.end(), std::size_t(times_charged(columns_[i].candidates, trio)), static_cast<int>(i));
    lp_.add_trio(with);
    for (auto const column : with)
      trios_of_[std::size_t(column)].push_back(static_cast<int>(trios_.size()));
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
  std::map<std::tuple<int, int, int, std::vector<int>>, int> known_; // its number
  std::vector<SharedColumn> columns_;
  std::vector<std::vector<int>> trios_of_; // per column: what it pays for
  std::vector<char> allowed_;              // per column: by the choices
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
void Master::enter(std::vector<Choice> const& choices, RouteLp::Stand const& from, Bound const& bound, double worth) {
  engine_->enter(choices, from, bound, worth);
}
bool Master::solve(std::function<bool(Bound const&)> const& improved) { return engine_->solve(improved); }
bool Master::cut() { return engine_->cut(); }
std::vector<SharedColumn> Master::solution() const { return engine_->solution(); }
double Master::value() const { return engine_->lp().value(); }
RouteLp::Stand Master::stand() const { return engine_->lp().stand(); }
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
