// Which rules of a trip stand between it and somebody who cannot be met.
#pragma once

#include "model/trip.h"

#include <cstdint>
#include <optional>
#include <string>

namespace attache::go {

// A rule that could be relaxed.
struct Rule {
  enum class Kind : std::uint8_t {
    appointment, // a fixed appointment of `candidate`: given up
    windows,     // when `candidate` is free: at any time
    city_days,   // on which days their city is visited: on those too on which they are free
    hours,       // the hours of the trip's days: the whole day
    cap,         // one of Trip::caps: no limit
    end_city,    // where the trip ends: anywhere
    departures   // of legs: at any time
  };
  Kind kind = Kind::windows;
  int candidate = -1, cap = -1;
  bool operator==(Rule const&) const = default;
};

// With these rules relaxed, all others kept, the candidate can be met; with fewer of them they cannot.
struct Way {
  std::vector<Rule> relaxed;
  Visit visit; // where they would be met, among the fixed appointments that are left
};

// The trip with the rule relaxed, for `candidate`.
Trip relaxed(Trip trip, Rule const& rule, int candidate);

// When `candidate` can be met, all fixed appointments kept and all else left aside; nothing if they cannot. Exact.
std::optional<Visit> possible_visit(Trip const& trip, int candidate);

// All smallest sets of rules (by their number) whose relaxing lets the candidate be met; empty if none does. The trip
// must pass validate() and have its travel tables; its fixed appointments without the candidate must not clash.
std::vector<Way> smallest_ways(Trip const& trip, int candidate);

// "give up the fixed appointment with Ada", "meet Bob at another time"
std::string in_words(Trip const& trip, Rule const& rule);

} // namespace attache::go
