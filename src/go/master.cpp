#include "go/master.h"

#include "go/route_lp.h"

#include <algorithm>
#include <set>

namespace attache::go {
namespace {

constexpr double tolerance = 1e-7;
constexpr int routes_per_day = 15;
constexpr int quick_labels = 2000; // heuristic pricing first: exact only where this finds nothing

class Master {
public:
  Master(Instance const& instance, std::vector<DayGraph> const& graphs, Meter& meter)
      : instance_(instance), graphs_(graphs), meter_(meter), lp_(instance) {
    result_.multipliers = no_multipliers(instance);
    for (auto const& route : idle_days(instance, graphs))
      add(route);
  }

  Relaxation run(std::vector<DayRoute> const& routes, std::function<void(double)> const& improved) {
    for (auto const& route : routes)
      add(route);
    while (!meter_.spent() && lp_.solve()) {
      auto const multipliers = lp_.multipliers();
      if (price(multipliers, quick_labels))
        continue;
      auto const before = result_.bound;
      auto const more = price(multipliers, 0);
      if (result_.bound < before)
        improved(result_.bound);
      if (!more) {
        result_.solved = !meter_.spent();
        break;
      }
    }
    return std::move(result_);
  }

private:
  bool add(DayRoute const& route) {
    if (!known_.insert({route.day, route.from, route.to, route.options}).second)
      return false;
    lp_.add(route);
    result_.columns.push_back(route);
    return true;
  }

  // Adds routes that would improve the linear programme. With all days exact, the bound is renewed.
  bool price(Multipliers const& multipliers, int labels) {
    std::vector<double> best(graphs_.size(), never);
    bool added = false, exact = true;
    for (auto const& graph : graphs_) {
      auto const prices = prices_of(instance_, graph.day, multipliers);
      auto const above = lp_.threshold(graph.day) + tolerance;
      auto const found =
          best_routes(graph, prices, {.labels = labels, .routes = routes_per_day, .above = above}, meter_);
      routes_.insert(routes_.end(), found.best.begin(), found.best.end());
      for (auto const& priced : found.by_city)
        best[std::size_t(graph.day)] = std::max(best[std::size_t(graph.day)], priced.worth);
      exact = exact && found.exact;
    }
    for (auto const& priced : routes_)
      added = add(priced.route) || added;
    routes_.clear();
    if (exact)
      renew_bound(multipliers, best);
    return added;
  }

  void renew_bound(Multipliers const& multipliers, std::vector<double> const& best) {
    auto bound = constant_of(instance_, multipliers);
    for (auto const worth : best)
      bound += worth;
    if (bound >= result_.bound)
      return;
    result_.bound = bound;
    result_.multipliers = multipliers;
    result_.best_of_day = best;
  }

  Instance const& instance_;
  std::vector<DayGraph> const& graphs_;
  Meter& meter_;
  RouteLp lp_;
  std::set<std::tuple<int, int, int, std::vector<int>>> known_;
  std::vector<PricedRoute> routes_; // found in this round, not yet added: adding changes the thresholds
  Relaxation result_;
};

} // namespace

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

Relaxation relax(Instance const& instance, std::vector<DayGraph> const& graphs, std::vector<DayRoute> const& routes,
                 Meter& meter, std::function<void(double)> const& improved) {
  return Master{instance, graphs, meter}.run(routes, improved);
}

} // namespace attache::go
