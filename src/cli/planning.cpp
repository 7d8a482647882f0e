#include "cli/planning.h"

#include "cli/files.h"
#include "cli/numbers.h"
#include "cli/text.h"
#include "office/documents.h"

#include <chrono>
#include <cmath>
#include <fmt/format.h>
#include <ostream>

namespace attache::cli {

Result<go::Effort> effort(Call const& call) {
  auto const seconds = TRY(number_option(call.arguments, "--seconds", 20, .1, 86'400));
  auto const gap = TRY(number_option(call.arguments, "--gap", 0, 0, 1));
  auto const end = std::chrono::steady_clock::now() + std::chrono::duration<double>{seconds};
  return go::Effort{.stop = [end] { return std::chrono::steady_clock::now() >= end; }, .gap = gap};
}

go::Progress progress(Call const& call) {
  auto const begin = std::chrono::steady_clock::now();
  return [&call, begin](go::Standing const& standing) {
    std::chrono::duration<double> const passed = std::chrono::steady_clock::now() - begin;
    auto const gap = std::isfinite(standing.value) && standing.bound > 0
                         ? percent(std::max(0.0, standing.bound - standing.value) / standing.bound)
                         : std::string{"?"};
    call.progress << fmt::format("\r{:5.1f} s  {:<9}  value {:.1f}  bound {:.1f}  gap {}\x1b[K", passed.count(),
                                 standing.phase, standing.value, standing.bound, gap)
                  << std::flush;
  };
}

void done(Call const& call) { call.progress << "\r\x1b[K" << std::flush; }

std::string folder(Call const& call, std::string const& trip) { return call.arguments.value("--out", trip); }

Result<void> write_documents(Call const& call, office::Office const& office, std::string const& trip) {
  auto const where = folder(call, trip);
  auto all = TRY(office::documents(office, trip, TRY(at(call, office))));
  for (auto& update : TRY(office::updates(office, trip, TRY(at(call, office)))))
    all.push_back(std::move(update));
  for (auto const& document : all) {
    TRY(write_file(where, document.name, document.bytes));
    if (!call.arguments.has("--json"))
      call.out << fmt::format("  wrote {}/{}\n", where, document.name);
  }
  return {};
}

} // namespace attache::cli
