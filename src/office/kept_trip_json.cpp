#include "office/kept_trip.h"

#include <nlohmann/json.hpp>

namespace nlohmann {

template <>
struct adl_serializer<attache::Minutes> {
  static void to_json(json& out, attache::Minutes const& minutes) { out = minutes.count(); }
  static void from_json(json const& in, attache::Minutes& minutes) { minutes = attache::Minutes{in.get<int>()}; }
};

template <>
struct adl_serializer<attache::Day> {
  static void to_json(json& out, attache::Day const& day) { out = attache::date_string(day); }
  static void from_json(json const& in, attache::Day& day) {
    day = std::chrono::floor<std::chrono::days>(attache::parse_instant(in.get<std::string>()).value());
  }
};

} // namespace nlohmann

namespace attache {

// nlohmann finds these by name; one list of fields serves both directions.
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(City, name, zone, country, latitude, longitude, utc_offset)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Departure, day, at)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Leg, from, to, by, takes, ahead, departures)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Window, day, from, to)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Preference, window, bonus)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Participant, name, title, organisation, email, person)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Candidate, id, name, title, organisation, email, person, city, latitude,
                                                longitude, place, value, why, tier, sector, length, windows,
                                                other_windows, fixed, note, people, preferred, buffer, meal, holds,
                                                same_as)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(SectorTarget, name, target)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Cap, name, limit, use)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Hours, from, to)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(BodyClock, zone, adapts, most, least)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Trip, name, purpose, first_day, days, working_days, day_start, day_end,
                                                hours, cities, start_city, end_city, candidates, meeting_to_meeting,
                                                meeting_to_hotel, hotel_to_hotel, no_top_penalty, sectors,
                                                sector_short_penalty, journey_penalty, caps, meals, rivals, orders, aim,
                                                legs, rest, hotel_to_meeting, body_clock, city_hours)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Visit, candidate, day, start, end)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(PlanDay, from, to, visits)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(LeftOut, candidate, reason)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Plan, days, value, bound, proven, bound_by, left_out, days_without_top,
                                                notes, changes)

namespace office {

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Edit, kind, text)

std::string write_kept_trip(KeptTrip const& kept) {
  nlohmann::json const json{{"attache", "planned trip 1"}, {"id", kept.id},
                            {"file", kept.file},           {"made_at", kept.made_at.time_since_epoch().count()},
                            {"trip", kept.trip},           {"plan", kept.plan},
                            {"toml", kept.toml},           {"edits", kept.edits}};
  return json.dump();
}

Result<KeptTrip> read_kept_trip(std::string_view text) {
  try {
    auto const json = nlohmann::json::parse(text);
    return KeptTrip{.id = json.at("id"),
                    .file = json.at("file"),
                    .trip = json.at("trip").get<Trip>(),
                    .plan = json.at("plan").get<Plan>(),
                    .toml = json.value("toml", std::string{}),
                    .edits = json.value("edits", std::vector<Edit>{}),
                    .made_at = Instant{std::chrono::seconds{json.at("made_at").get<std::int64_t>()}}};
  } catch (std::exception const& error) {
    return fail(Fault::input, std::string{"a kept plan cannot be read: "} + error.what());
  }
}

} // namespace office
} // namespace attache
