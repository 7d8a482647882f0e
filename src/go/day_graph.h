// One day of an instance, prepared for walking through it: places, their options, who can follow whom and until when.
#pragma once

#include "go/instance.h"

#include <vector>

namespace attache::go {

inline constexpr int no_time = -1'000'000;

// A place of the day is a candidate who is free on it. Times are the instance's reference clock.
struct DayGraph {
  struct Stop { // one option of a place
    int place = 0, from = 0, to = 0, length = 0;
  };
  int day = 0, places = 0, cities = 0;
  std::vector<int> candidate; // per place
  std::vector<char> top;      // per place
  std::vector<int> city;      // per place
  std::vector<int> set_out;   // per place: minutes from its end to where a wait would be
  std::vector<Stop> stops;    // index = index into Instance::options[day]; in order of place
  std::vector<int> first;     // places + 1: stops of place p are first[p] .. first[p + 1] - 1
  Table<int> travel;          // place x place, without a wait
  Table<int> approach;        // city x place: earliest arrival from that city's hotel
  Table<int> leave;           // place x city: latest end of a meeting to be at that hotel in time
  Table<int> last_departure;  // place x place: latest end at the first so that the second can still be held
  // What the way costs: between places, from a city's hotel to a place, from a place to a hotel, between hotels.
  Table<double> toll, toll_out, toll_home, toll_idle;
  std::vector<char> direct; // city x city: can be travelled without a meeting
  std::vector<int> latest;  // per place: latest end that still leads to some hotel (if direct is quickest)
  bool direct_is_quickest = false, direct_is_cheapest = false;
  Timetables timetables;
  int start = 0, end = 0; // no visit begins before `start` or ends after `end`

  // When one is at place `b` who leaves `a` then.
  [[nodiscard]] int arrival(int a, int b, int leaves) const {
    return timetables.arrival(day, city[std::size_t(a)], city[std::size_t(b)], leaves, set_out[std::size_t(a)],
                              travel(a, b));
  }
  [[nodiscard]] bool idle_possible(int from, int to) const {
    return direct[std::size_t(from) * std::size_t(cities) + std::size_t(to)] != 0;
  }
  // When the stop ends if one arrives at `arrival`; no_time if it cannot be held.
  [[nodiscard]] int end_of(Stop const& stop, int arrival) const {
    auto const ends = (arrival > stop.from ? arrival : stop.from) + stop.length;
    return ends <= stop.to && (!direct_is_quickest || ends <= latest[std::size_t(stop.place)]) ? ends : no_time;
  }
};

std::vector<DayGraph> make_day_graphs(Instance const& instance);

} // namespace attache::go
