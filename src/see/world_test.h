// A small office told in claims, for tests of the views.
#pragma once

#include "model/vocabulary.h"
#include "see/assemble.h"

#include <string>
#include <vector>

namespace attache::see::test {

inline Instant on(int year, unsigned month, unsigned day, int hour = 0, int minute = 0) {
  return Day{std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(day)} + std::chrono::hours{hour} +
         std::chrono::minutes{minute};
}
inline Interval all_day(int year, unsigned month, unsigned day) {
  return {.from = day_moment(Day{std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(day)})};
}
inline Interval hour_from(Instant at) {
  return {.from = minute_moment(at), .to = minute_moment(at + std::chrono::hours{1})};
}

struct World {
  std::vector<Source> sources;
  std::vector<Record> records;
  std::vector<Claim> claims;
  Clusters clusters;

  SourceId source(std::string const& kind, Instant at = on(2020, 1, 1)) {
    auto const id = SourceId{static_cast<std::int64_t>(sources.size()) + 1};
    sources.push_back({.id = id, .kind = kind, .read_at = at});
    return id;
  }
  RecordId record(SourceId in, RecordKind kind, std::string key = {}) {
    auto const id = RecordId{static_cast<std::int64_t>(records.size()) + 1};
    records.push_back({.id = id, .source = in, .kind = kind, .key = std::move(key)});
    return id;
  }
  // The source and voice are those of the subject's record: the press is a narrator, everything else an own record.
  Claim& say(RecordId subject, std::string_view property, std::string value, RecordId object = {}) {
    auto const source = records[static_cast<std::size_t>(number(subject)) - 1].source;
    auto const press = sources[static_cast<std::size_t>(number(source)) - 1].kind == "article";
    claims.push_back({.id = ClaimId{static_cast<std::int64_t>(claims.size()) + 1},
                      .subject = subject,
                      .property = std::string{property},
                      .object = object,
                      .value = std::move(value),
                      .attribution = {.voice = press ? Voice::narrator : Voice::own_record},
                      .source = source});
    return claims.back();
  }
  RecordId person(SourceId in, std::string const& name) {
    auto const id = record(in, RecordKind::person);
    say(id, property::name, name);
    return id;
  }
  RecordId organisation(SourceId in, std::string const& name, std::string const& sector = {},
                        std::string const& country = {}) {
    auto const id = record(in, RecordKind::organisation);
    say(id, property::name, name);
    if (!sector.empty())
      say(id, property::sector, sector);
    if (!country.empty())
      say(id, property::country, country);
    return id;
  }
  RecordId contact(SourceId in, std::string const& kind, Interval const& when, std::vector<RecordId> const& people,
                   Realis realis = Realis::asserted, std::string key = {}) {
    auto const id = record(in, RecordKind::contact, std::move(key));
    auto const dated = [&](Claim& claim) {
      claim.valid = when;
      claim.realis = realis;
    };
    dated(say(id, property::contact_kind, kind));
    for (auto const who : people)
      dated(say(id, property::participant, {}, who));
    return id;
  }
  void serves(RecordId who, RecordId where, std::string const& title, Interval const& valid = {}) {
    say(who, property::role, title, where).valid = valid;
  }
  [[nodiscard]] Network network(Instant as_of) const { return assemble(records, claims, clusters, sources, as_of); }
};

inline PersonId person_id(RecordId record) { return PersonId{number(record)}; }
inline OrganisationId organisation_id(RecordId record) { return OrganisationId{number(record)}; }

} // namespace attache::see::test
