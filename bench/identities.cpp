// Who is who at scale: JSON on standard output. docs/method-names.md says what each figure means.
// usage: bench_identities [--records N] [--threads N] [--inserts N]
#include "resolve/identities.h"
#include "invented_people.h"
#include "resolve/block.h"
#include "resolve/score.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <ctime>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <sys/resource.h>
#include <thread>

namespace {

using namespace attache;
using Clock = std::chrono::steady_clock;

double seconds(Clock::time_point from) { return std::chrono::duration<double>(Clock::now() - from).count(); }
double cpu() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

ForEach threads(unsigned count) {
  return [count](std::size_t parts, std::function<void(std::size_t)> const& part) {
    std::atomic<std::size_t> next{0};
    std::vector<std::jthread> workers;
    for (unsigned i = 0; i < count; ++i)
      workers.emplace_back([&] {
        for (auto one = next++; one < parts; one = next++)
          part(one);
      });
  };
}

struct Pairs {
  std::uint64_t said = 0, right = 0, true_ones = 0;
};

// Pairs of records in one cluster, of one person, and both.
Pairs pairs(resolve::Identities const& identities, std::vector<std::uint32_t> const& truth) {
  std::map<std::uint32_t, std::vector<RecordId>> people;
  std::map<RecordId, std::uint64_t> sizes;
  for (std::size_t i = 0; i < truth.size(); ++i) {
    auto const cluster = identities.of(RecordId{static_cast<std::int64_t>(i) + 1});
    people[truth[i]].push_back(cluster);
    ++sizes[cluster];
  }
  Pairs out;
  for (auto const& [cluster, size] : sizes)
    out.said += size * (size - 1) / 2;
  for (auto& [person, clusters] : people) {
    out.true_ones += clusters.size() * (clusters.size() - 1) / 2;
    std::ranges::sort(clusters);
    for (std::size_t from = 0, to = 0; from < clusters.size(); from = to) {
      while (to < clusters.size() && clusters[to] == clusters[from])
        ++to;
      out.right += (to - from) * (to - from - 1) / 2;
    }
  }
  return out;
}

nlohmann::json figures(Pairs const& pairs) {
  auto const precision = static_cast<double>(pairs.right) / static_cast<double>(std::max<std::uint64_t>(1, pairs.said));
  auto const recall =
      static_cast<double>(pairs.right) / static_cast<double>(std::max<std::uint64_t>(1, pairs.true_ones));
  return {{"precision", precision}, {"recall", recall}, {"f1", 2 * precision * recall / (precision + recall)}};
}

double quantile(std::vector<double> values, double at) {
  std::ranges::sort(values);
  return values[static_cast<std::size_t>(at * static_cast<double>(values.size() - 1))];
}

// All at once, made and added in blocks so that nothing stands in memory twice.
nlohmann::json at_once(std::size_t records, unsigned count) {
  bench::InventedPeople invented(1);
  std::vector<std::uint32_t> truth;
  resolve::Identities identities;
  auto const each = threads(count);
  double adding = 0, adding_cpu = 0;
  auto const start = Clock::now();
  while (truth.size() < records) {
    auto const block = invented.next(std::min<std::size_t>(65'536, records - truth.size()), truth);
    auto const before = Clock::now();
    auto const cpu_before = cpu();
    identities.add(block, each);
    adding += seconds(before);
    adding_cpu += cpu() - cpu_before;
  }
  auto const made = seconds(start) - adding;
  auto const before = Clock::now();
  auto const cpu_before = cpu();
  auto const found = identities.settle(each);
  auto const settling = seconds(before);
  auto const settling_cpu = cpu() - cpu_before;
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  auto out = figures(pairs(identities, truth));
  out["records"] = records;
  out["threads"] = count;
  out["people"] = *std::ranges::max_element(truth) + 1;
  out["decisions"] = found.decisions.size();
  out["wall_seconds"] = {
      {"inventing", made}, {"adding", adding}, {"settling", settling}, {"resolving", adding + settling}};
  out["cpu_seconds"] = {{"adding", adding_cpu}, {"settling", settling_cpu}, {"resolving", adding_cpu + settling_cpu}};
  out["peak_mib"] = used.ru_maxrss / 1024;
  return out;
}

// One at a time into an office that stands, and the same people at once: the clusters must be the same.
nlohmann::json one_at_a_time(std::size_t records, std::size_t inserts) {
  bench::InventedPeople invented(2);
  std::vector<std::uint32_t> truth;
  auto const all = invented.next(records + inserts, truth);
  resolve::Identities standing, together;
  standing.add(std::span{all}.first(records));
  standing.settle();
  std::vector<double> micros;
  for (auto const& profile : std::span{all}.subspan(records)) {
    auto const before = Clock::now();
    standing.add({&profile, 1});
    standing.settle();
    micros.push_back(seconds(before) * 1e6);
  }
  together.add(all);
  together.settle();
  auto const differ = std::ranges::count_if(
      all, [&](auto const& profile) { return standing.of(profile.record) != together.of(profile.record); });
  return {{"records", records},
          {"inserts", inserts},
          {"microseconds",
           {{"p50", quantile(micros, 0.5)}, {"p99", quantile(micros, 0.99)}, {"most", quantile(micros, 1)}}},
          {"records_that_differ_from_all_at_once", differ}};
}

// Whole entities with all their evidence, reasons in words included: candidate pairs of people who each have one name.
nlohmann::json pairs_a_second() {
  using namespace attache::resolve;
  bench::InventedPeople invented(5);
  std::vector<std::uint32_t> truth;
  std::vector<Entity> entities;
  for (auto const& profile : invented.next(100'000, truth))
    if (profile.names.size() == 1)
      entities.push_back(entity_of(profile));
  auto const context = context_of(entities);
  std::map<std::string, std::vector<IndexPair>> kinds;
  for (auto const& [a, b] : candidate_pairs(entities)) {
    if (entities[a].names.empty() || entities[b].names.empty())
      continue;
    auto const x = entities[a].names.front().script;
    auto const y = entities[b].names.front().script;
    if (x == Script::latin && y == Script::latin)
      kinds["latin"].emplace_back(a, b);
    else if (x != y)
      kinds["hangul_latin"].emplace_back(a, b);
  }
  nlohmann::json out;
  for (auto const& [kind, pairs] : kinds) {
    auto const before = cpu();
    double sum = 0;
    for (auto const& [a, b] : pairs)
      sum += score(entities[a], entities[b], context).bits;
    out[kind] = {{"pairs", pairs.size()},
                 {"pairs_a_second", static_cast<double>(pairs.size()) / std::max(1e-9, cpu() - before)},
                 {"mean_bits", sum / static_cast<double>(pairs.size())}};
  }
  return out;
}

} // namespace

int main(int count, char** arguments) {
  std::map<std::string, std::size_t> options{{"--records", 1'000'000}, {"--threads", 2}, {"--inserts", 20'000}};
  for (int i = 1; i + 1 < count; i += 2)
    options[arguments[i]] = std::stoul(arguments[i + 1]);
  nlohmann::json out;
  out["at_once"] = at_once(options["--records"], static_cast<unsigned>(options["--threads"]));
  out["one_at_a_time"] = one_at_a_time(std::min<std::size_t>(100'000, options["--records"]), options["--inserts"]);
  out["whole_entities"] = pairs_a_second();
  std::cout << out.dump(2) << '\n';
}
