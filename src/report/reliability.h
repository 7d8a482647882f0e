// How well strength predicts in one office: figures, the reliability curve as a picture, and the worst misses.
#pragma once

#include "base/time.h"

#include <string>
#include <vector>

namespace attache::report {

struct PredictedMethod {
  std::string name; // for people: "learnt strength"
  double auc = 0, brier = 0, calibration_error = 0;
  bool shown = false; // the one of the curve and the misses
};

// A bin of the curve: means over `count` predictions.
struct PredictedBin {
  double predicted = 0, happened = 0; // 0..1
  int count = 0;
};

struct PredictedMiss {
  std::string who; // "Do Haneul and Mina Seo"
  Instant at{};    // the date of the prediction
  double predicted = 0;
  bool happened = false;
};

struct Reliability {
  std::string principal;
  Instant as_of{};
  int horizon_days = 0;
  std::vector<Instant> dates; // of prediction
  int predictions = 0, happened = 0;
  std::vector<PredictedMethod> methods; // best first
  std::vector<PredictedBin> curve;      // by predicted, ascending
  std::vector<PredictedMiss> worst;
  std::string because;              // which strength is shown, and why
  std::vector<std::string> missing; // what the history lacks
};

// One self-contained page that prints well, in light and dark.
std::string reliability_html(Reliability const& reliability);
// Only the picture: an <svg> whose marks take their colours from classes of the stylesheet.
std::string reliability_svg(std::vector<PredictedBin> const& curve);

} // namespace attache::report
