// How fast an office file takes claims and gives them back. One JSON line: claims/s written, milliseconds to read.
//   bench_keep [CLAIMS] [FOLDER]
#include "keep/sqlite/store.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>

using namespace attache;

namespace {

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

Claim claim(std::int64_t subject, std::string property, std::string value, std::int64_t row) {
  return {.subject = RecordId{subject},
          .property = std::move(property),
          .value = std::move(value),
          .evidence = {.locator = fmt::format("row {}", row)}};
}

// A row of an address book: a person, the organisation, six claims.
void add_row(Batch& batch, std::int64_t row) {
  auto const person = 2 * row - 1, organisation = 2 * row;
  batch.records.push_back({.kind = RecordKind::person, .key = fmt::format("row:{}", row)});
  batch.records.push_back({.kind = RecordKind::organisation, .key = fmt::format("row:{}:organisation", row)});
  batch.claims.push_back(claim(person, "name", fmt::format("홍길동 {}", row), row));
  batch.claims.push_back(claim(person, "given_name", "길동", row));
  batch.claims.push_back(claim(person, "family_name", "홍", row));
  batch.claims.push_back(claim(person, "email", fmt::format("hong.{}@hanbit.example", row), row));
  batch.claims.push_back(claim(person, "role", "Senior Vice President", row));
  batch.claims.back().object = RecordId{organisation};
  batch.claims.push_back(claim(organisation, "name", fmt::format("Hanbit Electronics {}", row % 1000), row));
}

Result<void> write(keep::Store& store, std::int64_t rows) {
  auto const writer = TRY(store.begin({.what = "bench", .by = "bench"}));
  TRY(writer->add_source({.hash = "bench", .kind = "csv", .name = "bench.csv"}));
  Batch batch;
  for (std::int64_t row = 1; row <= rows; ++row) {
    add_row(batch, row);
    if (row % 1000 == 0 || row == rows) {
      TRY(writer->add(batch));
      batch = {};
    }
  }
  TRY(writer->commit());
  return {};
}

// The fastest of some runs; work() returns a Result.
template <class Work>
Result<double> best_ms(int times, Work work) {
  auto best = 1e9;
  while (times-- > 0) {
    auto const start = std::chrono::steady_clock::now();
    TRY(work());
    best = std::min(best, seconds_since(start) * 1000);
  }
  return best;
}

Result<void> measure(std::int64_t claims, std::string const& path) {
  auto store = TRY(keep::sqlite::create(path));
  auto const start = std::chrono::steady_clock::now();
  TRY(write(*store, claims / 6));
  auto const written = seconds_since(start);
  store = TRY(keep::sqlite::open(path));
  auto const first = TRY(best_ms(1, [&] { return store->claims({}); }));
  auto const again = TRY(best_ms(5, [&] { return store->claims({}); }));
  auto const one = TRY(best_ms(50, [&] { return store->claims({.subjects = {RecordId{claims / 6}}}); }));
  auto const open = TRY(best_ms(20, [&] { return keep::sqlite::open(path); }));
  auto const check = TRY(best_ms(1, [&] { return store->check(); }));
  store.reset();
  fmt::print("{{\"claims\": {}, \"claims_per_s\": {:.0f}, \"load_first_ms\": {:.1f}, \"load_ms\": {:.1f}, "
             "\"subject_ms\": {:.3f}, \"open_ms\": {:.2f}, \"check_ms\": {:.0f}, \"bytes_per_claim\": {:.1f}}}\n",
             claims / 6 * 6, static_cast<double>(claims) / written, first, again, one, open, check,
             static_cast<double>(std::filesystem::file_size(path)) / static_cast<double>(claims));
  return {};
}

} // namespace

int main(int argc, char** argv) {
  auto const claims = argc > 1 ? std::atoll(argv[1]) : 50'000;
  std::filesystem::path const folder = argc > 2 ? argv[2] : std::filesystem::temp_directory_path();
  auto const path = (folder / "bench-keep.attache").string();
  auto const measured = measure(claims, path);
  for (auto const* suffix : {"", "-wal", "-shm"})
    std::filesystem::remove(path + suffix);
  if (!measured)
    fmt::print(stderr, "{}\n", measured.error().what);
  return measured ? 0 : 3;
}
