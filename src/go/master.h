// Column generation: the linear relaxation over all day routes that obey some choices, and with it multipliers and a
// bound (Desaulniers, Desrosiers, Solomon 2005), sharpened by cuts.
#pragma once

#include "go/choice.h"
#include "go/route_lp.h"

#include <functional>
#include <memory>

namespace attache::go {

// A bound as data: no plan of the choices is worth more than constant_of(multipliers) and the sum of `best_of_day`,
// because at their prices no route of a day that obeys the choices is worth more than the day's entry.
struct Bound {
  Multipliers multipliers; // may know only the first of the trios
  std::vector<double> best_of_day;
  double value = -never;
  int remembered = 0; // also holds for routes that meet again whom they forget: nearest(); 0: they forget nobody
};

// A column of the programme at hand.
struct SharedColumn {
  DayRoute route;
  std::vector<int> candidates; // ascending
  double share = 0;            // in the programme's solution
  bool simple = true;          // meets nobody twice
};

class Master {
public:
  Master(Instance const& instance, std::vector<DayGraph> const& graphs, Meter& meter);
  ~Master();
  Master(Master const&) = delete;
  Master& operator=(Master const&) = delete;

  // More columns to work with.
  void add(Routes const& routes);
  // From here on, only plans of these choices count that are worth more than `worth`; `bound` is a bound on them,
  // `from` where the linear programme begins (empty: as it stands).
  void enter(std::vector<Choice> const& choices, RouteLp::Stand const& from, Bound const& bound, double worth);
  // Solves the programme. `improved` hears of each better bound and says whether it is enough. True if solved to the
  // end: false if that was enough, or the effort is spent.
  bool solve(std::function<bool(Bound const&)> const& improved);
  // Adds the cuts that the solution breaks most. False if it breaks none, or there are too many already.
  bool cut();

  // Of the last solution: its columns with a share, its worth, and where it stands.
  [[nodiscard]] std::vector<SharedColumn> solution() const;
  [[nodiscard]] double value() const;
  [[nodiscard]] RouteLp::Stand stand() const;
  // Roughly, what the solution is worth at most with one more choice.
  double estimate(Choice const& choice);
  [[nodiscard]] std::vector<Trio> const& trios() const;

private:
  class Engine;
  std::unique_ptr<Engine> engine_;
};

// Every day without a meeting, from city to city.
std::vector<DayRoute> idle_days(Instance const& instance, std::vector<DayGraph> const& graphs);

} // namespace attache::go
