#include "go/certificate.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace attache::go {
namespace {

constexpr double room = 1e-6;

bool is_multiple(double amount, double grain) {
  auto const parts = amount / grain;
  return std::abs(parts - std::round(parts)) < 1e-7 * std::max(1.0, std::abs(parts));
}

// Is every plan's worth a whole multiple of the instance's grain?
bool grain_holds(Instance const& instance) {
  auto const grain = instance.grain;
  if (grain <= 0)
    return false;
  for (int day = 0; day < instance.days; ++day) {
    if (!is_multiple(instance.no_top[std::size_t(day)], grain))
      return false;
    for (int city = 0; city < instance.cities; ++city)
      if (!is_multiple(instance.night(day, city), grain))
        return false;
    for (auto const& option : instance.options[std::size_t(day)])
      if (!is_multiple(option.value, grain))
        return false;
  }
  for (int a = 0; a < instance.cities; ++a)
    for (int b = 0; b < instance.cities; ++b)
      if (!is_multiple(instance.journey(a, b), grain))
        return false;
  for (auto const target : instance.sector_target)
    if (!is_multiple(target * instance.sector_penalty, grain))
      return false;
  for (std::size_t candidate = 0; candidate < instance.length.size(); ++candidate)
    if (instance.sector[candidate] >= 0 && !is_multiple(instance.length[candidate] * instance.sector_penalty, grain))
      return false;
  return true;
}

bool in_range(Instance const& instance, Multipliers const& multipliers) {
  auto const not_negative = [](double x) { return x >= 0 && std::isfinite(x); };
  return multipliers.candidate.size() == std::size_t(instance.candidates) &&
         multipliers.sector.size() == instance.sector_target.size() &&
         multipliers.cap.size() == instance.cap_limit.size() && std::ranges::all_of(multipliers.cap, not_negative) &&
         std::ranges::all_of(multipliers.candidate, not_negative) &&
         std::ranges::all_of(multipliers.trio, not_negative) &&
         std::ranges::all_of(multipliers.sector, [&](double x) { return x >= 0 && x <= instance.sector_penalty; });
}

double paid_back(Instance const& instance, Multipliers const& multipliers) {
  double sum = 0;
  for (auto const each : multipliers.candidate)
    sum += each;
  for (auto const each : multipliers.trio)
    sum += each;
  for (std::size_t c = 0; c < multipliers.cap.size(); ++c)
    sum += multipliers.cap[c] * instance.cap_limit[c];
  for (std::size_t s = 0; s < multipliers.sector.size(); ++s)
    sum -= multipliers.sector[s] * instance.sector_target[s];
  return sum;
}

// What meeting the candidate costs at the multipliers with its use of caps, sector minutes taken off.
double charge(Instance const& instance, Multipliers const& multipliers, int candidate) {
  auto const sector = instance.sector[std::size_t(candidate)];
  double used = 0;
  for (auto const& [cap, amount] : instance.uses[std::size_t(candidate)])
    used += amount * multipliers.cap[std::size_t(cap)];
  return multipliers.candidate[std::size_t(candidate)] + used -
         (sector < 0 ? 0 : multipliers.sector[std::size_t(sector)] * instance.length[std::size_t(candidate)]);
}

using RouteKey = std::tuple<int, int, int, std::vector<int>>; // day, from, to, candidates ascending

// Step 1 for one day: every order of meetings from every city, depth first.
class DayCheck {
public:
  DayCheck(Instance const& instance, Certificate const& certificate, std::map<RouteKey, double> const& pool, int day,
           double least, Meter& meter)
      : instance_(instance), certificate_(certificate), pool_(pool), day_(day), least_(least), meter_(meter),
        options_(instance.options[std::size_t(day)]) {
    for (auto const& option : options_)
      price_.push_back(option.value - charge(instance, certificate.root, option.candidate));
    met_.assign(std::size_t(instance.candidates), 0);
  }

  // Empty if all is well.
  std::string run() {
    for (int from = 0; from < instance_.cities && why_.empty(); ++from) {
      if (certificate_.nights.before(day_, from) == never)
        continue;
      most_.clear();
      set_limits(from);
      auto const start = -instance_.no_top[std::size_t(day_)];
      arrive(from, -1, instance_.opens(day_, from), start, false);
      for (int next = 0; next < static_cast<int>(options_.size()) && why_.empty(); ++next)
        visit(from, -1, next, instance_.opens(day_, from), start, false);
    }
    return why_;
  }

private:
  // What a route to each city may be worth, its night and journey not counted: by the potentials, and to stay out of
  // the pool.
  void set_limits(int from) {
    auto const& [before, after] = certificate_.nights;
    potential_.assign(std::size_t(instance_.cities), -never);
    outside_.assign(std::size_t(instance_.cities), -never);
    for (int to = 0; to < instance_.cities; ++to) {
      if (after(day_ + 1, to) == never)
        continue; // nothing follows: no plan comes this way
      auto const ends = instance_.night(day_, to) - instance_.journey(from, to);
      auto const free = room / instance_.days - ends;
      potential_[std::size_t(to)] =
          std::min(before(day_ + 1, to) - before(day_, from) + free, after(day_, from) - after(day_ + 1, to) + free);
      if (certificate_.with_pool)
        outside_[std::size_t(to)] = least_ - before(day_, from) - after(day_ + 1, to) - ends;
    }
  }

  [[nodiscard]] double limit(int to) const { return std::min(potential_[std::size_t(to)], outside_[std::size_t(to)]); }

  [[nodiscard]] int candidate(int option) const { return options_[std::size_t(option)].candidate; }
  [[nodiscard]] bool top(int option) const { return instance_.top[std::size_t(candidate(option))] != 0; }

  [[nodiscard]] int travel(int from, int last, int next) const {
    return last < 0 ? instance_.hotel(candidate(next), from) : instance_.meet(candidate(last), candidate(next));
  }

  // End of the meeting if it can be held when leaving the last place at `now`; -1 (after all clocks) if not.
  [[nodiscard]] bool held(int from, int last, int next, int now, int& end) const {
    auto const& option = options_[std::size_t(next)];
    end = std::max(now + travel(from, last, next), option.from) + instance_.length[std::size_t(option.candidate)];
    return end <= option.to;
  }

  void visit(int from, int last, int next, int now, double worth, bool had_top) {
    int end = 0;
    if (met_[std::size_t(candidate(next))] != 0 || !held(from, last, next, now, end))
      return;
    worth += price_[std::size_t(next)] + (!had_top && top(next) ? instance_.no_top[std::size_t(day_)] : 0);
    auto const with_top = had_top || top(next);
    if (worth + most_after(next, end, with_top) <= 0)
      return;
    if (meter_.spend(1)) {
      why_ = "out of effort";
      return;
    }
    met_[std::size_t(candidate(next))] = 1;
    order_.push_back(next);
    arrive(from, next, end, worth, with_top);
    for (int after = 0; after < static_cast<int>(options_.size()) && why_.empty(); ++after)
      visit(from, next, after, end, worth, with_top);
    order_.pop_back();
    met_[std::size_t(candidate(next))] = 0;
  }

  // The day ends: every city that can be reached.
  void arrive(int from, int last, int now, double worth, bool had_top) {
    for (int to = 0; to < instance_.cities; ++to) {
      auto const minutes = last < 0 ? instance_.inter(from, to) : instance_.hotel(candidate(last), to);
      if (now + minutes > instance_.closes(day_, to) || worth <= limit(to))
        continue;
      if (worth > potential_[std::size_t(to)])
        why_ = "a route lifts a night above its potential";
      else if (!in_pool(from, to, had_top))
        why_ = "a route that a better plan could use is not in the pool";
    }
  }

  [[nodiscard]] bool in_pool(int from, int to, bool had_top) const {
    double worth =
        instance_.night(day_, to) - instance_.journey(from, to) - (had_top ? 0 : instance_.no_top[std::size_t(day_)]);
    std::vector<int> candidates;
    for (auto const option : order_) {
      worth += options_[std::size_t(option)].value;
      candidates.push_back(candidate(option));
    }
    std::ranges::sort(candidates);
    auto const found = pool_.find({day_, from, to, candidates});
    return found != pool_.end() && found->second >= worth - room;
  }

  // The most that could follow, less the limit of where it ends, if candidates could be met again and again.
  double most_after(int last, int now, bool had_top) {
    auto const [at, fresh] = most_.try_emplace({last, now, had_top}, never);
    if (!fresh)
      return at->second;
    if (meter_.spend(1 + static_cast<std::int64_t>(options_.size()) / 8))
      why_ = "out of effort";
    if (!why_.empty())
      return 0; // nobody looks at it any more
    auto most = never;
    for (int to = 0; to < instance_.cities; ++to)
      if (now + instance_.hotel(candidate(last), to) <= instance_.closes(day_, to))
        most = std::max(most, -limit(to));
    for (int next = 0; next < static_cast<int>(options_.size()); ++next) {
      int end = 0;
      if (candidate(next) == candidate(last) || !held(0, last, next, now, end))
        continue;
      auto const gain = price_[std::size_t(next)] + (!had_top && top(next) ? instance_.no_top[std::size_t(day_)] : 0);
      most = std::max(most, gain + most_after(next, end, had_top || top(next)));
    }
    return most_[{last, now, had_top}] = most;
  }

  Instance const& instance_;
  Certificate const& certificate_;
  std::map<RouteKey, double> const& pool_;
  int day_;
  double least_;
  std::vector<double> potential_, outside_; // per city, of the walk at hand
  Meter& meter_;
  std::vector<Option> const& options_;
  std::vector<double> price_;
  std::vector<char> met_;
  std::vector<int> order_;
  std::map<std::tuple<int, int, bool>, double> most_;
  std::string why_;
};

Verdict check_routes(Instance const& instance, Certificate const& certificate, Meter& meter) {
  if (!in_range(instance, certificate.root))
    return {false, "the root's multipliers are out of range"};
  auto const& nights = certificate.nights;
  if (nights.before(0, instance.start_city) < 0)
    return {false, "the trip's start is worth less than nothing"};
  for (int city = 0; city < instance.cities; ++city)
    if ((instance.end_city < 0 || city == instance.end_city) && nights.after(instance.days, city) < 0)
      return {false, "the trip's end is worth less than nothing"};
  auto const back = paid_back(instance, certificate.root);
  auto const bound = back + nights.after(0, instance.start_city);
  auto const grain = grain_holds(instance) ? instance.grain : 0;
  auto const rounded = grain > 0 ? std::floor((bound + room) / grain) * grain : bound;
  if (!certificate.with_pool && rounded > certificate.claim + room)
    return {false, "the potentials allow more than the claim"};
  if (certificate.with_pool && certificate.above > certificate.claim + room)
    return {false, "the pool leaves out plans that would break the claim"};
  std::map<RouteKey, double> pool;
  for (auto const& entry : certificate.pool.routes)
    pool[{entry.route.day, entry.route.from, entry.route.to, entry.candidates}] = entry.worth;
  for (int day = 0; day < instance.days; ++day) {
    if (auto why = DayCheck{instance, certificate, pool, day, certificate.above - back, meter}.run(); !why.empty())
      return {false, std::move(why)};
  }
  return {true, {}};
}

// Step 2.
class PlanCheck {
public:
  PlanCheck(Instance const& instance, Certificate const& certificate)
      : instance_(instance), certificate_(certificate), grain_(grain_holds(instance) ? instance.grain : 0),
        in_(certificate.pool.routes.size(), 1) {}

  Verdict run(Meter& meter) {
    for (auto const& filter : certificate_.filters) {
      if (!in_range(instance_, filter))
        return {false, "a filter's multipliers are out of range"};
      drop(filter);
    }
    std::vector<Leaf const*> leaves;
    for (auto const& leaf : certificate_.leaves)
      leaves.push_back(&leaf);
    if (!cover(leaves, 0))
      return {false, "the leaves do not cover all plans"};
    for (auto const& leaf : certificate_.leaves) {
      if (meter.spend(static_cast<std::int64_t>(in_.size()) / 4))
        return {false, "out of effort"};
      if (!in_range(instance_, leaf.multipliers) || most_of(leaf) > certificate_.claim + room)
        return {false, "a leaf allows more than the claim"};
    }
    return {true, {}};
  }

private:
  [[nodiscard]] double rounded(double bound) const {
    return grain_ > 0 && std::isfinite(bound) ? std::floor((bound + room) / grain_) * grain_ : bound;
  }

  // Each set of leaves that share a beginning is one leaf, or is split by one choice into both its sides.
  static bool cover(std::vector<Leaf const*> const& leaves, std::size_t depth) {
    if (leaves.empty())
      return false;
    if (leaves.size() == 1 && leaves[0]->choices.size() == depth)
      return true;
    std::vector<Leaf const*> sides[2];
    for (auto const* leaf : leaves) {
      if (leaf->choices.size() <= depth)
        return false;
      auto const& choice = leaf->choices[depth];
      auto const& first = leaves[0]->choices[depth];
      if (choice.kind != first.kind || choice.day != first.day || choice.what != first.what)
        return false;
      sides[choice.yes ? 1 : 0].push_back(leaf);
    }
    return cover(sides[0], depth + 1) && cover(sides[1], depth + 1);
  }

  [[nodiscard]] double price(PoolRoute const& entry, Multipliers const& multipliers) const {
    auto sum = entry.worth;
    for (auto const candidate : entry.candidates)
      sum -= charge(instance_, multipliers, candidate);
    for (std::size_t t = 0; t < multipliers.trio.size() && t < certificate_.trios.size(); ++t) {
      int held = 0;
      for (auto const candidate : certificate_.trios[t])
        held += std::ranges::find(entry.candidates, candidate) != entry.candidates.end() ? 1 : 0;
      sum -= multipliers.trio[t] > 0 && held >= 2 ? multipliers.trio[t] : 0;
    }
    return sum;
  }

  [[nodiscard]] bool obeys(PoolRoute const& entry, Leaf const& leaf) const {
    return std::ranges::all_of(leaf.choices, [&](Choice const& choice) {
      auto const here = entry.route.day == choice.day;
      if (choice.kind == Choice::Kind::night)
        return !here || (entry.route.to == choice.what) == choice.yes;
      auto const met = std::ranges::find(entry.candidates, choice.what) != entry.candidates.end();
      return here ? met == choice.yes : !(choice.yes && met);
    });
  }

  // Best sum of prices over routes that follow one another; `prices` at `never` are out. Fills the best up to and from
  // each night.
  double best_way(std::vector<double> const& prices) {
    auto const nights = std::size_t(instance_.days) + 1;
    before_ = after_ = Table<double>(nights, std::size_t(instance_.cities), never);
    before_(0, instance_.start_city) = 0;
    for (int city = 0; city < instance_.cities; ++city)
      if (instance_.end_city < 0 || city == instance_.end_city)
        after_(instance_.days, city) = 0;
    auto const& routes = certificate_.pool.routes;
    for (std::size_t r = 0; r < routes.size(); ++r) { // in order of days
      auto const& route = routes[r].route;
      auto& best = before_(route.day + 1, route.to);
      best = std::max(best, before_(route.day, route.from) + prices[r]);
    }
    for (auto r = routes.size(); r-- > 0;) {
      auto const& route = routes[r].route;
      auto& best = after_(route.day, route.from);
      best = std::max(best, prices[r] + after_(route.day + 1, route.to));
    }
    return after_(0, instance_.start_city);
  }

  double most_of(Leaf const& leaf) {
    std::vector<double> prices(in_.size(), never);
    for (std::size_t r = 0; r < prices.size(); ++r)
      if (in_[r] != 0 && obeys(certificate_.pool.routes[r], leaf))
        prices[r] = price(certificate_.pool.routes[r], leaf.multipliers);
    return rounded(best_way(prices) + paid_back(instance_, leaf.multipliers));
  }

  void drop(Multipliers const& filter) {
    std::vector<double> prices(in_.size(), never);
    for (std::size_t r = 0; r < prices.size(); ++r)
      if (in_[r] != 0)
        prices[r] = price(certificate_.pool.routes[r], filter);
    best_way(prices);
    auto const back = paid_back(instance_, filter);
    for (std::size_t r = 0; r < prices.size(); ++r) {
      auto const& route = certificate_.pool.routes[r].route;
      auto const most = before_(route.day, route.from) + prices[r] + after_(route.day + 1, route.to) + back;
      if (rounded(most) <= certificate_.claim + room)
        in_[r] = 0;
    }
  }

  Instance const& instance_;
  Certificate const& certificate_;
  double grain_;
  std::vector<char> in_; // per pool route: not filtered out
  Table<double> before_, after_;
};

} // namespace

Verdict verify(Instance const& instance, Certificate const& certificate, Meter& meter) {
  if (auto verdict = check_routes(instance, certificate, meter); !verdict.holds || !certificate.with_pool)
    return verdict;
  if (!std::ranges::is_sorted(certificate.pool.routes, {}, [](PoolRoute const& entry) { return entry.route.day; }))
    return {false, "the pool is not in order of days"};
  return PlanCheck{instance, certificate}.run(meter);
}

} // namespace attache::go
