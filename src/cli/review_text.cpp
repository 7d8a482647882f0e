#include "cli/review_text.h"

#include "cli/numbers.h"
#include "cli/text.h"
#include "office/review.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
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

// "14 contacts, 3 ties, 5 records", as far as there are any.
std::string weight(Json const& side) {
  std::vector<std::string> parts;
  if (auto const contacts = side["contacts"].get<int>(); contacts > 0)
    parts.push_back(plural(contacts, "contact", "contacts"));
  if (auto const ties = side["ties"].get<int>(); ties > 0)
    parts.push_back(plural(ties, "tie", "ties"));
  if (auto const records = side["records"].size(); records > 1)
    parts.push_back(fmt::format("{} records", records));
  return fmt::format("{}", fmt::join(parts, ", "));
}

void show_side(std::ostream& out, Json const& side) {
  auto const hangs = weight(side);
  out << fmt::format("    #{} {}  ({}){}\n", side["record"].get<std::int64_t>(), side["name"].get<std::string>(),
                     side["source"]["name"].get<std::string>(), hangs.empty() ? "" : "  " + hangs);
  if (auto const facts = facts_line(side); !facts.empty())
    out << "      " << facts << "\n";
}

void show_reasons(std::ostream& out, Json const& reasons, std::string_view indent) {
  for (auto const& reason : reasons)
    out << fmt::format("{}{:+5.1f} bits  {}: {}\n", indent, reason["bits"].get<double>(),
                       reason["field"].get<std::string>(), reason["detail"].get<std::string>());
}

// "same", "parent of", in the words of a sentence about a and b.
std::string verdict_words(Json const& decision) {
  auto word = decision["verdict"].get<std::string>();
  std::ranges::replace(word, '_', ' ');
  return word;
}

void show_step(std::ostream& out, Json const& decision) {
  auto const why = decision.value("why", std::string{});
  out << fmt::format("    #{} {} {} #{} {}  by {}, decision {}{}{}\n", decision["a"]["id"].get<std::int64_t>(),
                     decision["a"]["name"].get<std::string>(), verdict_words(decision),
                     decision["b"]["id"].get<std::int64_t>(), decision["b"]["name"].get<std::string>(),
                     decision["by"].get<std::string>(), decision["id"].get<std::int64_t>(), why.empty() ? "" : ": ",
                     why);
  show_reasons(out, decision["reasons"], "      ");
}

void show_claim(std::ostream& out, Json const& claim) {
  auto const value = claim.value("value", std::string{});
  auto const object = claim.contains("object") ? claim["object"]["name"].get<std::string>() : std::string{};
  out << fmt::format("\n  Claim {}: {} {} {}{}{}  ({}, {})\n      “{}”  {}, {}\n", claim["id"].get<std::int64_t>(),
                     claim["subject"]["name"].get<std::string>(), claim["property"].get<std::string>(), object,
                     object.empty() || value.empty() || value == object ? "" : ", ", value == object ? "" : value,
                     claim["realis"].get<std::string>(), percent(claim["confidence"].get<double>()),
                     claim["evidence"]["quote"].get<std::string>(), claim["source"]["name"].get<std::string>(),
                     claim["evidence"]["locator"].get<std::string>());
  if (auto const meetings = claim.value("goes_with", std::int64_t{0}); meetings > 0)
    out << fmt::format("      {} with the answer\n", plural(meetings, "meeting goes", "meetings go"));
}

using office::ClaimVerdict;

std::optional<ClaimVerdict> claim_verdict(std::string_view word) {
  if (word == "accept")
    return ClaimVerdict::accept;
  if (word == "reject")
    return ClaimVerdict::reject;
  return word == "reopen" ? std::optional{ClaimVerdict::reopen} : std::nullopt;
}

// "same", "parent-of" ...; "former-name" is short for "former-name-of".
std::optional<Verdict> verdict(std::string word) {
  std::ranges::replace(word, '-', '_');
  if (word.ends_with("_name"))
    word += "_of";
  auto const parsed = parse_verdict(word);
  return parsed ? std::optional{*parsed} : std::nullopt;
}

Result<Interval> stated_time(Arguments const& arguments) {
  Interval valid;
  if (auto const from = arguments.value("--from"); !from.empty())
    valid.from = TRY(parse_moment(from));
  if (auto const to = arguments.value("--to"); !to.empty())
    valid.to = TRY(parse_moment(to));
  return valid;
}

} // namespace

void show_question(std::ostream& out, Json const& question) {
  auto const a = question["a"]["record"].get<std::int64_t>();
  auto const b = question["b"]["record"].get<std::int64_t>();
  out << fmt::format("\n  Same? {} {}   {} likely\n", a, b, percent(question["probability"].get<double>()));
  show_side(out, question["a"]);
  show_side(out, question["b"]);
  show_reasons(out, question["reasons"], "      ");
}

void show_why(std::ostream& out, Json const& why) {
  show_question(out, why);
  auto const& chain = why["chain"];
  if (!chain.empty())
    out << fmt::format("\n  They are one, by {}:\n", plural(static_cast<int>(chain.size()), "decision", "decisions"));
  for (auto const& decision : chain)
    show_step(out, decision);
  if (!why["apart"].empty())
    out << "\n  They stay apart:\n";
  for (auto const& decision : why["apart"])
    show_step(out, decision);
}

namespace {

// A merge that was refused: what is against it, both sides, and what decides it.
void show_conflict(std::ostream& out, Json const& conflict) {
  out << "\n  Conflict: " << conflict["what"].get<std::string>() << "\n";
  if (conflict.contains("decisions"))
    for (auto const& decision : conflict["decisions"])
      show_step(out, decision);
  else if (conflict.contains("question"))
    show_question(out, conflict["question"]);
}

} // namespace

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
    show_conflict(call.out, conflict);
  for (auto const& question : review["identities"])
    show_question(call.out, question);
  for (auto const& claim : review["claims"])
    show_claim(call.out, claim);
  call.out << "\nattache review same|different|unsure A B | parent-of|former-name A B | accept|reject CLAIM | undo "
              "DECISION\n";
  return {};
}

namespace {

// Why a decision does not count, else why it was taken.
std::string state_of(Json const& decision) {
  if (decision["undone"].get<bool>())
    return "(undone)";
  if (decision.contains("refused_by"))
    return fmt::format("(not carried out: decision {} keeps them apart)", decision["refused_by"].get<std::int64_t>());
  if (!decision["in_force"].get<bool>())
    return "(replaced by a later one)";
  auto const why = decision.value("why", std::string{});
  return decision.contains("part_of") ? fmt::format("(part of {}) {}", decision["part_of"].get<std::int64_t>(), why)
                                      : why;
}

} // namespace

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
                                     : verdict_words(decision),
         fmt::format("#{} {}", decision["a"]["id"].get<std::int64_t>(), decision["a"]["name"].get<std::string>()),
         fmt::format("#{} {}", decision["b"]["id"].get<std::int64_t>(), decision["b"]["name"].get<std::string>()),
         state_of(decision)});
  table(call.out, rows);
  return {};
}

Result<void> tell_decision(Call const& call, Json const& decision) {
  if (call.arguments.has("--json")) {
    call.out << decision.dump(2) << "\n";
    return {};
  }
  auto const id = decision["id"].get<std::int64_t>();
  auto const a = decision["a"]["id"].get<std::int64_t>(), b = decision["b"]["id"].get<std::int64_t>();
  auto const verdict = verdict_words(decision);
  call.out << fmt::format("decision {}: {}; take it back with attache review undo {}\n", id,
                          verdict.ends_with(" of") ? fmt::format("#{} is {} #{}", a, verdict, b)
                                                   : fmt::format("#{} and #{} are {}", a, b, verdict),
                          id);
  if (decision.contains("refused_by"))
    call.out << fmt::format(
        "  it is not carried out yet: decision {0} keeps them apart; attache review undo {0} lets it\n",
        decision["refused_by"].get<std::int64_t>());
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
      if (call.arguments.has("--json"))
        call.out << claim.dump(2) << "\n";
      else
        call.out << fmt::format("claim {} is {}\n", id, claim["status"].get<std::string>());
    }
    return {};
  }
  if (auto const about = verdict(words[0]); about && ids.size() == 2) {
    office::Judgement const judgement{.a = RecordId{ids[0]},
                                      .b = RecordId{ids[1]},
                                      .verdict = *about,
                                      .valid = TRY(stated_time(call.arguments)),
                                      .why = why};
    return tell_decision(call, TRY(office::judge_identity(office, judgement)));
  }
  if (words[0] == "undo" && ids.size() == 1) {
    auto const decision = TRY(office::undo(office, DecisionId{ids[0]}, why));
    if (call.arguments.has("--json"))
      call.out << decision.dump(2) << "\n";
    else
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
