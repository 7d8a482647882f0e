#include "go/ruin.h"

#include <algorithm>
#include <cmath>

namespace attache::go {
namespace {

constexpr int first_cycle = 4'000, longest_cycle = 400'000; // tries
constexpr std::int64_t steps_per_step = 5;                  // positions looked at take less than the labels of meter.h
constexpr int fine_period = 20;                             // tries
constexpr double least_fine = 0.02, most_fine = 5;          // of a typical value, for what a typical meeting uses
constexpr double hot = 0.5, cold = 0.01;                    // temperatures, in typical values
constexpr double travel_share = 0.3; // all hours of the trip on the road cost so many typical values

} // namespace

Ruin::Ruin(Instance const& instance, std::uint64_t seed)
    : instance_(instance), tables_(instance), tours_(instance, tables_), random_(seed),
      value_(std::size_t(instance.candidates), 0), chosen_(std::size_t(instance.candidates)),
      removed_at_(std::size_t(instance.candidates), -1), cap_cost_(std::size_t(instance.candidates), 0),
      cap_price_(instance.cap_limit.size(), 0) {
  double sum = 0, count = 0;
  for (auto const& spot : tables_.spots) {
    auto& most = value_[std::size_t(spot.candidate)];
    most = std::max(most, spot.value);
  }
  for (int candidate = 0; candidate < instance.candidates; ++candidate) {
    if (tables_.spots_of[std::size_t(candidate)].empty()) {
      time_cost_.push_back(1);
      continue;
    }
    sum += std::min(value_[std::size_t(candidate)], 1e3);
    ++count;
    unmet_.push_back(candidate);
    auto const& near = tables_.neighbours[std::size_t(candidate)];
    int way = 0, looked = 0;
    for (; looked < static_cast<int>(std::min<std::size_t>(5, near.size())); ++looked)
      way += tables_.minutes(candidate, near[std::size_t(looked)]);
    time_cost_.push_back(1 + instance.length[std::size_t(candidate)] + way / std::max(1, looked));
  }
  typical_ = std::max(1e-3, sum / std::max(1.0, count));
  double hours = 1;
  for (int day = 0; day < instance.days; ++day)
    hours += instance.closes(day, instance.start_city) - instance.opens(day, instance.start_city);
  minute_ = travel_share * typical_ * instance.days / hours;
  spare_time_ = hours;
  set_fines();
}

// What a typical meeting uses of a cap can be overdrawn once or twice.
void Ruin::set_fines() {
  std::vector<double> sum(instance_.cap_limit.size(), 0), count = sum;
  for (auto const candidate : unmet_)
    for (auto const& use : instance_.uses[std::size_t(candidate)]) {
      sum[std::size_t(use.cap)] += use.amount;
      ++count[std::size_t(use.cap)];
    }
  for (std::size_t cap = 0; cap < sum.size(); ++cap) {
    auto const usual = sum[cap] / std::max(1.0, count[cap]);
    unit_.push_back(typical_ / std::max(1.0, usual));
    fine_.push_back(unit_.back() / 2);
    tours_.allow_overdraft(static_cast<int>(cap), static_cast<int>(std::ceil(2 * usual)));
  }
}

void Ruin::start(Routes const& routes) {
  tours_.set(routes);
  tours_.mark();
  current_ = objective();
  if (tours_.worth() > best_worth_ + 1e-9 || best_.empty()) {
    best_ = routes;
    best_worth_ = tours_.worth();
    best_objective_ = current_;
  }
  cycle_ = 0;
  cycle_tries_ = cycle_length_ = first_cycle;
  temperature_ = hot * typical_;
}

double Ruin::objective() const {
  return tours_.worth() - minute_ * tours_.travel() - (fine_.empty() ? 0 : tours_.overdraft(fine_));
}

std::int64_t Ruin::run(std::int64_t steps, std::function<void(Routes const&, double)> const& improved) {
  auto const until = steps_ + steps * steps_per_step;
  auto const before = steps_;
  if (unmet_.empty())
    return steps;
  while (steps_ < until) {
    ++try_;
    if (--cycle_tries_ <= 0)
      next_cycle();
    temperature_ *= std::pow(cold / hot, 1.0 / cycle_length_);
    if (try_ % fine_period == 0 && !fine_.empty())
      adapt_fines();
    tours_.mark();
    take_out();
    put_in();
    decide(improved);
    steps_ += 20;
  }
  return std::max<std::int64_t>(1, (steps_ - before) / steps_per_step);
}

// Each cycle cools down anew from the best plan. Caps make deep valleys: with them also from nothing but the nights,
// and from where that has led.
void Ruin::next_cycle() {
  ++cycle_;
  cycle_length_ = std::min(longest_cycle, cycle_length_ * 3 / 2);
  cycle_tries_ = cycle_length_;
  temperature_ = hot * typical_;
  auto const kind = fine_.empty() || !instance_.direct_is_quickest ? 1 : cycle_ % 3;
  if (kind == 1) {
    tours_.set(best_);
  } else if (kind == 2) {
    auto empty = best_;
    for (auto& route : empty)
      route.options.clear();
    tours_.set(empty);
  }
  tours_.mark();
  current_ = objective();
}

void Ruin::decide(std::function<void(Routes const&, double)> const& improved) {
  auto const now = objective();
  if (!tours_.possible() || now < current_ + temperature_ * std::log(random_.unit() + 1e-300)) {
    tours_.undo();
    return;
  }
  current_ = now;
  auto const worth = tours_.worth();
  if (now <= best_objective_ + 1e-9 || worth < best_worth_ - 1e-9 || (!fine_.empty() && tours_.overdraft(fine_) > 0))
    return;
  auto const better = worth > best_worth_ + 1e-9;
  best_ = tours_.routes();
  best_worth_ = worth;
  best_objective_ = now;
  if (better)
    improved(best_, worth);
}

// A cap that is overdrawn gets dearer, one that is kept cheaper, so that plans stay near the edge of what is allowed.
void Ruin::adapt_fines() {
  for (std::size_t cap = 0; cap < fine_.size(); ++cap)
    fine_[cap] *= tours_.left(static_cast<int>(cap)) < 0 ? 1.02 : 0.99;
  for (std::size_t cap = 0; cap < fine_.size(); ++cap)
    fine_[cap] = std::clamp(fine_[cap], least_fine * unit_[cap], most_fine * unit_[cap]);
  current_ = objective();
}

void Ruin::put_in() {
  everywhere_ = tours_.touched().empty();
  if (!instance_.cap_limit.empty())
    price_caps();
  by_push_ = static_cast<int>(random_.below(2));
  at_a_loss_ = random_.below(4) == 0;
  if (random_.below(100) < 30)
    put_in_by_ratio();
  else
    put_in_order();
}

// Who was taken out can go anywhere; others only where there is room that was not there before.
void Ruin::choose_open() {
  open_.clear();
  for (auto const candidate : unmet_)
    if (tours_.day_of(candidate) < 0)
      open_.push_back(candidate);
}

Ruin::Chosen Ruin::best_place(int candidate, int only_day) {
  Chosen best{.score = never};
  if (!tours_.caps_allow(candidate))
    return best;
  auto const anywhere = everywhere_ || removed_at_[std::size_t(candidate)] == try_;
  for (auto const s : tables_.spots_of[std::size_t(candidate)]) {
    auto const& spot = tables_.spots[std::size_t(s)];
    if (only_day >= 0 ? spot.day != only_day
                      : !anywhere && std::ranges::find(tours_.touched(), spot.day) == tours_.touched().end())
      continue;
    auto const gain = spot.value + tours_.extra(candidate, spot.day);
    if (gain <= 0)
      continue;
    auto const bonus = gain - value_[std::size_t(candidate)];
    steps_ += 1 + tours_.each_place(s, [&](Place const& place) {
      auto const cost = by_push_ != 0 ? place.push : place.detour;
      auto const score = (bonus - place.toll) / typical_ * 1e4 - cost;
      if (score > best.score && (place.toll < gain || at_a_loss_) && (random_.next() & 127U) != 0)
        best = {.place = place, .score = score};
    }) / 8;
  }
  return best;
}

// Each cap as dear as chance has it: what a meeting uses of it counts like time.
void Ruin::price_caps() {
  cap_cost_.assign(value_.size(), 0);
  auto const free = random_.below(4) == 0;
  for (std::size_t cap = 0; cap < instance_.cap_limit.size() && !free; ++cap) {
    auto const price = -std::log(1 - random_.unit()) * spare_time_ / std::max(1, instance_.cap_limit[cap]);
    cap_price_[cap] = random_.below(2) == 0 ? 0 : price;
  }
  for (auto const candidate : unmet_)
    for (auto const& use : instance_.uses[std::size_t(candidate)])
      cap_cost_[std::size_t(candidate)] += free ? 0 : cap_price_[std::size_t(use.cap)] * use.amount;
}

double Ruin::key(int candidate) {
  if (candidate == wanted_)
    return never;
  auto const c = std::size_t(candidate);
  auto const cost = time_cost_[c] + cap_cost_[c];
  switch (order_kind_) {
  case 0: return random_.unit();
  case 1: return -value_[c] * noise(0.3);
  case 2: return -value_[c] / cost * noise(0.5);
  default: return -value_[c] * value_[c] / cost * noise(0.5);
  }
}

void Ruin::put_in_order() {
  choose_open();
  order_kind_ = static_cast<int>(random_.below(4));
  order_.clear();
  for (auto const candidate : open_)
    order_.emplace_back(key(candidate), candidate);
  std::ranges::sort(order_);
  for (auto const& [key, candidate] : order_)
    if (auto const chosen = best_place(candidate, -1); chosen.score > never)
      tours_.insert(chosen.place);
}

// The best value for the time it takes first, again and again.
void Ruin::put_in_by_ratio() {
  choose_open();
  auto const power = 1 + random_.unit();
  auto const rate = [&](int candidate, Chosen chosen) {
    if (chosen.score == never)
      return chosen;
    auto const cost = std::max(1, chosen.place.push) + cap_cost_[std::size_t(candidate)];
    auto const gain = value_[std::size_t(candidate)] +
                      tours_.extra(candidate, tables_.spots[std::size_t(chosen.place.spot)].day) - chosen.place.toll;
    chosen.score = std::pow(std::max(1e-6 * typical_, gain), power) / cost * noise(0.2);
    return chosen;
  };
  for (auto const candidate : open_)
    chosen_[std::size_t(candidate)] = rate(candidate, best_place(candidate, -1));
  while (!open_.empty()) {
    auto const best =
        std::ranges::max_element(open_, {}, [&](int candidate) { return chosen_[std::size_t(candidate)].score; });
    if (chosen_[std::size_t(*best)].score == never)
      return;
    auto const place = chosen_[std::size_t(*best)].place;
    auto const day = tables_.spots[std::size_t(place.spot)].day;
    tours_.insert(place);
    open_.erase(best);
    for (auto const candidate : open_) {
      auto& known = chosen_[std::size_t(candidate)];
      if (known.score == never)
        continue; // later insertions make no room
      if (!tours_.caps_allow(candidate) || tables_.spots[std::size_t(known.place.spot)].day == day)
        known = rate(candidate, best_place(candidate, -1));
    }
  }
}

} // namespace attache::go
