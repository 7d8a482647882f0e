// Contacts as a plain stream of dated pairs, ordered for the features of a tie at any date.
#pragma once

#include "see/history.h"

#include <cstdint>
#include <vector>

namespace attache::see {

// One contact of one pair. `day` counts from any origin; `forward` says that the smaller number began it, as far as
// known.
struct Event {
  double day = 0;
  std::uint32_t a = 0, b = 0; // a < b, numbers of people
  float weight = 1;           // 0..1: weight_of(), or one over the number of recipients
  bool forward = true;
};

struct Pair {
  std::uint32_t a = 0, b = 0;
  std::size_t begin = 0, end = 0; // its events
};

struct Stream {
  std::vector<Event> events; // by pair, then day
  std::vector<Pair> pairs;   // by a, then b
  std::uint32_t people = 0;  // numbers are below this
};

// Puts events in order. Those of a person with themselves are dropped.
Stream make_stream(std::vector<Event> events);

// The stream of an office: one pair per history, in the same order; days since 1970. `people` gets the PersonId of each
// number, ascending.
Stream stream_of(std::vector<History> const& histories, std::vector<PersonId>& people);

} // namespace attache::see
