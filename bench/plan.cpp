// bench_plan [--seconds S] [--seed N] [--write DIR] FILE...: plans every trip file and prints one JSON array: value,
// bound, gap, proven, CPU seconds, seconds to the first plan and to within 1 % of the last one.
#include "go/plan.h"
#include "bench/trip_synth.h"
#include "go/check.h"

#include <cmath>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <sstream>

namespace {

using namespace attache;

struct Settings {
  double seconds = 60;
  std::uint64_t seed = 1;
  bool trace = false;
  std::string write;
  std::vector<std::string> files;
};

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

Settings parse_arguments(int count, char** arguments) {
  Settings settings;
  for (int i = 1; i < count; ++i) {
    std::string const word = arguments[i];
    if (word == "--seconds" && i + 1 < count)
      settings.seconds = std::strtod(arguments[++i], nullptr);
    else if (word == "--seed" && i + 1 < count)
      settings.seed = std::strtoull(arguments[++i], nullptr, 10);
    else if (word == "--write" && i + 1 < count)
      settings.write = arguments[++i];
    else if (word == "--trace")
      settings.trace = true;
    else
      settings.files.push_back(word);
  }
  return settings;
}

std::string slurp(std::string const& path) {
  std::ifstream file{path};
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

nlohmann::json measure(std::string const& path, Settings const& settings) {
  nlohmann::json row{{"file", std::filesystem::path{path}.filename().string()}};
  auto const text = slurp(path);
  auto const synth = bench::parse_trip_synth(text, path);
  if (!synth) {
    row["error"] = synth.error().what;
    return row;
  }
  std::vector<std::pair<double, double>> values; // seconds, value
  auto const began = cpu_seconds();
  auto const listen = [&](go::Standing const& standing) {
    auto const now = cpu_seconds() - began;
    if (std::isfinite(standing.value) && (values.empty() || standing.value > values.back().second))
      values.emplace_back(now, standing.value);
    if (settings.trace)
      std::cerr << now << " s " << standing.phase << " value " << standing.value << " bound " << standing.bound << '\n';
  };
  auto const stop = [&] { return cpu_seconds() - began > settings.seconds; };
  auto const plan = go::plan(synth->trip, {.stop = stop, .seed = settings.seed}, listen);
  row["cpu_seconds"] = cpu_seconds() - began;
  if (!plan) {
    row["error"] = plan.error().what;
    return row;
  }
  auto const checked = go::value_of(synth->trip, *plan);
  row["valid"] = checked.has_value() && std::abs(*checked - plan->value) < 1e-6;
  row["value"] = plan->value;
  row["bound"] = plan->bound;
  row["gap"] = (plan->bound - plan->value) / std::max(1.0, std::abs(plan->value));
  row["proven"] = plan->proven;
  row["bound_by"] = plan->bound_by;
  row["known"] = synth->known.best;
  row["known_proven"] = synth->known.proven;
  row["first_plan_seconds"] = values.empty() ? -1 : values.front().first;
  for (auto const& [seconds, value] : values)
    if (value >= values.back().second - 0.01 * std::abs(values.back().second)) {
      row["within_1_percent_seconds"] = seconds;
      break;
    }
  if (!settings.write.empty())
    std::ofstream{std::filesystem::path{settings.write} / row["file"].get<std::string>()}
        << bench::with_solution(text, *plan);
  return row;
}

} // namespace

int main(int count, char** arguments) {
  auto const settings = parse_arguments(count, arguments);
  std::cout << "[";
  for (bool first = true; auto const& path : settings.files) {
    std::cout << (first ? "\n" : ",\n") << measure(path, settings).dump() << std::flush;
    first = false;
  }
  std::cout << "\n]\n";
  return settings.files.empty() ? 2 : 0;
}
