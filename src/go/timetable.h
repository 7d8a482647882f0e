// Ways between cities that can only be taken when something leaves.
#pragma once

#include "model/trip.h"

namespace attache::go {

inline constexpr int never_leaves = 10'000'000; // a moment after all trips

// The departures of all legs that have some. Moments are by the reference clock (instance.h), at a hotel: one leaves it
// `ahead` of a departure. Who leaves later never arrives earlier.
class Timetables {
public:
  Timetables() = default;
  explicit Timetables(Trip const& trip);

  [[nodiscard]] bool empty() const { return lines_.empty(); }
  // Which line leads from a city to another; -1 if one can leave at any time.
  [[nodiscard]] int line(int from, int to) const {
    return lines_.empty() ? -1 : line_[std::size_t(from) * cities_ + std::size_t(to)];
  }
  // Do the same lines leave at the same times?
  [[nodiscard]] bool same_day(int a, int b) const;
  // When the line's hotel is left on a day, in order.
  [[nodiscard]] std::vector<int> const& leaves(int line, int day) const {
    return lines_[std::size_t(line)][std::size_t(day)];
  }

  // When who begins a way of `minutes` at `start` is there; the hotel where a wait would be lies `ahead` minutes on.
  [[nodiscard]] int arrival(int day, int from, int to, int start, int ahead, int minutes) const {
    return lines_.empty() ? start + minutes : next(day, from, to, start + ahead) + minutes - ahead;
  }
  // When the way has to be begun at the latest to be there `by` then.
  [[nodiscard]] int latest_start(int day, int from, int to, int by, int ahead, int minutes) const {
    return lines_.empty() ? by - minutes : last(day, from, to, by - minutes + ahead) - ahead;
  }

private:
  [[nodiscard]] int next(int day, int from, int to, int moment) const;
  [[nodiscard]] int last(int day, int from, int to, int moment) const;

  std::size_t cities_ = 0;
  std::vector<int> line_;                            // city x city
  std::vector<std::vector<std::vector<int>>> lines_; // per line and day
};

} // namespace attache::go
