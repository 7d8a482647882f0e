// One contact more in an office that stands: how long until it is durable, and until chains and ties know of it.
// One JSON line.   bench_visible FOLDER [CONTACTS]
#include "cli/file_shelf.h"
#include "keep/net/snapshot.h"
#include "keep/sqlite/store.h"
#include "model/vocabulary.h"
#include "office/chart.h"
#include "office/network_views.h"

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

using namespace attache;
using Json = nlohmann::ordered_json;

namespace {

Instant const now{std::chrono::days{19'500}};
constexpr int people = 5000, most_days = 2000;

double milliseconds(clockid_t clock) {
  timespec at{};
  clock_gettime(clock, &at);
  return 1e3 * static_cast<double>(at.tv_sec) + static_cast<double>(at.tv_nsec) / 1e6;
}

struct Times {
  std::vector<double> wall, cpu;
  template <class F>
  auto operator()(F f) {
    auto const wall_before = milliseconds(CLOCK_MONOTONIC), cpu_before = milliseconds(CLOCK_PROCESS_CPUTIME_ID);
    auto result = f();
    wall.push_back(milliseconds(CLOCK_MONOTONIC) - wall_before);
    cpu.push_back(milliseconds(CLOCK_PROCESS_CPUTIME_ID) - cpu_before);
    return result;
  }
  [[nodiscard]] Json json() const {
    auto const at = [](std::vector<double> values, double share) {
      std::ranges::sort(values);
      return values.at(static_cast<std::size_t>(share * static_cast<double>(values.size() - 1) + .5));
    };
    return {
        {"median_ms", at(wall, .5)}, {"p95_ms", at(wall, .95)}, {"cpu_median_ms", at(cpu, .5)}, {"runs", wall.size()}};
  }
};

// Numbers without pattern that are the same on every machine (SplitMix64).
std::uint64_t scattered(std::uint64_t value) {
  value = (value + 1) * 0x9e3779b97f4a7c15U;
  value = (value ^ (value >> 30U)) * 0xbf58476d1ce4e5b9U;
  value = (value ^ (value >> 27U)) * 0x94d049bb133111ebU;
  return value ^ (value >> 31U);
}

// Meeting `i`: two people, the first of them oftener the smaller its number; a minute within the last years.
void add_meeting(Batch& batch, std::uint64_t i) {
  auto const contact = RecordId{std::ssize(batch.records) + 1};
  auto const a = 1 + scattered(3 * i) % people % (1 + scattered(5 * i) % people), b = 1 + scattered(7 * i) % people;
  auto const minute = std::chrono::minutes{scattered(11 * i) % (most_days * 1440)};
  Interval const when{.from = {.at = now - minute, .precision = Precision::minute}};
  batch.records.push_back({.id = contact, .kind = RecordKind::contact, .key = fmt::format("uid:{}", i)});
  auto const say = [&](std::string_view property, RecordId object, std::string value) {
    batch.claims.push_back({.subject = contact,
                            .property = std::string{property},
                            .object = object,
                            .value = std::move(value),
                            .valid = when});
  };
  say(property::contact_kind, {}, "meeting");
  say(property::participant, RecordId{-static_cast<std::int64_t>(a)}, {});
  say(property::participant, RecordId{-static_cast<std::int64_t>(b == a ? a % people + 1 : b)}, {});
}

Result<void> keep(keep::Store& store, Batch const& batch, std::string const& hash) {
  auto const writer = TRY(store.begin({.what = "read", .by = "bench", .at = now}));
  TRY(writer->add_source({.hash = hash, .kind = "csv", .name = "contacts", .read_at = now}));
  TRY(writer->add(batch));
  TRY(writer->commit());
  return {};
}

Result<void> fill(keep::Store& store, std::uint64_t contacts) {
  Batch who;
  for (int i = 1; i <= people; ++i) {
    who.records.push_back({.id = RecordId{i}, .kind = RecordKind::person, .key = fmt::format("row:{}", i)});
    who.claims.push_back(
        {.subject = RecordId{i}, .property = std::string{property::name}, .value = fmt::format("Person N{}", i)});
  }
  who.claims.push_back({.subject = RecordId{1}, .property = std::string{property::principal}, .value = "yes"});
  TRY(keep(store, who, "people"));
  for (std::uint64_t i = 0; i < contacts; i += 50'000) {
    Batch many;
    for (auto j = i; j < std::min(contacts, i + 50'000); ++j)
      add_meeting(many, j);
    TRY(keep(store, many, fmt::format("many {}", i)));
  }
  return {};
}

cli::BlockFiles block_files() {
  return {
      .open = [](std::string const& path) -> std::optional<office::Block> {
        auto snapshot = keep::net::Snapshot::open(path);
        if (!snapshot)
          return std::nullopt;
        auto const owner = std::make_shared<keep::net::Snapshot>(*std::move(snapshot));
        return office::Block{.owner = owner, .base = owner->base()};
      },
      .write = [](std::string const& path, std::string_view block) { (void)keep::net::write_snapshot(path, block); }};
}

Result<Json> measured(std::string const& folder, std::uint64_t contacts) {
  auto const path = folder + "/bench_visible.attache";
  for (auto const* const part : {"", "-wal", "-shm"})
    std::filesystem::remove(path + part);
  std::filesystem::remove_all(folder + "/shelf");
  auto const store = TRY(keep::sqlite::create(path));
  auto const shelf = cli::file_shelf(folder + "/shelf", "bench", block_files());
  office::Office const office{.store = *store, .now = now, .shelf = shelf.get()};
  Times filling, first, again, durable, seen, grouped, seen_group;
  TRY(filling([&] { return fill(*store, contacts); }));
  auto const ask = [&] { return office::chart_of(office, {.as_of = now}); };
  TRY(first(ask));
  TRY(again(ask));
  std::size_t visible = 0;
  for (std::uint64_t i = 0; i < 100; ++i) {
    Batch one;
    add_meeting(one, contacts + i);
    TRY(durable([&] { return keep(*store, one, fmt::format("one {}", i)); }));
    visible += TRY(seen(ask))->graph.added();
  }
  Batch many;
  for (std::uint64_t i = 0; i < 10'000; ++i)
    add_meeting(many, contacts + 100 + i);
  TRY(grouped([&] { return keep(*store, many, "group"); }));
  visible += TRY(seen_group(ask))->graph.added();
  return Json{{"people", people},
              {"contacts", contacts},
              {"fill", filling.json()},
              {"chart_made", first.json()},
              {"chart_opened", again.json()},
              {"one_contact_durable", durable.json()},
              {"chart_after_one_contact", seen.json()},
              {"ten_thousand_durable", grouped.json()},
              {"chart_after_ten_thousand", seen_group.json()},
              {"contacts_seen_in_all", visible}};
}

} // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    fmt::print(stderr, "usage: bench_visible FOLDER [CONTACTS]\n");
    return 2;
  }
  auto const json = measured(argv[1], argc > 2 ? std::stoull(argv[2]) : 50'000);
  if (!json) {
    fmt::print(stderr, "{}\n", json.error().what);
    return 3;
  }
  fmt::print("{}\n", json->dump());
}
