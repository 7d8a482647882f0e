#include "cli/review_text.h"

#include "cli/numbers.h"
#include "cli/text.h"
#include "office/review.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <ostream>

namespace attache::cli {
namespace {

std::string facts_line(Json const& side) {
  std::string line;
  for (auto const& fact : side["facts"]) {
    auto const value = fact.contains("object") && fact["value"].get<std::string>().empty()
                           ? fact["object"]["name"].get<std::string>()
                           : fact["value"].get<std::string>();
    if (fact["property"] == "name" || value.empty() || line.size() > 160)
      continue;
    line += fmt::format("{}{} {}", line.empty() ? "" : "; ", fact["property"].get<std::string>(), value);
  }
  return line;
}

void show_side(std::ostream& out, Json const& side) {
  out << fmt::format("    #{} {}  ({})\n", side["record"].get<std::int64_t>(), side["name"].get<std::string>(),
                     side["source"]["name"].get<std::string>());
  if (auto const facts = facts_line(side); !facts.empty())
    out << "      " << facts << "\n";
}

void show_claim(std::ostream& out, Json const& claim) {
  auto const value = claim.value("value", std::string{});
  auto const object = claim.contains("object") ? claim["object"]["name"].get<std::string>() : std::string{};
  out << fmt::format("\n  Claim {}: {} {} {}{}{}  ({}, {})\n      “{}”  {}, {}\n", claim["id"].get<std::int64_t>(),
                     claim["subject"]["name"].get<std::string>(), claim["property"].get<std::string>(), object,
                     object.empty() || value.empty() ? "" : ", ", value, claim["realis"].get<std::string>(),
                     percent(claim["confidence"].get<double>()), claim["evidence"]["quote"].get<std::string>(),
                     claim["source"]["name"].get<std::string>(), claim["evidence"]["locator"].get<std::string>());
}

using office::ClaimVerdict;

std::optional<ClaimVerdict> claim_verdict(std::string_view word) {
  if (word == "accept")
    return ClaimVerdict::accept;
  if (word == "reject")
    return ClaimVerdict::reject;
  return word == "reopen" ? std::optional{ClaimVerdict::reopen} : std::nullopt;
}

std::optional<Verdict> verdict(std::string_view word) {
  for (auto const verdict : {Verdict::same, Verdict::different, Verdict::unsure})
    if (to_string(verdict) == word)
      return verdict;
  return std::nullopt;
}

} // namespace

void show_question(std::ostream& out, Json const& question) {
  auto const a = question["a"]["record"].get<std::int64_t>();
  auto const b = question["b"]["record"].get<std::int64_t>();
  out << fmt::format("\n  Same? {} {}   {} likely\n", a, b, percent(question["probability"].get<double>()));
  show_side(out, question["a"]);
  show_side(out, question["b"]);
  for (auto const& reason : question["reasons"])
    out << fmt::format("      {:+5.1f} bits  {}: {}\n", reason["bits"].get<double>(),
                       reason["field"].get<std::string>(), reason["detail"].get<std::string>());
}

Result<void> show_queue(Call const& call, Json const& review) {
  if (call.arguments.has("--json")) {
    call.out << review.dump(2) << "\n";
    return {};
  }
  auto const& totals = review["totals"];
  call.out << fmt::format("{}, {}, {}\n",
                          plural(totals["identities"].get<int>(), "question of identity", "questions of identity"),
                          plural(totals["claims"].get<int>(), "proposed claim", "proposed claims"),
                          plural(totals["conflicts"].get<int>(), "conflict", "conflicts"));
  for (auto const& conflict : review["conflicts"])
    call.out << "\n  Conflict: " << conflict["what"].get<std::string>() << "\n";
  for (auto const& question : review["identities"])
    show_question(call.out, question);
  for (auto const& claim : review["claims"])
    show_claim(call.out, claim);
  call.out << "\nattache review same A B | different A B | accept CLAIM | reject CLAIM | undo DECISION\n";
  return {};
}

Result<void> show_decisions(Call const& call, Json const& decisions) {
  if (call.arguments.has("--json")) {
    call.out << decisions.dump(2) << "\n";
    return {};
  }
  std::vector<std::vector<std::string>> rows;
  for (auto const& decision : decisions["decisions"])
    rows.push_back(
        {std::to_string(decision["id"].get<std::int64_t>()), decision["at"], decision["by"],
         decision.contains("undoes") ? fmt::format("undoes {}", decision["undoes"].get<std::int64_t>())
                                     : decision["verdict"].get<std::string>(),
         fmt::format("#{} {}", decision["a"]["id"].get<std::int64_t>(), decision["a"]["name"].get<std::string>()),
         fmt::format("#{} {}", decision["b"]["id"].get<std::int64_t>(), decision["b"]["name"].get<std::string>()),
         decision["undone"].get<bool>() ? "(undone)" : decision.value("why", std::string{})});
  table(call.out, rows);
  return {};
}

Result<void> review_act(Call const& call, office::Office const& office) {
  auto const& words = call.arguments.positional;
  auto const why = call.arguments.value("--why");
  std::vector<std::int64_t> ids;
  for (std::size_t i = 1; i < words.size(); ++i)
    ids.push_back(TRY(id_argument(words[i])));
  if (auto const about = claim_verdict(words[0]); about && !ids.empty()) {
    for (auto const id : ids) {
      auto const claim = TRY(office::judge_claim(office, ClaimId{id}, *about, why));
      call.out << fmt::format("claim {} is {}\n", id, claim["status"].get<std::string>());
    }
    return {};
  }
  if (auto const about = verdict(words[0]); about && ids.size() == 2) {
    auto const decision = TRY(office::judge_identity(office, RecordId{ids[0]}, RecordId{ids[1]}, *about, why));
    call.out << fmt::format("decision {}: #{} and #{} are {}; take it back with attache review undo {}\n",
                            decision["id"].get<std::int64_t>(), ids[0], ids[1], words[0],
                            decision["id"].get<std::int64_t>());
    return {};
  }
  if (words[0] == "undo" && ids.size() == 1) {
    auto const decision = TRY(office::undo(office, DecisionId{ids[0]}, why));
    call.out << fmt::format("decision {} is undone, by decision {}\n", ids[0], decision["id"].get<std::int64_t>());
    return {};
  }
  return fail(Fault::input, fmt::format("review does not know '{}'", fmt::join(words, " ")), {}, "attache help review");
}

Result<void> review_by_rule(Call const& call, office::Office const& office) {
  if (call.arguments.has("--claims-from")) {
    auto const from = TRY(number_option(call.arguments, "--claims-from", 1, 0, 1));
    call.out << plural(TRY(office::accept_claims(office, from)), "claim", "claims") << " accepted\n";
  }
  if (call.arguments.has("--same-from")) {
    auto const from = TRY(number_option(call.arguments, "--same-from", 1, 0, 1));
    call.out << plural(TRY(office::accept_identities(office, from)), "pair", "pairs") << " decided to be the same\n";
  }
  return {};
}

} // namespace attache::cli
