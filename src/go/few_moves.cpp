#include "go/few_moves.h"

#include "go/again.h"
#include "go/appointments.h"
#include "go/check.h"
#include "go/ruled.h"

#include <algorithm>
#include <cmath>

namespace attache::go {
namespace {

constexpr double close_enough = 2e-6;

// What has been decided about each visit.
enum class Fate : std::uint8_t { open, stays, released };

struct Answer {
  Plan plan;
  double bound = 0; // no plan that obeys is worth more, as far as this node goes
  int moved = 0;    // of all visits
};

class FewMoves {
public:
  FewMoves(Trip const& trip, Plan const& start, MoveBudget const& budget, Effort const& effort,
           Progress const& progress)
      : trip_(trip), budget_(budget), effort_(effort), progress_(progress), best_(start),
        fixed_(fixed_appointments(trip)), more_(more_than_any_plan(trip)), grain_(make_instance(trip).grain) {}

  Result<Plan> run() {
    best_.value = TRY(value_of(trip_, best_));
    std::vector<Fate> const fates(budget_.visits.size(), Fate::open);
    auto const free = TRY(ask(fates, 0));
    take(free);
    auto price = 0.0;
    auto answer = free;
    if (free.moved > budget_.moves && !settled(free.bound))
      std::tie(price, answer) = TRY(find_price(fates, free));
    best_.bound = std::max(best_.value, TRY(branch(fates, price, answer)));
    best_.proven = best_.bound - best_.value <= close_enough;
    best_.bound_by = "prices and branching on the meetings that stay; each bound checked";
    return std::move(best_);
  }

private:
  [[nodiscard]] bool stopped() const { return effort_.stop && effort_.stop(); }
  [[nodiscard]] bool settled(double bound) const { return bound - best_.value <= close_enough; }

  [[nodiscard]] Wishes wishes(std::vector<Fate> const& fates, double price) const {
    Wishes wishes{.candidate = std::vector<double>(trip_.candidates.size(), 0)};
    auto const stays = more_;
    for (auto const index : fixed_)
      wishes.candidate[std::size_t(index)] = stays * static_cast<double>(fates.size() + 1);
    for (std::size_t i = 0; i < fates.size(); ++i) {
      auto const& visit = budget_.visits[i];
      auto const worth = fates[i] == Fate::stays ? stays : fates[i] == Fate::open ? price : 0;
      if (worth > 0)
        wishes.slots.push_back({.candidate = visit.candidate, .day = visit.day, .start = visit.start, .worth = worth});
    }
    return wishes;
  }

  // The best plan where each open visit that stays earns `price`. What earns more than it must, the bound gives back.
  Result<Answer> ask(std::vector<Fate> const& fates, double price) {
    auto const instance = make_instance(trip_, wishes(fates, price));
    auto start = routes_of(trip_, instance, best_);
    if (start.empty())
      start = TRY(keep_appointments(trip_, instance, fixed_));
    auto const open = std::ranges::count(fates, Fate::open);
    auto const stays = std::ranges::count(fates, Fate::stays);
    auto const left = budget_.moves - std::ranges::count(fates, Fate::released);
    auto const shift = more_ * static_cast<double>(fates.size() + 1) * static_cast<double>(fixed_.size()) +
                       more_ * static_cast<double>(stays) +
                       price * static_cast<double>(std::max<std::ptrdiff_t>(0, open - left));
    auto const ruled = TRY(solve_ruled(trip_, instance, start, effort_, shift, {}));
    Answer answer{.plan = make_plan(trip_, ruled.instance, ruled.solution.routes),
                  .bound = ruled.solution.bound - shift};
    answer.plan.value = TRY(value_of(trip_, answer.plan));
    answer.moved = moved(answer.plan);
    return answer;
  }

  [[nodiscard]] bool stays(Plan const& plan, Visit const& visit) const {
    auto const& visits = plan.days[std::size_t(visit.day)].visits;
    return std::ranges::find(visits, visit) != visits.end();
  }

  [[nodiscard]] int moved(Plan const& plan) const {
    return static_cast<int>(
        std::ranges::count_if(budget_.visits, [&](Visit const& visit) { return !stays(plan, visit); }));
  }

  void take(Answer const& answer) {
    if (answer.moved > budget_.moves || answer.plan.value <= best_.value + 1e-9)
      return;
    best_ = answer.plan;
    if (progress_)
      progress_({best_.value, answer.bound, "moving"});
  }

  // The price at which a plan that obeys and one that does not are worth the same, and no plan lies above both.
  Result<std::pair<double, Answer>> find_price(std::vector<Fate> const& fates, Answer const& free) {
    auto over = free;                                                        // moves too many
    Answer under{.plan = best_, .bound = free.bound, .moved = moved(best_)}; // obeys
    auto tightest = std::pair{0.0, free};
    while (!stopped()) {
      auto const price = rounded((over.plan.value - under.plan.value) / (over.moved - under.moved));
      auto const answer = TRY(ask(fates, price));
      if (answer.bound < tightest.second.bound)
        tightest = {price, answer};
      take(answer);
      auto const charged = [&](Answer const& one) { return one.plan.value - price * one.moved; };
      if (settled(tightest.second.bound) || charged(answer) <= std::max(charged(over), charged(under)) + 1e-9)
        break;
      (answer.moved > budget_.moves ? over : under) = answer;
    }
    return tightest;
  }

  // Whole grains keep bounds sharp; any price gives a valid one.
  [[nodiscard]] double rounded(double price) const {
    return std::max(0.0, grain_ > 0 ? std::round(price / grain_) * grain_ : price);
  }

  // The bound over all plans that obey the fates. `answer` is the best plan at `price` under them.
  Result<double> branch(std::vector<Fate> const& fates, double price, Answer const& answer) {
    if (settled(answer.bound) || stopped())
      return answer.bound;
    auto const choice = undecided(fates, answer.plan);
    if (choice == fates.size())
      return answer.bound;
    auto highest = never;
    for (auto const fate : {Fate::released, Fate::stays}) {
      auto next = fates;
      next[choice] = fate;
      if (std::ranges::count(next, Fate::released) > budget_.moves)
        continue;
      auto const child = TRY(ask(next, price));
      take(child);
      highest = std::max(highest, std::min(answer.bound, TRY(branch(next, price, child))));
    }
    return highest;
  }

  // An open visit that the plan moves, so that deciding it changes something; else any open one.
  [[nodiscard]] std::size_t undecided(std::vector<Fate> const& fates, Plan const& plan) const {
    auto any = fates.size();
    for (std::size_t i = 0; i < fates.size(); ++i) {
      if (fates[i] != Fate::open)
        continue;
      if (!stays(plan, budget_.visits[i]))
        return i;
      any = i;
    }
    return any;
  }

  Trip const& trip_;
  MoveBudget const& budget_;
  Effort const& effort_;
  Progress const& progress_;
  Plan best_;
  std::vector<int> fixed_;
  double more_, grain_;
};

} // namespace

Result<Plan> plan_with_few_moves(Trip const& trip, Plan const& start, MoveBudget const& budget, Effort const& effort,
                                 Progress const& progress) {
  TRY(require_ready(trip));
  TRY(require_names_of(trip, start));
  return FewMoves{trip, start, budget, effort, progress}.run();
}

} // namespace attache::go
