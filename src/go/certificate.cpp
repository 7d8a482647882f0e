#include "go/certificate.h"

#include <algorithm>
#include <array>
#include <cmath>

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

// Is it met for certain in every plan of the leaf?
bool surely_met(Leaf const& leaf, int candidate) {
  return std::ranges::any_of(leaf.choices, [&](Choice const& choice) {
    return choice.kind != Choice::Kind::night && choice.yes && choice.what == candidate;
  });
}

// A charge below zero, a premium, is sound only on somebody who is met exactly once in every plan.
std::string out_of_range(Instance const& instance, Leaf const& leaf) {
  auto const& multipliers = leaf.bound.multipliers;
  if (multipliers.candidate.size() != std::size_t(instance.candidates) ||
      multipliers.sector.size() != instance.sector_target.size() ||
      multipliers.cap.size() != instance.cap_limit.size() ||
      leaf.bound.best_of_day.size() != std::size_t(instance.days))
    return "a leaf has too many multipliers or too few";
  for (int candidate = 0; candidate < instance.candidates; ++candidate)
    if (auto const x = multipliers.candidate[std::size_t(candidate)];
        !std::isfinite(x) || (x < 0 && !surely_met(leaf, candidate)))
      return "a candidate's multiplier is out of range";
  for (auto const x : multipliers.trio)
    if (!(x >= 0 && std::isfinite(x)))
      return "a trio's multiplier is out of range";
  for (auto const x : multipliers.cap)
    if (!(x >= 0 && std::isfinite(x)))
      return "a cap's multiplier is out of range";
  for (auto const x : multipliers.sector)
    if (!(x >= 0 && x <= instance.sector_penalty))
      return "a sector's multiplier is out of range";
  for (int day = 1; day < instance.days; ++day)
    for (int city = 0; city < instance.cities; ++city)
      if (!std::isfinite(multipliers.night(day, city)))
        return "a night's multiplier is out of range";
  return {};
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

// One day of one leaf: every order of meetings from every city, depth first.
class DayCheck {
public:
  DayCheck(Instance const& instance, std::vector<Trio> const& trios, Leaf const& leaf, int day, Meter& meter)
      : instance_(instance), leaf_(leaf), day_(day), meter_(meter), limit_(leaf.bound.best_of_day[std::size_t(day)]),
        met_(std::size_t(instance.candidates), 0), held_(leaf.bound.multipliers.trio.size(), 0),
        trios_of_(std::size_t(instance.candidates)) {
    auto const& charges = leaf.bound.multipliers.trio;
    for (std::size_t t = 0; t < charges.size() && t < trios.size(); ++t)
      for (auto const who : trios[t])
        if (charges[t] > 0)
          trios_of_[std::size_t(who)].push_back(t);
    price_options();
    price_cities();
    set_clock();
  }

  // Empty if no route is worth more than the leaf's best of the day.
  std::string run() {
    for (int from = 0; from < instance_.cities && why_.empty(); ++from) {
      if (from_[std::size_t(from)] == never)
        continue;
      from_city_ = from;
      auto const start = from_[std::size_t(from)] - instance_.no_top[std::size_t(day_)];
      arrive(-1, instance_.opens(day_, from), start);
      for (int next = 0; next < static_cast<int>(options_.size()) && why_.empty(); ++next)
        visit(-1, next, instance_.opens(day_, from), start, false);
    }
    return why_;
  }

private:
  static constexpr double unknown = 1e300;

  [[nodiscard]] bool forbidden(int candidate) const {
    return std::ranges::any_of(leaf_.choices, [&](Choice const& choice) {
      if (choice.kind == Choice::Kind::night || choice.what != candidate)
        return false;
      return choice.kind == Choice::Kind::met ? !choice.yes : choice.yes != (choice.day == day_);
    });
  }

  void price_options() {
    for (auto const& option : instance_.options[std::size_t(day_)])
      if (!forbidden(option.candidate)) {
        options_.push_back(option);
        price_.push_back(option.value - charge(instance_, leaf_.bound.multipliers, option.candidate));
      }
  }

  // Can one be in the city on the night before `day`?
  [[nodiscard]] bool allowed(int day, int city) const {
    return std::ranges::all_of(leaf_.choices, [&](Choice const& choice) {
      return choice.kind != Choice::Kind::night || choice.day + 1 != day || (choice.what == city) == choice.yes;
    });
  }

  void price_cities() {
    auto const& night = leaf_.bound.multipliers.night;
    auto const last = day_ + 1 == instance_.days;
    for (int city = 0; city < instance_.cities; ++city) {
      auto const begins = day_ > 0 ? allowed(day_, city) : city == instance_.start_city;
      auto const ends = allowed(day_ + 1, city) && (!last || instance_.end_city < 0 || city == instance_.end_city);
      from_.push_back(!begins ? never : day_ > 0 ? night(day_, city) : 0);
      to_.push_back(!ends ? never : instance_.night(day_, city) - (last ? 0 : night(day_ + 1, city)));
    }
  }

  void set_clock() {
    int size = 0;
    for (auto const& option : options_) {
      auto const shortest = instance_.length[std::size_t(option.candidate)];
      first_.push_back(size - option.from - shortest);
      size += std::max(0, option.to - option.from - shortest + 1);
    }
    for (auto& table : most_)
      table.resize(std::size_t(size));
  }

  [[nodiscard]] int candidate(int option) const { return options_[std::size_t(option)].candidate; }
  [[nodiscard]] int city(int option) const { return instance_.city[std::size_t(candidate(option))]; }
  [[nodiscard]] bool top(int option) const { return instance_.top[std::size_t(candidate(option))] != 0; }
  [[nodiscard]] double no_top() const { return instance_.no_top[std::size_t(day_)]; }

  // True if the meeting can be held when leaving the last place (the hotel: -1) at `now`; `end` is when it ends.
  [[nodiscard]] bool held(int last, int next, int now, int& end) const {
    auto const& option = options_[std::size_t(next)];
    auto const travel =
        last < 0 ? instance_.hotel(candidate(next), from_city_) : instance_.meet(candidate(last), candidate(next));
    end = std::max(now + travel, option.from) + instance_.length[std::size_t(option.candidate)];
    return end <= option.to;
  }

  void visit(int last, int next, int now, double worth, bool had_top) {
    int end = 0;
    if (met_[std::size_t(candidate(next))] != 0 || !held(last, next, now, end))
      return;
    worth += price_[std::size_t(next)] + (!had_top && top(next) ? no_top() : 0) -
             instance_.journey(last < 0 ? from_city_ : city(last), city(next));
    for (auto const t : trios_of_[std::size_t(candidate(next))])
      worth -= held_[t] == 1 ? leaf_.bound.multipliers.trio[t] : 0;
    auto const with_top = had_top || top(next);
    if (worth + most_after(next, end, with_top, last) <= limit_ + room_of_day())
      return;
    if (meter_.spend(1))
      why_ = "out of effort";
    if (!why_.empty())
      return;
    meet(next, 1);
    arrive(next, end, worth);
    for (int after = 0; after < static_cast<int>(options_.size()) && why_.empty(); ++after)
      visit(next, after, end, worth, with_top);
    meet(next, -1);
  }

  void meet(int option, int step) {
    met_[std::size_t(candidate(option))] = step > 0 ? 1 : 0;
    for (auto const t : trios_of_[std::size_t(candidate(option))])
      held_[t] += step;
  }

  [[nodiscard]] double room_of_day() const { return room / instance_.days / 2; }

  // The day ends: every city that can be reached.
  void arrive(int last, int now, double worth) {
    for (int to = 0; to < instance_.cities; ++to) {
      auto const minutes = last < 0 ? instance_.inter(from_city_, to) : instance_.hotel(candidate(last), to);
      if (now + minutes <= instance_.closes(day_, to) &&
          worth + to_[std::size_t(to)] - instance_.journey(last < 0 ? from_city_ : city(last), to) >
              limit_ + room_of_day())
        why_ = "a route is worth more than the best of its day";
    }
  }

  // The best that can follow, and the best that does not go to the same candidate next.
  struct Most {
    double first = unknown, second = never;
    int next = -1; // candidate
  };

  // The most that could follow if candidates could be met again and again, but not `last` with one other between.
  double most_after(int at, int now, bool had_top, int last) {
    auto const& most = most_from(at, now, had_top);
    return last >= 0 && most.next == candidate(last) ? most.second : most.first;
  }

  Most const& most_from(int at, int now, bool had_top) {
    auto& known = most_[had_top ? 1 : 0][std::size_t(first_[std::size_t(at)] + now)];
    if (known.first != unknown)
      return known;
    if (meter_.spend(1 + static_cast<std::int64_t>(options_.size()) / 8))
      why_ = "out of effort";
    if (!why_.empty())
      return nothing_; // nobody looks at it any more
    Most most{.first = never};
    for (int to = 0; to < instance_.cities; ++to)
      if (now + instance_.hotel(candidate(at), to) <= instance_.closes(day_, to))
        most.first = std::max(most.first, to_[std::size_t(to)] - instance_.journey(city(at), to));
    most.second = most.first;
    for (int next = 0; next < static_cast<int>(options_.size()); ++next) {
      int end = 0;
      if (candidate(next) == candidate(at) || !held(at, next, now, end))
        continue;
      auto const gain =
          price_[std::size_t(next)] + (!had_top && top(next) ? no_top() : 0) - instance_.journey(city(at), city(next));
      follow(most, candidate(next), gain + most_after(next, end, had_top || top(next), at));
    }
    return known = most;
  }

  static void follow(Most& most, int next, double worth) {
    if (next == most.next) {
      most.first = std::max(most.first, worth);
    } else if (worth > most.first) {
      most.second = most.next >= 0 ? most.first : most.second;
      most.first = worth;
      most.next = next;
    } else {
      most.second = std::max(most.second, worth);
    }
  }

  Instance const& instance_;
  Leaf const& leaf_;
  int day_, from_city_ = 0;
  Meter& meter_;
  double limit_;
  std::vector<Option> options_; // that the choices leave
  std::vector<double> price_;
  std::vector<double> from_, to_; // per city
  std::vector<char> met_;
  std::vector<int> held_;                          // per trio: how many of it are met
  std::vector<std::vector<std::size_t>> trios_of_; // per candidate: trios with a charge
  Most nothing_{.first = 0, .second = 0};
  std::vector<int> first_;                // per option: where its minutes begin
  std::array<std::vector<Most>, 2> most_; // without and with a top meeting
  std::string why_;
};

// Each set of leaves that share a beginning is one leaf, or is split by one choice into both its sides.
bool cover(std::vector<Leaf const*> const& leaves, std::size_t depth) {
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

// Empty if no plan of the leaf is worth more than the claim.
std::string check_leaf(Instance const& instance, Certificate const& certificate, Leaf const& leaf, double grain,
                       Meter& meter) {
  if (auto why = out_of_range(instance, leaf); !why.empty())
    return why;
  auto bound = paid_back(instance, leaf.bound.multipliers);
  for (auto const best : leaf.bound.best_of_day)
    bound += best;
  auto const rounded = grain > 0 && std::isfinite(bound) ? std::floor((bound + room) / grain) * grain : bound;
  if (!(rounded <= certificate.claim + room))
    return "a leaf allows more than the claim";
  for (int day = 0; day < instance.days; ++day)
    if (auto why = DayCheck{instance, certificate.trios, leaf, day, meter}.run(); !why.empty())
      return why;
  return {};
}

} // namespace

Verdict verify(Instance const& instance, Certificate const& certificate, Meter& meter) {
  for (auto const& trio : certificate.trios)
    for (auto const who : trio)
      if (who < 0 || who >= instance.candidates || std::ranges::count(trio, who) > 1)
        return {false, "a trio is none"};
  std::vector<Leaf const*> leaves;
  for (auto const& leaf : certificate.leaves)
    leaves.push_back(&leaf);
  if (!cover(leaves, 0))
    return {false, "the leaves do not cover all plans"};
  auto const grain = grain_holds(instance) ? instance.grain : 0;
  for (auto const& leaf : certificate.leaves)
    if (auto why = check_leaf(instance, certificate, leaf, grain, meter); !why.empty())
      return {false, std::move(why)};
  return {true, {}};
}

} // namespace attache::go
