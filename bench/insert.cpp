// One more person in an office that stands, the whole way: claims, blocking, scoring, clusters, decisions, search.
// usage: bench_insert FOLDER [--records N] [--inserts N]   FOLDER on a memory file system leaves the disk out of it
#include "keep/sqlite/store.h"
#include "model/vocabulary.h"
#include "office/directory.h"
#include "office/ingest.h"

#include "invented_people.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>

namespace {

using namespace attache;
using Clock = std::chrono::steady_clock;

double milliseconds(Clock::time_point from) {
  return std::chrono::duration<double, std::milli>(Clock::now() - from).count();
}

double cpu_milliseconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

// A profile as the claims of a source, its organisation as a second record.
void add(Batch& batch, resolve::Profile const& profile, std::int64_t local) {
  auto const say = [&](std::string_view property, std::string const& value, RecordId object = {}) {
    batch.claims.push_back(
        {.subject = RecordId{local}, .property = std::string{property}, .object = object, .value = value});
  };
  batch.records.push_back({.id = RecordId{local}, .kind = RecordKind::person, .key = "p" + std::to_string(local)});
  auto const all = [&](std::string_view property, std::vector<std::string> const& values) {
    for (auto const& value : values)
      say(property, value);
  };
  all(property::name, profile.names);
  all(property::email, profile.emails);
  all(property::phone, profile.phones);
  all(property::birthday, profile.birthdays);
  all(property::url, profile.urls);
  all(property::city, profile.cities);
  if (profile.names.empty() && profile.emails.empty())
    say(property::note, "nothing");
}

double quantile(std::vector<double> values, double at) {
  std::ranges::sort(values);
  return values[static_cast<std::size_t>(at * static_cast<double>(values.size() - 1))];
}

nlohmann::json figures(std::vector<double> const& values) {
  return {{"p50", quantile(values, 0.5)}, {"p99", quantile(values, 0.99)}, {"most", quantile(values, 1)}};
}

Result<nlohmann::json> measured(std::string const& folder, std::size_t records, std::size_t inserts) {
  auto const path = folder + "/bench_insert.attache";
  for (auto const* const part : {"", "-wal", "-shm"})
    std::filesystem::remove(path + part);
  auto const store = TRY(keep::sqlite::create(path));
  office::Directory directory;
  office::Office const office{
      .store = *store, .now = Instant{std::chrono::seconds{1'700'000'000}}, .directory = &directory};
  bench::InventedPeople invented(4);
  std::vector<std::uint32_t> truth;
  {
    auto const writer = TRY(store->begin({.what = "invent", .by = "bench", .at = office.now}));
    TRY(writer->add_source({.hash = "invented", .kind = "vcard", .name = "invented.vcf", .read_at = office.now}));
    std::int64_t local = 0;
    for (auto left = records; left > 0;) {
      Batch batch;
      auto const block = invented.next(std::min<std::size_t>(left, 10'000), truth);
      for (auto const& profile : block)
        add(batch, profile, ++local);
      left -= block.size();
      TRY(writer->add(batch));
    }
    TRY(writer->commit());
  }
  auto const start = Clock::now();
  TRY(directory.find(office, "kim", RecordKind::person, 1));
  auto const ready = milliseconds(start);
  std::vector<double> wall, cpu;
  std::int64_t joined = 0, anew = 0, found = 0;
  for (std::size_t i = 0; i < inserts + 1; ++i) {
    auto const profile = invented.next(1, truth).front();
    Batch batch;
    add(batch, profile, 1);
    auto const before = Clock::now();
    auto const cpu_before = cpu_milliseconds();
    auto const kept = TRY(directory.keep(
        office, {.hash = "insert " + std::to_string(i), .kind = "entry", .name = "entry", .read_at = office.now},
        batch));
    if (i == 0)
      continue; // the first resolves what stands
    wall.push_back(milliseconds(before));
    cpu.push_back(cpu_milliseconds() - cpu_before);
    joined += kept.decisions.empty() ? 0 : 1;
    anew += kept.all_anew ? 1 : 0;
    auto const query = profile.names.empty() ? profile.emails.front() : profile.names.front();
    auto const matches = TRY(directory.find(office, query, RecordKind::person, 1000));
    found += std::ranges::count(matches, directory.of(kept.first), &resolve::Match::id) == 1 ? 1 : 0;
  }
  std::filesystem::remove(path);
  return nlohmann::json{{"records", records},
                        {"inserts", inserts},
                        {"milliseconds_to_get_ready", ready},
                        {"wall_milliseconds", figures(wall)},
                        {"cpu_milliseconds", figures(cpu)},
                        {"joined", joined},
                        {"resolved_anew", anew},
                        {"found_at_once", found}};
}

} // namespace

int main(int count, char** arguments) {
  std::map<std::string, std::size_t> options{{"--records", 100'000}, {"--inserts", 1'000}};
  for (int i = 2; i + 1 < count; i += 2)
    options[arguments[i]] = std::stoul(arguments[i + 1]);
  auto const out = measured(count > 1 ? arguments[1] : ".", options["--records"], options["--inserts"]);
  if (!out) {
    std::cerr << out.error().what << '\n';
    return 1;
  }
  std::cout << out->dump(2) << '\n';
}
