#include "go/master.h"

#include "go/lp.h"

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
      : instance_(instance), graphs_(graphs), meter_(meter) {
    result_.multipliers = no_multipliers(instance);
    add_rows();
    add_idle_days();
  }

  Relaxation run(std::vector<DayRoute> const& routes, std::function<void(double)> const& improved) {
    for (auto const& route : routes)
      add(route);
    while (!meter_.spent() && lp_.solve()) {
      auto const now = read_duals();
      if (price(now, quick_labels))
        continue;
      auto const before = result_.bound;
      auto const more = price(now, 0);
      if (result_.bound < before)
        improved(result_.bound);
      if (!more) {
        result_.solved = !meter_.spent();
        break;
      }
    }
    result_.used = lp_.primal();
    result_.used.resize(std::size_t(lp_.columns()), 0);
    result_.used.erase(result_.used.begin(), result_.used.begin() + first_route_);
    return std::move(result_);
  }

private:
  struct Duals {
    Multipliers multipliers;
    double first_day = 0; // of the rule that the trip has one first day
  };

  // Rows: each candidate at most once; one first day; for each night as many arrivals in a city as departures;
  // minutes per sector.
  void add_rows() {
    for (int candidate = 0; candidate < instance_.candidates; ++candidate)
      lp_.add_row(-unbounded, 1);
    first_day_row_ = lp_.add_row(1, 1);
    night_row_ = lp_.rows();
    for (int i = 0; i < (instance_.days - 1) * instance_.cities; ++i)
      lp_.add_row(0, 0);
    sector_row_ = lp_.rows();
    for (auto const target : instance_.sector_target)
      lp_.add_row(target, unbounded);
    for (int sector = 0; sector < static_cast<int>(instance_.sector_target.size()); ++sector)
      lp_.add_column(-instance_.sector_penalty, 0, unbounded, {{sector_row_ + sector, 1}});
    first_route_ = lp_.columns();
  }

  void add_idle_days() {
    for (auto const& graph : graphs_)
      for (int from = 0; from < instance_.cities; ++from)
        for (int to = 0; to < instance_.cities; ++to)
          if (graph.idle_possible(from, to) && (graph.day > 0 || from == instance_.start_city) &&
              (graph.day + 1 < instance_.days || instance_.end_city < 0 || to == instance_.end_city))
            add({.day = graph.day, .from = from, .to = to});
  }

  [[nodiscard]] int night_row(int day, int city) const { return night_row_ + (day - 1) * instance_.cities + city; }

  bool add(DayRoute const& route) {
    if (!known_.insert({route.day, route.from, route.to, route.options}).second)
      return false;
    Lp::Entries entries;
    std::vector<int> minutes(instance_.sector_target.size(), 0);
    for (auto const index : route.options) {
      auto const candidate = instance_.options[std::size_t(route.day)][std::size_t(index)].candidate;
      entries.emplace_back(candidate, 1);
      if (auto const sector = instance_.sector[std::size_t(candidate)]; sector >= 0)
        minutes[std::size_t(sector)] += instance_.length[std::size_t(candidate)];
    }
    if (route.day == 0)
      entries.emplace_back(first_day_row_, 1);
    else
      entries.emplace_back(night_row(route.day, route.from), -1);
    if (route.day + 1 < instance_.days)
      entries.emplace_back(night_row(route.day + 1, route.to), 1);
    for (int sector = 0; sector < static_cast<int>(minutes.size()); ++sector)
      if (minutes[std::size_t(sector)] > 0)
        entries.emplace_back(sector_row_ + sector, minutes[std::size_t(sector)]);
    lp_.add_column(route_worth(instance_, route), 0, unbounded, entries);
    result_.columns.push_back(route);
    return true;
  }

  Duals read_duals() const {
    auto const dual = lp_.dual();
    Duals duals{.multipliers = no_multipliers(instance_), .first_day = dual[std::size_t(first_day_row_)]};
    auto& multipliers = duals.multipliers;
    for (std::size_t candidate = 0; candidate < multipliers.candidate.size(); ++candidate)
      multipliers.candidate[candidate] = std::max(0.0, dual[candidate]);
    for (std::size_t sector = 0; sector < multipliers.sector.size(); ++sector)
      multipliers.sector[sector] = std::clamp(-dual[std::size_t(sector_row_) + sector], 0.0, instance_.sector_penalty);
    for (int day = 1; day < instance_.days; ++day)
      for (int city = 0; city < instance_.cities; ++city)
        multipliers.night(day, city) = dual[std::size_t(night_row(day, city))];
    return duals;
  }

  // Adds routes that would improve the linear programme. With all days exact, the bound is renewed.
  bool price(Duals const& duals, int labels) {
    auto bound = constant_of(instance_, duals.multipliers);
    bool added = false, exact = true;
    for (auto const& graph : graphs_) {
      auto const prices = prices_of(instance_, graph.day, duals.multipliers);
      auto const at_least = (graph.day == 0 ? duals.first_day : 0) + tolerance;
      auto const found =
          best_routes(graph, prices, {.labels = labels, .routes = routes_per_day, .above = at_least}, meter_);
      for (auto const& priced : found.best)
        added = add(priced.route) || added;
      double best = never;
      for (auto const& priced : found.by_city)
        best = std::max(best, priced.worth);
      bound += best;
      exact = exact && found.exact;
    }
    if (exact && bound < result_.bound) {
      result_.bound = bound;
      result_.multipliers = duals.multipliers;
    }
    return added;
  }

  Instance const& instance_;
  std::vector<DayGraph> const& graphs_;
  Meter& meter_;
  Lp lp_;
  int first_day_row_ = 0, night_row_ = 0, sector_row_ = 0, first_route_ = 0;
  std::set<std::tuple<int, int, int, std::vector<int>>> known_;
  Relaxation result_;
};

} // namespace

Relaxation relax(Instance const& instance, std::vector<DayGraph> const& graphs, std::vector<DayRoute> const& routes,
                 Meter& meter, std::function<void(double)> const& improved) {
  return Master{instance, graphs, meter}.run(routes, improved);
}

} // namespace attache::go
