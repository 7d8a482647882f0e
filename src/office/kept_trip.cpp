#include "office/kept_trip.h"

#include "base/unicode.h"
#include "model/vocabulary.h"
#include "office/hash.h"
#include "office/intake.h"
#include "office/local_time.h"
#include "office/view.h"

#include <algorithm>
#include <fmt/format.h>

namespace attache::office {
namespace {

// Records and claims of one plan, numbered as they come.
class Planned {
public:
  Planned(KeptTrip const& kept, PersonId principal) : kept_(kept), principal_(principal) {
    trip();
    for (auto const& day : kept.plan.days)
      for (auto const& visit : day.visits)
        meeting(visit);
  }
  Batch batch;

private:
  std::int64_t record(RecordKind kind, std::string key) {
    auto const id = static_cast<std::int64_t>(batch.records.size()) + 1;
    batch.records.push_back({.id = RecordId{id}, .kind = kind, .key = std::move(key)});
    return id;
  }
  Claim& claim(std::int64_t subject, std::string_view property, std::string value, Interval const& valid) {
    return batch.claims.emplace_back(Claim{.subject = RecordId{subject},
                                           .property = std::string{property},
                                           .value = std::move(value),
                                           .evidence = {.locator = "the plan"},
                                           .realis = Realis::planned,
                                           .valid = valid});
  }
  void object(std::int64_t subject, std::string_view property, std::int64_t object, Interval const& valid) {
    claim(subject, property, {}, valid).object = RecordId{object};
  }

  void trip() {
    auto const& trip = kept_.trip;
    Interval const whole{.from = day_moment(trip.first_day),
                         .to = day_moment(trip.first_day + std::chrono::days{trip.days - 1})};
    auto const id = record(RecordKind::trip, "trip:" + kept_.id);
    claim(id, property::title, trip.name, whole);
    claim(id, property::duration_days, std::to_string(trip.days), whole);
    if (!trip.purpose.empty())
      claim(id, property::purpose, trip.purpose, whole);
    if (number(principal_) != 0)
      object(id, property::traveller, -number(principal_), whole);
    std::string before;
    for (auto const& day : kept_.plan.days) {
      auto const& city = trip.cities.at(static_cast<std::size_t>(day.to)).name;
      if (city != before)
        claim(id, property::stop, city, whole);
      before = city;
    }
  }

  void meeting(Visit const& visit) {
    auto const& candidate = kept_.trip.candidates.at(static_cast<std::size_t>(visit.candidate));
    auto const& city = kept_.trip.cities.at(static_cast<std::size_t>(candidate.city));
    Interval const when{.from = minute_moment(utc(kept_.trip, city, visit.day, visit.start)),
                        .to = minute_moment(utc(kept_.trip, city, visit.day, visit.end)),
                        .zone = city.zone};
    auto const id = record(RecordKind::contact, "meeting:" + candidate.id);
    claim(id, property::contact_kind, "meeting", when);
    claim(id, property::title, candidate.name, when);
    claim(id, property::place, candidate.place.empty() ? city.name : fmt::format("{}, {}", candidate.place, city.name),
          when);
    if (number(principal_) != 0)
      object(id, property::participant, -number(principal_), when);
    object(id, property::participant, number(candidate.person) != 0 ? -number(candidate.person) : stranger(candidate),
           when);
    for (auto const& one : candidate.people)
      if (number(one.person) != 0 && one.person != candidate.person)
        object(id, property::participant, -number(one.person), when);
  }

  // A candidate whom the office does not know yet.
  std::int64_t stranger(Candidate const& candidate) {
    auto const id = record(RecordKind::person, "candidate:" + candidate.id);
    claim(id, property::name, candidate.name, {}).realis = Realis::asserted;
    if (!candidate.email.empty())
      claim(id, property::email, candidate.email, {}).realis = Realis::asserted;
    return id;
  }

  KeptTrip const& kept_;
  PersonId principal_;
};

constexpr std::string_view feed_prefix = "plan:";

} // namespace

std::string trip_id(std::string_view name) {
  std::string id;
  for (auto const c : fold_case(name)) {
    auto const word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (word)
      id += c;
    else if (!id.empty() && !id.ends_with('-'))
      id += '-';
  }
  while (id.ends_with('-'))
    id.pop_back();
  return id.empty() ? "trip" : id;
}

Result<std::vector<KeptTrip>> kept_trips(Office const& office) {
  std::map<std::string, SourceId> newest; // by feed
  for (auto const& source : TRY(office.store.sources(keep::always)))
    if (source.kind == "plan")
      newest[source.feed] = source.id;
  std::vector<KeptTrip> trips;
  for (auto const& [feed, id] : newest) {
    auto kept = TRY(read_kept_trip(TRY(office.store.load_source(id)).text));
    kept.source = id;
    trips.push_back(std::move(kept));
  }
  std::ranges::stable_sort(trips, {}, [](KeptTrip const& kept) { return kept.trip.first_day; });
  return trips;
}

Result<KeptTrip> kept_trip(Office const& office, std::string_view id_or_file) {
  auto trips = TRY(kept_trips(office));
  auto const wanted = id_or_file.substr(id_or_file.find_last_of('/') + 1);
  std::string ids;
  for (auto& kept : trips) {
    if (kept.id == wanted || kept.file == wanted)
      return std::move(kept);
    ids += (ids.empty() ? "" : ", ") + kept.id;
  }
  return fail(Fault::not_found, fmt::format("no plan is kept of a trip '{}'", wanted), {},
              ids.empty() ? "attache plan TRIP.toml" : "there are: " + ids);
}

Result<KeptTrip> kept_trip_or_only(Office const& office, std::string_view id_or_file) {
  if (!id_or_file.empty())
    return kept_trip(office, id_or_file);
  auto trips = TRY(kept_trips(office));
  if (trips.size() > 1)
    std::erase_if(trips, [&](KeptTrip const& kept) {
      return kept.trip.first_day + std::chrono::days{kept.trip.days} <= office.now;
    });
  if (trips.size() == 1)
    return std::move(trips.front());
  std::string ids;
  for (auto const& kept : trips)
    ids += (ids.empty() ? "" : ", ") + kept.id;
  return fail(Fault::not_found, ids.empty() ? "no plan of a trip to come is kept" : "several trips are kept", {},
              ids.empty() ? "attache plan TRIP.toml" : "say which: --trip " + ids);
}

Result<SourceId> keep_trip(Office const& office, KeptTrip const& kept) {
  auto const view = TRY(load(office, {.as_of = office.now}));
  auto const text = write_kept_trip(kept);
  auto const hash = sha256(text);
  if (auto const same = TRY(office.store.find_source(hash)))
    return *same;
  auto intake = TRY(Intake::begin(office, {.hash = hash,
                                           .kind = "plan",
                                           .name = kept.file,
                                           .feed = std::string{feed_prefix} + kept.id,
                                           .title = kept.trip.name,
                                           .read_at = office.now,
                                           .text = text}));
  TRY(intake.add(std::move(Planned{kept, view.network.principal}.batch)));
  return TRY(intake.commit()).source;
}

} // namespace attache::office
