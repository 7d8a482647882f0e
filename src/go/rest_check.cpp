#include "go/rest_check.h"

#include <algorithm>
#include <cmath>

namespace attache::go {
namespace {

class RestCheck {
public:
  RestCheck(Instance const& instance, std::vector<CheckedRoute> const& routes, std::vector<Branch> const& rest,
            double bar, Meter& meter)
      : instance_(instance), routes_(routes), rest_(rest), bar_(bar), meter_(meter) {}

  std::string run() {
    std::vector<int> all;
    for (int route = 0; route < static_cast<int>(routes_.size()); ++route)
      all.push_back(route);
    check(0, std::move(all));
    return why_;
  }

private:
  using Numbers = std::vector<int>;

  [[nodiscard]] bool in_range(Charges const& charges) const {
    auto const within = [](std::vector<double> const& all, std::size_t count, double most) {
      return all.size() == count && std::ranges::all_of(all, [&](double x) { return x >= 0 && x <= most; });
    };
    constexpr double finite = 1e12;
    return within(charges.candidate, std::size_t(instance_.candidates), finite) &&
           within(charges.sector, instance_.sector_target.size(), instance_.sector_penalty) &&
           within(charges.cap, instance_.cap_limit.size(), finite);
  }

  // The routes of a part of the plans, split as the branch says.
  void check(int number, Numbers routes) {
    auto const& branch = rest_[std::size_t(number)];
    for (auto const& charges : branch.charges)
      take_out(routes, charges);
    if (routes.empty() || !why_.empty())
      return;
    auto const by_night = branch.by == Branch::By::night;
    auto const sides = by_night ? instance_.cities : instance_.days + 1;
    auto const most = by_night ? instance_.days : instance_.candidates;
    if (branch.by == Branch::By::nothing)
      why_ = "a part of the rest is left";
    else if (branch.what < 0 || branch.what >= most || static_cast<int>(branch.sides.size()) != sides)
      why_ = "a part of the rest is split into nothing";
    for (int side = 0; side < sides && why_.empty(); ++side)
      check_side(number, branch.sides[std::size_t(side)], those_of(routes, branch, side));
  }

  void check_side(int above, int number, Numbers routes) {
    if (number >= 0 && (number <= above || number >= static_cast<int>(rest_.size())))
      why_ = "a part of the rest leads nowhere";
    else if (number >= 0)
      check(number, std::move(routes));
    else if (!rest_[std::size_t(above)].charges.empty()) {
      take_out(routes, rest_[std::size_t(above)].charges.back());
      if (!routes.empty() && why_.empty())
        why_ = "a part of the rest is left out";
    } else {
      why_ = "a part of the rest has no multipliers";
    }
  }

  // Every plan is on one side: it sleeps in one city, and meets the candidate on one day or never.
  [[nodiscard]] Numbers those_of(Numbers const& routes, Branch const& branch, int side) const {
    Numbers those;
    for (auto const number : routes) {
      auto const& route = routes_[std::size_t(number)];
      bool const elsewhere =
          branch.by == Branch::By::night
              ? (route.day == branch.what && route.to != side) || (route.day == branch.what + 1 && route.from != side)
              : std::ranges::binary_search(route.candidates, branch.what) != (route.day == side);
      if (!elsewhere)
        those.push_back(number);
    }
    return those;
  }

  // Of the routes, those that are on a plan that may still be worth the bar at these charges, by the best ways to the
  // night before them and from the night after them.
  void take_out(Numbers& routes, Charges const& charges) {
    if (!in_range(charges)) {
      why_ = "a multiplier of the rest is out of range";
      return;
    }
    if (meter_.spend(1 + static_cast<std::int64_t>(routes.size()) / 50)) {
      why_ = "out of effort";
      return;
    }
    std::vector<double> price;
    for (int who = 0; who < instance_.candidates; ++who)
      price.push_back(price_of(charges, who));
    std::vector<double> worth;
    Table<double> before(std::size_t(instance_.days) + 1, std::size_t(instance_.cities), never), after = before;
    before(0, instance_.start_city) = 0;
    for (auto const number : routes) {
      auto const& route = routes_[std::size_t(number)];
      worth.push_back(route.worth);
      for (auto const who : route.candidates)
        worth.back() -= price[std::size_t(who)];
      auto& there = before(route.day + 1, route.to);
      there = std::max(there, before(route.day, route.from) + worth.back());
    }
    for (int city = 0; city < instance_.cities; ++city)
      after(instance_.days, city) = 0;
    for (auto i = routes.size(); i-- > 0;) {
      auto const& route = routes_[std::size_t(routes[i])];
      auto& here = after(route.day, route.from);
      here = std::max(here, worth[i] + after(route.day + 1, route.to));
    }
    auto const paid_back = constant(charges);
    std::size_t left = 0;
    for (std::size_t i = 0; i < routes.size(); ++i) {
      auto const& route = routes_[std::size_t(routes[i])];
      if (paid_back + before(route.day, route.from) + worth[i] + after(route.day + 1, route.to) >= bar_)
        routes[left++] = routes[i];
    }
    routes.resize(left);
  }

  [[nodiscard]] double price_of(Charges const& charges, int who) const {
    auto price = charges.candidate[std::size_t(who)];
    for (auto const& [cap, amount] : instance_.uses[std::size_t(who)])
      price += charges.cap[std::size_t(cap)] * amount;
    if (auto const sector = instance_.sector[std::size_t(who)]; sector >= 0)
      price -= charges.sector[std::size_t(sector)] * instance_.length[std::size_t(who)];
    return price;
  }

  [[nodiscard]] double constant(Charges const& charges) const {
    double sum = 0;
    for (auto const each : charges.candidate)
      sum += each;
    for (std::size_t cap = 0; cap < charges.cap.size(); ++cap)
      sum += charges.cap[cap] * instance_.cap_limit[cap];
    for (std::size_t sector = 0; sector < charges.sector.size(); ++sector)
      sum -= charges.sector[sector] * instance_.sector_target[sector];
    return sum;
  }

  Instance const& instance_;
  std::vector<CheckedRoute> const& routes_;
  std::vector<Branch> const& rest_;
  double bar_;
  Meter& meter_;
  std::string why_;
};

} // namespace

std::string check_rest(Instance const& instance, std::vector<CheckedRoute> const& routes,
                       std::vector<Branch> const& rest, double bar, Meter& meter) {
  return RestCheck{instance, routes, rest, bar, meter}.run();
}

} // namespace attache::go
