#include "go/alike.h"

#include "go/lp.h"
#include "go/pricing.h"
#include "go/route_lp.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace attache::go {
namespace {

constexpr double tolerance = 1e-7;    // of a day
constexpr double smoothing = 0.7;     // the share of the best multipliers so far
constexpr double close_enough = 1e-4; // of the bound: what is left to gain
constexpr int routes_per_kind = 60, quick_rounds = 6;
constexpr int most_labels = 1'500'000;          // of one exact pricing, before routes are let forget more
constexpr int memories[] = {0, 10, 7, 5, 3, 1}; // how many are remembered, in turn

template <class Equal>
bool equal_tables(Table<int> const& a, Table<int> const& b, int rows, int columns, Equal const& equal) {
  for (int i = 0; i < rows; ++i)
    for (int j = 0; j < columns; ++j)
      if (!equal(a(i, j), b(i, j)))
        return false;
  return true;
}

bool are_alike(Instance const& instance, DayGraph const& a, DayGraph const& b) {
  auto const same = [](int x, int y) { return x == y; };
  auto const stop = [](DayGraph::Stop const& x, DayGraph::Stop const& y) {
    return x.place == y.place && x.from == y.from && x.to == y.to;
  };
  if (a.candidate != b.candidate || a.direct != b.direct || !std::ranges::equal(a.stops, b.stops, stop) ||
      instance.no_top[std::size_t(a.day)] != instance.no_top[std::size_t(b.day)] ||
      !instance.timetables.same_day(a.day, b.day))
    return false;
  for (int city = 0; city < a.cities; ++city)
    if (instance.night(a.day, city) != instance.night(b.day, city))
      return false;
  for (std::size_t i = 0; i < a.stops.size(); ++i)
    if (instance.options[std::size_t(a.day)][i].value != instance.options[std::size_t(b.day)][i].value)
      return false;
  return equal_tables(a.approach, b.approach, a.cities, a.places, same) &&
         equal_tables(a.leave, b.leave, a.places, a.cities, same);
}

// What the programme says: multipliers by candidate, sector, cap and city, and the best of each kind of day.
struct Duals {
  Multipliers multipliers;
  std::vector<double> city, kind;
};

std::vector<double> mix(std::vector<double> a, std::vector<double> const& b, double share) {
  for (std::size_t i = 0; i < a.size(); ++i)
    a[i] = share * a[i] + (1 - share) * b[i];
  return a;
}

class Alike {
public:
  Alike(Instance const& instance, std::vector<DayGraph> const& graphs, Meter& meter)
      : instance_(instance), graphs_(graphs), meter_(meter), kinds_(alike_days(instance, graphs)) {
    make_rows();
    for (int kind = 0; kind < static_cast<int>(kinds_.size()); ++kind)
      lp_.add_column(-more_than_any_plan(instance_), 0, unbounded, {{kind_rows_ + kind, 1}});
    for (auto const& route : idle_days(instance, graphs))
      add(route);
  }

  void run(Routes const& plan, std::function<bool(Bound const&)> const& improved) {
    for (auto const& route : plan)
      add(route);
    best_duals_ = guess();
    price(best_duals_, false);
    if (best_ < -never && improved(bound_))
      return;
    for (int quick = 0; !meter_.spent() && lp_.solve();) {
      auto const duals = read_duals();
      if (quick < quick_rounds && price(between(duals), true)) {
        ++quick;
        continue;
      }
      quick = 0;
      auto const before = best_;
      auto const memory = memory_number_;
      auto more = price(between(duals), false);
      if (best_ < before && improved(bound_))
        return;
      more = more || meter_.spent() || price(duals, false);
      if (memory_number_ == memory && (!more || best_ - lp_.value() < close_enough * std::abs(best_)))
        return;
    }
  }

private:
  void make_rows() {
    for (int candidate = 0; candidate < instance_.candidates; ++candidate)
      lp_.add_row(-unbounded, 1);
    kind_rows_ = lp_.rows();
    for (auto const& days : kinds_)
      lp_.add_row(static_cast<double>(days.size()), static_cast<double>(days.size()));
    city_rows_ = lp_.rows();
    for (int city = 0; city < instance_.cities; ++city) {
      auto const begins = city == instance_.start_city ? -1.0 : 0.0;
      lp_.add_row(begins, begins);
    }
    sector_rows_ = lp_.rows();
    for (auto const target : instance_.sector_target)
      lp_.add_column(-instance_.sector_penalty, 0, unbounded, {{lp_.add_row(target, unbounded), 1}});
    cap_rows_ = lp_.rows();
    for (auto const limit : instance_.cap_limit)
      lp_.add_row(-unbounded, limit);
    for (int city = 0; city < instance_.cities; ++city)
      if (instance_.end_city < 0 || instance_.end_city == city)
        lp_.add_column(0, 0, 1, {{city_rows_ + city, -1}});
  }

  bool add(DayRoute const& route) {
    auto const kind = kind_of(route.day);
    if (!known_.insert({kind, route.from, route.to, route.options}).second)
      return false;
    auto entries = entries_of_meetings(instance_, route, sector_rows_, cap_rows_);
    entries[kind_rows_ + kind] = 1;
    entries[city_rows_ + route.from] -= 1;
    entries[city_rows_ + route.to] += 1;
    lp_.add_column(route_worth(instance_, route), 0, unbounded, {entries.begin(), entries.end()});
    return true;
  }

  [[nodiscard]] int kind_of(int day) const {
    for (std::size_t kind = 0; kind < kinds_.size(); ++kind)
      if (std::ranges::find(kinds_[kind], day) != kinds_[kind].end())
        return static_cast<int>(kind);
    return -1;
  }

  // What multipliers may look like before the programme knows: every minute of the trip is worth as much as the last
  // that is filled when those who bring most for their time are met.
  [[nodiscard]] Duals guess() const {
    std::vector<double> value(std::size_t(instance_.candidates), 0), time = value;
    double left = 0;
    for (auto const& graph : graphs_) {
      left += graph.end - graph.start;
      for (auto const& option : instance_.options[std::size_t(graph.day)])
        value[std::size_t(option.candidate)] = std::max(value[std::size_t(option.candidate)], option.value);
    }
    std::vector<std::pair<double, int>> order;
    for (int who = 0; who < instance_.candidates; ++who) {
      auto way = unbounded;
      for (int other = 0; other < instance_.candidates; ++other)
        way = other == who ? way : std::min(way, double(instance_.meet(who, other)));
      time[std::size_t(who)] = instance_.length[std::size_t(who)] + 1.2 * way;
      order.emplace_back(-value[std::size_t(who)] / time[std::size_t(who)], who);
    }
    std::ranges::sort(order);
    double of_a_minute = 0;
    for (auto const& [worst, who] : order)
      if ((left -= time[std::size_t(who)]) < 0) {
        of_a_minute = -worst;
        break;
      }
    Duals duals{.multipliers = no_multipliers(instance_),
                .city = std::vector<double>(std::size_t(instance_.cities), 0)};
    for (std::size_t who = 0; who < value.size(); ++who)
      duals.multipliers.candidate[who] = std::max(0.0, value[who] - of_a_minute * time[who]);
    for (auto const& days : kinds_) {
      auto const& graph = graphs_[std::size_t(days.front())];
      duals.kind.push_back(0.9 * of_a_minute * (graph.end - graph.start));
    }
    return duals;
  }

  [[nodiscard]] Duals read_duals() const {
    auto const dual = lp_.dual();
    Duals duals{.multipliers = no_multipliers(instance_)};
    auto& [candidate, sector, cap, night, trio] = duals.multipliers;
    for (std::size_t i = 0; i < candidate.size(); ++i)
      candidate[i] = std::max(0.0, dual[i]);
    for (std::size_t i = 0; i < sector.size(); ++i)
      sector[i] = std::clamp(-dual[std::size_t(sector_rows_) + i], 0.0, instance_.sector_penalty);
    for (std::size_t i = 0; i < cap.size(); ++i)
      cap[i] = std::max(0.0, dual[std::size_t(cap_rows_) + i]);
    duals.city.assign(dual.begin() + city_rows_, dual.begin() + city_rows_ + instance_.cities);
    duals.kind.assign(dual.begin() + kind_rows_, dual.begin() + city_rows_);
    return duals;
  }

  // Part of the way from the best so far to what the programme says now.
  [[nodiscard]] Duals between(Duals const& now) const {
    auto const& best = best_duals_.multipliers;
    auto between = now;
    between.multipliers.candidate = mix(best.candidate, now.multipliers.candidate, smoothing);
    between.multipliers.sector = mix(best.sector, now.multipliers.sector, smoothing);
    between.multipliers.cap = mix(best.cap, now.multipliers.cap, smoothing);
    between.city = mix(best_duals_.city, now.city, smoothing);
    between.kind = mix(best_duals_.kind, now.kind, smoothing);
    return between;
  }

  // Of a day in the midst of the trip: from every city, to every city.
  [[nodiscard]] Prices prices(int day, Duals const& duals) const {
    Prices prices{.from = duals.city, .to = duals.city, .no_top = instance_.no_top[std::size_t(day)]};
    for (auto const& option : instance_.options[std::size_t(day)])
      prices.stop.push_back(option.value - charge_of(instance_, duals.multipliers, option.candidate));
    for (int city = 0; city < instance_.cities; ++city)
      prices.to[std::size_t(city)] = instance_.night(day, city) - duals.city[std::size_t(city)];
    return prices;
  }

  // Adds routes that are worth more than the duals say; if all are found, the bound is renewed.
  bool price(Duals duals, bool quick) {
    bool added = false;
    for (std::size_t kind = 0; kind < kinds_.size() && !meter_.spent(); ++kind) {
      auto const& graph = graphs_[std::size_t(kinds_[kind].front())];
      PricingLimits const limits{.above = duals.kind[kind] + tolerance,
                                 .routes = routes_per_kind,
                                 .labels = forgetful() ? 0 : most_labels,
                                 .quick = quick};
      auto const priced = price_day(graph, prices(graph.day, duals), {}, {}, memory_, limits, meter_);
      for (auto const& found : priced.routes)
        added = add(found.route) || added;
      if (!quick && !priced.exact && !meter_.spent()) {
        memory_ = nearest(instance_, memories[++memory_number_]);
        return added; // the next bound is one of routes that forget
      }
      duals.kind[kind] = priced.most;
    }
    if (!quick && !meter_.spent())
      renew_bound(duals);
    return added;
  }

  [[nodiscard]] bool forgetful() const { return memory_number_ + 1 == std::ssize(memories); }

  // `duals.kind` has the best of each kind of day. The first day begins where the trip does, free of charge; nobody
  // charges the last night.
  void renew_bound(Duals const& duals) {
    std::vector<double> best(std::size_t(instance_.days), 0);
    for (std::size_t kind = 0; kind < kinds_.size(); ++kind)
      for (auto const day : kinds_[kind])
        best[std::size_t(day)] = duals.kind[kind];
    best.front() -= duals.city[std::size_t(instance_.start_city)];
    best.back() += instance_.end_city >= 0 ? duals.city[std::size_t(instance_.end_city)] : std::ranges::max(duals.city);
    auto value = constant_of(instance_, duals.multipliers);
    for (auto const each : best)
      value += each;
    if (value >= best_)
      return;
    best_ = value;
    best_duals_ = duals;
    bound_ = {duals.multipliers, best, value, memories[memory_number_]};
    for (int day = 1; day < instance_.days; ++day)
      for (int city = 0; city < instance_.cities; ++city)
        bound_.multipliers.night(day, city) = duals.city[std::size_t(city)];
  }

  Instance const& instance_;
  std::vector<DayGraph> const& graphs_;
  Meter& meter_;
  std::vector<std::vector<int>> kinds_; // of days
  Lp lp_;
  int kind_rows_ = 0, city_rows_ = 0, sector_rows_ = 0, cap_rows_ = 0;
  std::set<std::tuple<int, int, int, std::vector<int>>> known_;
  int memory_number_ = 0;
  Memory memory_;
  double best_ = -never;
  Duals best_duals_;
  Bound bound_;
};

} // namespace

std::vector<std::vector<int>> alike_days(Instance const& instance, std::vector<DayGraph> const& graphs) {
  std::vector<std::vector<int>> kinds;
  for (auto const& graph : graphs) {
    auto const found = std::ranges::find_if(kinds, [&](std::vector<int> const& days) {
      return are_alike(instance, graphs[std::size_t(days.front())], graph);
    });
    if (found == kinds.end())
      kinds.push_back({graph.day});
    else
      found->push_back(graph.day);
  }
  return kinds;
}

void bound_alike(Instance const& instance, std::vector<DayGraph> const& graphs, Routes const& plan, Meter& meter,
                 std::function<bool(Bound const&)> const& improved) {
  Alike{instance, graphs, meter}.run(plan, improved);
}

} // namespace attache::go
