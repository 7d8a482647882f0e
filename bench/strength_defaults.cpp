// Fits the shipped default strength (see/default_strength.h) on made streams of contacts, and says how well it does on
// the last of them, which it does not learn from: prints one JSON object.
// usage: bench_strength_defaults HORIZON FILE FILE...   days (90: ties, 365: introductions), then two or more CSV
// files: t_unix,kind (m = message, g = meeting),src,dst
#include "see/accuracy.h"
#include "see/default_strength.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fmt/format.h>
#include <fstream>
#include <map>
#include <string>
#include <vector>

namespace {

using namespace attache;
using namespace attache::see;

constexpr double every_days = 190, ridge = 20;

struct Row {
  Measures measures{};
  bool active = false;
};

std::vector<History> read_stream(std::string const& path) {
  std::map<std::pair<unsigned, unsigned>, std::vector<Encounter>> pairs;
  std::ifstream file{path};
  std::string line;
  while (std::getline(file, line)) {
    long long t = 0;
    char kind = 0;
    unsigned a = 0, b = 0;
    if (std::sscanf(line.c_str(), "%lld,%c,%u,%u", &t, &kind, &a, &b) != 4) // NOLINT(cert-err34-c): our own numbers
      continue;                                                             // the header
    auto const of = kind == 'g' ? ContactKind::meeting : ContactKind::message;
    pairs[std::minmax(a, b)].push_back(
        {.at = Instant{std::chrono::seconds{t}}, .kind = of, .people = 2, .weight = weight_of(of, 2)});
  }
  std::vector<History> all;
  for (auto& [ends, encounters] : pairs) {
    std::ranges::sort(encounters, {}, &Encounter::at);
    all.push_back({.a = PersonId{ends.first}, .b = PersonId{ends.second}, .encounters = std::move(encounters)});
  }
  return all;
}

std::chrono::seconds days(double count) { return std::chrono::seconds{std::llround(count * 86400)}; }

// Every tie on dates half a year apart, as far as the horizon is over by the end of the stream.
std::vector<Row> rows_of(std::vector<History> const& histories, double horizon_days) {
  Instant first = Instant::max(), last = Instant::min();
  for (auto const& history : histories) {
    first = std::min(first, history.encounters.front().at);
    last = std::max(last, history.encounters.back().at);
  }
  std::vector<Row> rows;
  for (auto at = first + days(360); at + days(horizon_days) <= last; at += days(every_days))
    for (auto const& history : histories) {
      if (history.encounters.front().at > at)
        continue;
      auto const next = std::ranges::upper_bound(history.encounters, at, {}, &Encounter::at);
      rows.push_back(
          {measures_of(history, at), next != history.encounters.end() && next->at <= at + days(horizon_days)});
    }
  return rows;
}

Measures middle_of(std::vector<Row> const& rows) {
  Measures middle{};
  for (auto const& row : rows)
    for (std::size_t i = 0; i < measure_count; ++i)
      middle[i] += row.measures[i] / static_cast<double>(rows.size());
  return middle;
}

// Ridge logistic regression by projected coordinate descent: a weight of the wrong sign is held at 0.
DefaultWeights fit(std::vector<Row> const& rows) {
  DefaultWeights fitted{.middle = middle_of(rows)};
  auto const coordinate = [&](std::size_t i) -> double& { return i < measure_count ? fitted.weight[i] : fitted.bias; };
  for (auto round = 0; round < 400; ++round) {
    double largest = 0;
    for (std::size_t i = 0; i <= measure_count; ++i) {
      auto const penalty = i < measure_count ? ridge : 0;
      double slope = -penalty * coordinate(i), curve = penalty;
      for (auto const& row : rows) {
        auto const p = default_strength(row.measures, fitted);
        auto const x = i < measure_count ? row.measures[i] : 1;
        slope += ((row.active ? 1 : 0) - p) * x;
        curve += p * (1 - p) * x * x;
      }
      auto const old = coordinate(i);
      auto next = old + slope / std::max(curve, 1e-9);
      if (i < measure_count)
        next = i == 0 ? std::min(next, 0.0) : std::max(next, 0.0);
      coordinate(i) = next;
      largest = std::max(largest, std::abs(next - old));
    }
    if (largest < 1e-5)
      break;
  }
  return fitted;
}

std::vector<Outcome> outcomes_of(std::vector<Row> const& rows, DefaultWeights const& weights) {
  std::vector<Outcome> outcomes;
  for (auto const& row : rows)
    outcomes.push_back({default_strength(row.measures, weights), row.active});
  return outcomes;
}

} // namespace

int main(int argc, char** argv) {
  auto const horizon = argc > 1 ? std::strtod(argv[1], nullptr) : 0;
  if (argc < 4 || horizon <= 0) {
    fmt::print(stderr, "usage: bench_strength_defaults HORIZON FILE FILE...   the last file is only checked on\n");
    return 2;
  }
  std::vector<Row> training;
  for (int i = 2; i + 1 < argc; ++i) {
    auto rows = rows_of(read_stream(argv[i]), horizon);
    training.insert(training.end(), rows.begin(), rows.end());
  }
  auto const fitted = fit(training);
  auto const check = rows_of(read_stream(argv[argc - 1]), horizon);
  auto const judged = [&](std::string_view name, DefaultWeights const& weights) {
    auto const outcomes = outcomes_of(check, weights);
    return fmt::format(R"("{}": {{"auc": {:.4f}, "brier": {:.4f}, "calibration_error": {:.4f}}})", name, auc(outcomes),
                       brier(outcomes), calibration_error(outcomes));
  };
  fmt::print(R"({{"horizon": {}, "rows": {}, "bias": {:.3f}, "weight": [{:.3f}], "middle": [{:.3f}], "checked_rows": {},
 {},
 {},
 {}}}
)",
             horizon, training.size(), fitted.bias, fmt::join(fitted.weight, ", "), fmt::join(fitted.middle, ", "),
             check.size(), judged("fitted", fitted), judged("shipped_for_90_days", default_weights),
             judged("shipped_for_365_days", yearly_weights));
}
