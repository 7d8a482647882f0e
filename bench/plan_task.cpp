#include "bench/plan_task.h"

#include "bench/orienteering.h"

#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <sstream>

namespace attache::bench {
namespace {

std::vector<std::string> fields_of(std::string const& line) {
  std::vector<std::string> fields;
  std::istringstream stream{line};
  for (std::string field; std::getline(stream, field, ',');)
    fields.push_back(field);
  return fields;
}

// The line whose two fields in `key` are the wanted ones.
std::optional<std::vector<std::string>> line_with(std::filesystem::path const& table, std::size_t name_field,
                                                  std::string const& name, std::size_t routes_field, int routes) {
  std::ifstream file{table};
  for (std::string line; std::getline(file, line);)
    if (auto fields = fields_of(line); fields.size() > std::max(name_field, routes_field) &&
                                       fields[name_field] == name && fields[routes_field] == std::to_string(routes))
      return fields;
  return {};
}

void find_reference(Task& task, Format format, std::filesystem::path const& path) {
  auto const stem = path.stem().string();
  auto const short_name = stem.substr(stem.rfind('-') + 1);
  auto const folder = std::filesystem::absolute(path).parent_path();
  for (auto const& beside : {folder, folder.parent_path()}) {
    if (format == Format::toptw)
      if (auto const line = line_with(beside / "toptw_best.csv", 0, short_name, 1, task.trip.days); line) {
        task.reference = std::strtod((*line)[2].c_str(), nullptr);
        task.reference_proven = line->size() > 4 && (*line)[4] == "yes";
      }
    if (format == Format::mctopmtw)
      if (auto const line = line_with(beside / "mctopmtw_reference.csv", 1, short_name, 0, task.trip.days); line)
        task.reference = std::strtod((*line)[2].c_str(), nullptr);
  }
}

} // namespace

Result<Task> read_task(std::string text, std::string const& path, int routes) {
  Task task{.text = std::move(text)};
  if (task.text.starts_with('{')) {
    auto synth = TRY(parse_trip_synth(task.text, path));
    task.trip = std::move(synth.trip);
    if (synth.known.best > 0)
      task.reference = synth.known.best;
    task.reference_proven = synth.known.proven;
    return task;
  }
  auto const format = format_of(task.text);
  task.trip = TRY(parse_orienteering(task.text, path, routes));
  task.published = true;
  task.hotels = format == Format::ophs ? static_cast<int>(task.trip.cities.size()) : 0;
  find_reference(task, format, path);
  return task;
}

std::vector<OriginalRoute> original_routes(Task const& task, Plan const& plan) {
  std::vector<OriginalRoute> routes;
  for (auto const& day : plan.days) {
    routes.push_back({.from = day.from, .to = day.to});
    for (auto const& visit : day.visits) {
      auto const& id = task.trip.candidates[std::size_t(visit.candidate)].id;
      routes.back().points.push_back(std::atoi(id.c_str()));
    }
  }
  return routes;
}

} // namespace attache::bench
