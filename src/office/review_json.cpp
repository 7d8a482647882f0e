#include "model/vocabulary.h"
#include "office/evidence.h"
#include "office/pieces.h"
#include "office/recall.h"
#include "office/review.h"
#include "resolve/cluster.h"
#include "resolve/identify.h"
#include "resolve/profile.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <set>

namespace attache::office {
namespace {

std::vector<Question> questions(View const& view) {
  return resolve::identify(resolve::profiles(view.records, view.claims, view.sources), view.decisions, view.names.get())
      .questions;
}

std::vector<Claim const*> proposed_claims(View const& view) {
  std::vector<Claim const*> claims;
  for (auto const& claim : view.claims)
    if (claim.status == Status::proposed)
      claims.push_back(&claim);
  std::ranges::stable_sort(claims, std::greater{}, [](auto const* claim) { return claim->confidence; });
  return claims;
}

// What the records that make up one side of a question say, each fact once.
Json side(View const& view, Pieces const& pieces, RecordId id) {
  auto const* const record = find_record(view, id);
  Json json{{"record", number(id)},
            {"entity", number(view.clusters.of(id))},
            {"kind", record == nullptr ? "person" : to_string(record->kind)},
            {"name", pieces.record_name(id)},
            {"source", pieces.source_ref(record == nullptr ? SourceId{} : record->source)}};
  json["facts"] = Json::array();
  for (auto const& claim : view.claims)
    if (claim.subject == id && claim.status == Status::accepted && claim.property != property::note)
      json["facts"].push_back(
          pieces.fact({.property = claim.property, .value = claim.value, .valid = claim.valid, .claim = claim.id}));
  return json;
}

Json question_json(View const& view, Pieces const& pieces, Question const& question) {
  return {{"a", side(view, pieces, question.a)},
          {"b", side(view, pieces, question.b)},
          {"probability", rounded(question.probability)},
          {"reasons", reasons_json(question.reasons)}};
}

// A pair that was decided to be the same, against a decision that keeps its cluster apart.
Json conflict_json(View const& view, Pieces const& pieces, resolve::Conflict const& conflict) {
  auto what = fmt::format("decision {} makes #{} and #{} one, ", number(conflict.refused), number(conflict.a),
                          number(conflict.b));
  what += number(conflict.contradicted) == 0
              ? "but they are of different kinds"
              : fmt::format("decision {} keeps them apart", number(conflict.contradicted));
  Json json{
      {"about", pieces.record_ref(conflict.a)}, {"property", "identity"}, {"what", what}, {"claims", Json::array()}};
  for (auto const& claim : view.claims)
    if ((claim.subject == conflict.a || claim.subject == conflict.b) && claim.property == property::name)
      json["claims"].push_back(pieces.claim(claim));
  return json;
}

Result<Json> newest_decision(Office const& office) {
  auto const list = TRY(decisions(office, 1, {.as_of = office.now}));
  return Json(list["decisions"].front());
}

} // namespace

Json review(View const& view, std::size_t limit) {
  Pieces const pieces{view};
  auto const claims = proposed_claims(view);
  auto const pairs = questions(view);
  auto const conflicts = resolve::clustering(view.records, view.decisions).conflicts;
  Json json{{"claims", Json::array()}, {"identities", Json::array()}, {"conflicts", Json::array()}};
  for (auto const* const claim : claims | std::views::take(limit))
    json["claims"].push_back(pieces.claim(*claim));
  for (auto const& question : pairs | std::views::take(limit))
    json["identities"].push_back(question_json(view, pieces, question));
  for (auto const& conflict : conflicts | std::views::take(limit))
    json["conflicts"].push_back(conflict_json(view, pieces, conflict));
  json["totals"] = {{"claims", claims.size()}, {"identities", pairs.size()}, {"conflicts", conflicts.size()}};
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
  TRY(writer->commit());
  return office::claim(office, id, {.as_of = office.now});
}

Result<Json> judge_identity(Office const& office, RecordId a, RecordId b, Verdict verdict, std::string const& why) {
  auto const view = TRY(load(office, {.as_of = office.now}));
  for (auto const id : {a, b})
    if (find_record(view, id) == nullptr)
      return fail(Fault::not_found, fmt::format("there is no record {}", number(id)));
  if (a == b)
    return fail(Fault::input, "a record is always the same as itself");
  if (find_record(view, a)->kind != find_record(view, b)->kind)
    return fail(Fault::input, fmt::format("#{} and #{} are things of different kinds", number(a), number(b)));
  Decision decision{
      .a = std::min(a, b), .b = std::max(a, b), .verdict = verdict, .by = office.user, .why = why, .at = office.now};
  for (auto const& question : questions(view))
    if (question.a == decision.a && question.b == decision.b) {
      decision.probability = question.probability;
      decision.reasons = question.reasons;
    }
  auto const writer = TRY(office.store.begin(
      {.what = fmt::format("decide that {} and {} are {}", number(decision.a), number(decision.b), to_string(verdict)),
       .by = office.user,
       .at = office.now}));
  TRY(writer->decide(decision));
  TRY(writer->commit());
  return newest_decision(office);
}

Result<Json> undo(Office const& office, DecisionId id, std::string const& why) {
  auto const all = TRY(office.store.decisions(keep::always));
  auto const found = std::ranges::find(all, id, &Decision::id);
  if (found == all.end())
    return fail(Fault::not_found, fmt::format("there is no decision {}", number(id)));
  if (std::ranges::find(all, id, &Decision::undoes) != all.end())
    return fail(Fault::conflict, fmt::format("decision {} is undone already", number(id)));
  if (number(found->undoes) != 0)
    return fail(Fault::input, fmt::format("decision {} is itself an undoing", number(id)), {}, "decide the pair anew");
  Decision back = *found;
  back.id = {};
  back.by = office.user;
  back.why = why;
  back.undoes = id;
  back.at = office.now;
  auto const writer = TRY(
      office.store.begin({.what = fmt::format("undo decision {}", number(id)), .by = office.user, .at = office.now}));
  TRY(writer->decide(back));
  TRY(writer->commit());
  return newest_decision(office);
}

namespace {

// A record as it is written ("#12"), else the person or organisation of that name.
Result<RecordId> record_named(View const& view, std::string_view query) {
  auto const digits = query.starts_with('#') ? query.substr(1) : query;
  std::int64_t id = 0;
  auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), id);
  if (error == std::errc{} && end == digits.data() + digits.size()) {
    if (find_record(view, RecordId{id}) == nullptr)
      return fail(Fault::not_found, fmt::format("there is no record {}", id));
    return RecordId{id};
  }
  if (auto const person = find_person(view, query))
    return RecordId{number(*person)};
  return RecordId{number(TRY(find_organisation(view, query)))};
}

// Decisions in force that make one cluster of this record and others.
std::vector<Decision> joins_of(View const& view, RecordId record) {
  auto out = resolve::effective(view.decisions);
  std::erase_if(out, [&](Decision const& decision) {
    return decision.verdict != Verdict::same || (decision.a != record && decision.b != record);
  });
  return out;
}

} // namespace

Result<Json> why(Office const& office, std::string_view a, std::string_view b, At at) {
  auto const view = TRY(load(office, at));
  auto const first = TRY(record_named(view, a));
  auto const second = TRY(record_named(view, b));
  if (first == second)
    return fail(Fault::input, "both names are one record", {}, "name records by their numbers, such as #12");
  if (find_record(view, first)->kind != find_record(view, second)->kind)
    return fail(Fault::input, fmt::format("#{} and #{} are things of different kinds", number(first), number(second)));
  auto const profiles = resolve::profiles(view.records, view.claims, view.sources);
  auto const x = std::ranges::find(profiles, first, &resolve::Profile::record);
  auto const y = std::ranges::find(profiles, second, &resolve::Profile::record);
  if (x == profiles.end() || y == profiles.end())
    return fail(Fault::not_found,
                fmt::format("nothing is known by which #{} and #{} could be compared", number(first), number(second)));
  Pieces const pieces{view};
  return question_json(view, pieces, resolve::explain(*x, *y, profiles, view.names.get()));
}

Result<Json> split(Office const& office, RecordId record, std::string const& why) {
  auto const view = TRY(load(office, {.as_of = office.now}));
  if (find_record(view, record) == nullptr)
    return fail(Fault::not_found, fmt::format("there is no record {}", number(record)));
  auto const joins = joins_of(view, record);
  if (joins.empty())
    return fail(Fault::conflict, fmt::format("record {} is not joined to any other", number(record)));
  auto const writer = TRY(office.store.begin(
      {.what = fmt::format("split record {} off", number(record)), .by = office.user, .at = office.now}));
  std::vector<RecordId> others;
  for (auto const& join : joins) {
    others.push_back(join.a == record ? join.b : join.a);
    auto back = join;
    back.id = {};
    back.by = office.user;
    back.why = why;
    back.undoes = join.id;
    back.at = office.now;
    TRY(writer->decide(back));
  }
  for (std::size_t i = 1; i < others.size(); ++i) // they were one through this record
    TRY(writer->decide({.a = others[i - 1],
                        .b = others[i],
                        .verdict = Verdict::same,
                        .by = office.user,
                        .why = fmt::format("joined before record {} was split off", number(record)),
                        .probability = 1,
                        .at = office.now}));
  TRY(writer->decide({.a = others.front(),
                      .b = record,
                      .verdict = Verdict::different,
                      .by = office.user,
                      .why = why,
                      .at = office.now}));
  TRY(writer->commit());
  return newest_decision(office);
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
      ++count;
    }
  TRY(writer->commit());
  return count;
}

Result<std::int64_t> accept_identities(Office const& office, double probability) {
  auto const view = TRY(load(office, {.as_of = office.now}));
  auto const writer =
      TRY(office.store.begin({.what = fmt::format("accept identities of probability {} and more", probability),
                              .by = office.user,
                              .at = office.now}));
  std::int64_t count = 0;
  for (auto const& question : questions(view))
    if (question.probability >= probability) {
      TRY(writer->decide({.a = question.a,
                          .b = question.b,
                          .verdict = Verdict::same,
                          .by = office.user,
                          .why = "accepted by rule",
                          .probability = question.probability,
                          .reasons = question.reasons,
                          .at = office.now}));
      ++count;
    }
  TRY(writer->commit());
  return count;
}

} // namespace attache::office
