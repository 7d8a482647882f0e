#include "cli/commands.h"
#include "cli/files.h"
#include "cli/lines.h"
#include "cli/numbers.h"
#include "cli/text.h"
#include "office/network_views.h"
#include "office/targets.h"

#include <array>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>
#include <ostream>

namespace attache::cli {
namespace {

std::string or_unknown(Json const& json, char const* key) {
  return text(json, key).empty() ? std::string{"unknown"} : text(json, key);
}

// Those of --targets FILE, then those of each --target.
Result<std::vector<see::CoverageTarget>> targets_of(Arguments const& arguments) {
  std::vector<see::CoverageTarget> targets;
  if (arguments.has("--targets")) {
    auto const path = arguments.value("--targets");
    targets = TRY(office::parse_targets(TRY(read_file(path)), file_name(path)));
  }
  for (auto const& word : arguments.values("--target"))
    for (auto& target : TRY(office::parse_targets(word)))
      targets.push_back(std::move(target));
  return targets;
}

std::string names(Json const& things, std::size_t most) {
  std::vector<std::string> list;
  for (auto const& thing : things)
    if (list.size() < most)
      list.push_back(full_name(thing));
  return fmt::format("{}", fmt::join(list, ", "));
}

void print_targets(std::ostream& out, Json const& targets) {
  if (targets.empty())
    return;
  out << "Against the targets\n";
  Rows rows{{"missing", "living", "wanted", "sector", "region", "tier", "to restore", "not reached"}};
  for (auto const& target : targets) {
    auto const any = [&](char const* key) {
      return text(target, key).empty() ? std::string{"any"} : text(target, key);
    };
    auto const tier = target["tier"].get<int>();
    rows.push_back({count(target["missing"].get<int>()), count(target["living"].get<int>()),
                    count(target["wanted"].get<int>()), any("sector"), any("region"),
                    tier == 0 ? "any" : std::to_string(tier), names(target["to_restore"], 3),
                    names(target["unreached"], 3)});
  }
  table(out, rows);
  out << "\n";
}

void print_cells(std::ostream& out, Json const& cells) {
  Rows rows{{"sector", "region", "people", "new", "active", "cooling", "lapsed", "restored", "tier 1", "tier 2",
             "tier 3", "other", "organisations"}};
  for (auto const& cell : cells) {
    rows.push_back({or_unknown(cell, "sector"), or_unknown(cell, "region"), count(cell["people"].get<int>())});
    for (auto const& [state, number] : cell["ties"].items())
      rows.back().push_back(count(number.get<int>()));
    for (auto const tier : {1, 2, 3, 0})
      rows.back().push_back(count(cell["tiers"][static_cast<std::size_t>(tier)].get<int>()));
    rows.back().push_back(
        fmt::format("{} of {} held", cell["organisations_held"].get<int>(), cell["organisations"].get<int>()));
  }
  table(out, rows);
}

void print_time(std::ostream& out, Json const& sectors) {
  Rows rows;
  for (auto const& sector : sectors)
    rows.push_back({or_unknown(sector, "sector"), fmt::format("{:.1f} h", sector["minutes"].get<double>() / 60),
                    plural(sector["meetings"].get<int>(), "contact", "contacts")});
  table(out, rows);
}

void print_hinges(std::ostream& out, Json const& hinges) {
  section(out, "People on whom others hang", hinges.empty());
  for (auto const& hinge : hinges)
    out << fmt::format("  {}: {}\n", in_one_line(hinge["person"]), text(hinge, "reason"));
}

std::string method_words(std::string const& name) {
  static std::map<std::string, std::string, std::less<>> const words{
      {"attache", "attache, learnt here"},        {"default", "attache's default"},
      {"recency", "days since the last contact"}, {"decay_30", "decay, half-life 30 days"},
      {"decay_90", "decay, half-life 90 days"},   {"rfm", "RFM quintiles"}};
  auto const found = words.find(name);
  return found == words.end() ? name : found->second;
}

std::string three(Json const& number) { return fmt::format("{:.3f}", number.get<double>()); }

void print_methods(std::ostream& out, Json const& methods) {
  Rows rows{{"method", "AUC", "Brier", "calibration error"}};
  for (auto const& method : methods)
    rows.push_back({method_words(text(method, "name")), three(method["auc"]), three(method["brier"]),
                    three(method["calibration_error"])});
  table(out, rows);
}

void print_reliability(std::ostream& out, Json const& curve) {
  constexpr double width = 40;
  Rows rows{{"predicted", "came true", "predictions", ""}};
  for (auto const& bin : curve) {
    auto const happened = bin["happened"].get<double>();
    rows.push_back({percent(bin["predicted"].get<double>()), percent(happened), count(bin["count"].get<int>()),
                    std::string(static_cast<std::size_t>(happened * width + .5), '=')});
  }
  table(out, rows);
}

void print_worst(std::ostream& out, Json const& worst) {
  Rows rows;
  for (auto const& miss : worst)
    rows.push_back({day(miss, "at"), percent(miss["predicted"].get<double>()),
                    miss["happened"].get<bool>() ? "were in contact" : "stayed silent",
                    fmt::format("{} and {}", named(miss, "a"), named(miss, "b"))});
  table(out, rows);
}

void print_backtest(std::ostream& out, Json const& json) {
  out << text(json, "because") << "\n";
  for (auto const& missing : json["missing"])
    out << "missing: " << missing.get<std::string>() << "\n";
  if (json["dates"].empty())
    return;
  auto const& dates = json["dates"];
  out << fmt::format("\nPredicted: a contact within {} days, on {} from {} to {}; {} predictions, {} came true\n",
                     json["horizon_days"].get<int>(), plural(static_cast<long long>(dates.size()), "date", "dates"),
                     dates.front().get<std::string>().substr(0, 10), dates.back().get<std::string>().substr(0, 10),
                     count(json["predictions"].get<int>()), count(json["happened"].get<int>()));
  print_methods(out, json["methods"]);
  section(out, fmt::format("Reliability of {}", method_words(text(json, "shown"))), json["curve"].empty());
  print_reliability(out, json["curve"]);
  section(out, "The worst misses", json["worst"].empty());
  print_worst(out, json["worst"]);
}

// The last instant of the date that an option names.
Result<std::optional<Instant>> date_option(Arguments const& arguments, std::string_view name) {
  if (!arguments.has(name))
    return std::optional<Instant>{};
  auto const moment = TRY(parse_moment(arguments.value(name)));
  return std::optional{moment.precision == Precision::minute ? moment.at : end_of(moment) - std::chrono::seconds{1}};
}

std::string alive_words(Json const& one) {
  if (!one.contains("alive_after"))
    return "not yet known";
  return one["alive_after"].get<bool>() ? "alive 90 days on" : "silent again";
}

std::string chance_words(Json const& win_back) {
  auto const from = text(win_back, "chance_from");
  auto const days = win_back["horizon_days"].get<int>();
  if (from == "learnt")
    return fmt::format("chance: learnt from this office; of a contact within {} days", days);
  if (from == "past")
    return fmt::format(
        "chance: of a restoration within {} days, from {} quarters of lapses in this office, {} of which "
        "ended",
        days, count(win_back["cases"].get<int>()), count(win_back["came_back"].get<int>()));
  return "chance: by rule, for the order only; the office has seen too few lapses to learn from";
}

void print_restored(std::ostream& out, Json const& json) {
  auto const& anyway = json["anyway"];
  out << fmt::format("{} to {}: {} restored; {} of {} alive 90 days on\n", day(json, "from"), day(json, "to"),
                     plural(static_cast<long long>(json["restored"].size()), "tie", "ties"), json["alive"].get<int>(),
                     json["judged"].get<int>());
  out << fmt::format("{} had lapsed; {:.1f} would have come back anyway, as {} of {} did in as long a time before\n",
                     anyway["lapsed"].get<int>(), anyway["expected"].get<double>(),
                     count(anyway["earlier_restored"].get<int>()), count(anyway["earlier_lapsed"].get<int>()));
  Rows rows{{"restored", "lapsed", "silent days", "who", "", "by"}};
  for (auto const& one : json["restored"])
    rows.push_back({day(one, "restored_at"), day(one, "lapsed_at"),
                    count(static_cast<long long>(one["silent_days"].get<double>())), in_one_line(one["person"]),
                    alive_words(one), contact_words(one, "by")});
  if (rows.size() > 1)
    table(out, rows);
}

void print_win_back(std::ostream& out, Json const& win_back) {
  section(out, "Whom to win back", win_back["people"].empty());
  Rows rows{{"score", "chance", "who", "why"}};
  for (auto const& tie : win_back["people"])
    rows.push_back({fmt::format("{:.2f}", tie["score"].get<double>()), percent(tie["chance"].get<double>()),
                    in_one_line(tie["person"]), text(tie, "why")});
  if (rows.size() > 1) {
    table(out, rows);
    out << "  " << chance_words(win_back) << "\n";
  }
}

void print_changes(std::ostream& out, std::string_view title, Json const& changes, std::size_t limit) {
  section(out, fmt::format("{} ({})", title, changes.size()), changes.empty());
  Rows rows;
  for (auto const& change : changes) {
    if (rows.size() == limit)
      break;
    auto const before = change.contains("strength_before")
                            ? fmt::format("{:.2f}", change["strength_before"].get<double>())
                            : std::string{"none"};
    rows.push_back({fmt::format("{} to {:.2f}", before, change["strength"].get<double>()), text(change, "state"),
                    in_one_line(change["person"]), contact_words(change, "by")});
  }
  table(out, rows);
}

std::string role_words(Json const& change, char const* key) {
  if (!change.contains(key))
    return {};
  auto const& role = change[key];
  auto const at = named(role, "organisation");
  return fmt::format("{} {}{}{} [c{}]", key, text(role, "title"), at.empty() ? "" : ", ", at,
                     role["claim"].get<std::int64_t>());
}

void print_roles(std::ostream& out, Json const& changes) {
  section(out, fmt::format("Roles changed ({})", changes.size()), changes.empty());
  Rows rows;
  for (auto const& change : changes)
    rows.push_back({full_name(change["person"]), role_words(change, "ended"), role_words(change, "began")});
  table(out, rows);
}

void print_holds(std::ostream& out, std::string_view title, Json const& changes) {
  section(out, fmt::format("{} ({})", title, changes.size()), changes.empty());
  Rows rows;
  for (auto const& change : changes)
    rows.push_back({named(change, "organisation"), names(change["people"], 3)});
  table(out, rows);
}

} // namespace

Result<void> coverage(Call const& call, office::Office const& office) {
  auto const json = TRY(office::coverage(office, TRY(targets_of(call.arguments)), TRY(at(call, office))));
  if (call.arguments.has("--json"))
    return print_json(call, json);
  print_targets(call.out, json["targets"]);
  print_cells(call.out, json["cells"]);
  section(call.out, "Time by sector, the last 365 days", json["time"].empty());
  print_time(call.out, json["time"]);
  print_hinges(call.out, json["hinges"]);
  return {};
}

Result<void> fragility(Call const& call, office::Office const& office) {
  auto const json = TRY(office::fragility(office, TRY(at(call, office))));
  if (call.arguments.has("--json"))
    return print_json(call, json);
  auto const limit = static_cast<std::size_t>(TRY(number_option(call.arguments, "--limit", 30, 1, 10'000)));
  auto const& held = json["organisations"];
  call.out << plural(static_cast<long long>(held.size()), "organisation hangs", "organisations hang")
           << " on one tie\n";
  Rows rows{{"organisation", "tier", "held by", "state", "strength", "others there"}};
  for (auto const& one : held) {
    if (rows.size() > limit)
      break;
    rows.push_back({named(one, "organisation"), std::to_string(one["organisation"]["tier"].get<int>()),
                    full_name(one["tie"]["person"]), text(one["tie"], "state"),
                    fmt::format("{:.2f}", one["tie"]["strength"].get<double>()), names(one["others"], 3)});
  }
  table(call.out, rows);
  print_hinges(call.out, json["hinges"]);
  return {};
}

Result<void> backtest(Call const& call, office::Office const& office) {
  auto const dates = static_cast<int>(TRY(number_option(call.arguments, "--dates", 6, 1, 24)));
  auto const moment = TRY(at(call, office));
  if (call.arguments.has("--html")) {
    auto const path = call.arguments.value("--html");
    auto const slash = path.rfind('/');
    auto const folder = slash == std::string::npos ? std::string{"."} : path.substr(0, slash);
    TRY(write_file(folder, file_name(path), TRY(office::backtest_html(office, dates, moment))));
    call.out << "wrote " << path << "\n";
    return {};
  }
  auto const json = TRY(office::backtest(office, dates, moment));
  if (call.arguments.has("--json"))
    return print_json(call, json);
  print_backtest(call.out, json);
  return {};
}

Result<void> ledger(Call const& call, office::Office const& office) {
  office::LedgerRequest const request{
      .from = TRY(date_option(call.arguments, "--from")),
      .to = TRY(date_option(call.arguments, "--to")),
      .stretch = TRY(number_option(call.arguments, "--stretch", 0, 0, 1)),
      .limit = static_cast<std::size_t>(TRY(number_option(call.arguments, "--limit", 10, 1, 10'000)))};
  auto const json = TRY(office::ledger(office, request, TRY(at(call, office))));
  if (call.arguments.has("--json"))
    return print_json(call, json);
  print_restored(call.out, json);
  print_win_back(call.out, json["win_back"]);
  return {};
}

Result<void> diff(Call const& call, office::Office const& office) {
  auto const from = TRY(date_option(call.arguments, "--from"));
  if (!from)
    return fail(Fault::input, "no date says from when to compare", {},
                "attache diff --from 2023-01-01 --to 2024-01-01");
  auto const to = TRY(date_option(call.arguments, "--to")).value_or(office.now);
  auto const json = TRY(office::diff(office, *from, to, TRY(at(call, office)).known_at));
  if (call.arguments.has("--json"))
    return print_json(call, json);
  auto const limit = static_cast<std::size_t>(TRY(number_option(call.arguments, "--limit", 10, 1, 10'000)));
  auto& out = call.out;
  out << day(json, "from") << " ";
  print_counts(out, json["before"]);
  out << day(json, "to") << " ";
  print_counts(out, json["after"]);
  constexpr std::array parts{std::pair{"Ties that appeared", "appeared"}, std::pair{"Ties that lapsed", "lapsed"},
                             std::pair{"Ties restored", "restored"}, std::pair{"Strengthened", "strengthened"},
                             std::pair{"Weakened", "weakened"}};
  for (auto const& [title, key] : parts)
    print_changes(out, title, json[key], limit);
  print_roles(out, json["roles"]);
  print_holds(out, "Organisations gained", json["organisations_gained"]);
  print_holds(out, "Organisations lost", json["organisations_lost"]);
  return {};
}

Result<void> landscape(Call const& call, office::Office const& office) {
  auto const json = TRY(office::landscape(office, TRY(at(call, office))));
  if (call.arguments.has("--json"))
    return print_json(call, json);
  auto const limit = TRY(number_option(call.arguments, "--limit", 30, 1, 10'000));
  Rows rows{{"rank", "organisation", "sector", "figure", "best tie"}};
  for (auto const& row : json["organisations"]) {
    if (row["figures"].empty() || static_cast<double>(rows.size()) > limit)
      continue;
    auto const& figure = row["figures"][0];
    rows.push_back({std::to_string(figure.value("rank", 0)), named(row, "organisation"),
                    text(row["organisation"], "sector"), figure_words(figure),
                    row.contains("best_tie")
                        ? fmt::format("{} ({})", full_name(row["best_tie"]["person"]), text(row["best_tie"], "state"))
                        : ""});
  }
  table(call.out, rows);
  section(call.out, "Relations", json["relations"].empty());
  auto relations = json["relations"];
  if (static_cast<double>(relations.size()) > limit)
    relations.erase(relations.begin() + static_cast<std::ptrdiff_t>(limit), relations.end());
  print_relations(call.out, relations);
  return {};
}

} // namespace attache::cli
