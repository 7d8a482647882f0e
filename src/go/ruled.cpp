#include "go/ruled.h"

#include "go/appointments.h"
#include "go/check.h"
#include "go/prepare.h"

#include <algorithm>
#include <optional>

namespace attache::go {
namespace {

constexpr std::int64_t first_work = 5'000'000; // about a second

// What breaks a rule, and the moment at which it shows.
struct Clash {
  enum class Kind : std::uint8_t { rivals, order, rest };
  Kind kind = Kind::rivals;
  int first = -1, second = -1; // who is met; of an order: the first should have been before; of a rest: last and first
  int day = 0;                 // of a rest: the day before it
  int time = 0;                // by the reference clock; of an order: when the second begins; of a rest: see below
};

std::vector<std::optional<Visit>> visits_of(Trip const& trip, Plan const& plan) {
  std::vector<std::optional<Visit>> visits(trip.candidates.size());
  for (auto const& day : plan.days)
    for (auto const& visit : day.visits)
      visits[std::size_t(visit.candidate)] = visit;
  return visits;
}

std::optional<Clash> find_clash(Trip const& trip, Plan const& plan) {
  auto const visits = visits_of(trip, plan);
  for (auto const& rivals : trip.rivals)
    for (std::size_t a = 0; a < rivals.size(); ++a)
      for (std::size_t b = a + 1; b < rivals.size(); ++b) {
        auto const &one = visits[std::size_t(rivals[a])], &other = visits[std::size_t(rivals[b])];
        if (one && other && one->day == other->day)
          return Clash{Clash::Kind::rivals, rivals[a], rivals[b], one->day, 0};
      }
  auto const clock = [&](Visit const& visit, Minutes local) {
    return to_reference(trip, visit.day, trip.candidates[std::size_t(visit.candidate)].city, local);
  };
  for (auto const& [first, second] : trip.orders) {
    auto const &one = visits[std::size_t(first)], &other = visits[std::size_t(second)];
    if (one && other &&
        (one->day > other->day || (one->day == other->day && clock(*one, one->end) > clock(*other, other->start))))
      return Clash{Clash::Kind::order, first, second, other->day, clock(*other, other->start)};
  }
  return std::nullopt;
}

constexpr int whole_day = 24 * 60;

// When a day leaves its hotel and comes home, by the reference clock. Without meetings it leaves as early as may be.
struct Outing {
  int leaves = 0, home = 0;
};

Outing outing_of(Instance const& instance, DayRoute const& route, int rested) {
  auto now = instance.opens(route.day, route.from);
  if (route.options.empty()) {
    auto const last = instance.leave_for_night(route.day, route.from, route.to, instance.closes(route.day, route.to));
    auto const leaves = std::min(std::max(now, rested), last);
    return {leaves, instance.at_night(route.day, route.from, route.to, leaves)};
  }
  Outing outing;
  int before = -1;
  for (auto const index : route.options) {
    auto const& option = instance.options[std::size_t(route.day)][std::size_t(index)];
    auto const next = option.candidate;
    auto const there = before < 0 ? instance.at_first(route.day, route.from, next, now)
                                  : instance.at_meeting(route.day, before, next, now);
    auto const start = std::max(there, option.from);
    outing.leaves = before < 0 ? instance.leave_for_first(route.day, route.from, next, start) : outing.leaves;
    now = start + instance.length[std::size_t(next)];
    before = next;
  }
  outing.home = instance.at_hotel(route.day, before, route.to, now);
  return outing;
}

// A night that is too short. `time` halves what is missing: plans that come home later than that have to leave later
// the next day than this one does, and this one does come home later.
std::optional<Clash> find_short_night(Trip const& trip, Instance const& instance, Routes const& routes) {
  auto const rest = static_cast<int>(trip.rest.count());
  auto rested = -whole_day;
  std::vector<int> met_before;
  for (int day = 0; day < trip.days && rest > 0; ++day) {
    auto const& route = routes[std::size_t(day)];
    auto const [leaves, home] = outing_of(instance, route, rested);
    auto const met = candidates_of(instance, route);
    if (leaves < rested)
      return Clash{Clash::Kind::rest, met_before.empty() ? -1 : met_before.back(), met.empty() ? -1 : met.front(),
                   day - 1, rested - rest + whole_day - (rested - leaves + 1) / 2};
    rested = home + rest - whole_day;
    met_before = met;
  }
  return std::nullopt;
}

std::optional<Clash> find_clash(Trip const& trip, Instance const& instance, Routes const& routes) {
  if (auto clash = find_clash(trip, make_plan(trip, instance, routes)))
    return clash;
  return find_short_night(trip, instance, routes);
}

// Home by then.
void home_before(Instance& instance, Clash const& clash) {
  for (int city = 0; city < instance.cities; ++city)
    instance.closes(clash.day, city) = std::min(instance.closes(clash.day, city), clash.time);
}

// Else home later, and so off later the next day.
void rested_after(Instance& instance, Clash const& clash, int rest) {
  for (int city = 0; city < instance.cities; ++city)
    instance.opens(clash.day + 1, city) =
        std::max(instance.opens(clash.day + 1, city), clash.time + 1 + rest - whole_day);
}

// The same trip with hours so short that every night is long enough: home early, or, where `start` comes home late, off
// late. Not all plans that keep the rule, but good ones.
Instance with_long_nights(Trip const& trip, Instance instance, Routes const& start) {
  auto const rest = static_cast<int>(trip.rest.count());
  for (int day = 0; day + 1 < instance.days; ++day) {
    auto const& route = start[std::size_t(day)];
    auto opens = instance.opens(day + 1, 0);
    for (int city = 1; city < instance.cities; ++city)
      opens = std::min(opens, instance.opens(day + 1, city));
    Clash const night{.kind = Clash::Kind::rest, .day = day, .time = opens + whole_day - rest};
    if (auto const home = outing_of(instance, route, instance.opens(day, route.from)).home; home <= night.time)
      home_before(instance, night);
    else
      rested_after(instance, {.kind = Clash::Kind::rest, .day = day, .time = home - 1}, rest);
  }
  return instance;
}

void forbid(Option& option) { option.to = option.from - 1; }

void forbid_on(Instance& instance, int day, int candidate) {
  for (auto& option : instance.options[std::size_t(day)])
    if (option.candidate == candidate)
      forbid(option);
}

// The first starts before the second did: on an earlier day, or earlier that day.
void start_before(Instance& instance, Clash const& clash) {
  for (int day = clash.day; day < instance.days; ++day)
    for (auto& option : instance.options[std::size_t(day)])
      if (option.candidate == clash.first) {
        if (day > clash.day)
          forbid(option);
        else
          option.to = std::min(option.to, clash.time - 1 + instance.length[std::size_t(clash.first)]);
      }
}

// Else the second has to wait until the first can be over.
void start_after(Instance& instance, Clash const& clash) {
  for (int day = 0; day <= clash.day; ++day)
    for (auto& option : instance.options[std::size_t(day)])
      if (option.candidate == clash.second) {
        if (day < clash.day)
          forbid(option);
        else
          option.from = std::max(option.from, clash.time + instance.length[std::size_t(clash.first)]);
      }
}

// The route without the meetings that its instance does not allow at that time; nothing if the day cannot be done.
std::optional<DayRoute> possible_part(Instance const& instance, DayRoute route) {
  auto const& options = instance.options[std::size_t(route.day)];
  for (;;) {
    auto now = instance.opens(route.day, route.from);
    int before = -1;
    std::vector<int> held;
    for (auto const index : route.options) {
      auto const& option = options[std::size_t(index)];
      auto const there = before < 0 ? instance.at_first(route.day, route.from, option.candidate, now)
                                    : instance.at_meeting(route.day, before, option.candidate, now);
      auto const end = std::max(there, option.from) + instance.length[std::size_t(option.candidate)];
      if (end > option.to)
        continue;
      held.push_back(index);
      now = end;
      before = option.candidate;
    }
    route.options = std::move(held);
    auto const home = before < 0 ? instance.at_night(route.day, route.from, route.to, now)
                                 : instance.at_hotel(route.day, before, route.to, now);
    if (home <= instance.closes(route.day, route.to))
      return route;
    if (route.options.empty())
      return std::nullopt;
    route.options.pop_back();
  }
}

struct Node {
  Instance instance;
  Solution solution;
  std::optional<Clash> clash;
};

class Branching {
public:
  Branching(Trip const& trip, Effort const& effort, double shift, Progress const& progress)
      : trip_(trip), effort_(effort), shift_(shift), progress_(progress) {}

  Result<Ruled> run(Instance const& instance, Routes const& start) {
    offer(instance, start);
    open(instance, trip_.rest.count() > 0 ? rested(instance, start) : start);
    while (!nodes_.empty()) {
      auto const best = std::ranges::max_element(nodes_, {}, [](Node const& node) { return node.solution.bound; });
      bound_ = best->solution.bound;
      tell();
      if ((best_ && settled(instance, bound_, worth())) || !best->clash || (effort_.stop && effort_.stop()))
        break;
      auto const node = std::move(*best);
      nodes_.erase(best);
      branch(node);
    }
    if (!best_)
      return fail(Fault::infeasible, nodes_.empty()
                                         ? "the fixed appointments break the rules on rivals, orders and rest"
                                         : "no plan that keeps the rules on rivals, orders and rest was found in time");
    return finish();
  }

private:
  [[nodiscard]] double worth() const { return best_ ? best_->solution.worth : never; }

  // Offers a plan with long nights like this one, which may have short ones, and returns it; else this one.
  Routes rested(Instance const& instance, Routes const& start) {
    auto const safe = with_long_nights(trip_, instance, start);
    auto const first = start_of(safe, start);
    if (first.empty())
      return start;
    auto effort = effort_;
    effort.work = effort.work > 0 ? std::min(effort.work, first_work) : first_work;
    auto const found = solve(safe, first, effort, shift_, {});
    offer(safe, found.routes);
    return found.routes;
  }

  void branch(Node const& node) {
    auto one = node.instance, other = node.instance;
    switch (node.clash->kind) {
    case Clash::Kind::order:
      start_before(one, *node.clash);
      start_after(other, *node.clash);
      break;
    case Clash::Kind::rivals:
      forbid_on(one, node.clash->day, node.clash->first);
      forbid_on(other, node.clash->day, node.clash->second);
      break;
    case Clash::Kind::rest:
      home_before(one, *node.clash);
      rested_after(other, *node.clash, static_cast<int>(trip_.rest.count()));
      break;
    }
    for (auto* instance : {&one, &other})
      open(*instance, node.solution.routes, node.solution.bound);
  }

  // Solves a part of all plans and puts it among the open ones, if it holds a plan at all.
  void open(Instance const& instance, Routes const& before, double bound = -never) {
    auto const start = start_of(instance, before);
    if (start.empty())
      return;
    Node node{.instance = instance};
    node.solution = solve(instance, start, effort_, shift_, {});
    node.solution.bound = std::min(node.solution.bound, bound);
    node.clash = find_clash(trip_, instance, node.solution.routes);
    offer(instance, node.solution.routes, &node.solution);
    if (node.clash && node.clash->kind == Clash::Kind::rest)
      rested(instance, node.solution.routes);
    nodes_.push_back(std::move(node));
  }

  [[nodiscard]] Routes start_of(Instance const& instance, Routes const& before) const {
    Routes start;
    for (auto const& route : before)
      if (auto part = possible_part(instance, route))
        start.push_back(std::move(*part));
    if (start.size() == before.size() && keeps_the_rest(instance, start))
      return start;
    auto kept = keep_appointments(trip_, instance, fixed_appointments(trip_));
    return kept ? *std::move(kept) : Routes{};
  }

  // Every rule but those between meetings.
  [[nodiscard]] bool keeps_the_rest(Instance const& instance, Routes const& routes) const {
    auto plain = trip_;
    plain.rivals.clear();
    plain.orders.clear();
    plain.rest = Minutes{0};
    return broken_rules(plain, make_plan(trip_, instance, routes)).empty();
  }

  // A plan that breaks a rule is one to look at without the meeting worth less.
  void offer(Instance const& instance, Routes routes, Solution const* solution = nullptr) {
    auto dropped = false;
    while (auto const clash = find_clash(trip_, instance, routes)) {
      if (!drop_cheaper(instance, routes, *clash))
        return;
      dropped = true;
    }
    auto const value = go::worth(instance, routes);
    if (value <= worth() + 1e-9 || !broken_rules(trip_, make_plan(trip_, instance, routes)).empty())
      return;
    best_ = Ruled{.solution = solution != nullptr && !dropped ? *solution : Solution{}, .instance = instance};
    best_->solution.routes = std::move(routes);
    best_->solution.worth = value;
    tell();
  }

  // False if it is nobody's meeting that breaks the rule.
  static bool drop_cheaper(Instance const& instance, Routes& routes, Clash const& clash) {
    auto cheapest = std::pair{-never, std::pair<DayRoute*, std::size_t>{nullptr, 0}};
    for (auto& route : routes)
      for (std::size_t i = 0; i < route.options.size(); ++i) {
        auto const& option = instance.options[std::size_t(route.day)][std::size_t(route.options[i])];
        if ((option.candidate == clash.first || option.candidate == clash.second) && option.value < cheapest.first)
          cheapest = {option.value, {&route, i}};
      }
    auto& [route, place] = cheapest.second;
    if (route == nullptr)
      return false;
    route->options.erase(route->options.begin() + static_cast<std::ptrdiff_t>(place));
    return true;
  }

  void tell() const {
    if (progress_ && best_)
      progress_({worth() - shift_, std::max(bound_, worth()) - shift_, "branching on rules"});
  }

  Ruled finish() {
    auto highest = worth();
    for (auto const& node : nodes_)
      highest = std::max(highest, node.solution.bound);
    auto const parts = nodes_.size();
    best_->solution.bound = highest;
    best_->solution.proven = settled(best_->instance, highest, worth());
    if (best_->solution.bound_by.empty() || parts > 1)
      best_->solution.bound_by = "branching on rivals, orders and rest; each part by branch and bound over day routes";
    return *std::move(best_);
  }

  Trip const& trip_;
  Effort const& effort_;
  double shift_;
  Progress const& progress_;
  std::vector<Node> nodes_;
  std::optional<Ruled> best_;
  double bound_ = -never;
};

} // namespace

Result<Ruled> solve_ruled(Trip const& trip, Instance const& instance, Routes const& start, Effort const& effort,
                          double shift, Progress const& progress) {
  if (trip.rivals.empty() && trip.orders.empty() && trip.rest.count() == 0)
    return Ruled{.solution = solve(instance, start, effort, shift, progress), .instance = instance};
  return Branching{trip, effort, shift, progress}.run(instance, start);
}

} // namespace attache::go
