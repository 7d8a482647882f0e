#include "go/replan.h"

#include "go/again.h"
#include "go/appointments.h"
#include "go/check.h"
#include "go/explain.h"
#include "go/few_moves.h"
#include "go/ruled.h"
#include "go/words.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <optional>

namespace attache::go {
namespace {

Result<int> find_candidate(Trip const& trip, std::string const& id) {
  auto const found = std::ranges::find(trip.candidates, id, &Candidate::id);
  if (found == trip.candidates.end())
    return fail(Fault::not_found, fmt::format("the trip has no candidate {}", id));
  return static_cast<int>(found - trip.candidates.begin());
}

// The trip as it is now: cancelled candidates have no window any more.
Result<Trip> changed_trip(Trip trip, Changes const& changes) {
  for (auto const& [id, windows] : changes.windows)
    trip.candidates[std::size_t(TRY(find_candidate(trip, id)))].windows = windows;
  for (auto const& id : changes.cancelled) {
    auto& candidate = trip.candidates[std::size_t(TRY(find_candidate(trip, id)))];
    candidate.windows.clear();
    candidate.fixed = false;
  }
  return trip;
}

// It need not keep the rules any more, but it must speak of this trip.
Result<void> require_plan_for(Trip const& trip, Plan const& before) {
  if (before.days.size() != static_cast<std::size_t>(trip.days))
    return fail(Fault::input, "the plan before is none of this trip");
  return require_names_of(trip, before);
}

class Replanner {
public:
  Replanner(Trip const& trip, Plan const& before) : trip_(trip), before_(before), old_(trip.candidates.size()) {
    for (auto const& day : before.days)
      for (auto const& visit : day.visits)
        old_[std::size_t(visit.candidate)] = visit;
  }

  Result<Plan> run(Changes const& changes, Effort const& effort, Progress const& progress) {
    TRY(sort_out(changes));
    make_wishes(0);
    wishes_.whole = make_instance(trip_, wishes_).grain;
    make_wishes(smallest_worth());
    auto const instance = make_instance(trip_, wishes_);
    auto const kept = TRY(keep_appointments(trip_, instance, fixed_));
    auto const start = routes_of(trip_, instance, before_);
    auto const better = !start.empty() && worth(instance, start) > worth(instance, kept) ? start : kept;
    auto const ruled = TRY(solve_ruled(trip_, instance, better, effort, shift_, progress));
    auto const& solution = ruled.solution;
    auto plan = TRY(finished_plan(trip_, ruled.instance, solution, shift_ - missing(ruled.instance, solution.routes)));
    if (plan.proven)
      plan.bound = plan.value; // the wishes come before the value, and what is left of them below one grain
    if (changes.moves > 0 && !confirmed_.empty())
      plan = TRY(move_some(plan, changes.moves, effort, progress));
    say_changes(plan);
    return plan;
  }

private:
  // `plan` keeps as many confirmed meetings as can be: so many more may go.
  Result<Plan> move_some(Plan const& plan, int moves, Effort const& effort, Progress const& progress) const {
    MoveBudget budget{.moves = moves};
    for (auto const index : confirmed_) {
      auto const& visit = *old_[std::size_t(index)];
      auto const& visits = plan.days[std::size_t(visit.day)].visits;
      budget.visits.push_back(visit);
      budget.moves += std::ranges::find(visits, visit) == visits.end() ? 1 : 0;
    }
    auto moved = TRY(plan_with_few_moves(trip_, plan, budget, effort, progress));
    explain(trip_, moved);
    if (!plan.proven) { // perhaps more could have stayed
      moved.proven = false;
      moved.bound_by += ", if no more confirmed meetings can stay";
    }
    return moved;
  }

  Result<void> sort_out(Changes const& changes) {
    std::vector<char> free(trip_.candidates.size(), 0);
    for (auto const& id : changes.movable)
      free[std::size_t(TRY(find_candidate(trip_, id)))] = 1;
    for (auto const& id : changes.cancelled)
      cancelled_.push_back(TRY(find_candidate(trip_, id)));
    fixed_ = fixed_appointments(trip_);
    for (int index = 0; index < static_cast<int>(old_.size()); ++index)
      if (old_[std::size_t(index)] && !trip_.candidates[std::size_t(index)].fixed &&
          std::ranges::find(cancelled_, index) == cancelled_.end())
        (free[std::size_t(index)] != 0 ? movable_ : confirmed_).push_back(index);
    return {};
  }

  // Fixed before confirmed before value before small change: each outweighs all that comes after it.
  void make_wishes(double small) {
    auto const value = more_than_any_plan(trip_);
    confirmed_worth_ = value;
    auto const fixed_worth = value * static_cast<double>(confirmed_.size() + 1);
    shift_ = fixed_worth * static_cast<double>(fixed_.size()) + value * static_cast<double>(confirmed_.size());
    wishes_.candidate.assign(trip_.candidates.size(), 0);
    for (auto const index : fixed_)
      wishes_.candidate[std::size_t(index)] = fixed_worth;
    wishes_.slots.clear();
    for (auto const index : confirmed_)
      wish_slot(index, value + small);
    for (auto const index : movable_)
      if (small > 0)
        wish_slot(index, small);
    for (int day = 0; day + 1 < trip_.days && small > 0; ++day)
      wishes_.nights.push_back({day, before_.days[std::size_t(day)].to, small});
  }

  [[nodiscard]] double smallest_worth() const {
    return least_worth(wishes_.whole, confirmed_.size() + movable_.size() + std::size_t(trip_.days) + 1);
  }

  void wish_slot(int index, double worth) {
    auto const& visit = *old_[std::size_t(index)];
    wishes_.slots.push_back({.candidate = index, .day = visit.day, .start = visit.start, .worth = worth});
  }

  // What the solution lacks of `shift_`: the worth of confirmed meetings that could not stay.
  [[nodiscard]] double missing(Instance const& instance, Routes const& routes) const {
    auto const plan = make_plan(trip_, instance, routes);
    auto count = static_cast<double>(confirmed_.size());
    for (auto const& day : plan.days)
      for (auto const& visit : day.visits)
        if (std::ranges::find(confirmed_, visit.candidate) != confirmed_.end() &&
            *old_[std::size_t(visit.candidate)] == visit)
          --count;
    return count * confirmed_worth_;
  }

  void say_changes(Plan& plan) const {
    std::vector<std::optional<Visit>> now(trip_.candidates.size());
    for (auto const& day : plan.days)
      for (auto const& visit : day.visits)
        now[std::size_t(visit.candidate)] = visit;
    for (int index = 0; index < static_cast<int>(now.size()); ++index)
      if (auto text = change_of(index, now[std::size_t(index)]); !text.empty())
        plan.changes.push_back(std::move(text));
    for (int day = 0; day < trip_.days; ++day) {
      auto const was = before_.days[std::size_t(day)].to;
      auto const is = plan.days[std::size_t(day)].to;
      if (was != is)
        plan.changes.push_back(fmt::format("the night of {} is in {} instead of {}", day_name(trip_, day),
                                           trip_.cities[std::size_t(is)].name, trip_.cities[std::size_t(was)].name));
    }
  }

  [[nodiscard]] std::string change_of(int index, std::optional<Visit> const& now) const {
    auto const& was = old_[std::size_t(index)];
    auto const& name = called(trip_.candidates[std::size_t(index)]);
    auto const at = [&](Visit const& v) { return fmt::format("{}, {}", day_name(trip_, v.day), clock_time(v.start)); };
    if (was == now)
      return {};
    if (!was)
      return fmt::format("{} is new: {}", name, at(*now));
    if (now)
      return fmt::format("{} moves from {} to {}", name, at(*was), at(*now));
    if (std::ranges::find(cancelled_, index) != cancelled_.end())
      return fmt::format("{} is cancelled ({})", name, at(*was));
    return fmt::format("{} is dropped ({})", name, at(*was));
  }

  Trip const& trip_;
  Plan const& before_;
  std::vector<std::optional<Visit>> old_; // per candidate
  std::vector<int> cancelled_, fixed_, confirmed_, movable_;
  Wishes wishes_;
  double confirmed_worth_ = 0, shift_ = 0;
};

} // namespace

Result<Plan> replan(Trip const& trip, Plan const& before, Changes const& changes, Effort const& effort,
                    Progress const& progress) {
  TRY(require_ready(trip));
  TRY(require_plan_for(trip, before));
  auto const now = TRY(changed_trip(trip, changes));
  TRY(require_ready(now));
  return Replanner{now, before}.run(changes, effort, progress);
}

} // namespace attache::go
