#include "cli/commands.h"
#include "cli/files.h"
#include "cli/numbers.h"
#include "cli/planning.h"
#include "cli/text.h"
#include "cli/trip_text.h"
#include "office/documents.h"
#include "office/trips.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <ostream>

namespace attache::cli {
namespace {

constexpr double most_moves = 10; // more is a new plan

} // namespace
Result<void> plan(Call const& call, office::Office const& office) {
  auto const& path = call.arguments.positional[0];
  auto const toml = TRY(read_file(path));
  auto const aim = call.arguments.has("--robust") ? std::optional{Aim::expected_value} : std::nullopt;
  auto const kept = TRY(office::plan_trip(office, toml, file_name(path), TRY(effort(call)), progress(call), aim));
  done(call);
  auto const json = TRY(office::trip(office, kept.id));
  if (call.arguments.has("--json"))
    call.out << json.dump(2) << "\n";
  else {
    show_trip(call.out, json);
    if (call.arguments.has("--understudies"))
      show_understudies(call.out, json);
    call.out << "\n";
  }
  return write_documents(call, office, kept.id);
}

Result<void> replan(Call const& call, office::Office const& office) {
  office::ReplanRequest const request{
      .cancel = call.arguments.values("--cancel"),
      .moves = static_cast<int>(TRY(number_option(call.arguments, "--moves", 0, 0, most_moves)))};
  if (request.cancel.empty() && request.moves == 0)
    return fail(Fault::input, "nobody is named who has cancelled, and nothing may move", {},
                "attache replan TRIP --cancel NAME, or --moves 1");
  auto const store = !call.arguments.has("--try");
  auto const replanned =
      TRY(office::replan_trip(office, call.arguments.positional[0], request, store, TRY(effort(call)), progress(call)));
  done(call);
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
