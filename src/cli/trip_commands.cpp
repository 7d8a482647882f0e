#include "cli/commands.h"
#include "cli/files.h"
#include "cli/numbers.h"
#include "cli/text.h"
#include "cli/trip_text.h"
#include "office/documents.h"
#include "office/trips.h"

#include <chrono>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <ostream>

namespace attache::cli {
namespace {

using Json = nlohmann::ordered_json;

// The effort that the options ask for; the clock is read here, not in the planner.
Result<go::Effort> effort(Call const& call) {
  auto const seconds = TRY(number_option(call.arguments, "--seconds", 20, .1, 86'400));
  auto const gap = TRY(number_option(call.arguments, "--gap", 0, 0, 1));
  auto const end = std::chrono::steady_clock::now() + std::chrono::duration<double>{seconds};
  return go::Effort{.stop = [end] { return std::chrono::steady_clock::now() >= end; }, .gap = gap};
}

go::Progress progress(Call const& call) {
  return [&call](go::Standing const& standing) {
    call.progress << fmt::format("{:<10} value {:8.1f}  bound {:8.1f}\r", standing.phase, standing.value,
                                 standing.bound)
                  << std::flush;
  };
}

std::string folder(Call const& call, std::string const& trip) { return call.arguments.value("--out", trip); }

Result<void> write_documents(Call const& call, office::Office const& office, std::string const& trip) {
  auto const where = folder(call, trip);
  for (auto const& document : TRY(office::documents(office, trip, TRY(at(call, office))))) {
    TRY(write_file(where, document.name, document.bytes));
    if (!call.arguments.has("--json"))
      call.out << fmt::format("  wrote {}/{}\n", where, document.name);
  }
  return {};
}

} // namespace

Result<void> plan(Call const& call, office::Office const& office) {
  auto const& path = call.arguments.positional[0];
  auto const toml = TRY(read_file(path));
  auto const kept = TRY(office::plan_trip(office, toml, file_name(path), TRY(effort(call)), progress(call)));
  auto const json = TRY(office::trip(office, kept.id));
  if (call.arguments.has("--json"))
    call.out << json.dump(2) << "\n";
  else {
    show_trip(call.out, json);
    call.out << "\n";
  }
  return write_documents(call, office, kept.id);
}

Result<void> replan(Call const& call, office::Office const& office) {
  auto const cancel = call.arguments.values("--cancel");
  if (cancel.empty())
    return fail(Fault::input, "nobody is named who has cancelled", {}, "attache replan TRIP --cancel NAME");
  auto const store = !call.arguments.has("--try");
  auto const replanned =
      TRY(office::replan_trip(office, call.arguments.positional[0], cancel, store, TRY(effort(call))));
  auto const view = TRY(office::load(office, {.as_of = office.now}));
  auto const json = office::replan_json(replanned, view);
  if (call.arguments.has("--json"))
    call.out << json.dump(2) << "\n";
  else
    show_changes(call.out, json);
  return store ? write_documents(call, office, replanned.kept.id) : Result<void>{};
}

Result<void> close(Call const& call, office::Office const& office) {
  auto const held = TRY(office::close_trip(office, call.arguments.positional[0], call.arguments.values("--except")));
  call.out << plural(held, "meeting was", "meetings were") << " held; attache recap shows what the trip came to\n";
  return {};
}

Result<void> book(Call const& call, office::Office const& office) {
  auto const kept = TRY(office::kept_trip(office, call.arguments.positional[0]));
  return write_documents(call, office, kept.id);
}

Result<void> recap(Call const& call, office::Office const& office) {
  auto const kept = TRY(office::kept_trip(office, call.arguments.positional[0]));
  auto const moment = TRY(at(call, office));
  auto const json = TRY(office::recap(office, kept.id, moment));
  if (call.arguments.has("--json")) {
    call.out << json.dump(2) << "\n";
    return {};
  }
  show_recap(call.out, json);
  auto const where = folder(call, kept.id);
  auto const document = TRY(office::document(office, kept.id, "recap.html", moment));
  TRY(write_file(where, document.name, document.bytes));
  call.out << fmt::format("  wrote {}/{}\n", where, document.name);
  return {};
}

} // namespace attache::cli
