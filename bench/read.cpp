// bench_read [ROWS]: reads a generated address list, register of meetings and company list of ROWS rows (default
// 1,000,000) and prints one JSON array: rows, claims, rejected, seconds, rows a second, bytes, and peak memory before
// and after (which includes the table itself).
#include "read/csv.h"

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

namespace {

using namespace attache;

// Peak resident memory of this process so far, in MiB.
double peak_mib() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

std::string people(int rows) {
  std::string text;
  text.reserve(static_cast<std::size_t>(rows) * 120);
  text += "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n";
  for (auto i = 0; i < rows; ++i)
    text += i % 3 == 0 ? fmt::format("길{0},홍,https://li.example/in/{0},,\"한빛{1}, Inc.\",상무,{2:02} Jun 2021\n", i,
                                     i % 50000, i % 28 + 1)
                       : fmt::format("Ann{0},Ashcombe,https://li.example/in/{0},ann{0}@x.example,Company {1},\"VP, "
                                     "Sales\",{2:02} Jun 2021\n",
                                     i, i % 50000, i % 28 + 1);
  return text;
}

std::string meetings(int rows) {
  std::string text;
  text.reserve(static_cast<std::size_t>(rows) * 120);
  text += "date,minister,organisation,reason,location\n";
  for (auto i = 0; i < rows; ++i)
    text += fmt::format("20{:02}-{:02}-{:02},Minister {},Organisation {},\"Subject {}, and more\",Hall {}\n", i % 25,
                        i % 12 + 1, i % 28 + 1, i % 90, i % 50000, i, i % 7);
  return text;
}

std::string companies(int rows) {
  std::string text;
  text.reserve(static_cast<std::size_t>(rows) * 120);
  text += "company,aliases,sector,city,country,tier,domain,figure,currency,amount,as_of\n";
  for (auto i = 0; i < rows; ++i)
    text += fmt::format("Company {0},회사{0}; C{0},Chips,Boston,US,{1},c{0}.example,market_cap,USD,{2},2024-05-31\n", i,
                        i % 4, 1000000 + i);
  return text;
}

void measure(std::string_view kind, std::string (*make)(int), int rows) {
  auto const text = make(rows);
  auto const before = peak_mib();
  std::size_t claims = 0;
  std::size_t rejected = 0;
  auto const start = cpu_seconds();
  auto const result = read::csv(text, "bench.csv", [&](Batch&& batch) -> Result<void> {
    claims += batch.claims.size();
    rejected += batch.rejected.size();
    return {};
  });
  auto const seconds = cpu_seconds() - start;
  fmt::print(
      R"({{"kind":"{}","ok":{},"rows":{},"claims":{},"rejected":{},"cpu_seconds":{:.3f},"rows_per_second":{:.0f},)"
      R"("table_mib":{:.1f},"peak_mib_before":{:.1f},"peak_mib":{:.1f}}})",
      kind, result.has_value(), rows, claims, rejected, seconds, rows / seconds,
      static_cast<double>(text.size()) / 1048576, before, peak_mib());
  std::fflush(stdout);
}

// Each in a process of its own, so that its peak is its own.
void measure_apart(std::string_view kind, std::string (*make)(int), int rows) {
  auto const child = fork();
  if (child == 0) {
    measure(kind, make, rows);
    std::_Exit(0);
  }
  waitpid(child, nullptr, 0);
}

} // namespace

int main(int count, char** arguments) {
  auto const rows = count > 1 ? std::atoi(arguments[1]) : 1000000;
  auto between = "[";
  for (auto const& [kind, make] :
       {std::pair{"people", &people}, std::pair{"meetings", &meetings}, std::pair{"companies", &companies}}) {
    fmt::print("{}", std::exchange(between, ",\n "));
    std::fflush(stdout);
    measure_apart(kind, make, rows);
  }
  fmt::print("]\n");
}
