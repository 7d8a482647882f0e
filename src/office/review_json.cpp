#include "model/vocabulary.h"
#include "office/evidence.h"
#include "office/proposed.h"
#include "office/recall.h"
#include "office/review.h"
#include "office/sides.h"
#include "resolve/cluster.h"
#include "resolve/identify.h"
#include "resolve/profile.h"
#include "resolve/refusals.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <ranges>
#include <set>

namespace attache::office {
namespace {

// Their claims of names, for those who want to see the words.
Json names_of(View const& view, Pieces const& pieces, RecordId a, RecordId b) {
  auto json = Json::array();
  for (auto const& claim : view.claims)
    if ((claim.subject == a || claim.subject == b) && claim.property == property::name)
      json.push_back(pieces.claim(claim));
  return json;
}

// A decision to join, against one that keeps its cluster apart.
Json conflict_json(View const& view, Pieces const& pieces, Sides const& sides, resolve::Conflict const& conflict) {
  auto what = fmt::format("decision {} makes #{} and #{} one, ", number(conflict.refused), number(conflict.a),
                          number(conflict.b));
  what += number(conflict.contradicted) == 0
              ? "but they are of different kinds"
              : fmt::format("decision {} keeps them apart", number(conflict.contradicted));
  auto decisions = Json::array();
  for (auto const id : {conflict.refused, conflict.contradicted})
    if (auto const* const decision = find_decision(view, id))
      decisions.push_back(decision_json(pieces, *decision));
  auto const* const refused = find_decision(view, conflict.refused);
  Question const question{
      .a = conflict.a, .b = conflict.b, .probability = refused->probability, .reasons = refused->reasons};
  return {{"kind", "decisions"},
          {"about", pieces.record_ref(conflict.a)},
          {"property", "identity"},
          {"what", what},
          {"question", question_json(sides, question, Sides::Extent::whole)},
          {"decisions", std::move(decisions)},
          {"claims", names_of(view, pieces, conflict.a, conflict.b)}};
}

Json refusal_json(View const& view, Pieces const& pieces, Sides const& sides, resolve::Refusal const& refusal) {
  auto const& question = refusal.question;
  return {{"kind", to_string(refusal.objection)},
          {"about", pieces.record_ref(question.a)},
          {"property", "identity"},
          {"what", fmt::format("#{} and #{}: {}", number(question.a), number(question.b), refusal.what)},
          {"question", question_json(sides, question, Sides::Extent::whole)},
          {"claims", names_of(view, pieces, question.a, question.b)}};
}

// Everything of a view that waits for a person.
struct Waiting {
  std::vector<Claim const*> claims;
  std::vector<Question> pairs;
  std::vector<resolve::Conflict> conflicts; // between decisions
  std::vector<resolve::Refusal> refusals;   // of the rules

  [[nodiscard]] std::set<RecordId> records() const {
    auto out = records_of(pairs);
    for (auto const& conflict : conflicts)
      out.insert({conflict.a, conflict.b});
    for (auto const& refusal : refusals)
      out.insert({refusal.question.a, refusal.question.b});
    return out;
  }
};

Json proposed_json(View const& view, Pieces const& pieces, Claim const& claim) {
  auto json = pieces.claim(claim);
  if (auto const meetings = goes_with(view, claim).size(); meetings > 0)
    json["goes_with"] = meetings;
  return json;
}

Waiting waiting(View const& view) {
  auto const profiles = resolve::profiles(view.records, view.claims, view.sources);
  Waiting out{.claims = proposed_claims(view),
              .pairs = questions(view),
              .conflicts = resolve::clustering(view.records, view.decisions).conflicts,
              .refusals = resolve::refusals(profiles, view.decisions, view.clusters, view.names.get(),
                                            &identified(view).belief)};
  std::set<std::pair<RecordId, RecordId>> refused; // a conflict is not a question too
  for (auto const& refusal : out.refusals)
    refused.emplace(refusal.question.a, refusal.question.b);
  std::erase_if(out.pairs, [&](Question const& question) {
    return refused.contains(std::minmax(view.clusters.of(question.a), view.clusters.of(question.b)));
  });
  return out;
}

} // namespace

std::vector<Question> questions(View const& view) { return identified(view).questions; }

Json review(View const& view, std::size_t limit) {
  Pieces const pieces{view};
  auto found = waiting(view);
  Sides const sides{view, pieces, found.records()};
  found.pairs = in_order_of_value(std::move(found.pairs), sides);
  std::ranges::stable_sort(found.refusals, std::greater{},
                           [&](auto const& refusal) { return value_of(sides, refusal.question); });
  Json json{{"claims", Json::array()}, {"identities", Json::array()}, {"conflicts", Json::array()}};
  for (auto const* const claim : found.claims | std::views::take(limit))
    json["claims"].push_back(proposed_json(view, pieces, *claim));
  for (auto const& question : found.pairs | std::views::take(limit))
    json["identities"].push_back(question_json(sides, question, Sides::Extent::whole));
  for (auto const& conflict : found.conflicts | std::views::take(limit))
    json["conflicts"].push_back(conflict_json(view, pieces, sides, conflict));
  for (auto const& refusal : found.refusals | std::views::take(limit - json["conflicts"].size()))
    json["conflicts"].push_back(refusal_json(view, pieces, sides, refusal));
  json["totals"] = {{"claims", found.claims.size()},
                    {"identities", found.pairs.size()},
                    {"conflicts", found.conflicts.size() + found.refusals.size()}};
  return json;
}

Result<Json> review(Office const& office, std::size_t limit) {
  auto const view = TRY(recall(office, {.as_of = office.now}));
  return review(*view, limit);
}

Result<Json> judge_claim(Office const& office, ClaimId id, ClaimVerdict verdict, std::string const& why) {
  auto const view = TRY(load(office, {.as_of = office.now}));
  auto const* const claim = find_claim(view, id);
  if (claim == nullptr)
    return fail(Fault::not_found, fmt::format("there is no claim {}", number(id)));
  if (claim->status == Status::retracted)
    return fail(Fault::conflict, fmt::format("claim {} was taken back by its source", number(id)), {},
                "read the source again");
  constexpr std::array words{"accept", "reject", "reopen"};
  constexpr std::array statuses{Status::accepted, Status::rejected, Status::proposed};
  auto const index = static_cast<std::size_t>(verdict);
  auto const writer = TRY(office.store.begin(
      {.what = fmt::format("{} claim {}", words.at(index), number(id)), .by = office.user, .at = office.now}));
  TRY(writer->set_status(id, statuses.at(index), why));
  for (auto const meeting : goes_with(view, *claim))
    TRY(writer->set_status(meeting, statuses.at(index), fmt::format("goes with claim {}", number(id))));
  TRY(writer->commit());
  return office::claim(office, id, {.as_of = office.now});
}

Result<std::int64_t> accept_claims(Office const& office, double confidence) {
  auto const view = TRY(load(office, {.as_of = office.now}));
  auto const writer =
      TRY(office.store.begin({.what = fmt::format("accept claims of confidence {} and more", confidence),
                              .by = office.user,
                              .at = office.now}));
  std::int64_t count = 0;
  for (auto const* const claim : proposed_claims(view))
    if (claim->confidence >= confidence) {
      TRY(writer->set_status(claim->id, Status::accepted, "accepted by rule"));
      for (auto const meeting : goes_with(view, *claim))
        TRY(writer->set_status(meeting, Status::accepted, "accepted by rule"));
      ++count;
    }
  TRY(writer->commit());
  return count;
}

} // namespace attache::office
