#include "cli/commands.h"
#include "cli/files.h"
#include "cli/numbers.h"
#include "cli/review_text.h"
#include "cli/text.h"
#include "office/evidence.h"
#include "office/ingest.h"
#include "office/init.h"
#include "office/review.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <ostream>

namespace attache::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t rejected_shown = 5; // per file, without --all

std::vector<std::string> import_row(office::Imported const& file) {
  if (file.known_already)
    return {file.name, file.kind, "already read, nothing added"};
  if (!file.not_read.empty())
    return {file.name, file.kind, "not read: " + file.not_read};
  std::string what;
  auto const add = [&](std::int64_t number, std::string_view one, std::string_view many) {
    if (number > 0)
      what += fmt::format("{}{}", what.empty() ? "" : ", ", plural(number, one, many));
  };
  add(file.people, "person", "people");
  add(file.organisations, "organisation", "organisations");
  add(file.contacts, "contact", "contacts");
  add(file.trips, "trip", "trips");
  add(file.claims, "claim", "claims");
  add(file.proposed, "claim to review", "claims to review");
  add(file.retracted, "claim taken back", "claims taken back");
  add(static_cast<std::int64_t>(file.rejected.size()), "item skipped", "items skipped");
  return {file.name, file.kind, what.empty() ? "nothing in it" : what};
}

void print_skipped(std::vector<office::Imported> const& files, bool all, std::ostream& out) {
  bool any = false;
  for (auto const& file : files)
    for (std::size_t i = 0; i < file.rejected.size(); ++i) {
      if (!any)
        out << "\nSkipped, and why:\n";
      any = true;
      if (i == rejected_shown && !all) {
        out << fmt::format("  {}: {} more (attache read --all lists them)\n", file.name, file.rejected.size() - i);
        break;
      }
      auto const& item = file.rejected[i];
      out << fmt::format("  {}: {}{}{}\n", item.where, item.reason, item.hint.empty() ? "" : "; ", item.hint);
    }
}

Json import_json(std::vector<office::Imported> const& files, office::Resolved const& resolved) {
  auto list = Json::array();
  for (auto const& file : files) {
    auto rejected = Json::array();
    for (auto const& item : file.rejected)
      rejected.push_back({{"where", item.where}, {"reason", item.reason}, {"hint", item.hint}});
    list.push_back({{"name", file.name},
                    {"kind", file.kind},
                    {"source", number(file.source)},
                    {"known_already", file.known_already},
                    {"not_read", file.not_read},
                    {"people", file.people},
                    {"organisations", file.organisations},
                    {"contacts", file.contacts},
                    {"trips", file.trips},
                    {"claims", file.claims},
                    {"proposed", file.proposed},
                    {"retracted", file.retracted},
                    {"rejected", std::move(rejected)}});
  }
  return {{"files", std::move(list)},
          {"merged", resolved.merged},
          {"parted", resolved.parted},
          {"questions", resolved.questions}};
}

} // namespace

Result<void> init(Call const& call, office::Office const& office) {
  auto const name = call.arguments.value("--principal");
  TRY(office::init(
      office, {.name = name, .emails = call.arguments.values("--email"), .aliases = call.arguments.values("--alias")}));
  call.out << "made the office of " << name << " in " << call.arguments.value("--office", "office.attache") << "\n";
  return {};
}

Result<void> read(Call const& call, office::Office const& office) {
  std::vector<office::Imported> files;
  for (auto const& path : TRY(files_under(call.arguments.positional))) {
    call.progress << "reading " << path << "\r" << std::flush;
    auto const bytes = TRY(read_file(path));
    files.push_back(TRY(office::ingest(office, bytes, file_name(path), call.arguments.value("--calendar-of"))));
  }
  auto const resolved = TRY(office::resolve_identities(office));
  if (call.arguments.has("--json")) {
    call.out << import_json(files, resolved).dump(2) << "\n";
    return {};
  }
  std::vector<std::vector<std::string>> rows;
  for (auto const& file : files)
    rows.push_back(import_row(file));
  table(call.out, rows);
  print_skipped(files, call.arguments.has("--all"), call.out);
  call.out << fmt::format("\n{} joined because two independent fields agree; {} for attache review\n",
                          plural(resolved.merged, "pair of records was", "pairs of records were"),
                          plural(resolved.questions, "doubtful pair waits", "doubtful pairs wait"));
  if (resolved.parted > 0)
    call.out << fmt::format("{} of earlier taken back: what is known now no longer bears them out\n",
                            plural(resolved.parted, "joining", "joinings"));
  return {};
}

Result<void> review(Call const& call, office::Office const& office) {
  auto const& words = call.arguments.positional;
  if (!words.empty())
    return review_act(call, office);
  if (call.arguments.has("--claims-from") || call.arguments.has("--same-from"))
    return review_by_rule(call, office);
  auto const limit = TRY(number_option(call.arguments, "--limit", 20, 1, 100'000));
  if (call.arguments.has("--decisions"))
    return show_decisions(call, TRY(office::decisions(office, static_cast<std::size_t>(limit), {.as_of = office.now})));
  return show_queue(call, TRY(office::review(office, static_cast<std::size_t>(limit))));
}

Result<void> journal(Call const& call, office::Office const& office) {
  auto const limit = TRY(number_option(call.arguments, "--limit", 50, 1, 100'000));
  auto const json = TRY(office::journal(office, static_cast<std::size_t>(limit)));
  if (call.arguments.has("--json")) {
    call.out << json.dump(2) << "\n";
    return {};
  }
  std::vector<std::vector<std::string>> rows;
  for (auto const& entry : json["entries"])
    rows.push_back({std::to_string(entry["id"].get<std::int64_t>()), entry["at"], entry["by"], entry["what"],
                    fmt::format("{} records, {} claims, {} decisions", entry["records"].get<int>(),
                                entry["claims"].get<int>(), entry["decisions"].get<int>())});
  table(call.out, rows);
  return {};
}

Result<void> check(Call const& call, office::Office const& office) {
  auto const broken = TRY(office.store.check());
  if (call.arguments.has("--json"))
    call.out << Json{{"sound", broken.empty()}, {"broken", broken}}.dump(2) << "\n";
  else if (broken.empty())
    call.out
        << "sound: every record has a source and a claim, nothing dangles, the journal replays to the same state\n";
  else
    for (auto const& sentence : broken)
      call.out << sentence << "\n";
  if (!broken.empty())
    return fail(
        Fault::unavailable,
        fmt::format("the office has {}", plural(static_cast<long long>(broken.size()), "broken rule", "broken rules")),
        {}, "restore a backup: attache restore BACKUP --to FILE");
  return {};
}

Result<void> backup(Call const& call, office::Office const& office) {
  TRY(office.store.backup(call.arguments.positional[0]));
  call.out << "copied the office to " << call.arguments.positional[0] << "\n";
  return {};
}

Result<void> restore(Call const& call, office::Office const&) {
  auto const to = call.arguments.value("--to", "office.attache");
  auto const before = TRY(call.world.restore(call.arguments.positional[0], to));
  call.out << "restored " << to << " from " << call.arguments.positional[0] << "\n";
  if (!before.empty())
    call.out << "what was there is kept as " << before << "\n";
  return {};
}

Result<void> serve(Call const& call, office::Office const& office) {
  auto const port = TRY(number_option(call.arguments, "--port", 7878, 0, 65'535));
  return call.world.serve(call.arguments.value("--office", "office.attache"),
                          {.address = call.arguments.value("--address", "127.0.0.1"),
                           .port = static_cast<int>(port),
                           .page = call.arguments.value("--page", call.world.page)},
                          office);
}

} // namespace attache::cli
