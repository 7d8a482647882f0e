#include "office/evidence.h"
#include "office/review.h"
#include "resolve/cluster.h"
#include "resolve/identify.h"
#include "resolve/profile.h"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace attache::office {
namespace {

// What it is about, as a person would say it.
std::string in_words(Decision const& decision) {
  auto const word = std::string{to_string(decision.verdict)};
  switch (decision.verdict) {
  case Verdict::same:
  case Verdict::different:
  case Verdict::unsure:
    return fmt::format("decide that {} and {} are {}", number(decision.a), number(decision.b), word);
  case Verdict::parent_of:
  case Verdict::subsidiary_of:
    return fmt::format("decide that {} is the {} {}", number(decision.a),
                       decision.verdict == Verdict::parent_of ? "parent of" : "subsidiary of", number(decision.b));
  case Verdict::former_name_of:
  case Verdict::later_name_of: break;
  }
  return fmt::format("decide that {} bears a {} name of {}", number(decision.a),
                     decision.verdict == Verdict::former_name_of ? "former" : "later", number(decision.b));
}

Result<void> sensible(View const& view, Judgement const& judgement) {
  for (auto const id : {judgement.a, judgement.b})
    if (find_record(view, id) == nullptr)
      return fail(Fault::not_found, fmt::format("there is no record {}", number(id)));
  auto const [a, b] = std::pair(number(judgement.a), number(judgement.b));
  if (a == b)
    return fail(Fault::input, "a record is always the same as itself");
  auto const kind = find_record(view, judgement.a)->kind;
  if (kind != find_record(view, judgement.b)->kind)
    return fail(Fault::input, fmt::format("#{} and #{} are things of different kinds", a, b));
  auto const owning = judgement.verdict == Verdict::parent_of || judgement.verdict == Verdict::subsidiary_of;
  if (owning && kind != RecordKind::organisation)
    return fail(Fault::input, "only an organisation has a parent or a subsidiary");
  auto const& [from, to, zone] = judgement.valid;
  if ((from.known() || to.known()) && !owning && turned(judgement.verdict) == judgement.verdict)
    return fail(Fault::input, fmt::format("'{}' has no time", to_string(judgement.verdict)), {},
                "a parent and a former name have one");
  if (from.known() && to.known() && end_of(to) <= from.at)
    return fail(Fault::input, fmt::format("{} does not come before {}", to_string(from), to_string(to)));
  return {};
}

// How likely the two are one, as the queue would say it, for the record.
Question score_now(View const& view, RecordId a, RecordId b) {
  auto const profiles = resolve::profiles(view.records, view.claims, view.sources);
  auto const whole = [&](RecordId record) {
    std::vector<RecordId> records{record};
    for (auto const& [one, canonical] : view.clusters.canonical)
      if (canonical == view.clusters.of(record) && one != record)
        records.push_back(one);
    return records;
  };
  auto const together = view.clusters.of(a) == view.clusters.of(b);
  return resolve::explain({.a = together ? std::vector{a} : whole(a), .b = together ? std::vector{b} : whole(b)},
                          profiles, view.clusters, view.names.get(), &identified(view).belief);
}

// What hung on the decision: it undoes one that undoes?
std::string undoing_in_words(Decision const& what) {
  return number(what.undoes) == 0
             ? fmt::format("undo decision {}", number(what.id))
             : fmt::format("undo decision {}: bring back {}", number(what.id), number(what.undoes));
}

Result<void> still_stands(std::vector<Decision> const& all, Decision const& decision) {
  auto const gone = resolve::undone(all);
  if (!gone.contains(decision.id))
    return {};
  auto const by = std::ranges::find_if(
      all, [&](Decision const& one) { return one.undoes == decision.id && !gone.contains(one.id); });
  return fail(Fault::conflict, fmt::format("decision {} is undone already", number(decision.id)), {},
              by == all.end() ? std::string{} : fmt::format("attache review undo {} brings it back", number(by->id)));
}

// Decisions in force that make one cluster of this record and others.
std::vector<Decision> joins_of(View const& view, RecordId record) {
  auto out = resolve::effective(view.decisions);
  std::erase_if(out, [&](Decision const& decision) {
    return !joins(decision.verdict) || (decision.a != record && decision.b != record);
  });
  return out;
}

// What else a split writes, all of it part of the decision `whole`: the joins are undone, and what hung together
// through the record stays together.
Result<void> write_parts(keep::Writer& writer, Office const& office, Decision const& whole,
                         std::vector<Decision> const& joins) {
  auto const record = whole.b;
  for (auto const& join : joins) {
    auto back = join;
    back.id = {};
    back.by = office.user;
    back.why = whole.why;
    back.undoes = join.id;
    back.part_of = whole.id;
    back.valid = {};
    TRY(writer.decide(back));
  }
  auto const other = [&](Decision const& join) { return join.a == record ? join.b : join.a; };
  for (std::size_t i = 1; i < joins.size(); ++i)
    TRY(writer.decide({.a = other(joins[i - 1]),
                       .b = other(joins[i]),
                       .verdict = Verdict::same,
                       .by = office.user,
                       .why = fmt::format("joined before record {} was split off", number(record)),
                       .probability = 1,
                       .part_of = whole.id}));
  return {};
}

} // namespace

Result<Json> judge_identity(Office const& office, Judgement const& judgement) {
  auto const view = TRY(load(office, {.as_of = office.now}));
  TRY(sensible(view, judgement));
  Decision decision{.a = judgement.a,
                    .b = judgement.b,
                    .verdict = judgement.verdict,
                    .by = office.user,
                    .why = judgement.why,
                    .valid = judgement.valid};
  auto then = score_now(view, decision.a, decision.b);
  decision.probability = then.probability;
  decision.reasons = std::move(then.reasons);
  auto const writer = TRY(office.store.begin({.what = in_words(decision), .by = office.user, .at = office.now}));
  auto const id = TRY(writer->decide(decision));
  TRY(writer->commit());
  return office::decision(office, id, {.as_of = office.now});
}

Result<Json> undo(Office const& office, DecisionId id, std::string const& why) {
  auto const all = TRY(office.store.decisions(keep::always));
  auto const found = std::ranges::find(all, id, &Decision::id);
  if (found == all.end())
    return fail(Fault::not_found, fmt::format("there is no decision {}", number(id)));
  if (number(found->part_of) != 0)
    return fail(Fault::input, fmt::format("decision {} is part of decision {}", number(id), number(found->part_of)), {},
                fmt::format("attache review undo {} takes all of it back", number(found->part_of)));
  TRY(still_stands(all, *found));
  auto const writer = TRY(office.store.begin({.what = undoing_in_words(*found), .by = office.user, .at = office.now}));
  auto const back = TRY(writer->decide({.by = office.user, .why = why, .undoes = id}));
  TRY(writer->commit());
  return decision(office, back, {.as_of = office.now});
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
  Decision whole{.a = joins.front().a == record ? joins.front().b : joins.front().a,
                 .b = record,
                 .verdict = Verdict::different,
                 .by = office.user,
                 .why = why};
  auto then = score_now(view, whole.a, whole.b);
  whole.probability = then.probability;
  whole.reasons = std::move(then.reasons);
  whole.id = TRY(writer->decide(whole));
  TRY(write_parts(*writer, office, whole, joins));
  TRY(writer->commit());
  return decision(office, whole.id, {.as_of = office.now});
}

Result<std::int64_t> accept_identities(Office const& office, double probability) {
  auto const view = TRY(load(office, {.as_of = office.now}));
  auto const writer =
      TRY(office.store.begin({.what = fmt::format("accept identities of probability {} and more", probability),
                              .by = office.user,
                              .at = office.now}));
  std::int64_t count = 0;
  for (auto const& question : questions(view))
    if (std::min(question.probability, resolve::scored_probability(question)) >= probability) {
      TRY(writer->decide({.a = question.a,
                          .b = question.b,
                          .verdict = Verdict::same,
                          .by = office.user,
                          .why = "accepted by rule",
                          .probability = question.probability,
                          .reasons = question.reasons}));
      ++count;
    }
  TRY(writer->commit());
  return count;
}

} // namespace attache::office
