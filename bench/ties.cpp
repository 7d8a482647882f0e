// How well strength predicts contacts, on four public contact streams: prints one JSON object.
// usage: bench_ties [FOLDER]   the folder with enron, rado, uci and eu .tsv.gz (default: $ATTACHE_DATA/ties, else
// ../shared/data/ties). The protocol is in the README of that folder's parent.
#include "see/accuracy.h"
#include "see/default_strength.h"
#include "see/fit.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fmt/format.h>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace {

using namespace attache::see;

struct Protocol {
  std::string name;
  double window = 0, horizon = 0;
  std::vector<double> cuts;
  double train_from = 0, train_step = 0;
};

std::vector<double> steps(double from, double to, double step) {
  std::vector<double> days;
  for (auto day = from; day <= to; day += step)
    days.push_back(day);
  return days;
}

std::vector<Protocol> protocols() {
  return {{"rado", 60, 30, steps(150, 240, 15), 75, 15},
          {"enron", 180, 90, steps(630, 1080, 90), 360, 60},
          {"uci", 45, 30, steps(90, 150, 15), 40, 10},
          {"eu", 45, 30, {90, 100, 110, 118}, 45, 10}};
}

std::vector<Event> read_events(std::string const& path) {
  auto const close = [](FILE* file) { pclose(file); };
  std::unique_ptr<FILE, decltype(close)> const pipe{popen(("gzip -dc '" + path + "'").c_str(), "r"), close};
  std::vector<Event> events;
  std::array<char, 256> line{};
  double origin = 0;
  while (pipe && std::fgets(line.data(), static_cast<int>(line.size()), pipe.get()) != nullptr) {
    double seconds = 0;
    unsigned from = 0, to = 0;
    float weight = 1;
    if (std::sscanf(line.data(), "%lf %u %u %f", &seconds, &from, &to, &weight) != 4) // NOLINT(cert-err34-c): numbers
      continue;                                                                       // only; the header has none
    if (events.empty())
      origin = seconds;
    events.push_back({.day = seconds, .a = from, .b = to, .weight = weight});
    origin = std::min(origin, seconds);
  }
  for (auto& event : events)
    event.day = (event.day - origin) / 86400;
  return events;
}

struct Scores {
  std::vector<double> auc, brier, calibration;
  std::vector<Outcome> all; // of every cut-off
  void add(std::vector<Outcome> const& outcomes) {
    all.insert(all.end(), outcomes.begin(), outcomes.end());
    auc.push_back(attache::see::auc(outcomes));
    brier.push_back(attache::see::brier(outcomes));
    calibration.push_back(calibration_error(outcomes));
  }
};

double mean(std::vector<double> const& values) {
  double sum = 0;
  for (auto const value : values)
    sum += value;
  return values.empty() ? 0 : sum / static_cast<double>(values.size());
}

std::vector<Outcome> scored(std::vector<Sample> const& samples, std::function<double(Sample const&)> const& score) {
  std::vector<Outcome> outcomes;
  for (auto const& sample : samples)
    outcomes.push_back({score(sample), sample.active});
  return outcomes;
}

// Every event counts 1: that is the better one of the two decays.
double decayed(Stream const& stream, Sample const& sample, double day, double half_life) {
  double sum = 0;
  auto const& pair = stream.pairs[sample.pair];
  for (auto i = pair.begin; i < pair.end && stream.events[i].day < day; ++i)
    sum += std::exp2(-(day - stream.events[i].day) / half_life);
  return sum;
}

// What an office without a history of its own would say.
double shipped(Stream const& stream, Sample const& sample, double day) {
  auto const instant = [](double days) { return attache::Instant{std::chrono::seconds{std::llround(days * 86400)}}; };
  History history;
  auto const& pair = stream.pairs[sample.pair];
  for (auto i = pair.begin; i < pair.end && stream.events[i].day < day; ++i)
    history.encounters.push_back({.at = instant(stream.events[i].day), .weight = stream.events[i].weight});
  return default_strength(measures_of(history, instant(day)));
}

double silence(Sample const& sample) { return sample.features.at(static_cast<std::size_t>(Feature::silence)); }

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

struct Fitted {
  std::map<std::string, Scores> scores;
  double seconds = 0; // of CPU: features, fits and scores of every method
};

// Labels of training cut-offs are closed at the cut-off: c + horizon <= T.
Fitted run(Stream const& stream, Protocol const& protocol) {
  Fitted result;
  auto const start = cpu_seconds();
  std::vector<PastDate> dates;
  for (auto c = protocol.train_from; c + protocol.horizon <= protocol.cuts.back(); c += protocol.train_step)
    dates.push_back({c, samples_at(stream, {.day = c, .window = protocol.window, .horizon = protocol.horizon})});
  std::optional<StrengthModel> model;
  for (auto const day : protocol.cuts) {
    model = fit_closed(dates, day, protocol.horizon, {}, model ? &*model : nullptr);
    auto const tested = samples_at(stream, {.day = day, .window = protocol.window, .horizon = protocol.horizon});
    if (model)
      result.scores["attache"].add(scored(tested, [&](auto const& one) { return probability(*model, one.features); }));
    result.scores["default"].add(scored(tested, [&](auto const& one) { return shipped(stream, one, day); }));
    result.scores["recency"].add(scored(tested, [](auto const& one) { return -silence(one); }));
    for (auto const half_life : {30, 90})
      result.scores[fmt::format("decay_{}", half_life)].add(
          scored(tested, [&](auto const& one) { return decayed(stream, one, day, half_life); }));
  }
  result.seconds = cpu_seconds() - start;
  return result;
}

// Who comes back among the silent ties of the mail set: one model learns from all ties of the earlier cut-offs, silent
// or not, and is tested on the silent ones of the last two.
std::string restored(Stream const& stream) {
  auto const ties_at = [&](double day, double least_silence, int least_active_days) {
    return samples_at(stream, {.day = day,
                               .window = 180,
                               .horizon = 90,
                               .least_silence = least_silence,
                               .least_active_days = least_active_days,
                               .only_recent = false});
  };
  std::vector<Sample> training;
  for (auto const day : steps(630, 810, 90))
    for (auto const& sample : ties_at(day, 0, 1))
      training.push_back(sample);
  auto const model = fit(training, {.ridge = 3});
  if (!model)
    return "null";
  std::vector<double> aucs;
  std::vector<Outcome> all;
  for (auto const day : {900.0, 990.0}) {
    auto const outcomes =
        scored(ties_at(day, 90, 3), [&](auto const& one) { return probability(*model, one.features); });
    aucs.push_back(auc(outcomes));
    all.insert(all.end(), outcomes.begin(), outcomes.end());
  }
  auto const [low, high] = auc_interval(all, 1000, 1);
  return fmt::format(R"({{"mean_auc": {:.4f}, "pooled_auc": {:.4f}, "low": {:.4f}, "high": {:.4f}, "ties": {}}})",
                     mean(aucs), auc(all), low, high, all.size());
}

std::string json(std::string const& name, Fitted const& fitted) {
  std::string methods;
  for (auto const& [method, scores] : fitted.scores) {
    methods += fmt::format(R"({}"{}": {{"auc": {:.4f})", methods.empty() ? "" : ", ", method, mean(scores.auc));
    if (method == "attache" || method == "default")
      methods += fmt::format(R"(, "brier": {:.4f}, "calibration_error": {:.4f}, "pooled_calibration_error": {:.4f})",
                             mean(scores.brier), mean(scores.calibration), calibration_error(scores.all));
    methods += "}";
  }
  return fmt::format(R"("{}": {{{}, "cpu_seconds": {:.3f}}})", name, methods, fitted.seconds);
}

} // namespace

int main(int argc, char** argv) {
  auto const* const set = std::getenv("ATTACHE_DATA"); // NOLINT(concurrency-mt-unsafe): one thread
  auto const folder = argc > 1 ? std::string{argv[1]} : std::string{set != nullptr ? set : "../shared/data"} + "/ties";
  std::string sets, silent = "null";
  double total = 0, seconds = 0;
  for (auto const& protocol : protocols()) {
    auto events = read_events(folder + "/" + protocol.name + ".tsv.gz");
    if (events.empty()) {
      fmt::print(stderr, "bench_ties: skipped, no {}/{}.tsv.gz\n", folder, protocol.name);
      return 0;
    }
    auto const stream = make_stream(std::move(events));
    auto const fitted = run(stream, protocol);
    sets += (sets.empty() ? "" : ",\n    ") + json(protocol.name, fitted);
    total += mean(fitted.scores.at("attache").auc) / 4;
    seconds += fitted.seconds;
    if (protocol.name == "enron")
      silent = restored(stream);
  }
  fmt::print("{{\n  \"sets\": {{\n    {}\n  }},\n  \"mean_auc\": {:.4f},\n  \"restored_enron\": {},\n  \"seconds\": "
             "{:.3f}\n}}\n",
             sets, total, silent, seconds);
}
