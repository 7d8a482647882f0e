// The days of a plan as sequences that can be changed in place: whether a meeting fits between two others is answered
// without following the day to its end (Vansteenwegen, Souffriau, Vanden Berghe, Van Oudheusden 2009, here with several
// windows a day).
#pragma once

#include "go/instance.h"

namespace attache::go {

// What never changes: nodes are candidates, then cities (their hotels).
struct TourTables {
  struct Window {
    int from = 0, last = 0; // a meeting can begin in between
    int option = 0;         // index into Instance::options of the day
  };
  // A candidate on a day, in windows of one value.
  struct Spot {
    int candidate = 0, day = 0;
    int first = 0, end = 0; // of windows
    int closes = 0;         // the last moment to begin
    double value = 0;
  };
  explicit TourTables(Instance const& instance);

  int nodes = 0;
  std::vector<int> length;    // per node; 0 for a hotel
  std::vector<int> city;      // per node
  std::vector<int> set_out;   // per node: minutes from leaving it to where a wait would be
  std::vector<int> into, out; // node x node: into[b * nodes + a] and out[a * nodes + b] are the minutes from a to b
  std::vector<Window> windows;
  std::vector<Spot> spots;
  std::vector<std::vector<int>> spots_of;    // per candidate
  std::vector<std::vector<int>> neighbours;  // per candidate: others, nearest first
  std::vector<std::vector<int>> near_cities; // per city: others, nearest first

  [[nodiscard]] int minutes(int a, int b) const { return out[std::size_t(a) * std::size_t(nodes) + std::size_t(b)]; }
};

// One day. Position 0 is the hotel where it begins, the last the hotel where it ends, meetings are between.
struct Tour {
  int from = 0, to = 0;          // cities
  std::vector<int> node, spot;   // spot is -1 at hotels
  std::vector<int> arrival, end; // earliest
  std::vector<int> latest;       // the last arrival from which the rest of the day can be kept
  double value = 0;              // of meetings, less what the journeys cost
  int tops = 0, travel = 0;
  [[nodiscard]] int meetings() const { return static_cast<int>(node.size()) - 2; }
};

// Where a meeting could be put.
struct Place {
  int spot = -1, after = 0; // position that it would follow
  int detour = 0, push = 0; // minutes of travel more; minutes by which what follows is reached later
  double toll = 0;          // by how much more the journeys cost
};

// A plan in the making. All days are possible at all times.
class Tours {
public:
  Tours(Instance const& instance, TourTables const& tables);

  void set(Routes const& routes);
  [[nodiscard]] Routes routes() const;
  [[nodiscard]] double worth() const; // as worth() of the instance
  [[nodiscard]] int travel() const { return travel_; }

  [[nodiscard]] Tour const& tour(int day) const { return tours_[std::size_t(day)]; }
  [[nodiscard]] int day_of(int candidate) const { return day_of_[std::size_t(candidate)]; } // -1: not met
  [[nodiscard]] int position_of(int candidate) const;
  [[nodiscard]] bool caps_allow(int candidate) const;
  // A search may overdraw caps by so much each for a while; overdraft() says how many of a cap's limits it is by.
  void allow_overdraft(int cap, int amount) { overdraft_[std::size_t(cap)] = amount; }
  [[nodiscard]] int left(int cap) const { return left_[std::size_t(cap)]; }
  [[nodiscard]] double overdraft(std::vector<double> const& price) const;
  [[nodiscard]] bool lacks(int candidate, int cap) const; // is less left of the cap than they use?
  // What meeting them on the day adds besides their value: the day's first top meeting, minutes that a sector lacks.
  [[nodiscard]] double extra(int candidate, int day) const;

  // Calls `look(place)` for every place for the spot. Returns the number of positions looked at.
  template <class Look>
  int each_place(int spot, Look look) const;

  void insert(Place const& place);
  // Removes positions first .. last - 1 (meetings) of a day.
  void remove(int day, int first, int last);
  // Moves the end of a day to another city, dropping meetings of this day and the next as needed. False, with nothing
  // changed, if even empty days are not possible so.
  bool move_night(int day, int city, std::vector<int>& dropped);

  // Can all days be kept? Where detours are quicker (Instance::direct_is_quickest), a removal can spoil one.
  [[nodiscard]] bool possible() const;

  // Changes after mark() are undone by undo().
  void mark();
  void undo();
  [[nodiscard]] std::vector<int> const& touched() const { return touched_; } // days changed since mark()

private:
  // When one is at node `b` who leaves `a` at `start`.
  [[nodiscard]] int arrival(int day, int a, int b, int start, int minutes) const {
    return instance_.timetables.arrival(day, tables_.city[std::size_t(a)], tables_.city[std::size_t(b)], start,
                                        tables_.set_out[std::size_t(a)], minutes);
  }
  [[nodiscard]] double toll(int before, int node, int after) const {
    auto const a = tables_.city[std::size_t(before)], b = tables_.city[std::size_t(node)],
               c = tables_.city[std::size_t(after)];
    return a == b || b == c ? 0 : instance_.journey(a, b) + instance_.journey(b, c) - instance_.journey(a, c);
  }
  void touch(int day);
  void renew(int day);
  [[nodiscard]] bool fits(int day) const;
  void enter(int candidate, int day);
  void leave(int candidate);
  void shrink(int day, std::vector<int>& dropped);
  [[nodiscard]] double day_worth(int day) const;

  Instance const& instance_;
  TourTables const& tables_;
  std::vector<Tour> tours_;
  std::vector<int> day_of_, missing_, left_; // per candidate, sector, cap
  std::vector<double> day_worth_;
  double sum_ = 0;
  int travel_ = 0;
  std::vector<Tour> kept_; // per day: as it was at mark()
  std::vector<char> is_touched_;
  std::vector<int> touched_;
  std::vector<int> overdraft_; // per cap
  std::vector<int> kept_missing_, kept_left_;
};

template <class Look>
int Tours::each_place(int spot, Look look) const {
  auto const& where = tables_.spots[std::size_t(spot)];
  auto const& tour = tours_[std::size_t(where.day)];
  auto const* into = &tables_.into[std::size_t(where.candidate) * std::size_t(tables_.nodes)];
  auto const* out = &tables_.out[std::size_t(where.candidate) * std::size_t(tables_.nodes)];
  auto const length = tables_.length[std::size_t(where.candidate)];
  auto const* windows = &tables_.windows[std::size_t(where.first)];
  auto const positions = tour.meetings() + 1;
  for (int after = 0; after < positions; ++after) {
    auto const here = tour.node[std::size_t(after)];
    auto const there = arrival(where.day, here, where.candidate, tour.end[std::size_t(after)], into[here]);
    if (there > where.closes) {
      if (instance_.direct_is_quickest)
        return after + 1; // later positions are reached later still
      continue;
    }
    auto const* window = windows;
    while (there > window->last)
      ++window;
    auto const next = tour.node[std::size_t(after) + 1];
    auto const reached = arrival(where.day, where.candidate, next, std::max(there, window->from) + length, out[next]);
    if (reached > tour.latest[std::size_t(after) + 1])
      continue;
    look(Place{spot, after, into[here] + out[next] - tables_.minutes(here, next),
               reached - tour.arrival[std::size_t(after) + 1], toll(here, where.candidate, next)});
  }
  return positions;
}

} // namespace attache::go
