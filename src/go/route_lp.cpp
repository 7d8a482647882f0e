#include "go/route_lp.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace attache::go {

namespace {

// Never reached, since a day has one route; but a finite limit lets the dual simplex method start from any basis.
constexpr double route_most = 2;
constexpr int estimate_steps = 60;

} // namespace

RouteLp::RouteLp(Instance const& instance) : instance_(instance), price_of_breaking_(more_than_any_plan(instance)) {
  for (int candidate = 0; candidate < instance_.candidates; ++candidate)
    lp_.add_row(-unbounded, 1);
  first_day_row_ = lp_.add_row(1, 1);
  night_rows_ = lp_.rows();
  for (int i = 0; i < (instance_.days - 1) * instance_.cities; ++i)
    lp_.add_row(0, 0);
  sector_rows_ = lp_.rows();
  for (auto const target : instance_.sector_target)
    lp_.add_row(target, unbounded);
  cap_rows_ = lp_.rows();
  for (auto const limit : instance_.cap_limit)
    lp_.add_row(-unbounded, limit);
  trio_rows_ = lp_.rows();
  must_.assign(std::size_t(instance_.candidates), 0);
  for (int candidate = 0; candidate < instance_.candidates; ++candidate) {
    add_breaking(candidate, -1);
    unmet_.push_back(lp_.add_column(-price_of_breaking_, 0, 0, {{candidate, 1}}));
    breaking_.push_back(unmet_.back());
  }
  for (auto row = first_day_row_; row < sector_rows_; ++row) {
    add_breaking(row, 1);
    add_breaking(row, -1);
  }
  for (auto row = cap_rows_; row < trio_rows_; ++row)
    add_breaking(row, -1);
  for (auto row = sector_rows_; row < cap_rows_; ++row)
    lp_.add_column(-instance_.sector_penalty, 0, unbounded, {{row, 1}});
}

void RouteLp::add_breaking(int row, double by) {
  breaking_.push_back(lp_.add_column(-price_of_breaking_, 0, unbounded, {{row, by}}));
}

double RouteLp::broken() const {
  auto const primal = lp_.primal();
  double sum = 0;
  for (auto const column : breaking_)
    sum += primal[std::size_t(column)];
  return sum;
}

void RouteLp::raise_price_of_breaking() {
  price_of_breaking_ *= 10;
  for (auto const column : breaking_)
    lp_.set_cost(column, -price_of_breaking_);
}

void RouteLp::must_meet(std::vector<int> const& candidates) {
  std::vector<char> must(must_.size(), 0);
  for (auto const candidate : candidates)
    must[std::size_t(candidate)] = 1;
  for (int candidate = 0; candidate < instance_.candidates; ++candidate) {
    auto const now = must[std::size_t(candidate)] != 0;
    if (must[std::size_t(candidate)] == must_[std::size_t(candidate)])
      continue;
    lp_.set_row_bounds(candidate, now ? 1 : -unbounded, 1);
    lp_.set_column_bounds(unmet_[std::size_t(candidate)], 0, now ? unbounded : 0);
  }
  must_ = std::move(must);
}

int RouteLp::night_row(int day, int city) const { return night_rows_ + (day - 1) * instance_.cities + city; }

int RouteLp::add(DayRoute const& route, std::vector<int> const& trios) {
  std::map<int, double> entries;
  for (auto const candidate : candidates_of(instance_, route)) {
    entries[candidate] += 1;
    if (auto const sector = instance_.sector[std::size_t(candidate)]; sector >= 0)
      entries[sector_rows_ + sector] += instance_.length[std::size_t(candidate)];
    for (auto const& use : instance_.uses[std::size_t(candidate)])
      entries[cap_rows_ + use.cap] += use.amount;
  }
  if (route.day == 0)
    entries[first_day_row_] = 1;
  else
    entries[night_row(route.day, route.from)] = -1;
  if (route.day + 1 < instance_.days)
    entries[night_row(route.day + 1, route.to)] = 1;
  for (auto const trio : trios)
    entries[trio_rows_ + trio] += 1;
  column_of_.push_back(lp_.add_column(route_worth(instance_, route), 0, route_most, {entries.begin(), entries.end()}));
  return routes() - 1;
}

void RouteLp::add_trio(std::vector<int> const& routes) {
  std::map<int, double> entries;
  for (auto const route : routes)
    entries[column_of_[std::size_t(route)]] += 1;
  add_breaking(lp_.add_row(-unbounded, 1, {entries.begin(), entries.end()}), -1);
}

void RouteLp::allow(int route, bool allowed) {
  lp_.set_column_bounds(column_of_[std::size_t(route)], 0, allowed ? route_most : 0);
}

double RouteLp::estimate_without(std::vector<int> const& routes) {
  std::vector<int> columns;
  for (auto const route : routes)
    columns.push_back(column_of_[std::size_t(route)]);
  return lp_.estimate(columns, estimate_steps);
}

std::vector<double> RouteLp::shares() const {
  auto const primal = lp_.primal();
  std::vector<double> shares;
  for (auto const column : column_of_)
    shares.push_back(std::size_t(column) < primal.size() ? primal[std::size_t(column)] : 0);
  return shares;
}

Multipliers RouteLp::multipliers() const {
  auto const dual = lp_.dual();
  auto multipliers = no_multipliers(instance_);
  for (std::size_t candidate = 0; candidate < multipliers.candidate.size(); ++candidate)
    multipliers.candidate[candidate] = must_[candidate] != 0 ? dual[candidate] : std::max(0.0, dual[candidate]);
  for (std::size_t sector = 0; sector < multipliers.sector.size(); ++sector)
    multipliers.sector[sector] = std::clamp(-dual[std::size_t(sector_rows_) + sector], 0.0, instance_.sector_penalty);
  for (std::size_t cap = 0; cap < multipliers.cap.size(); ++cap)
    multipliers.cap[cap] = std::max(0.0, dual[std::size_t(cap_rows_) + cap]);
  for (int day = 1; day < instance_.days; ++day)
    for (int city = 0; city < instance_.cities; ++city)
      multipliers.night(day, city) = dual[std::size_t(night_row(day, city))];
  for (auto row = std::size_t(trio_rows_); row < dual.size(); ++row)
    multipliers.trio.push_back(std::max(0.0, dual[row]));
  return multipliers;
}

double RouteLp::threshold(int day) const { return day == 0 ? lp_.dual()[std::size_t(first_day_row_)] : 0; }

double more_than_any_plan(Instance const& instance) {
  std::vector<double> best(std::size_t(instance.candidates), 0);
  double most = 1;
  double journey = 0;
  for (int a = 0; a < instance.cities; ++a)
    for (int b = 0; b < instance.cities; ++b)
      journey = std::max(journey, instance.journey(a, b));
  for (int day = 0; day < instance.days; ++day) {
    most += journey + instance.no_top[std::size_t(day)];
    for (int city = 0; city < instance.cities; ++city)
      most += std::abs(instance.night(day, city));
    for (auto const& option : instance.options[std::size_t(day)])
      best[std::size_t(option.candidate)] = std::max(best[std::size_t(option.candidate)], option.value);
  }
  for (auto const each : best)
    most += each + journey;
  for (auto const target : instance.sector_target)
    most += target * instance.sector_penalty;
  return std::ceil(most);
}

} // namespace attache::go
