#include "office/briefing.h"
#include "office/documents.h"
#include "office/pieces.h"
#include "see/restored.h"
#include "see/strength.h"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace attache::office {
namespace {

Json sectors_json(std::vector<SectorTime> const& sectors) {
  auto list = Json::array();
  for (auto const& sector : sectors)
    list.push_back({{"name", sector.name},
                    {"target_minutes", sector.target.count()},
                    {"planned_minutes", sector.planned.count()},
                    {"actual_minutes", sector.actual.count()}});
  return list;
}

// The ties that the trip restored, as they are now.
Json restored_json(KeptTrip const& kept, View const& view) {
  Pieces const pieces{view};
  auto const principal = view.network.principal;
  Instant const from = kept.trip.first_day;
  auto const own = own_ties(view);
  auto list = Json::array();
  for (auto const& restored :
       see::restored_ties(view.network, principal, from, from + std::chrono::days{kept.trip.days}, view.at.as_of))
    for (auto const& tie : own)
      if (tie.b == restored.b)
        list.push_back(pieces.tie(tie));
  return list;
}

} // namespace

Result<Json> files(Office const& office, std::string_view trip) {
  auto const kept = TRY(kept_trip(office, trip));
  auto list = Json::array();
  auto const add = [&](std::string const& name, std::string const& media_type) {
    list.push_back({{"name", name},
                    {"media_type", media_type.substr(0, media_type.find(';'))},
                    {"href", fmt::format("/api/v1/trips/{}/files/{}", kept.id, name)}});
  };
  for (auto const& [name, media_type] : document_names())
    add(name, media_type);
  for (auto const& update : TRY(updates(office, trip, {.as_of = office.now})))
    add(update.name, update.media_type);
  return Json{{"files", std::move(list)}};
}

Result<Json> recap(Office const& office, std::string_view trip, At at) {
  auto const kept = TRY(kept_trip(office, trip));
  auto const view = TRY(load(office, at));
  auto const recap = sum_up(kept, view);
  Json json{{"trip", trip_line(kept)},
            {"days", recap.days.size()},
            {"companies", recap.companies.size()},
            {"people", recap.people},
            {"meetings", recap.meetings}};
  auto without = Json::array();
  std::int64_t with = 0;
  for (auto const& day : recap.days) {
    with += day.big_shots.empty() ? 0 : 1;
    if (day.big_shots.empty() && day.working)
      without.push_back(date_string(day.date));
  }
  json["big_shot_days"] = with;
  json["days_without_big_shot"] = std::move(without);
  json["sectors"] = sectors_json(recap.sectors);
  json["restored"] = restored_json(kept, view);
  json["expected_anyway"] = recap.would_have_returned;
  json["compared"] = Json::array();
  for (auto const& comparison : recap.comparisons)
    json["compared"].push_back(comparison.text);
  return json;
}

} // namespace attache::office
