#include "office/trips.h"

#include "base/unicode.h"
#include "go/check.h"
#include "go/replan.h"
#include "go/settle.h"
#include "go/travel.h"
#include "go/validate.h"
#include "model/vocabulary.h"
#include "office/candidate_value.h"
#include "office/hash.h"
#include "office/intake.h"
#include "office/local_time.h"
#include "read/trip.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace attache::office {
namespace {

Result<std::size_t> find_candidate(Trip const& trip, std::string_view id_or_name) {
  auto const& all = trip.candidates;
  auto found = std::ranges::find(all, id_or_name, &Candidate::id);
  if (found == all.end())
    found = std::ranges::find(all, fold_case(id_or_name),
                              [](Candidate const& candidate) { return fold_case(candidate.name); });
  if (found == all.end())
    return fail(Fault::not_found, fmt::format("'{}' is not a candidate of {}", id_or_name, trip.name), {},
                "name a candidate as the trip file does");
  return static_cast<std::size_t>(found - all.begin());
}

std::map<int, Visit> visits_by_candidate(Plan const& plan) {
  std::map<int, Visit> visits;
  for (auto const& day : plan.days)
    for (auto const& visit : day.visits)
      visits[visit.candidate] = visit;
  return visits;
}

void compare(Plan const& before, std::vector<std::string> const& cancelled, Replanned& replanned) {
  using Kind = Moved::Kind;
  auto const old_visits = visits_by_candidate(before);
  auto const new_visits = visits_by_candidate(replanned.kept.plan);
  auto const& candidates = replanned.kept.trip.candidates;
  for (auto const& [candidate, visit] : old_visits) {
    auto const now = new_visits.find(candidate);
    auto const& id = candidates.at(static_cast<std::size_t>(candidate)).id;
    if (now == new_visits.end())
      replanned.changes.push_back(
          {.kind = std::ranges::find(cancelled, id) != cancelled.end() ? Kind::cancelled : Kind::dropped,
           .candidate = candidate,
           .before = visit});
    else if (now->second == visit)
      ++replanned.unchanged;
    else
      replanned.changes.push_back({.kind = Kind::moved, .candidate = candidate, .before = visit, .after = now->second});
  }
  for (auto const& [candidate, visit] : new_visits)
    if (!old_visits.contains(candidate))
      replanned.changes.push_back({.kind = Kind::added, .candidate = candidate, .after = visit});
  std::ranges::stable_sort(replanned.changes, {}, [](Moved const& moved) {
    auto const& visit = moved.kind == Kind::added ? moved.after : moved.before;
    return std::pair{visit.day, visit.start};
  });
}

// The claims of one meeting that was held.
void add_held(Batch& batch, KeptTrip const& kept, Visit const& visit, PersonId principal, std::int64_t stranger) {
  auto const& candidate = kept.trip.candidates.at(static_cast<std::size_t>(visit.candidate));
  auto const& city = kept.trip.cities.at(static_cast<std::size_t>(candidate.city));
  Interval const when{.from = minute_moment(utc(kept.trip, city, visit.day, visit.start)),
                      .to = minute_moment(utc(kept.trip, city, visit.day, visit.end)),
                      .zone = city.zone};
  auto const contact = RecordId{static_cast<std::int64_t>(batch.records.size()) + 1};
  batch.records.push_back({.id = contact, .kind = RecordKind::contact, .key = "held:" + candidate.id});
  auto const claim = [&](std::string_view property, std::string value, RecordId object = {}) {
    batch.claims.push_back({.subject = contact,
                            .property = std::string{property},
                            .object = object,
                            .value = std::move(value),
                            .evidence = {.locator = "closing of the trip"},
                            .valid = when});
  };
  claim(property::contact_kind, "meeting");
  claim(property::title, candidate.name);
  claim(property::place, city.name);
  if (number(principal) != 0)
    claim(property::participant, {}, RecordId{-number(principal)});
  auto const person = number(candidate.person) != 0 ? number(candidate.person) : stranger;
  if (person != 0)
    claim(property::participant, {}, RecordId{-person});
}

// The record that the plan made of a candidate whom the office did not know; 0 if there is none.
std::int64_t stranger(View const& view, SourceId plan, Candidate const& candidate) {
  for (auto const& record : view.records)
    if (record.source == plan && record.key == "candidate:" + candidate.id)
      return number(record.id);
  return 0;
}

// Sleeps where the least travel is, and has the checker count the value again.
Result<void> settle(KeptTrip& kept) {
  go::settle(kept.trip, kept.plan);
  kept.plan.value = TRY(go::value_of(kept.trip, kept.plan));
  return {};
}

} // namespace

Result<KeptTrip> plan_trip(Office const& office, std::string_view toml, std::string_view name, go::Effort const& effort,
                           go::Progress const& progress) {
  KeptTrip kept{.file = std::string{name.substr(name.find_last_of('/') + 1)},
                .trip = TRY(read::trip(toml, name)),
                .made_at = office.now};
  kept.id = trip_id(kept.trip.name);
  TRY(set_clocks(kept.trip));
  auto const view = TRY(load(office, {.as_of = office.now}));
  find_candidates(kept.trip, view);
  value_candidates(kept.trip, view);
  TRY(go::validate(kept.trip));
  go::fill_travel(kept.trip);
  kept.plan = TRY(go::plan(kept.trip, effort, progress));
  TRY(settle(kept));
  kept.source = TRY(keep_trip(office, kept));
  return kept;
}

Result<Replanned> replan_trip(Office const& office, std::string_view id, std::vector<std::string> const& cancel,
                              bool store, go::Effort const& effort) {
  auto const before = TRY(kept_trip(office, id));
  go::Changes changes;
  for (auto const& who : cancel)
    changes.cancelled.push_back(before.trip.candidates[TRY(find_candidate(before.trip, who))].id);
  Replanned replanned{.kept = before};
  replanned.kept.made_at = office.now;
  replanned.kept.plan = TRY(go::replan(before.trip, before.plan, changes, effort));
  TRY(settle(replanned.kept));
  // Who has cancelled stays out of later plans too.
  for (auto& candidate : replanned.kept.trip.candidates)
    if (std::ranges::find(changes.cancelled, candidate.id) != changes.cancelled.end()) {
      candidate.windows.clear();
      candidate.fixed = false;
      candidate.note += candidate.note.empty() ? "cancelled" : "; cancelled";
    }
  compare(before.plan, changes.cancelled, replanned);
  if (store)
    replanned.kept.source = TRY(keep_trip(office, replanned.kept));
  replanned.stored = store;
  return replanned;
}

Result<std::int64_t> close_trip(Office const& office, std::string_view id, std::vector<std::string> const& except) {
  auto const kept = TRY(kept_trip(office, id));
  std::vector<std::size_t> not_held;
  for (auto const& who : except)
    not_held.push_back(TRY(find_candidate(kept.trip, who)));
  auto const view = TRY(load(office, {.as_of = office.now}));
  Batch batch;
  for (auto const& [candidate, visit] : visits_by_candidate(kept.plan))
    if (std::ranges::find(not_held, static_cast<std::size_t>(candidate)) == not_held.end())
      add_held(batch, kept, visit, view.network.principal,
               stranger(view, kept.source, kept.trip.candidates.at(static_cast<std::size_t>(candidate))));
  auto const count = static_cast<std::int64_t>(batch.records.size());
  auto const text = fmt::format("held {} {}: {}", kept.id, number(kept.source), fmt::join(except, ","));
  auto intake = TRY(Intake::begin(office, {.hash = sha256(text),
                                           .kind = "closing",
                                           .name = kept.file,
                                           .feed = "closing:" + kept.id,
                                           .title = kept.trip.name,
                                           .read_at = office.now}));
  TRY(intake.add(std::move(batch)));
  TRY(intake.commit());
  return count;
}

} // namespace attache::office
