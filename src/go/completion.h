// The most that a day can still bring from where one is: an optimistic completion, for cutting off what cannot pay.
#pragma once

#include "go/day_graph.h"
#include "go/label.h"
#include "go/meter.h"

#include <array>

namespace attache::go {

// Candidates may be met again and again, but not one between two meetings with another (2-cycles are out; Kohl,
// Desrosiers, Madsen, Solomon, Soumis 1999). Worked out when first asked for; the graph, the prices and the meter must
// stay. Once the meter is spent, what is not worked out yet is without limit.
class Completion {
public:
  Completion(DayGraph const& graph, Prices const& prices, Meter& meter);

  // The most after the stop, ended at `time`, the way to the night's hotel included, when the meeting before was at the
  // place `previous` (-1: none). `top`: the day has its top meeting.
  double after(int stop, int time, bool top, int previous);

private:
  struct Best {
    double first = unknown, second = never; // the best, and the best with another next place
    int next = -1;
  };
  static constexpr double unknown = 1e300;

  Best const& best(int stop, int time, bool top);
  [[nodiscard]] double ending(int place, int time) const;
  double through(int previous, int place, int arrival, bool top);

  DayGraph const& graph_;
  Prices const& prices_;
  Meter& meter_;
  std::vector<int> useful_;                // places that can be worth their while
  std::vector<int> first_;                 // per stop: where its moments begin in the tables
  int step_ = 1;                           // so many minutes share a cell
  std::array<std::vector<Best>, 2> known_; // without and with a top meeting so far
  Best const unlimited_;
};

} // namespace attache::go
