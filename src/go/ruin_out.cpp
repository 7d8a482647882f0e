// What a try takes out of the tours: strings, some at random, room for somebody, whole days, nights elsewhere.
#include "go/ruin.h"

#include <algorithm>
#include <cmath>

namespace attache::go {

void Ruin::take_out() {
  auto const kind = random_.below(100);
  if (instance_.cities > 1 && kind < 35)
    move_nights();
  else if (kind < 37)
    take_days();
  auto const seed = unmet_[random_.below(unmet_.size())];
  wanted_ = -1;
  if (kind >= 37 && kind < 55)
    take_some(1 + static_cast<int>(random_.below(6)));
  else if (kind >= 55 && kind < 75 && tours_.day_of(seed) < 0)
    take_for(wanted_ = seed);
  else if (kind >= 37)
    take_strings(seed);
}

// Strings of meetings near the seed, one a day (Christiaens, Vanden Berghe 2020).
void Ruin::take_strings(int seed) {
  auto strings = 1 + random_.below(std::size_t(std::min(instance_.days, 3)));
  auto const longest = 1 + static_cast<int>(random_.below(10));
  if (tours_.day_of(seed) >= 0) {
    remove_string(seed, 1 + static_cast<int>(random_.below(std::size_t(longest))));
    --strings;
  }
  for (auto const other : tables_.neighbours[std::size_t(seed)]) {
    if (strings == 0)
      return;
    auto const day = tours_.day_of(other);
    if (day < 0 || std::ranges::find(tours_.touched(), day) != tours_.touched().end() || random_.below(4) == 0)
      continue;
    remove_string(other, 1 + static_cast<int>(random_.below(std::size_t(longest))));
    --strings;
  }
}

void Ruin::remove_string(int candidate, int length) {
  auto const day = tours_.day_of(candidate);
  auto const meetings = tours_.tour(day).meetings();
  length = std::min(length, meetings);
  auto const at = tours_.position_of(candidate);
  auto const first_most = std::min(at, meetings - length + 1);
  auto const first_least = std::max(1, at - length + 1);
  auto const first = first_least + static_cast<int>(random_.below(std::size_t(first_most - first_least + 1)));
  for (auto i = first; i < first + length; ++i)
    removed_at_[std::size_t(tours_.tour(day).node[std::size_t(i)])] = try_;
  tours_.remove(day, first, first + length);
}

void Ruin::take_some(int count) {
  for (int i = 0; i < count; ++i) {
    auto const day = static_cast<int>(random_.below(std::size_t(instance_.days)));
    if (auto const meetings = tours_.tour(day).meetings(); meetings > 0)
      remove_string(tours_.tour(day).node[1 + random_.below(std::size_t(meetings))], 1);
  }
}

// Makes room for somebody who is not met: takes out what is around the time of one of the windows.
void Ruin::take_for(int candidate) {
  take_for_caps(candidate);
  auto const& spots = tables_.spots_of[std::size_t(candidate)];
  auto const& spot = tables_.spots[std::size_t(spots[random_.below(spots.size())])];
  auto const& tour = tours_.tour(spot.day);
  if (tour.meetings() == 0)
    return;
  auto const& window = tables_.windows[std::size_t(spot.first) + random_.below(std::size_t(spot.end - spot.first))];
  auto best = 1;
  auto least = std::numeric_limits<int>::max();
  for (int after = 0; after <= tour.meetings(); ++after) {
    auto const here = tour.node[std::size_t(after)];
    auto const next = tour.node[std::size_t(after) + 1];
    auto const arrival = tour.end[std::size_t(after)] + tables_.minutes(here, candidate);
    auto const late = std::max(0, arrival - window.last) +
                      std::max(0, std::max(arrival, window.from) + tables_.length[std::size_t(candidate)] +
                                      tables_.minutes(candidate, next) - tour.latest[std::size_t(after) + 1]);
    auto const cost = static_cast<int>(late * noise(0.5));
    if (cost < least) {
      least = cost;
      best = after;
    }
  }
  auto const length = 1 + static_cast<int>(random_.below(4));
  auto const at = std::clamp(best + static_cast<int>(random_.below(2)), 1, tour.meetings());
  remove_string(tour.node[std::size_t(at)], length);
}

// Whoever uses what the candidate would lack of a cap, at random, until there is enough.
void Ruin::take_for_caps(int candidate) {
  if (tours_.caps_allow(candidate))
    return;
  order_.clear();
  for (auto const other : unmet_)
    if (tours_.day_of(other) >= 0)
      order_.emplace_back(random_.unit(), other);
  std::ranges::sort(order_);
  for (auto const& [key, other] : order_) {
    auto const shared = [&](auto const& use) { return tours_.lacks(candidate, use.cap); };
    if (std::ranges::any_of(instance_.uses[std::size_t(other)], shared))
      remove_string(other, 1);
    if (tours_.caps_allow(candidate))
      return;
  }
}

void Ruin::take_days() {
  auto const day = static_cast<int>(random_.below(std::size_t(instance_.days)));
  if (auto const meetings = tours_.tour(day).meetings(); meetings > 0)
    remove_string(tours_.tour(day).node[1], meetings);
}

// One to three nights in a row elsewhere.
void Ruin::move_nights() {
  auto const nights = instance_.end_city < 0 ? instance_.days : instance_.days - 1;
  if (nights == 0)
    return;
  dropped_.clear();
  auto const count = std::min(nights, 1 + static_cast<int>(random_.below(3)));
  auto const first = static_cast<int>(random_.below(std::size_t(nights - count + 1)));
  auto city = static_cast<int>(random_.below(std::size_t(instance_.cities)));
  for (auto day = first; day < first + count; ++day) {
    if (random_.below(3) == 0)
      city = static_cast<int>(random_.below(std::size_t(instance_.cities)));
    if (city != tours_.tour(day).to)
      tours_.move_night(day, city, dropped_);
  }
  for (auto const candidate : dropped_)
    removed_at_[std::size_t(candidate)] = try_;
  for (auto day = first; day <= std::min(first + count, instance_.days - 1); ++day)
    if (auto const meetings = tours_.tour(day).meetings(); meetings > 0 && random_.below(2) == 0)
      remove_string(tours_.tour(day).node[1 + random_.below(std::size_t(meetings))],
                    1 + static_cast<int>(random_.below(std::size_t(meetings))));
}

} // namespace attache::go
