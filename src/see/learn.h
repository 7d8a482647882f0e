// Strength learnt from the office's own history, and the proof of how well it predicts there.
#pragma once

#include "model/tie.h"
#include "see/accuracy.h"
#include "see/fit.h"
#include "see/history.h"

#include <optional>
#include <string>
#include <vector>

namespace attache::see {

struct LearnRules {
  double horizon = 90; // days: active means a contact within them
  double window = 180; // days that count as lately
  double step = 45;    // days between the earlier dates that are learnt from
  int most_cut_offs = 24;
  std::size_t most_ties = 40'000; // of more ties on a date every n-th is looked at, and counts n times
};

// A model fitted on earlier dates whose horizon is over by `as_of`. Nothing while the history is too short, or if the
// default strength ranks the ties of the latest such date better than a model fitted on those before it does.
std::optional<StrengthModel> learn(Network const& network, Instant as_of, LearnRules const& rules = {});

// all_ties() with the learnt probability as strength, and what moves it most as the reasons. The same states.
std::vector<Tie> learnt_ties(Network const& network, StrengthModel const& model, Instant as_of);

// Those of one person only, with the same figures; `past` is histories(network, as_of). Cheaper than all of them.
std::vector<Tie> learnt_ties_of(std::vector<History> const& past, StrengthModel const& model, PersonId of,
                                Instant as_of);

// learnt_ties() where learn() finds a model, else all_ties(): what an office shows by default.
std::vector<Tie> best_ties(Network const& network, Instant as_of);

struct MethodScore {
  std::string name; // "attache", "default", "recency", "decay_30", "decay_90"
  double auc = 0;   // mean over the dates
  // Of scores turned into probabilities: attache's own, the others' by isotonic regression on the dates learnt from.
  double brier = 0, calibration_error = 0;
};

struct Miss {
  PersonId a{}, b{};
  Instant at{};         // the date of the prediction
  double predicted = 0; // by attache, or by the default where there is no attache
  bool happened = false;
};

struct Backtest {
  std::vector<MethodScore> methods;  // best AUC first; without "attache" if there was too little to fit
  std::vector<Instant> dates;        // of prediction, ascending; empty if the history is too short for any
  int predictions = 0, happened = 0; // over all dates
  std::vector<ReliabilityBin> curve; // of the method of `worst`
  std::vector<Miss> worst;           // ten at most, largest error first
};

// Replays history: on each of up to `dates` past dates predicts who will be in contact within the horizon, having
// learnt only from what was over then, and compares with what came.
Backtest backtest(Network const& network, Instant as_of, int dates = 6, LearnRules const& rules = {});

} // namespace attache::see
