// Large-neighbourhood search by taking meetings out and putting others in (Schrimpf et al. 2000; removal of strings and
// insertion with blinks after Christiaens, Vanden Berghe 2020), accepted as in simulated annealing. Some ten thousand
// tries a second.
#pragma once

#include "go/random.h"
#include "go/tours.h"

#include <functional>

namespace attache::go {

class Ruin {
public:
  Ruin(Instance const& instance, std::uint64_t seed);

  // Goes on from a plan, perhaps one that somebody else found.
  void start(Routes const& routes);
  // Tries for about so many steps (of meter.h). `improved` hears of every better plan. Returns the
  // steps taken.
  std::int64_t run(std::int64_t steps, std::function<void(Routes const&, double)> const& improved);

  [[nodiscard]] Routes const& best() const { return best_; }
  [[nodiscard]] double best_worth() const { return best_worth_; }
  [[nodiscard]] int tries() const { return try_; }

private:
  struct Chosen {
    Place place;
    double score = 0;
  };
  void take_out();
  void take_strings(int seed);
  void take_some(int count);
  void take_for(int candidate);
  void take_for_caps(int candidate);
  void take_days();
  void move_nights();
  void remove_string(int candidate, int length);
  void put_in();
  void put_in_order();
  void put_in_by_ratio();
  void choose_open();
  [[nodiscard]] Chosen best_place(int candidate, int only_day);
  [[nodiscard]] double key(int candidate);
  void price_caps();
  void set_fines();
  void adapt_fines();
  void decide(std::function<void(Routes const&, double)> const& improved);
  void next_cycle();
  [[nodiscard]] double objective() const;
  double noise(double size) { return 1 + size * (2 * random_.unit() - 1); }

  Instance const& instance_;
  TourTables tables_;
  Tours tours_;
  Random random_;
  std::vector<double> value_;  // per candidate: the most of any spot
  std::vector<int> time_cost_; // per candidate: length and the way from its neighbours
  std::vector<int> unmet_;     // candidates that could be met at all, seeds for a ruin
  std::vector<int> open_;      // candidates to put in, this try
  std::vector<std::pair<double, int>> order_;
  std::vector<Chosen> chosen_;
  std::vector<int> removed_at_; // per candidate: the try in which it was taken out
  std::vector<int> dropped_;
  std::vector<double> cap_cost_; // per candidate, this try: what it uses of the caps, in minutes
  std::vector<double> cap_price_;
  std::vector<double> unit_;  // per cap: a typical value for what a typical meeting uses
  std::vector<double> fine_;  // per cap: what a unit of overdraft costs the objective
  double spare_time_ = 0;     // the hours of all days
  int try_ = 0, wanted_ = -1; // wanted_: room was made for them
  bool everywhere_ = false;   // nothing was taken out: all days have to be looked at
  double typical_ = 1;        // value of a meeting
  double minute_ = 0;         // what a minute of travel counts, to tell equals apart
  double temperature_ = 0, current_ = never;
  int cycle_ = 0, cycle_tries_ = 0, cycle_length_ = 0;
  int by_push_ = 0, order_kind_ = 0;
  bool at_a_loss_ = false; // this try: a journey may cost more than whom it leads to is worth, if others follow
  std::int64_t steps_ = 0;
  Routes best_;
  double best_worth_ = never, best_objective_ = never;
};

} // namespace attache::go
