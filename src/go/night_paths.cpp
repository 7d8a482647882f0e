#include "go/night_paths.h"

#include <algorithm>
#include <cmath>

namespace attache::go {
namespace {

constexpr double first_length = 0.7, shorter = 0.6; // of a step
constexpr double much = 0.02;                       // of what is missing: by how much a bound has to fall
constexpr int most_since = 4;                       // steps, before they become shorter
constexpr double sector_minutes = 30;               // count as one meeting

bool meets(ListedRoute const& listed, int candidate) {
  return std::ranges::binary_search(listed.candidates, candidate);
}

} // namespace

NightPaths::NightPaths(Instance const& instance, std::vector<ListedRoute> list)
    : instance_(instance), list_(std::move(list)), charge_(std::size_t(instance.candidates)) {
  for (auto const& listed : list_) {
    auto const begin = static_cast<int>(candidates_.size());
    candidates_.insert(candidates_.end(), listed.candidates.begin(), listed.candidates.end());
    compact_.push_back({.worth = listed.worth,
                        .begin = begin,
                        .end = static_cast<int>(candidates_.size()),
                        .before = listed.route.day * instance.cities + listed.route.from,
                        .after = (listed.route.day + 1) * instance.cities + listed.route.to});
  }
}

double NightPaths::best(std::vector<int> const& routes, Charges const& charges) {
  Multipliers const multipliers{.candidate = charges.candidate, .sector = charges.sector, .cap = charges.cap};
  constant_ = constant_of(instance_, multipliers);
  for (int candidate = 0; candidate < instance_.candidates; ++candidate)
    charge_[std::size_t(candidate)] = charge_of(instance_, multipliers, candidate);
  auto const nights = std::size_t((instance_.days + 1) * instance_.cities);
  net_.resize(routes.size());
  ahead_.assign(nights, never);
  behind_.assign(nights, never);
  last_.assign(nights, -1);
  ahead_[std::size_t(instance_.start_city)] = 0;
  for (std::size_t i = 0; i < routes.size(); ++i) {
    auto const& route = compact_[std::size_t(routes[i])];
    auto net = route.worth;
    for (auto at = route.begin; at < route.end; ++at)
      net -= charge_[std::size_t(candidates_[std::size_t(at)])];
    net_[i] = net;
    if (auto const there = ahead_[std::size_t(route.before)] + net; there > ahead_[std::size_t(route.after)]) {
      ahead_[std::size_t(route.after)] = there;
      last_[std::size_t(route.after)] = routes[i];
    }
  }
  std::fill(behind_.end() - instance_.cities, behind_.end(), 0.0);
  for (auto i = routes.size(); i-- > 0;) {
    auto const& route = compact_[std::size_t(routes[i])];
    auto& behind = behind_[std::size_t(route.before)];
    behind = std::max(behind, behind_[std::size_t(route.after)] + net_[i]);
  }
  find_path();
  return path_.empty() ? never : constant_ + behind_[std::size_t(instance_.start_city)];
}

void NightPaths::find_path() {
  path_.clear();
  auto const last_night = ahead_.end() - instance_.cities;
  auto at = std::ranges::max_element(last_night, ahead_.end()) - ahead_.begin();
  if (!(ahead_[std::size_t(at)] > never))
    return;
  for (int day = 0; day < instance_.days; ++day) {
    path_.push_back(last_[std::size_t(at)]);
    at = compact_[std::size_t(path_.back())].before;
  }
  std::ranges::reverse(path_);
}

double NightPaths::through(int route, std::size_t at) const {
  auto const& [worth, begin, end, before, after] = compact_[std::size_t(route)];
  return constant_ + ahead_[std::size_t(before)] + net_[at] + behind_[std::size_t(after)];
}

std::size_t NightPaths::count(std::vector<int> const& routes, double enough) const {
  std::size_t count = 0;
  for (std::size_t i = 0; i < routes.size(); ++i)
    count += through(routes[i], i) >= enough ? 1 : 0;
  return count;
}

void NightPaths::keep(std::vector<int>& routes, double enough) const {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < routes.size(); ++i)
    if (through(routes[i], i) >= enough)
      routes[kept++] = routes[i];
  routes.resize(kept);
}

std::vector<int> NightPaths::side(std::vector<int> const& routes, Side const& side) const {
  std::vector<int> kept;
  for (auto const number : routes) {
    auto const& listed = list_[std::size_t(number)];
    auto const& route = listed.route;
    auto const goes = side.by == Branch::By::night ? (route.day != side.day || route.to == side.what) &&
                                                         (route.day != side.day + 1 || route.from == side.what)
                                                   : meets(listed, side.what) == (route.day == side.day);
    if (goes)
      kept.push_back(number);
  }
  return kept;
}

NightPaths::Counts NightPaths::counts(std::vector<int> const& routes) const {
  auto const days = std::size_t(instance_.days);
  Counts counts{.day = std::vector<int>(days, 0),
                .night = {days, std::size_t(instance_.cities)},
                .meeting = {days, std::size_t(instance_.candidates)}};
  for (auto const number : routes) {
    auto const& [route, candidates, worth] = list_[std::size_t(number)];
    ++counts.day[std::size_t(route.day)];
    ++counts.night(route.day, route.to);
    for (auto const candidate : candidates)
      ++counts.meeting(route.day, candidate);
  }
  return counts;
}

Steps::Steps(Instance const& instance, Charges const& from) : instance_(instance), charges_(from) {
  auto const add = [&](double& charge, double most, double unit) {
    charge_.push_back(&charge);
    most_.push_back(most);
    unit_.push_back(unit);
  };
  for (auto& charge : charges_.candidate)
    add(charge, -never, 1);
  for (auto& charge : charges_.sector)
    add(charge, instance.sector_penalty, sector_minutes);
  for (std::size_t cap = 0; cap < charges_.cap.size(); ++cap)
    add(charges_.cap[cap], -never, std::max(1, instance.cap_limit[cap]));
  way_.assign(charge_.size(), 0);
}

void Steps::gradient(NightPaths const& paths) {
  over_.assign(charge_.size(), 1);
  auto* const sectors = over_.data() + instance_.candidates;
  auto* const caps = sectors + charges_.sector.size();
  for (std::size_t sector = 0; sector < charges_.sector.size(); ++sector)
    sectors[sector] = -instance_.sector_target[sector];
  for (std::size_t cap = 0; cap < charges_.cap.size(); ++cap)
    caps[cap] = instance_.cap_limit[cap];
  for (auto const route : paths.path())
    for (auto const candidate : paths.listed(route).candidates) {
      over_[std::size_t(candidate)] -= 1;
      if (auto const sector = instance_.sector[std::size_t(candidate)]; sector >= 0)
        sectors[sector] += instance_.length[std::size_t(candidate)];
      for (auto const& use : instance_.uses[std::size_t(candidate)])
        caps[use.cap] -= use.amount;
    }
  for (std::size_t i = 0; i < over_.size(); ++i) {
    auto const stuck = over_[i] > 0 ? *charge_[i] <= 0 : *charge_[i] >= most_[i];
    over_[i] = stuck ? 0 : over_[i] / unit_[i];
  }
}

// Against the last way no more than makes both agree.
void Steps::deflect() {
  double product = 0, square = 0;
  for (std::size_t i = 0; i < way_.size(); ++i) {
    product += over_[i] * way_[i];
    square += way_[i] * way_[i];
  }
  auto const share = product < 0 ? std::min(1.0, -1.5 * product / square) : 0;
  for (std::size_t i = 0; i < way_.size(); ++i)
    way_[i] = over_[i] + share * way_[i];
}

bool Steps::go(NightPaths const& paths, double bound, double aim) {
  auto const fell = lowest_ == -never || bound < lowest_ - much * (lowest_ - aim);
  since_ = fell ? 0 : since_ + 1;
  lowest_ = std::min(lowest_, bound);
  gradient(paths);
  deflect();
  double square = 0;
  for (auto const each : way_)
    square += each * each;
  if (square < 1e-12)
    return false;
  if (since_ >= most_since) {
    length_ *= shorter;
    since_ = 0;
  }
  auto const step = first_length * length_ * (bound - aim) / square;
  for (std::size_t i = 0; i < way_.size(); ++i)
    *charge_[i] = std::clamp(*charge_[i] - step * way_[i] / unit_[i], 0.0, most_[i]);
  return true;
}

} // namespace attache::go
