// How fast people are found among a million by what somebody types: JSON on standard output.
// usage: bench_find [--names N] [--queries N]
#include "base/unicode.h"
#include "invented_people.h"
#include "resolve/hangul.h"
#include "resolve/name_index.h"

#include <algorithm>
#include <ctime>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <sys/resource.h>

namespace {

using namespace attache;

double cpu_milliseconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

double quantile(std::vector<double> values, double at) {
  std::ranges::sort(values);
  return values[static_cast<std::size_t>(at * static_cast<double>(values.size() - 1))];
}

// What a person types who looks for this name.
std::map<std::string, std::string> typed(std::string const& name, std::mt19937& random) {
  auto const points = resolve::to_utf32(name);
  std::map<std::string, std::string> out{{"whole_name", name}};
  if (has_hangul(name)) {
    if (points.size() >= 3)
      out["two_syllables"] = resolve::to_utf8(std::u32string_view{points}.substr(1, 2));
    out["one_syllable"] = resolve::to_utf8(std::u32string_view{points}.substr(0, 1));
    return out;
  }
  for (std::size_t const letters : {1U, 2U, 3U, 5U})
    out["first_" + std::to_string(letters)] = name.substr(0, letters);
  auto wrong = name;
  wrong.erase(1 + random() % (wrong.size() - 1), 1);
  out["typing_error"] = wrong;
  return out;
}

struct Kind {
  std::vector<double> milliseconds;
  int asked = 0, found = 0;
};

} // namespace

int main(int count, char** arguments) {
  std::map<std::string, std::size_t> options{{"--names", 1'000'000}, {"--queries", 400}};
  for (int i = 1; i + 1 < count; i += 2)
    options[arguments[i]] = std::stoul(arguments[i + 1]);
  bench::InventedPeople invented(3);
  std::vector<std::uint32_t> truth;
  resolve::NameIndex index;
  std::vector<std::pair<RecordId, std::string>> known;
  std::mt19937 random(1);
  double building = 0;
  while (index.size() < options["--names"]) {
    auto block = invented.next(65'536, truth);
    for (auto& profile : block)
      profile.emails.clear();
    auto const before = cpu_milliseconds();
    index.add(block);
    building += cpu_milliseconds() - before;
    for (auto const& profile : block)
      if (!profile.names.empty() && random() % 500 == 0)
        known.emplace_back(profile.record, profile.names.front());
  }
  index.rank([](RecordId record) { return static_cast<double>(number(record) * 2654435761 % 1000) / 1000; });
  std::ranges::shuffle(known, random);
  std::map<std::string, Kind> kinds;
  std::vector<double> all;
  for (std::size_t i = 0; i < std::min(known.size(), options["--queries"]); ++i)
    for (auto const& [kind, query] : typed(known[i].second, random)) {
      auto const before = cpu_milliseconds();
      auto const found = index.find(query, RecordKind::person, [](RecordId record) { return record; });
      auto const took = cpu_milliseconds() - before;
      auto& one = kinds[kind];
      one.milliseconds.push_back(took);
      all.push_back(took);
      ++one.asked;
      one.found += found.empty() || found.front().score < 0.5 ? 0 : 1;
    }
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  nlohmann::json out{
      {"names", index.size()}, {"building_cpu_seconds", building / 1e3}, {"peak_mib", used.ru_maxrss / 1024}};
  auto const figures = [](std::vector<double> const& values) {
    return nlohmann::json{
        {"p50", quantile(values, 0.5)}, {"p95", quantile(values, 0.95)}, {"p99", quantile(values, 0.99)}};
  };
  out["cpu_milliseconds"] = figures(all);
  for (auto const& [kind, one] : kinds)
    out["kinds"][kind] = {
        {"asked", one.asked}, {"answered", one.found}, {"cpu_milliseconds", figures(one.milliseconds)}};
  std::cout << out.dump(2) << '\n';
}
