// bench_plan [--seconds S] [--seed N] [--routes M] [--solution FILE] [--write DIR] [--why-not N] [--cancel N] FILE...:
// plans every file (own
// trips, TOPTW, MC-TOP-MTW, TTDP, OPHS, told apart by content) and prints one JSON array: value, bound, gap, proven,
// CPU seconds and by how many the stop was overrun, the value to compare with, the plan; seconds to the first plan and
// to one within 1 % of the best known (the value to compare with or the last plan's, whichever is more; absent if
// never), and the value after .1, .5, 1, 5 and 60 seconds.
// --routes: how many, comma between several (every file is planned with each). --solution: plans nothing, checks the
// routes in a JSON file, [[point, ...], ...], as another planner found them. --why-not N, --cancel N: then asks why N
// of those who are not met are not, and plans again without each of N who are: CPU seconds of each question, proven or
// not.
#include "go/plan.h"
#include "bench/original.h"
#include "bench/plan_task.h"
#include "go/check.h"
#include "go/replan.h"
#include "go/why_not.h"

#include <algorithm>
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
  std::size_t why_not = 0, cancel = 0;
  std::vector<int> routes{0};
  std::string write, solution;
  std::vector<std::string> files;
};

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

std::vector<int> numbers_of(std::string const& words) {
  std::vector<int> numbers;
  std::istringstream stream{words};
  for (std::string word; std::getline(stream, word, ',');)
    numbers.push_back(std::atoi(word.c_str()));
  return numbers;
}

Settings parse_arguments(int count, char** arguments) {
  Settings settings;
  for (int i = 1; i < count; ++i) {
    std::string const word = arguments[i];
    if (word == "--trace")
      settings.trace = true;
    else if (!word.starts_with("--") || i + 1 == count)
      settings.files.push_back(word);
    else if (std::string const value = arguments[++i]; word == "--seconds")
      settings.seconds = std::strtod(value.c_str(), nullptr);
    else if (word == "--seed")
      settings.seed = std::strtoull(value.c_str(), nullptr, 10);
    else if (word == "--write")
      settings.write = value;
    else if (word == "--solution")
      settings.solution = value;
    else if (word == "--why-not")
      settings.why_not = std::strtoull(value.c_str(), nullptr, 10);
    else if (word == "--cancel")
      settings.cancel = std::strtoull(value.c_str(), nullptr, 10);
    else if (word == "--routes")
      settings.routes = numbers_of(value);
  }
  return settings;
}

std::string slurp(std::string const& path) {
  std::ifstream file{path};
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

void compare(nlohmann::json& row, bench::Task const& task, double value) {
  if (!task.reference)
    return;
  row["reference"] = *task.reference;
  row["reference_proven"] = task.reference_proven;
  row["behind"] = (*task.reference - value) / std::max(1.0, std::abs(*task.reference));
}

// What both checkers say of the plan.
void check(nlohmann::json& row, bench::Task const& task, Plan const& plan) {
  auto const checked = go::value_of(task.trip, plan);
  bool valid = checked.has_value() && std::abs(*checked - plan.value) < 1e-6;
  if (task.published) {
    auto const original = bench::original_score(task.text, bench::original_routes(task, plan));
    if (original)
      row["original_value"] = *original;
    else
      row["original_error"] = original.error().what;
    valid = valid && original && std::abs(*original - plan.value) < 1e-6;
  }
  row["valid"] = valid;
  for (auto const& route : bench::original_routes(task, plan))
    row["plan"].push_back({{"from", route.from}, {"to", route.to}, {"points", route.points}});
}

// Routes that somebody else found.
void check_solution(nlohmann::json& row, bench::Task const& task, std::string const& path) {
  auto const file = nlohmann::json::parse(slurp(path), nullptr, false);
  std::vector<bench::OriginalRoute> routes;
  for (auto const& route : file)
    routes.push_back({.points = route.get<std::vector<int>>()});
  auto const score = bench::original_score(task.text, routes);
  row["valid"] = score.has_value();
  if (score)
    row["value"] = *score;
  else
    row["error"] = score.error().what;
  compare(row, task, score.value_or(0));
}

// The way there: when the first plan came, when one within 1 % of the best known, and how good the plan was when.
void tell_way(nlohmann::json& row, std::vector<std::pair<double, double>> const& values, double best_known) {
  row["first_plan_seconds"] = values.empty() ? -1 : values.front().first;
  for (auto const& [seconds, value] : values)
    if (value >= best_known - 0.01 * std::abs(best_known)) {
      row["within_1_percent_seconds"] = seconds;
      break;
    }
  for (auto const* moment : {"0.1", "0.5", "1", "5", "60"})
    for (auto const& [seconds, value] : values)
      if (seconds <= std::strtod(moment, nullptr))
        row["value_after"][moment] = value;
}

// At most `count` of them, evenly apart.
std::vector<int> some_of(std::vector<int> const& all, std::size_t count) {
  std::vector<int> some;
  for (std::size_t i = 0; i < std::min(count, all.size()); ++i)
    some.push_back(all[i * all.size() / std::min(count, all.size())]);
  return some;
}

// What `ask` takes, given when to stop, and whether its answer is proven.
template <class Ask>
nlohmann::json timed(std::string const& id, Settings const& settings, Ask const& ask) {
  auto const began = cpu_seconds();
  auto const answer = ask([&] { return cpu_seconds() - began > settings.seconds; });
  nlohmann::json row{{"candidate", id}, {"cpu_seconds", cpu_seconds() - began}};
  row["proven"] = answer && answer->proven;
  if (!answer)
    row["error"] = answer.error().what;
  return row;
}

void ask_again(nlohmann::json& row, Trip const& trip, Plan const& plan, Settings const& settings) {
  std::vector<int> met, others;
  for (int index = 0; index < static_cast<int>(trip.candidates.size()); ++index) {
    auto const holds = [&](PlanDay const& day) {
      return std::ranges::find(day.visits, index, &Visit::candidate) != day.visits.end();
    };
    (std::ranges::any_of(plan.days, holds) ? met : others).push_back(index);
  }
  for (auto const index : some_of(others, settings.why_not))
    row["why_not"].push_back(timed(trip.candidates[std::size_t(index)].id, settings, [&](auto const& stop) {
      return go::why_not(trip, plan, index, {.stop = stop, .seed = settings.seed});
    }));
  for (auto const index : some_of(met, settings.cancel)) {
    auto const& id = trip.candidates[std::size_t(index)].id;
    row["cancel"].push_back(timed(id, settings, [&](auto const& stop) {
      return go::replan(trip, plan, {.cancelled = {id}}, {.stop = stop, .seed = settings.seed});
    }));
  }
}

void measure(nlohmann::json& row, bench::Task const& task, Settings const& settings) {
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
  auto const plan = go::plan(task.trip, {.stop = stop, .seed = settings.seed}, listen);
  row["cpu_seconds"] = cpu_seconds() - began;
  row["overrun_seconds"] = std::max(0.0, cpu_seconds() - began - settings.seconds);
  if (!plan) {
    row["error"] = plan.error().what;
    return;
  }
  row["value"] = plan->value;
  row["bound"] = plan->bound;
  row["gap"] = (plan->bound - plan->value) / std::max(1.0, std::abs(plan->value));
  row["proven"] = plan->proven;
  row["bound_by"] = plan->bound_by;
  compare(row, task, plan->value);
  ask_again(row, task.trip, *plan, settings);
  check(row, task, *plan);
  tell_way(row, values, std::max(plan->value, task.reference.value_or(plan->value)));
  if (!settings.write.empty() && !task.published)
    std::ofstream{std::filesystem::path{settings.write} / row["file"].get<std::string>()}
        << bench::with_solution(task.text, *plan);
}

nlohmann::json measured(std::string const& path, int routes, Settings const& settings) {
  nlohmann::json row{{"file", std::filesystem::path{path}.filename().string()}};
  auto const task = bench::read_task(slurp(path), path, routes);
  if (!task) {
    row["error"] = task.error().what;
    return row;
  }
  row["routes"] = task->trip.days;
  if (settings.solution.empty())
    measure(row, *task, settings);
  else
    check_solution(row, *task, settings.solution);
  return row;
}

} // namespace

int main(int count, char** arguments) {
  auto const settings = parse_arguments(count, arguments);
  std::cout << "[";
  for (bool first = true; auto const& path : settings.files)
    for (auto const routes : settings.routes) {
      std::cout << (first ? "\n" : ",\n") << measured(path, routes, settings).dump() << std::flush;
      first = false;
    }
  std::cout << "\n]\n";
  return settings.files.empty() ? 2 : 0;
}
