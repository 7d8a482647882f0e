#include "go/ruled.h"

#include "go/appointments.h"
#include "go/check.h"
#include "go/prepare.h"

#include <algorithm>
#include <optional>

namespace attache::go {
namespace {

constexpr double close_enough = 2e-6;

// Two meetings that break a rule, and the moment at which it shows.
struct Clash {
  int first = 0, second = 0; // of an order: the first should have been before
  int day = 0;
  std::optional<int> start; // of an order: of the second, by the reference clock; of rivals nothing
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
          return Clash{rivals[a], rivals[b], one->day, std::nullopt};
      }
  auto const clock = [&](Visit const& visit, Minutes local) {
    return to_reference(trip, visit.day, trip.candidates[std::size_t(visit.candidate)].city, local);
  };
  for (auto const& [first, second] : trip.orders) {
    auto const &one = visits[std::size_t(first)], &other = visits[std::size_t(second)];
    if (one && other &&
        (one->day > other->day || (one->day == other->day && clock(*one, one->end) > clock(*other, other->start))))
      return Clash{first, second, other->day, clock(*other, other->start)};
  }
  return std::nullopt;
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
          option.to = std::min(option.to, *clash.start - 1 + instance.length[std::size_t(clash.first)]);
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
          option.from = std::max(option.from, *clash.start + instance.length[std::size_t(clash.first)]);
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
      auto const way =
          before < 0 ? instance.hotel(option.candidate, route.from) : instance.meet(before, option.candidate);
      auto const end = std::max(now + way, option.from) + instance.length[std::size_t(option.candidate)];
      if (end > option.to)
        continue;
      held.push_back(index);
      now = end;
      before = option.candidate;
    }
    route.options = std::move(held);
    auto const home = before < 0 ? instance.inter(route.from, route.to) : instance.hotel(before, route.to);
    if (now + home <= instance.closes(route.day, route.to))
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
    open(instance, start);
    while (!nodes_.empty()) {
      auto const best = std::ranges::max_element(nodes_, {}, [](Node const& node) { return node.solution.bound; });
      bound_ = best->solution.bound;
      tell();
      if (bound_ <= worth() + close_enough || !best->clash || (effort_.stop && effort_.stop()))
        break;
      auto const node = std::move(*best);
      nodes_.erase(best);
      branch(node);
    }
    if (!best_)
      return fail(Fault::infeasible, nodes_.empty()
                                         ? "the fixed appointments break the rules on rivals and orders"
                                         : "no plan that keeps the rules on rivals and orders was found in time");
    return finish();
  }

private:
  [[nodiscard]] double worth() const { return best_ ? best_->solution.worth : never; }

  void branch(Node const& node) {
    auto one = node.instance, other = node.instance;
    if (node.clash->start) {
      start_before(one, *node.clash);
      start_after(other, *node.clash);
    } else {
      forbid_on(one, node.clash->day, node.clash->first);
      forbid_on(other, node.clash->day, node.clash->second);
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
    node.clash = find_clash(trip_, make_plan(trip_, instance, node.solution.routes));
    offer(instance, node.solution.routes, &node.solution);
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
    return broken_rules(plain, make_plan(trip_, instance, routes)).empty();
  }

  // A plan that breaks a rule is one to look at without the meeting worth less.
  void offer(Instance const& instance, Routes routes, Solution const* solution = nullptr) {
    auto dropped = false;
    while (auto const clash = find_clash(trip_, make_plan(trip_, instance, routes))) {
      drop_cheaper(instance, routes, *clash);
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

  static void drop_cheaper(Instance const& instance, Routes& routes, Clash const& clash) {
    auto cheapest = std::pair{-never, std::pair<DayRoute*, std::size_t>{nullptr, 0}};
    for (auto& route : routes)
      for (std::size_t i = 0; i < route.options.size(); ++i) {
        auto const& option = instance.options[std::size_t(route.day)][std::size_t(route.options[i])];
        if ((option.candidate == clash.first || option.candidate == clash.second) && option.value < cheapest.first)
          cheapest = {option.value, {&route, i}};
      }
    auto& [route, place] = cheapest.second;
    route->options.erase(route->options.begin() + static_cast<std::ptrdiff_t>(place));
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
    best_->solution.proven = highest - worth() <= close_enough;
    if (best_->solution.bound_by.empty() || parts > 1)
      best_->solution.bound_by = "branching on rivals and orders; each part by branch and bound over day routes";
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
  if (trip.rivals.empty() && trip.orders.empty())
    return Ruled{.solution = solve(instance, start, effort, shift, progress), .instance = instance};
  return Branching{trip, effort, shift, progress}.run(instance, start);
}

} // namespace attache::go
