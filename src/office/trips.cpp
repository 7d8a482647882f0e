#include "office/trips.h"

#include "base/unicode.h"
#include "go/check.h"
#include "go/replan.h"
#include "go/settle.h"
#include "go/travel.h"
#include "go/validate.h"
#include "model/vocabulary.h"
#include "office/candidate_value.h"
#include "office/edits.h"
#include "office/hash.h"
#include "office/intake.h"
#include "office/local_time.h"
#include "read/trip.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>

namespace attache::office {
namespace {

std::map<int, Visit> visits_by_candidate(Plan const& plan) {
  std::map<int, Visit> visits;
  for (auto const& day : plan.days)
    for (auto const& visit : day.visits)
      visits[visit.candidate] = visit;
  return visits;
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
  for (auto const& one : candidate.people)
    if (number(one.person) != 0 && one.person != candidate.person)
      claim(property::participant, {}, RecordId{-number(one.person)});
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

void compare(KeptTrip const& before, std::vector<std::string> const& cancelled, Replanned& after) {
  using Kind = Moved::Kind;
  auto const& trip = after.kept.trip;
  auto const new_visits = visits_by_candidate(after.kept.plan);
  std::set<int> old;
  for (auto const& [index, visit] : visits_by_candidate(before.plan)) {
    auto const& id = before.trip.candidates.at(std::size_t(index)).id;
    auto const known = std::ranges::find(trip.candidates, id, &Candidate::id);
    if (known == trip.candidates.end())
      continue;
    auto was = visit;
    was.candidate = static_cast<int>(known - trip.candidates.begin());
    old.insert(was.candidate);
    auto const now = new_visits.find(was.candidate);
    auto const gone = std::ranges::find(cancelled, id) != cancelled.end() ? Kind::cancelled : Kind::dropped;
    if (now == new_visits.end())
      after.changes.push_back({.kind = gone, .candidate = was.candidate, .before = was});
    else if (now->second == was)
      ++after.unchanged;
    else
      after.changes.push_back({.kind = Kind::moved, .candidate = was.candidate, .before = was, .after = now->second});
  }
  for (auto const& [candidate, visit] : new_visits)
    if (!old.contains(candidate))
      after.changes.push_back({.kind = Kind::added, .candidate = candidate, .after = visit});
  std::ranges::stable_sort(after.changes, {}, [](Moved const& moved) {
    auto const& visit = moved.kind == Kind::added ? moved.after : moved.before;
    return std::pair{visit.day, visit.start};
  });
}

Result<KeptTrip> plan_trip(Office const& office, std::string_view toml, std::string_view name, go::Effort const& effort,
                           go::Progress const& progress, std::optional<Aim> aim) {
  KeptTrip kept{.file = std::string{name.substr(name.find_last_of('/') + 1)},
                .trip = TRY(read::trip(toml, name)),
                .toml = std::string{toml},
                .made_at = office.now};
  kept.id = trip_id(kept.trip.name);
  kept.trip.aim = aim.value_or(kept.trip.aim);
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

Result<Replanned> plan_kept_trip(Office const& office, std::string_view id, bool store, go::Effort const& effort,
                                 go::Progress const& progress) {
  auto const before = TRY(kept_trip(office, id));
  Replanned anew{.kept = before};
  anew.kept.made_at = office.now;
  anew.kept.plan = TRY(go::plan(before.trip, effort, progress));
  TRY(settle(anew.kept));
  compare(before, {}, anew);
  if (store)
    anew.kept.source = TRY(keep_trip(office, anew.kept));
  anew.stored = store;
  return anew;
}

Result<Replanned> replan_trip(Office const& office, std::string_view id, ReplanRequest const& request, bool store,
                              go::Effort const& effort, go::Progress const& progress) {
  auto const before = TRY(kept_trip(office, id));
  go::Changes changes{.moves = request.moves};
  for (auto const& who : request.cancel)
    changes.cancelled.push_back(before.trip.candidates[TRY(find_candidate(before.trip, who))].id);
  Replanned replanned{.kept = before};
  replanned.kept.made_at = office.now;
  replanned.kept.plan = TRY(go::replan(before.trip, before.plan, changes, effort, progress));
  TRY(settle(replanned.kept));
  // Who has cancelled stays out of later plans too.
  for (auto& candidate : replanned.kept.trip.candidates)
    if (std::ranges::find(changes.cancelled, candidate.id) != changes.cancelled.end()) {
      candidate.windows.clear();
      candidate.fixed = false;
      candidate.note += candidate.note.empty() ? "cancelled" : "; cancelled";
      replanned.kept.edits.push_back({.kind = Edit::Kind::without, .text = candidate.id});
    }
  compare(before, changes.cancelled, replanned);
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
