#include "go/solve.h"

#include "go/alike.h"
#include "go/certificate.h"
#include "go/finish.h"
#include "go/ruin.h"
#include "go/search.h"
#include "go/tree.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <numeric>

namespace attache::go {
namespace {

constexpr std::int64_t first_patience = 1'000; // steps of ruin per option, before anything else
constexpr std::int64_t asked_patience = 300;   // the same in questions, which begin with a plan that was searched for
constexpr std::int64_t patience = 2'000'000;   // steps of ruin without a better plan: it goes on slowly
constexpr std::int64_t soon = 300'000;         // the same in questions
constexpr std::int64_t endless = 25'000'000;   // steps of ruin without a better plan where nothing is left to prove
constexpr std::int64_t hopeless = 2'000'000;   // steps of pricing without a bound: ruin goes on quickly
constexpr std::int64_t label_steps = 200'000;  // at most, of a search by labels
constexpr int first_rounds = 100;
constexpr int guided_rounds = 300; // with multipliers to guide it
constexpr int asked_rounds = 60;   // the same in questions

constexpr std::int64_t tie_steps = 500'000; // to tell equals apart, once the value is settled

constexpr std::int64_t check_steps = 30'000'000, steps_after_stop = 3'000'000; // of the certificate: some seconds

constexpr char const* by_sum = "everybody free on the trip at their best";
constexpr char const* by_relaxation = "linear relaxation over all day routes";
constexpr char const* by_list = "list of all day routes near the linear relaxation";
constexpr char const* by_tree = "branch and price over all day routes";

class Solver {
public:
  Solver(Instance const& instance, Effort const& effort, double shift, Progress const& progress)
      : instance_(instance), effort_(effort), shift_(shift), progress_(progress), meter_(effort),
        graphs_(make_day_graphs(instance)), tree_(instance, graphs_, meter_, news()), ruin_(instance, effort.seed) {}

  Solution run(Routes const& start) {
    lower(everything(), "searching");
    accept(start, worth(instance_, start));
    ruin_.start(start);
    begin();
    meter_.share_with([this](std::int64_t steps) { return beside(steps); });
    if (instance_.cities > 1)
      improve({.rounds = first_rounds, .seed = effort_.seed, .work = label_steps});
    bound_alike();
    if (!good_enough() || tree_.root().best_of_day.empty()) // else equal days have proven it
      tree_.begin();
    if (!good_enough())
      improve({.rounds = asked() ? asked_rounds : guided_rounds,
               .seed = effort_.seed + 1,
               .enough = solution_.bound - 1e-6,
               .work = label_steps,
               .charge = tree_.root().multipliers.candidate});
    phase_ = "proving";
    finish();
    while (goes_on() && tree_.step())
      take_found();
    if (!tree_.root().best_of_day.empty())
      certify();
    search_on();
    return solution_;
  }

private:
  TreeNews news() {
    return {.improved = [this](Routes const& routes, double worth) { accept(routes, worth); },
            .lowered = [this](double bound) { lower(std::max(bound, solution_.worth), phase_); }};
  }

  void tell(std::string const& phase) const {
    if (progress_)
      progress_({solution_.worth - shift_, solution_.bound - shift_, phase});
  }

  // Some steps of ruin. What it finds is shown at once, and given to the exact method when that is not in the middle of
  // something.
  std::int64_t ruin(std::int64_t steps) {
    if (solution_.worth > ruin_.best_worth() + 1e-9)
      ruin_.start(solution_.routes);
    auto const took = ruin_.run(steps, [&](Routes const& routes, double worth) {
      if (worth <= solution_.worth + 1e-9)
        return;
      if (!settled(instance_, worth, solution_.worth)) // what only tells equals apart is no reason to go on
        ruin_better_ = ruin_done_;
      solution_.routes = routes;
      solution_.worth = worth;
      found_.push_back(routes);
      tell("searching");
    });
    ruin_done_ += took;
    return took;
  }

  // Something to show, and columns to start from.
  void begin() {
    std::int64_t options = 1;
    for (auto const& day : instance_.options)
      options += static_cast<std::int64_t>(day.size());
    while (ruin_done_ - ruin_better_ < std::max((asked() ? asked_patience : first_patience) * options, ruin_better_) &&
           !meter_.spend(ruin(5'000)))
      ;
    take_found();
  }

  // The share of ruin while the exact method has done `steps`.
  std::int64_t beside(std::int64_t steps) {
    exact_done_ += steps;
    if (good_enough())
      return 0;
    if (bounding_ || finishing_)
      return ruin(steps / 4);
    if (!relaxed_ && exact_done_ > hopeless)
      return ruin(4 * steps);
    return ruin(ruin_done_ - ruin_better_ < std::max(asked() ? soon : patience, 2 * ruin_better_) ? steps : steps / 4);
  }

  // Nothing is left to prove with: ruin alone, until it finds no more.
  void search_on() {
    meter_.share_with({});
    while (!good_enough() && !is_settled() && ruin_done_ - ruin_better_ < std::max(endless, 2 * ruin_better_) &&
           !meter_.spend(ruin(5'000)))
      ;
    if (checked_ && settled(instance_, solution_.certificate.claim, solution_.worth))
      solution_.proven = true;
  }

  void take_found() {
    for (auto const& routes : found_)
      tree_.offer(routes, worth(instance_, routes));
    found_.clear();
  }

  [[nodiscard]] bool days_alike() const {
    return instance_.days > 1 && 2 * alike_days(instance_, graphs_).size() <= std::size_t(instance_.days);
  }

  // Where many days are alike, they are priced together first: often enough, and always more than nothing.
  void bound_alike() {
    if (days_alike()) {
      bounding_ = true;
      go::bound_alike(instance_, graphs_, solution_.routes, meter_, [&](Bound const& bound) {
        tree_.lower(bound);
        return good_enough();
      });
      bounding_ = false;
    }
    take_found();
  }

  void improve(SearchLimits const& limits) {
    search(instance_, graphs_, solution_.routes, limits, meter_,
           [&](Routes const& routes, double worth) { accept(routes, worth); });
    take_found();
  }

  void accept(Routes const& routes, double worth) {
    if (worth <= solution_.worth + 1e-9 && !solution_.routes.empty())
      return;
    solution_.routes = routes;
    solution_.worth = worth;
    tree_.offer(routes, worth);
    tell("searching");
  }

  // Every candidate at their best, every rule kept: true of any trip, and there before anything else.
  [[nodiscard]] double everything() const {
    std::vector<double> best(std::size_t(instance_.candidates), 0);
    double sum = 0;
    for (int day = 0; day < instance_.days; ++day) {
      double night = never;
      for (int city = 0; city < instance_.cities; ++city)
        night = std::max(night, instance_.night(day, city));
      sum += night;
      for (auto const& option : instance_.options[std::size_t(day)])
        best[std::size_t(option.candidate)] = std::max(best[std::size_t(option.candidate)], option.value);
    }
    return std::accumulate(best.begin(), best.end(), sum);
  }

  void lower(double bound, std::string const& phase) {
    auto const rounded = round_bound(instance_, bound);
    if (rounded >= solution_.bound)
      return;
    solution_.bound = rounded;
    relaxed_ = phase != "searching";
    solution_.bound_by = phase == "searching" ? by_sum : phase == "pricing" ? by_relaxation : by_tree;
    tell(phase);
  }

  [[nodiscard]] bool good_enough() const {
    auto const gap = solution_.bound - solution_.worth;
    return gap <= 2e-6 || gap <= effort_.gap * std::abs(solution_.worth - shift_);
  }

  // Is it a question about a plan at hand? Only then there are wishes that tell equals apart.
  [[nodiscard]] bool asked() const { return instance_.whole > 0; }
  [[nodiscard]] bool is_settled() const { return settled(instance_, solution_.bound, solution_.worth); }

  // Once the value is settled, not for long.
  bool goes_on() {
    if (good_enough() || !is_settled())
      return !good_enough();
    if (ties_until_ == 0)
      ties_until_ = meter_.done() + tie_steps;
    return meter_.done() < ties_until_;
  }

  // The end game, if all routes that matter fit into a list: for a claim half way from the plan to the bound, then half
  // way of what is left, because what is too much to claim is soon refuted by a better plan, and too little takes long.
  void finish() {
    auto const root = tree_.root();
    if (root.best_of_day.empty() || days_alike())
      return;
    auto const first_gap = solution_.bound - solution_.worth;
    while (goes_on()) {
      auto const settles = is_settled();
      auto const claim = settles ? solution_.worth : next_claim(first_gap);
      FinishLimits const limits{.steps = settles ? tie_steps : 0, .best_known = [this] { return solution_.worth; }};
      finishing_ = true;
      auto found = go::finish(instance_, graphs_, root, claim, limits, meter_, news().improved);
      finishing_ = false;
      take_found();
      if (!found)
        return;
      finished_ = Leaf{.bound = root, .rest = std::move(found->rest)};
      finished_claim_ = round_bound(instance_, found->claim);
      lower(std::max(found->claim, solution_.worth), phase_);
    }
  }

  // At least what settles the value.
  [[nodiscard]] double next_claim(double first_gap) const {
    auto const gap = solution_.bound - solution_.worth;
    auto const whole = instance_.whole;
    auto const settling =
        whole > 0 ? (std::floor((solution_.worth + 2e-6) / whole) + 1) * whole - 1e-5 : solution_.worth;
    return std::max({settling, solution_.worth, gap > first_gap / 8 ? solution_.worth + gap / 2 : never});
  }

  // Nothing is called proven before it has passed. The check has its own effort, so that it ends soon after a stop.
  void certify() {
    Effort const effort{.work = meter_.spent() ? steps_after_stop : check_steps};
    Meter meter{effort};
    auto const by_branches = std::max(solution_.worth, round_bound(instance_, tree_.bound()));
    Certificate certificate{.claim = by_branches};
    if (finished_ && finished_claim_ < by_branches) {
      certificate.claim = std::max(solution_.worth, finished_claim_);
      certificate.leaves.push_back(std::move(*finished_));
    } else {
      certificate.trios = tree_.trios();
      certificate.leaves = tree_.leaves();
    }
    auto const verdict = verify(instance_, certificate, meter);
    auto const means = !certificate.leaves.front().rest.empty() ? by_list
                       : certificate.leaves.size() > 1          ? by_tree
                                                                : by_relaxation;
    solution_.bound = certificate.claim;
    solution_.proven = verdict.holds && settled(instance_, certificate.claim, solution_.worth);
    checked_ = verdict.holds;
    solution_.bound_by =
        verdict.holds ? fmt::format("{}, checked", means) : fmt::format("{}, not checked: {}", means, verdict.why);
    solution_.certificate = std::move(certificate);
    tell("checked");
  }

  Instance const& instance_;
  Effort const& effort_;
  double shift_;
  Progress const& progress_;
  Meter meter_;
  std::vector<DayGraph> graphs_;
  Tree tree_;
  std::string phase_ = "pricing";
  Ruin ruin_;
  std::vector<Routes> found_; // by ruin, not yet in the tree
  std::int64_t ruin_done_ = 0, ruin_better_ = 0, exact_done_ = 0;
  std::int64_t ties_until_ = 0;
  std::optional<Leaf> finished_; // by a list: no plan is worth more than the claim
  double finished_claim_ = 0;
  bool bounding_ = false;                  // days that are alike are being priced
  bool finishing_ = false;                 // a list of routes is being searched
  bool relaxed_ = false, checked_ = false; // there is a bound from a relaxation; it passed the check
  Solution solution_;
};

} // namespace

Solution solve(Instance const& instance, Routes const& start, Effort const& effort, double shift,
               Progress const& progress) {
  return Solver{instance, effort, shift, progress}.run(start);
}

} // namespace attache::go
