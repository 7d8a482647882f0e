// A trip as the solver sees it: whole minutes on one clock, options per day, tables of plain numbers.
#pragma once

#include "go/timetable.h"

#include <limits>
#include <vector>

namespace attache::go {

inline constexpr double grain_parts = 60'000;                             // a grain is a whole number of these
inline constexpr double never = -std::numeric_limits<double>::infinity(); // the worth of what is not possible

// A table of rows x columns in one piece.
template <class T>
class Table {
public:
  Table() = default;
  Table(std::size_t rows, std::size_t columns, T value = {}) : columns_(columns), cells_(rows * columns, value) {}
  T& operator()(int row, int column) { return cells_[static_cast<std::size_t>(row) * columns_ + std::size_t(column)]; }
  T const& operator()(int row, int column) const {
    return cells_[static_cast<std::size_t>(row) * columns_ + std::size_t(column)];
  }
  [[nodiscard]] bool empty() const { return cells_.empty(); }
  [[nodiscard]] std::size_t cells() const { return cells_.size(); }

private:
  std::size_t columns_ = 0;
  std::vector<T> cells_;
};

// One way to hold a meeting on a given day: between `from` and `to`, for `value`.
struct Option {
  int candidate = 0;
  int from = 0, to = 0; // reference clock
  double value = 0;
};

// Extra worth that is no part of the trip's own value: to keep appointments, to force somebody in, to leave a plan be.
struct Wishes {
  struct Slot { // to hold `candidate` on `day` at exactly `start` (local)
    int candidate = 0, day = 0;
    Minutes start{};
    double worth = 0;
  };
  struct Night { // to sleep in `city` after `day`
    int day = 0, city = 0;
    double worth = 0;
  };
  std::vector<double> candidate; // per candidate, wherever it is held; empty = none
  std::vector<Slot> slots;
  std::vector<Night> nights;
  double whole = 0; // without the smallest wishes, which add up to less, every worth is a multiple of it; 0 = not known
};

struct Instance {
  int days = 0, cities = 0, candidates = 0;
  int start_city = 0, end_city = -1;
  std::vector<int> length, sector, city;    // per candidate
  std::vector<char> top;                    // per candidate: tier 1
  std::vector<std::vector<Option>> options; // per day, by candidate, then time
  // Minutes: candidate x candidate, to the hotel and from it (candidate x city), city x city. No wait is in them.
  Table<int> meet, hotel, from_hotel, inter;
  std::vector<int> set_out; // per candidate: minutes from its end to where a wait would be, its city's hotel
  Timetables timetables;
  Table<double> journey;      // city x city: lost for travelling from one to the other
  Table<int> opens, closes;   // day x city, reference clock
  Table<double> night;        // day x city: worth of sleeping there
  std::vector<double> no_top; // per day: lost without a tier-1 meeting
  std::vector<int> sector_target;
  double sector_penalty = 0;
  struct Use { // of a cap by a candidate, > 0
    int cap = 0, amount = 0;
  };
  std::vector<int> cap_limit;         // per cap
  std::vector<std::vector<Use>> uses; // per candidate
  // True if a meeting never makes a journey quicker: d(a,c) <= d(a,b) + length(b) + d(b,c). Else fewer cuts are safe.
  bool direct_is_quickest = false;
  bool direct_is_cheapest = false; // true if a meeting on the way never saves any of `journey`
  double grain = 0;                // every plan's worth is a whole multiple of it; 0 = not known
  double whole = 0; // what is left over from multiples of it only tells equals apart (Wishes); 0 = nothing

  // When one is there who leaves the meeting `a`, or the hotel of a city, at `start`: with the wait for a departure.
  [[nodiscard]] int at_meeting(int day, int a, int b, int start) const {
    return timetables.arrival(day, city[std::size_t(a)], city[std::size_t(b)], start, set_out[std::size_t(a)],
                              meet(a, b));
  }
  [[nodiscard]] int at_first(int day, int from, int b, int start) const {
    return timetables.arrival(day, from, city[std::size_t(b)], start, 0, from_hotel(b, from));
  }
  [[nodiscard]] int at_hotel(int day, int a, int to, int start) const {
    return timetables.arrival(day, city[std::size_t(a)], to, start, set_out[std::size_t(a)], hotel(a, to));
  }
  [[nodiscard]] int at_night(int day, int from, int to, int start) const {
    return timetables.arrival(day, from, to, start, 0, inter(from, to));
  }
  // When one has to leave to be there `by` then.
  [[nodiscard]] int leave_for_meeting(int day, int a, int b, int by) const {
    return timetables.latest_start(day, city[std::size_t(a)], city[std::size_t(b)], by, set_out[std::size_t(a)],
                                   meet(a, b));
  }
  [[nodiscard]] int leave_for_first(int day, int from, int b, int by) const {
    return timetables.latest_start(day, from, city[std::size_t(b)], by, 0, from_hotel(b, from));
  }
  [[nodiscard]] int leave_for_hotel(int day, int a, int to, int by) const {
    return timetables.latest_start(day, city[std::size_t(a)], to, by, set_out[std::size_t(a)], hotel(a, to));
  }
  [[nodiscard]] int leave_for_night(int day, int from, int to, int by) const {
    return timetables.latest_start(day, from, to, by, 0, inter(from, to));
  }
};

// The trip must pass validate() and have its travel tables. The reference clock is UTC where cities have offsets, so
// that elapsed minutes add up; local minutes otherwise. What can never be held on its own is left out.
Instance make_instance(Trip const& trip, Wishes const& wishes = {});

// What `day`'s reference clock shows when the clocks of `city` show `local`, and back.
int to_reference(Trip const& trip, int day, int city, Minutes local);
Minutes to_local(Trip const& trip, int day, int city, int reference);

// A day's journey: a night to the next with meetings between.
struct DayRoute {
  int day = 0, from = 0, to = 0;
  std::vector<int> options; // indices into Instance::options[day], in order of time
  bool operator==(DayRoute const&) const = default;
};

// Whom the route meets, in order of time.
std::vector<int> candidates_of(Instance const& instance, DayRoute const& route);

// What is lost on the way of a day: from the night's city through those of the meetings to the next night's.
double journeys_of(Instance const& instance, DayRoute const& route);

// Worth of the route on its own: options, journeys, night and no_top; sectors are not counted.
double route_worth(Instance const& instance, DayRoute const& route);

// One route per day.
using Routes = std::vector<DayRoute>;

// Worth of a whole plan: routes less what sectors fall short.
double worth(Instance const& instance, Routes const& routes);

// Do the routes keep every cap?
bool within_caps(Instance const& instance, Routes const& routes);

// The routes as a plan, every meeting as early as it can be. Value, bound and words are not filled in.
Plan make_plan(Trip const& trip, Instance const& instance, Routes const& routes);

} // namespace attache::go
