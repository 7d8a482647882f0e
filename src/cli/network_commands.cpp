#include "cli/commands.h"
#include "cli/lines.h"
#include "cli/numbers.h"
#include "cli/text.h"
#include "office/evidence.h"
#include "office/network_views.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>
#include <ostream>

namespace attache::cli {
namespace {

void print_facts(std::ostream& out, Json const& facts) {
  Rows rows;
  for (auto const& fact : facts) {
    auto const object = named(fact, "object");
    auto const value = text(fact, "value");
    auto const property = fact.value("former", false) ? "former name" : text(fact, "property");
    auto const time = fact.contains("decision") ? span(fact) : std::string{}; // others have it in their words
    rows.push_back({property, object.empty() || value.empty() ? object + value : object + ", " + value,
                    evidence(fact) + (time.empty() ? "" : " " + time)});
  }
  table(out, rows);
}

// Whose number was asked for, if it is not the one that leads now.
void tell_redirection(std::ostream& out, Json const& page) {
  if (page.contains("redirected_from"))
    out << fmt::format("(#{} belongs to #{} now)\n", page["redirected_from"].get<std::int64_t>(),
                       page[page.contains("person") ? "person" : "organisation"]["id"].get<std::int64_t>());
}

void print_roles(std::ostream& out, Json const& roles, char const* other) {
  Rows rows;
  for (auto const& role : roles)
    rows.push_back({role["current"].get<bool>() ? "now" : "", text(role, "title"), named(role, other), span(role),
                    evidence(role)});
  table(out, rows);
}

void print_contacts(std::ostream& out, Json const& contacts, std::size_t limit) {
  Rows rows;
  for (auto const& contact : contacts) {
    if (rows.size() == limit)
      break;
    rows.push_back({text(contact["when"], "from"), text(contact, "kind"),
                    text(contact, "realis") == "asserted" ? "" : text(contact, "realis"),
                    contact["secret"].get<bool>() ? "private" : text(contact, "title"), text(contact, "place"),
                    contact["claims"].empty() ? "" : fmt::format("[c{}]", contact["claims"][0].get<std::int64_t>())});
  }
  table(out, rows);
}

// "4 meetings, last 2023-03-02; asked lately, once"
std::string reason_of(Json const& step) {
  if (!step.contains("asked_lately"))
    return text(step, "reason");
  auto const times = step["asked_lately"]["times"].get<int>();
  return fmt::format("{}; asked lately, {}", text(step, "reason"),
                     times == 1 ? "once" : fmt::format("{} times", times));
}

} // namespace

Result<void> today(Call const& call, office::Office const& office) {
  auto const json = TRY(office::today(office, TRY(at(call, office))));
  if (call.arguments.has("--json"))
    return print_json(call, json);
  auto& out = call.out;
  print_counts(out, json["ties"]);
  section(out, "To restore first", json["to_restore"].empty());
  print_ties(out, json["to_restore"]);
  section(out, "Cooling", json["cooling"].empty());
  print_ties(out, json["cooling"]);
  if (json.contains("next_trip")) {
    auto const& trip = json["next_trip"]["trip"];
    out << fmt::format("\nNext trip: {}, {} to {}, {} meetings\n", text(trip, "name"), text(trip, "first_day"),
                       text(trip, "last_day"), trip["meetings"].get<int>());
  }
  out << fmt::format("\nTo review: {}, {}\n",
                     plural(json["review"]["identities"].get<int>(), "question of identity", "questions of identity"),
                     plural(json["review"]["claims"].get<int>(), "proposed claim", "proposed claims"));
  return {};
}

Result<void> ties(Call const& call, office::Office const& office) {
  auto const limit =
      TRY(number_option(call.arguments, "--limit", call.arguments.has("--json") ? 10'000 : 30, 1, 10'000));
  auto const json = TRY(
      office::ties(office, call.arguments.value("--state"), static_cast<std::size_t>(limit), TRY(at(call, office))));
  if (call.arguments.has("--json"))
    return print_json(call, json);
  print_counts(call.out, json["counts"]);
  print_ties(call.out, json["ties"]);
  if (json["total"].get<std::size_t>() > json["ties"].size())
    call.out << fmt::format("  and {} more (--limit)\n", json["total"].get<std::size_t>() - json["ties"].size());
  return {};
}

Result<void> who(Call const& call, office::Office const& office) {
  auto const json = TRY(office::person(office, words(call.arguments), TRY(at(call, office))));
  if (call.arguments.has("--json"))
    return print_json(call, json);
  auto& out = call.out;
  out << fmt::format("#{} {}\n", json["person"]["id"].get<std::int64_t>(), in_one_line(json["person"]));
  tell_redirection(out, json);
  if (json.contains("tie")) {
    auto const& tie = json["tie"];
    out << fmt::format("{} tie, strength {:.2f}: {}\n", text(tie, "state"), tie["strength"].get<double>(),
                       fmt::join(tie["reasons"].get<std::vector<std::string>>(), "; "));
  }
  section(out, "Names", json["names"].empty());
  print_facts(out, json["names"]);
  section(out, "Roles", json["roles"].empty());
  print_roles(out, json["roles"], "organisation");
  section(out, "Facts", json["facts"].empty());
  print_facts(out, json["facts"]);
  section(out, fmt::format("Contacts ({})", count(json["total_contacts"].get<long long>())), json["contacts"].empty());
  print_contacts(out, json["contacts"], 12);
  section(out, "Journeys", json["journeys"].empty());
  for (auto const& journey : json["journeys"])
    out << fmt::format("  {} {} ({})\n", text(journey["when"], "from"),
                       fmt::join(journey["stops"].get<std::vector<std::string>>(), ", "), text(journey, "realis"));
  section(out, "Relations of their organisations", json["relations"].empty());
  print_relations(out, json["relations"]);
  return {};
}

Result<void> org(Call const& call, office::Office const& office) {
  auto const json = TRY(office::organisation(office, words(call.arguments), TRY(at(call, office))));
  if (call.arguments.has("--json"))
    return print_json(call, json);
  auto& out = call.out;
  auto const& line = json["organisation"];
  out << fmt::format("#{} {}", line["id"].get<std::int64_t>(), full_name(line));
  for (auto const* key : {"sector", "city", "country"})
    out << (text(line, key).empty() ? "" : ", " + text(line, key));
  out << "\n";
  tell_redirection(out, json);
  section(out, "Names", json["names"].size() < 2);
  if (json["names"].size() > 1)
    print_facts(out, json["names"]);
  section(out, "Figures", json["figures"].empty());
  for (auto const& figure : json["figures"])
    out << "  " << figure_words(figure) << " " << evidence(figure) << "\n";
  section(out, "People", json["people"].empty());
  print_roles(out, json["people"], "person");
  section(out, "Ties", json["ties"].empty());
  print_ties(out, json["ties"]);
  section(out, "Relations", json["relations"].empty());
  print_relations(out, json["relations"]);
  section(out, "Facts", json["facts"].empty());
  print_facts(out, json["facts"]);
  section(out, "Contacts", json["contacts"].empty());
  print_contacts(out, json["contacts"], 12);
  return {};
}

Result<void> path(Call const& call, office::Office const& office) {
  office::PathRequest const request{
      .to = words(call.arguments),
      .from = call.arguments.values("--from"),
      .k = static_cast<int>(TRY(number_option(call.arguments, "-k", 5, 1, 50))),
      .max_hops = static_cast<int>(TRY(number_option(call.arguments, "--max-hops", 3, 1, 4))),
      .exclude = call.arguments.values("--exclude"),
      .exclude_organisations = call.arguments.values("--exclude-org"),
      .alternatives = call.arguments.has("--disjoint") ? office::Alternatives::disjoint : office::Alternatives::best};
  auto const json = TRY(office::paths(office, request, TRY(at(call, office))));
  if (call.arguments.has("--json"))
    return print_json(call, json);
  auto const others = json.contains("team") ? json["team"].size() - 1 : 0;
  call.out << fmt::format("from {}{} to {}\n", in_one_line(json["from"]),
                          others > 0 ? fmt::format(" or {}", plural(static_cast<long long>(others), "other", "others"))
                                     : "",
                          in_one_line(json["to"]));
  int place = 0;
  for (auto const& chain : json["chains"]) {
    call.out << fmt::format("\n  {}. {}\n", ++place, percent(chain["probability"].get<double>()));
    Rows rows;
    if (others > 0)
      rows.push_back({"", in_one_line(chain["steps"][0]["from"]), "begins"});
    for (auto const& step : chain["steps"])
      rows.push_back({percent(step["probability"].get<double>()), in_one_line(step["to"]), reason_of(step)});
    table(call.out, rows, 5);
  }
  if (place == 0)
    return fail(Fault::not_found, "nobody leads there", {}, "allow more hops with --max-hops 4, or read more sources");
  return {};
}

Result<void> sources(Call const& call, office::Office const& office) {
  auto const moment = TRY(at(call, office));
  auto const limit = static_cast<std::size_t>(TRY(number_option(call.arguments, "--limit", 50, 1, 1'000'000)));
  if (call.arguments.positional.empty()) {
    auto const json = TRY(office::sources(office, moment));
    if (call.arguments.has("--json"))
      return print_json(call, json);
    Rows rows{{"id", "kind", "name", "claims", "to review", "skipped", "published", "title"}};
    for (auto const& source : json["sources"])
      rows.push_back({std::to_string(source["id"].get<int>()), text(source, "kind"), text(source, "name"),
                      count(source["claims"].get<int>()), count(source["proposed"].get<int>()),
                      count(source["rejected"].get<int>()), text(source, "published"), text(source, "title")});
    table(call.out, rows);
    return {};
  }
  auto const id = TRY(id_argument(call.arguments.positional[0]));
  auto const json = TRY(office::source(office, SourceId{id}, limit, moment));
  if (call.arguments.has("--json"))
    return print_json(call, json);
  Rows rows;
  for (auto const& claim : json["claims"])
    rows.push_back({fmt::format("c{}", claim["id"].get<std::int64_t>()), text(claim["evidence"], "locator"),
                    named(claim, "subject"), text(claim, "property"),
                    claim.contains("object") ? named(claim, "object") : text(claim, "value"), text(claim, "realis"),
                    text(claim, "status")});
  table(call.out, rows);
  return {};
}

} // namespace attache::cli
