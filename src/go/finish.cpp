#include "go/finish.h"

#include "go/listed.h"
#include "go/night_paths.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace attache::go {
namespace {

constexpr int root_rounds = 60, node_rounds = 20; // of multipliers, before a part is split
constexpr int trial_rounds = 3;                   // the same to try a split
constexpr int last_rounds = 1000;                 // the same where there is nothing to split
constexpr std::size_t tries = 4;                  // splits tried
constexpr double pays = 0.85;                     // at most so many of the routes are left: charges are kept for it
constexpr double growing = 1 / 0.9;               // of a path's weight, from path to path
constexpr double below = 0.0125;                  // of the first gap: how far below the claim multipliers aim
constexpr double halves = 0.1;                    // of the gap: a part with so much less is half the work
constexpr std::int64_t patience = 15'000'000, most_steps = 200'000'000;

// What is worth less than this is not worth more than the claim, with more room for rounding errors than the check has.
double least_above(double grain, double claim) {
  return grain > 0 ? (std::floor((claim + 1e-6) / grain) + 1) * grain - 3e-6 : claim + 5e-7;
}

struct Part {
  std::vector<int> routes;
  Charges charges; // the best so far
  double bound = -never;
  double work = 0; // guessed
  Branch branch;
};

// How often the paths of late were in a city at night, and met somebody, by day.
struct Averages {
  Table<double> night, meeting;
  double weight = 0; // of one path; younger ones weigh more
  double sum = 0;    // of all weights

  Averages(Instance const& instance)
      : night(std::size_t(instance.days), std::size_t(instance.cities)),
        meeting(std::size_t(instance.days), std::size_t(instance.candidates)), weight(1) {}
};

struct Split {
  double score = 0; // the higher the sooner it is tried
  Branch::By by = Branch::By::nothing;
  int what = 0;
};

struct Tried {
  Split split;
  std::vector<Part> parts; // that are not empty
  std::vector<int> place;  // per part: which side
  std::size_t sides = 0;
  double work = 0; // guessed
};

class Finish {
public:
  Finish(Instance const& instance, NightPaths paths, double claim, FinishLimits const& limits, Meter& meter,
         std::function<void(Routes const&, double)> const& improved)
      : instance_(instance), limits_(limits), meter_(meter), improved_(improved), claim_(claim),
        paths_(std::move(paths)), begun_(meter.done()) {}

  std::optional<Finished> run(Bound const& from) {
    branches_.emplace_back();
    auto const& multipliers = from.multipliers;
    Part whole{.charges = {multipliers.candidate, multipliers.sector, multipliers.cap}};
    for (int route = 0; route < paths_.routes(); ++route)
      whole.routes.push_back(route);
    lower_aim_ = below * (from.value - claim_);
    process(0, std::move(whole), 1, root_rounds);
    if (given_up())
      return std::nullopt;
    return Finished{claim_, std::move(branches_)};
  }

private:
  [[nodiscard]] double enough() const { return least_above(instance_.grain, claim_); }

  bool given_up() {
    auto const steps = meter_.done() - begun_;
    if (meter_.spent() || (limits_.steps > 0 && steps > limits_.steps))
      stopped_ = true;
    if (steps > patience && static_cast<double>(steps) > done_ * static_cast<double>(most_steps))
      stopped_ = true;
    return stopped_;
  }

  void process(std::size_t number, Part part, double share, int rounds) {
    if (limits_.best_known)
      claim_ = std::max(claim_, limits_.best_known());
    Averages averages{instance_};
    auto const closed = lower(part, rounds, &averages) || keep_charges(part);
    auto tried = closed ? Tried{} : choose(part, averages);
    if (!closed && tried.parts.empty() && !last_word(part))
      stopped_ = true;
    if (given_up())
      return;
    part.branch.by = tried.split.by;
    part.branch.what = tried.split.what;
    part.branch.sides.assign(tried.sides, -1);
    auto const first = branches_.size();
    for (std::size_t i = 0; i < tried.parts.size(); ++i)
      part.branch.sides[std::size_t(tried.place[i])] = static_cast<int>(first + i);
    branches_[number] = std::move(part.branch);
    branches_.resize(first + tried.parts.size());
    descend(std::move(tried), first, share);
  }

  // Where a better plan can be worth most comes first.
  void descend(Tried tried, std::size_t first, double share) {
    std::vector<std::size_t> order;
    double work = 0;
    for (std::size_t i = 0; i < tried.parts.size(); ++i)
      if (tried.parts[i].routes.empty()) {
        branches_[first + i] = std::move(tried.parts[i].branch);
      } else {
        order.push_back(i);
        work += tried.parts[i].work;
      }
    if (order.empty())
      done_ += share;
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return -tried.parts[i].bound; });
    for (auto const i : order)
      if (auto const of_it = share * tried.parts[i].work / work; !given_up())
        process(first + i, std::move(tried.parts[i]), of_it, node_rounds);
  }

  // Nothing is left to split: one route a day.
  bool last_word(Part& part) { return lower(part, last_rounds, nullptr) || keep_charges(part); }

  // Better multipliers for the part. True if they rule it out: then no routes are left.
  bool lower(Part& part, int rounds, Averages* averages) {
    Steps steps{instance_, part.charges};
    for (int round = 0; round <= rounds && !given_up(); ++round) {
      auto const& charges = steps.charges();
      auto const bound = paths_.best(part.routes, charges);
      meter_.spend(1 + static_cast<std::int64_t>(part.routes.size()) / 50);
      if (bound > never)
        take_plan();
      if (bound < part.bound) {
        part.bound = bound;
        part.charges = charges;
      }
      if (take_out(part, charges, pays))
        return true;
      if (averages != nullptr)
        remember(*averages);
      if (round == rounds || !steps.go(paths_, bound, claim_ - lower_aim_))
        break;
    }
    return false;
  }

  // Takes out the routes through which no plan is worth enough, if at most `share` are left. True if none is left.
  bool take_out(Part& part, Charges const& charges, double share) {
    auto const enough_now = enough();
    auto const left = paths_.count(part.routes, enough_now);
    if (static_cast<double>(left) > share * static_cast<double>(part.routes.size()))
      return false;
    paths_.keep(part.routes, enough_now);
    part.branch.charges.push_back(charges);
    return part.routes.empty();
  }

  // The part's best charges come last in any case: its sides begin with them. True if no routes are left.
  bool keep_charges(Part& part) {
    paths_.best(part.routes, part.charges);
    return take_out(part, part.charges, 1);
  }

  void take_plan() {
    Routes routes;
    std::vector<char> met(std::size_t(instance_.candidates), 0);
    for (auto const number : paths_.path()) {
      routes.push_back(paths_.listed(number).route);
      for (auto const candidate : paths_.listed(number).candidates)
        if (std::exchange(met[std::size_t(candidate)], 1) != 0)
          return;
    }
    if (!within_caps(instance_, routes))
      return;
    auto const found = worth(instance_, routes);
    if (found <= claim_ + 1e-9)
      return;
    claim_ = found;
    improved_(routes, found);
  }

  void remember(Averages& averages) const {
    averages.weight *= growing;
    averages.sum += averages.weight;
    for (auto const number : paths_.path()) {
      auto const& [route, candidates, own] = paths_.listed(number);
      averages.night(route.day, route.to) += averages.weight;
      for (auto const candidate : candidates)
        averages.meeting(route.day, candidate) += averages.weight;
    }
  }

  // Of the splits that look most undecided, the one that seems to leave least work.
  Tried choose(Part const& part, Averages const& averages) {
    Tried best{.work = -never};
    for (auto const& split : splits(part, averages)) {
      auto tried = try_split(part, split, best.work);
      if (tried.work < best.work)
        best = std::move(tried);
      if (best.work == 0 || given_up())
        break;
    }
    return best;
  }

  Tried try_split(Part const& part, Split const& split, double give_up_at) {
    auto const sides = sides_of(split);
    Tried tried{.split = split, .sides = sides.size()};
    for (std::size_t i = 0; i < sides.size() && tried.work < give_up_at; ++i) {
      Part side{.routes = paths_.side(part.routes, sides[i]), .charges = part.charges};
      if (std::ranges::count(paths_.counts(side.routes).day, 0) > 0)
        continue;
      if (!lower(side, trial_rounds, nullptr))
        side.work = std::exp2((side.bound - part.bound) / (halves * (part.bound - claim_ + lower_aim_)));
      tried.work += side.work;
      tried.parts.push_back(std::move(side));
      tried.place.push_back(static_cast<int>(i));
    }
    return tried;
  }

  [[nodiscard]] std::vector<Side> sides_of(Split const& split) const {
    std::vector<Side> sides;
    if (split.by == Branch::By::night)
      for (int city = 0; city < instance_.cities; ++city)
        sides.push_back({split.by, split.what, city});
    else
      for (int day = 0; day <= instance_.days; ++day)
        sides.push_back({split.by, day < instance_.days ? day : -1, split.what}); // last: never
    return sides;
  }

  [[nodiscard]] std::vector<Split> splits(Part const& part, Averages const& averages) const {
    auto const counts = paths_.counts(part.routes);
    std::vector<Split> all;
    for (int day = 0; day + 1 < instance_.days; ++day)
      all.push_back(night_split(counts, averages, day));
    for (int candidate = 0; candidate < instance_.candidates; ++candidate)
      all.push_back(meeting_split(counts, averages, candidate));
    std::erase_if(all, [](Split const& split) { return split.by == Branch::By::nothing; });
    std::ranges::stable_sort(all, [](Split const& a, Split const& b) { return a.score > b.score; });
    all.resize(std::min(all.size(), tries));
    return all;
  }

  static double undecided(double often) { return often < 1 ? often * (1 - often) : 0; }

  [[nodiscard]] Split night_split(NightPaths::Counts const& counts, Averages const& averages, int day) const {
    int sides = 0;
    double sum = 0;
    for (int city = 0; city < instance_.cities; ++city) {
      sides += counts.night(day, city) > 0 ? 1 : 0;
      sum += undecided(averages.night(day, city) / averages.sum);
    }
    return sides < 2 ? Split{} : Split{sum / std::log2(1.0 + sides), Branch::By::night, day};
  }

  [[nodiscard]] Split meeting_split(NightPaths::Counts const& counts, Averages const& averages, int candidate) const {
    int sides = 1;
    bool certain = false; // met on a day, whatever the route
    double sum = 0, met = 0;
    for (int day = 0; day < instance_.days; ++day) {
      auto const routes = counts.meeting(day, candidate);
      certain = certain || routes == counts.day[std::size_t(day)];
      auto const often = averages.meeting(day, candidate) / averages.sum;
      sides += routes > 0 ? 1 : 0;
      sum += undecided(often);
      met += often;
    }
    if (sides < 2 || (certain && sides == 2))
      return {};
    return {(sum + undecided(met)) / std::log2(1.0 + sides), Branch::By::meeting, candidate};
  }

  Instance const& instance_;
  FinishLimits const& limits_;
  Meter& meter_;
  std::function<void(Routes const&, double)> const& improved_;
  double claim_, lower_aim_ = 0; // multipliers aim below the claim by so much
  NightPaths paths_;
  std::vector<Branch> branches_;
  std::int64_t begun_;
  double done_ = 0; // of the whole, as far as one can guess
  bool stopped_ = false;
};

} // namespace

std::optional<Finished> finish(Instance const& instance, std::vector<DayGraph> const& graphs, Bound const& root,
                               double claim, FinishLimits const& limits, Meter& meter,
                               std::function<void(Routes const&, double)> const& improved) {
  auto const gap = root.value - least_above(instance.grain, claim);
  std::vector<ListedRoute> list;
  for (auto const& graph : graphs) {
    auto const above = root.best_of_day[std::size_t(graph.day)] - gap;
    auto more = list_routes(instance, graph, prices_of(instance, graph.day, root.multipliers), above,
                            limits.routes - list.size(), meter);
    if (!more)
      return std::nullopt;
    std::ranges::move(*more, std::back_inserter(list));
  }
  return Finish{instance, {instance, std::move(list)}, claim, limits, meter, improved}.run(root);
}

} // namespace attache::go
