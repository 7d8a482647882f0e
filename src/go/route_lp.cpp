#include "go/route_lp.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace attache::go {

namespace {

// Never reached, since a day has one route; but a finite limit lets the dual simplex method start from any basis.
constexpr double route_most = 2;
constexpr int estimate_steps = 40;
constexpr unsigned char at_zero = 3, fixed_at_zero = 5; // a column's status outside the basis

bool is_at_zero(unsigned char status) { return (status & 7) == at_zero || (status & 7) == fixed_at_zero; }

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
    unmet_.push_back(add_helper(-price_of_breaking_, 0, candidate, 1));
    breaking_.push_back(unmet_.back());
  }
  for (auto row = first_day_row_; row < sector_rows_; ++row) {
    add_breaking(row, 1);
    add_breaking(row, -1);
  }
  for (auto row = cap_rows_; row < trio_rows_; ++row)
    add_breaking(row, -1);
  for (auto row = sector_rows_; row < cap_rows_; ++row)
    add_helper(-instance_.sector_penalty, unbounded, row, 1);
}

int RouteLp::add_helper(double cost, double upper, int row, double by) {
  helpers_.push_back(lp_.add_column(cost, 0, upper, {{row, by}}));
  return static_cast<int>(helpers_.size()) - 1;
}

void RouteLp::add_breaking(int row, double by) {
  breaking_.push_back(add_helper(-price_of_breaking_, unbounded, row, by));
}

double RouteLp::broken() const {
  auto const primal = lp_.primal();
  double sum = 0;
  for (auto const helper : breaking_)
    sum += primal[std::size_t(helpers_[std::size_t(helper)])];
  return sum;
}

void RouteLp::raise_price_of_breaking() {
  price_of_breaking_ *= 10;
  for (auto const helper : breaking_)
    lp_.set_cost(helpers_[std::size_t(helper)], -price_of_breaking_);
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
    lp_.set_column_bounds(helpers_[std::size_t(unmet_[std::size_t(candidate)])], 0, now ? unbounded : 0);
  }
  must_ = std::move(must);
}

int RouteLp::night_row(int day, int city) const { return night_rows_ + (day - 1) * instance_.cities + city; }

std::map<int, double> entries_of_meetings(Instance const& instance, DayRoute const& route, int sector_rows,
                                          int cap_rows) {
  std::map<int, double> entries;
  for (auto const candidate : candidates_of(instance, route)) {
    entries[candidate] += 1;
    if (auto const sector = instance.sector[std::size_t(candidate)]; sector >= 0)
      entries[sector_rows + sector] += instance.length[std::size_t(candidate)];
    for (auto const& use : instance.uses[std::size_t(candidate)])
      entries[cap_rows + use.cap] += use.amount;
  }
  return entries;
}

int RouteLp::add(DayRoute const& route, std::vector<int> const& trios) {
  auto entries = entries_of_meetings(instance_, route, sector_rows_, cap_rows_);
  if (route.day == 0)
    entries[first_day_row_] = 1;
  else
    entries[night_row(route.day, route.from)] = -1;
  if (route.day + 1 < instance_.days)
    entries[night_row(route.day + 1, route.to)] = 1;
  for (auto const trio : trios)
    entries[trio_rows_ + trio] += 1;
  columns_.push_back({route_worth(instance_, route), {entries.begin(), entries.end()}});
  column_of_.push_back(-1);
  return routes() - 1;
}

void RouteLp::add_trio(std::vector<int> const& routes) {
  std::map<int, double> times, held;
  for (auto const route : routes)
    times[route] += 1;
  auto const row = lp_.rows();
  for (auto const& [route, by] : times) {
    columns_[std::size_t(route)].entries.emplace_back(row, by);
    if (holds(route))
      held[column_of_[std::size_t(route)]] = by;
  }
  add_breaking(lp_.add_row(-unbounded, 1, {held.begin(), held.end()}), -1);
}

void RouteLp::hold(int route) {
  if (holds(route))
    return;
  auto const& column = columns_[std::size_t(route)];
  column_of_[std::size_t(route)] = lp_.add_column(column.cost, 0, route_most, column.entries);
  ++held_;
}

void RouteLp::hold(std::vector<char> const& wanted, std::vector<char> const& allowed, Stand const& from) {
  auto const begin = from.rows.empty() ? stand() : from;
  auto kept = wanted;
  for (auto const& [route, status] : begin.routes)
    kept[std::size_t(route)] = 1;
  drop(kept);
  for (int route = 0; route < routes(); ++route)
    if (kept[std::size_t(route)] != 0) {
      hold(route);
      lp_.set_column_bounds(column_of_[std::size_t(route)], 0, allowed[std::size_t(route)] != 0 ? route_most : 0);
    }
  stand_at(begin);
}

// What is not kept must be outside the basis, or the basis be set anew afterwards.
void RouteLp::drop(std::vector<char> const& kept) {
  std::vector<int> out, rank(std::size_t(lp_.columns()), 0);
  for (int route = 0; route < routes(); ++route)
    if (auto& column = column_of_[std::size_t(route)]; column >= 0 && kept[std::size_t(route)] == 0) {
      out.push_back(column);
      rank[std::size_t(column)] = 1;
      column = -1;
      --held_;
    }
  std::ranges::sort(out);
  lp_.drop_columns(out);
  for (int gone = 0; auto& each : rank)
    gone += std::exchange(each, gone);
  for (auto* list : {&column_of_, &helpers_})
    for (auto& column : *list)
      column -= column >= 0 ? rank[std::size_t(column)] : 0;
}

RouteLp::Stand RouteLp::stand() const {
  auto const basis = lp_.basis();
  auto const status = [&](int column) {
    return std::size_t(column) < basis.columns.size() ? basis.columns[std::size_t(column)] : at_zero;
  };
  Stand stand{.rows = basis.rows};
  for (auto const column : helpers_)
    stand.helpers.push_back(status(column));
  for (int route = 0; route < routes(); ++route)
    if (holds(route) && !is_at_zero(status(column_of_[std::size_t(route)])))
      stand.routes.emplace_back(route, status(column_of_[std::size_t(route)]));
  return stand;
}

void RouteLp::stand_at(Stand const& from) {
  Basis basis{.columns = std::vector<unsigned char>(std::size_t(lp_.columns()), at_zero), .rows = from.rows};
  for (std::size_t i = 0; i < from.helpers.size(); ++i)
    basis.columns[std::size_t(helpers_[i])] = from.helpers[i];
  for (auto const& [route, status] : from.routes)
    basis.columns[std::size_t(column_of_[std::size_t(route)])] = status;
  lp_.set_basis(basis);
}

double RouteLp::estimate_without(std::vector<int> const& routes) {
  std::vector<int> columns;
  for (auto const route : routes)
    if (holds(route))
      columns.push_back(column_of_[std::size_t(route)]);
  return lp_.estimate(columns, estimate_steps);
}

std::vector<double> RouteLp::shares() const {
  auto const primal = lp_.primal();
  std::vector<double> shares;
  for (auto const column : column_of_)
    shares.push_back(column >= 0 && std::size_t(column) < primal.size() ? primal[std::size_t(column)] : 0);
  return shares;
}

std::vector<double> RouteLp::gains() const {
  auto const dual = lp_.dual();
  std::vector<double> gains;
  for (auto const& column : columns_) {
    gains.push_back(column.cost);
    for (auto const& [row, by] : column.entries)
      gains.back() -= dual[std::size_t(row)] * by;
  }
  return gains;
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
