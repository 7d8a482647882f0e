// What the parts of bench_names share: tables read from ../shared/data/names, splits and figures.
#pragma once

#include <cstdint>
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace attache::bench {

// Rows by column name; empty if the file is absent.
using Row = std::map<std::string, std::string>;
std::vector<Row> read_csv(std::string const& path);
std::string data_path(std::string_view file); // below ../shared/data, or ATTACHE_DATA

// Splits by a hash of the text, so that a row stays on its side whatever else changes. Weights are chosen and models
// are fitted on the tune half only; what a fitted model is tried with while it is made is held out of the tune half.
bool is_check(std::string_view key);
bool is_held_out(std::string_view key); // a fifth
// Whether the check halves are looked at: only with --check.
bool& with_check();

struct Counts {
  int true_positive = 0, false_positive = 0, false_negative = 0, true_negative = 0;
  void add(bool said, bool truth);
};
nlohmann::json figures(Counts const& counts);

// Evidence about one pair, and the truth. How far probabilities made of such bits can be believed: a shift (the prior)
// and, apart, a shift and a slope are fitted on `tune`; the gap between said and true is the mean over ten bins of 0..1.
struct Evidence {
  double bits = 0;
  bool same = false;
};
// Of log odds as they are shown: the slope that would be right (1 is), the gap and the Brier score.
nlohmann::json trust(std::vector<Evidence> const& pairs);
nlohmann::json calibration(std::vector<Evidence> const& tune, std::vector<Evidence> const& check);

nlohmann::json korean_people();
nlohmann::json foreign_names();
nlohmann::json korean_companies();
nlohmann::json labelled_pairs();
nlohmann::json senzing();
nlohmann::json sanctions();
nlohmann::json tables();
nlohmann::json synthetic();
nlohmann::json speed();
nlohmann::json believed();

// The labelled pairs of the OpenSanctions sample, weighed as if they were an office.
std::vector<Evidence> sanctions_evidence(bool check);

} // namespace attache::bench
