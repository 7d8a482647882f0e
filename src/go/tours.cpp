#include "go/tours.h"

#include <algorithm>
#include <numeric>

namespace attache::go {
namespace {

constexpr std::size_t most_neighbours = 60;

void copy_minutes(Instance const& instance, TourTables& tables) {
  auto const n = instance.candidates;
  auto const size = std::size_t(tables.nodes);
  tables.into.resize(size * size);
  tables.out.resize(size * size);
  for (int a = 0; a < tables.nodes; ++a)
    for (int b = 0; b < tables.nodes; ++b) {
      auto const minutes = a < n ? (b < n ? instance.meet(a, b) : instance.hotel(a, b - n))
                                 : (b < n ? instance.from_hotel(b, a - n) : instance.inter(a - n, b - n));
      tables.out[std::size_t(a) * size + std::size_t(b)] = minutes;
      tables.into[std::size_t(b) * size + std::size_t(a)] = minutes;
    }
}

void copy_options(Instance const& instance, TourTables& tables, int day) {
  auto const& options = instance.options[std::size_t(day)];
  std::vector<int> order(options.size());
  std::iota(order.begin(), order.end(), 0);
  std::ranges::sort(order, {}, [&](int index) {
    auto const& option = options[std::size_t(index)];
    return std::tuple{option.candidate, option.value, option.from};
  });
  for (auto const index : order) {
    auto const& option = options[std::size_t(index)];
    auto const last = option.to - instance.length[std::size_t(option.candidate)];
    if (last < option.from)
      continue;
    auto const at = static_cast<int>(tables.windows.size());
    if (tables.spots.empty() || tables.spots.back().day != day || tables.spots.back().candidate != option.candidate ||
        tables.spots.back().value != option.value) {
      tables.spots_of[std::size_t(option.candidate)].push_back(static_cast<int>(tables.spots.size()));
      tables.spots.push_back({option.candidate, day, at, at, last, option.value});
    }
    auto& spot = tables.spots.back();
    spot.end = at + 1;
    spot.closes = std::max(spot.closes, last);
    tables.windows.push_back({option.from, last, index});
  }
}

// Nearest first, by the minutes there and back.
std::vector<int> nearest(TourTables const& tables, int node, int first, int last) {
  std::vector<int> others;
  for (int other = first; other < last; ++other)
    if (other != node)
      others.push_back(other);
  std::ranges::stable_sort(others, {},
                           [&](int other) { return tables.minutes(node, other) + tables.minutes(other, node); });
  return others;
}

} // namespace

TourTables::TourTables(Instance const& instance) : nodes(instance.candidates + instance.cities) {
  length = instance.length;
  length.resize(std::size_t(nodes), 0);
  set_out = instance.set_out;
  set_out.resize(std::size_t(nodes), 0);
  city = instance.city;
  for (int each = 0; each < instance.cities; ++each)
    city.push_back(each);
  copy_minutes(instance, *this);
  spots_of.resize(std::size_t(instance.candidates));
  for (int day = 0; day < instance.days; ++day)
    copy_options(instance, *this, day);
  for (int candidate = 0; candidate < instance.candidates; ++candidate) {
    neighbours.push_back(nearest(*this, candidate, 0, instance.candidates));
    neighbours.back().resize(std::min(neighbours.back().size(), most_neighbours));
  }
  for (int from = 0; from < instance.cities; ++from) {
    near_cities.push_back(nearest(*this, instance.candidates + from, instance.candidates, nodes));
    for (auto& other : near_cities.back())
      other -= instance.candidates;
  }
}

Tours::Tours(Instance const& instance, TourTables const& tables)
    : instance_(instance), tables_(tables), tours_(std::size_t(instance.days)),
      day_worth_(std::size_t(instance.days), 0), kept_(std::size_t(instance.days)),
      is_touched_(std::size_t(instance.days), 0), overdraft_(instance.cap_limit.size(), 0) {}

void Tours::set(Routes const& routes) {
  day_of_.assign(std::size_t(instance_.candidates), -1);
  missing_ = instance_.sector_target;
  left_ = instance_.cap_limit;
  std::ranges::fill(is_touched_, 0);
  touched_.clear();
  sum_ = 0;
  travel_ = 0;
  std::vector<int> spot_of;
  for (int day = 0; day < instance_.days; ++day) {
    auto const& route = routes[std::size_t(day)];
    spot_of.assign(instance_.options[std::size_t(day)].size(), -1);
    for (int s = 0; s < static_cast<int>(tables_.spots.size()); ++s)
      for (auto w = tables_.spots[std::size_t(s)].first;
           tables_.spots[std::size_t(s)].day == day && w < tables_.spots[std::size_t(s)].end; ++w)
        spot_of[std::size_t(tables_.windows[std::size_t(w)].option)] = s;
    auto& tour = tours_[std::size_t(day)];
    tour = {.from = route.from, .to = route.to, .node = {instance_.candidates + route.from}, .spot = {-1}};
    for (auto const option : route.options) {
      auto const spot = spot_of[std::size_t(option)];
      tour.node.push_back(tables_.spots[std::size_t(spot)].candidate);
      tour.spot.push_back(spot);
      enter(tour.node.back(), day);
    }
    tour.node.push_back(instance_.candidates + route.to);
    tour.spot.push_back(-1);
    day_worth_[std::size_t(day)] = 0;
    tour.travel = 0;
    renew(day);
  }
}

Routes Tours::routes() const {
  Routes routes;
  for (int day = 0; day < instance_.days; ++day) {
    auto const& tour = tours_[std::size_t(day)];
    routes.push_back({.day = day, .from = tour.from, .to = tour.to});
    for (std::size_t at = 1; at + 1 < tour.node.size(); ++at) {
      auto window = std::size_t(tables_.spots[std::size_t(tour.spot[at])].first);
      while (tour.arrival[at] > tables_.windows[window].last)
        ++window;
      routes.back().options.push_back(tables_.windows[window].option);
    }
  }
  return routes;
}

double Tours::worth() const {
  auto sum = sum_;
  for (auto const minutes : missing_)
    sum -= std::max(0, minutes) * instance_.sector_penalty;
  return sum;
}

int Tours::position_of(int candidate) const {
  auto const& tour = tours_[std::size_t(day_of(candidate))];
  int at = 1;
  while (tour.node[std::size_t(at)] != candidate)
    ++at;
  return at;
}

bool Tours::caps_allow(int candidate) const {
  for (auto const& use : instance_.uses[std::size_t(candidate)])
    if (use.amount > left_[std::size_t(use.cap)] + overdraft_[std::size_t(use.cap)])
      return false;
  return true;
}

double Tours::overdraft(std::vector<double> const& price) const {
  double sum = 0;
  for (std::size_t cap = 0; cap < left_.size(); ++cap)
    sum += left_[cap] < 0 ? -left_[cap] * price[cap] : 0;
  return sum;
}

bool Tours::lacks(int candidate, int cap) const {
  for (auto const& use : instance_.uses[std::size_t(candidate)])
    if (use.cap == cap)
      return use.amount > left_[std::size_t(cap)] + overdraft_[std::size_t(cap)];
  return false;
}

double Tours::extra(int candidate, int day) const {
  double sum = 0;
  if (instance_.top[std::size_t(candidate)] != 0 && tours_[std::size_t(day)].tops == 0)
    sum += instance_.no_top[std::size_t(day)];
  if (auto const sector = instance_.sector[std::size_t(candidate)]; sector >= 0)
    sum += instance_.sector_penalty *
           std::clamp(missing_[std::size_t(sector)], 0, instance_.length[std::size_t(candidate)]);
  return sum;
}

void Tours::insert(Place const& place) {
  auto const& spot = tables_.spots[std::size_t(place.spot)];
  touch(spot.day);
  auto& tour = tours_[std::size_t(spot.day)];
  tour.node.insert(tour.node.begin() + place.after + 1, spot.candidate);
  tour.spot.insert(tour.spot.begin() + place.after + 1, place.spot);
  enter(spot.candidate, spot.day);
  renew(spot.day);
}

void Tours::remove(int day, int first, int last) {
  touch(day);
  auto& tour = tours_[std::size_t(day)];
  for (auto at = first; at < last; ++at)
    leave(tour.node[std::size_t(at)]);
  tour.node.erase(tour.node.begin() + first, tour.node.begin() + last);
  tour.spot.erase(tour.spot.begin() + first, tour.spot.begin() + last);
  renew(day);
}

bool Tours::move_night(int day, int city, std::vector<int>& dropped) {
  auto const next = day + 1;
  auto const idle = [&](int on, int from, int to) {
    return instance_.at_night(on, from, to, instance_.opens(on, from)) <= instance_.closes(on, to);
  };
  auto const last = next == instance_.days;
  if (!idle(day, tours_[std::size_t(day)].from, city) || (!last && !idle(next, city, tours_[std::size_t(next)].to)))
    return false;
  touch(day);
  auto& today = tours_[std::size_t(day)];
  today.to = city;
  today.node.back() = instance_.candidates + city;
  shrink(day, dropped);
  if (last)
    return true;
  touch(next);
  auto& tomorrow = tours_[std::size_t(next)];
  tomorrow.from = city;
  tomorrow.node.front() = instance_.candidates + city;
  shrink(next, dropped);
  return true;
}

void Tours::mark() {
  for (auto const day : touched_)
    is_touched_[std::size_t(day)] = 0;
  touched_.clear();
  kept_missing_ = missing_;
  kept_left_ = left_;
}

void Tours::undo() {
  for (auto const day : touched_)
    for (std::size_t at = 1; at + 1 < tours_[std::size_t(day)].node.size(); ++at)
      day_of_[std::size_t(tours_[std::size_t(day)].node[at])] = -1;
  for (auto const day : touched_) {
    auto& tour = tours_[std::size_t(day)];
    travel_ -= tour.travel;
    std::swap(tour, kept_[std::size_t(day)]);
    travel_ += tour.travel;
    for (std::size_t at = 1; at + 1 < tour.node.size(); ++at)
      day_of_[std::size_t(tour.node[at])] = day;
    auto const now = day_worth(day);
    sum_ += now - day_worth_[std::size_t(day)];
    day_worth_[std::size_t(day)] = now;
  }
  missing_ = kept_missing_;
  left_ = kept_left_;
  mark();
}

void Tours::touch(int day) {
  if (is_touched_[std::size_t(day)] != 0)
    return;
  is_touched_[std::size_t(day)] = 1;
  touched_.push_back(day);
  kept_[std::size_t(day)] = tours_[std::size_t(day)];
}

void Tours::enter(int candidate, int day) {
  day_of_[std::size_t(candidate)] = day;
  if (auto const sector = instance_.sector[std::size_t(candidate)]; sector >= 0)
    missing_[std::size_t(sector)] -= instance_.length[std::size_t(candidate)];
  for (auto const& use : instance_.uses[std::size_t(candidate)])
    left_[std::size_t(use.cap)] -= use.amount;
}

void Tours::leave(int candidate) {
  day_of_[std::size_t(candidate)] = -1;
  if (auto const sector = instance_.sector[std::size_t(candidate)]; sector >= 0)
    missing_[std::size_t(sector)] += instance_.length[std::size_t(candidate)];
  for (auto const& use : instance_.uses[std::size_t(candidate)])
    left_[std::size_t(use.cap)] += use.amount;
}

// Times, from the sequence alone. Where the day is not possible, `latest` is before `arrival` somewhere.
void Tours::renew(int day) {
  auto& tour = tours_[std::size_t(day)];
  auto const size = tour.node.size();
  tour.arrival.resize(size);
  tour.end.resize(size);
  tour.latest.resize(size);
  tour.value = 0;
  tour.tops = 0;
  travel_ -= tour.travel;
  tour.travel = 0;
  auto now = instance_.opens(day, tour.from);
  tour.arrival[0] = tour.end[0] = now;
  for (std::size_t at = 1; at < size; ++at) {
    auto const node = tour.node[at];
    auto const leg = tables_.minutes(tour.node[at - 1], node);
    tour.travel += leg;
    tour.value -= instance_.journey(tables_.city[std::size_t(tour.node[at - 1])], tables_.city[std::size_t(node)]);
    now = arrival(day, tour.node[at - 1], node, now, leg);
    tour.arrival[at] = now;
    if (auto const s = tour.spot[at]; s >= 0) {
      auto const& spot = tables_.spots[std::size_t(s)];
      auto window = spot.first;
      while (window + 1 < spot.end && now > tables_.windows[std::size_t(window)].last)
        ++window;
      now = std::max(now, tables_.windows[std::size_t(window)].from) + tables_.length[std::size_t(node)];
      tour.value += spot.value;
      tour.tops += instance_.top[std::size_t(node)];
    }
    tour.end[at] = now;
  }
  auto latest = instance_.closes(day, tour.to);
  tour.latest[size - 1] = latest;
  for (auto at = size - 1; at-- > 1;) {
    auto const node = tour.node[at];
    auto const& spot = tables_.spots[std::size_t(tour.spot[at])];
    auto const next = tour.node[at + 1];
    auto const start =
        instance_.timetables.latest_start(day, tables_.city[std::size_t(node)], tables_.city[std::size_t(next)], latest,
                                          tables_.set_out[std::size_t(node)], tables_.minutes(node, next)) -
        tables_.length[std::size_t(node)];
    latest = tour.arrival[at] - 1; // not possible
    for (auto window = spot.end; window-- > spot.first;)
      if (auto const& w = tables_.windows[std::size_t(window)]; w.from <= start) {
        latest = std::min(w.last, start);
        break;
      }
    tour.latest[at] = latest;
  }
  travel_ += tour.travel;
  auto const worth = day_worth(day);
  sum_ += worth - day_worth_[std::size_t(day)];
  day_worth_[std::size_t(day)] = worth;
}

double Tours::day_worth(int day) const {
  auto const& tour = tours_[std::size_t(day)];
  return tour.value + instance_.night(day, tour.to) - (tour.tops > 0 ? 0 : instance_.no_top[std::size_t(day)]);
}

bool Tours::fits(int day) const {
  auto const& tour = tours_[std::size_t(day)];
  for (std::size_t at = 1; at < tour.node.size(); ++at)
    if (tour.arrival[at] > tour.latest[at])
      return false;
  return true;
}

bool Tours::possible() const {
  return instance_.direct_is_quickest || std::ranges::all_of(touched_, [&](int day) { return fits(day); });
}

// Drops the meeting with least value for the travel that it takes, again and again, until the day is possible.
void Tours::shrink(int day, std::vector<int>& dropped) {
  renew(day);
  while (!fits(day)) {
    auto const& tour = tours_[std::size_t(day)];
    std::size_t worst = 1;
    double least = -never;
    for (std::size_t at = 1; at + 1 < tour.node.size(); ++at) {
      auto const saved =
          tables_.minutes(tour.node[at - 1], tour.node[at]) + tables_.minutes(tour.node[at], tour.node[at + 1]) -
          tables_.minutes(tour.node[at - 1], tour.node[at + 1]) + tables_.length[std::size_t(tour.node[at])];
      auto const value = tables_.spots[std::size_t(tour.spot[at])].value / std::max(1, saved);
      if (value < least) {
        least = value;
        worst = at;
      }
    }
    dropped.push_back(tour.node[worst]);
    remove(day, static_cast<int>(worst), static_cast<int>(worst) + 1);
  }
}

} // namespace attache::go
