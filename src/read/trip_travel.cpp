#include "read/trip_travel.h"

#include "base/unicode.h"
#include "read/trip_care.h"

#include <algorithm>
#include <fmt/format.h>

namespace attache::read {
namespace {

constexpr Minutes longest_leg{48 * 60}, longest_rest{16 * 60};

bool has_leg(Trip const& trip, int from, int to) {
  return std::ranges::any_of(trip.legs, [&](Leg const& leg) { return leg.from == from && leg.to == to; });
}

// One for every departure, in order; the leg is one way then.
std::vector<Departure> read_departures(TomlTable& table, TripDays const& days, bool one_way) {
  std::vector<Departure> all;
  for (auto const& word : table.texts("departures"))
    if (auto const found = parse_departures(word.text, days))
      all.insert(all.end(), found->begin(), found->end());
    else
      table.mistake(word.line, found.error().what, found.error().hint);
  std::ranges::sort(all, {}, [](Departure const& one) { return std::pair{one.day, one.at}; });
  all.erase(std::ranges::unique(all).begin(), all.end());
  if (!one_way && table.has("departures"))
    table.mistake(table.line_of("departures"), "departures are those of one direction",
                  "say one_way = true, and write the way back as a leg of its own");
  return all;
}

void read_leg(TomlTable& table, TripDays const& days, Trip& trip) {
  for (auto const* const key : {"from", "to", "takes"})
    if (!table.has(key))
      table.mistake(table.line(), fmt::format("a leg has no '{}'", key),
                    "write: from = \"Boston\", to = \"New York\", takes = \"4h15\"");
  Leg leg{.by = table.text("by").value_or(""),
          .takes = read_length(table, "takes", Minutes{1}, longest_leg).value_or(Minutes{1})};
  auto const one_way = table.flag("one_way").value_or(false);
  leg.ahead = read_length(table, "ahead", Minutes{0}, leg.takes).value_or(Minutes{0});
  leg.departures = read_departures(table, days, one_way);
  if (table.has("from") && table.has("to")) {
    leg.from = city_of(table, "from", trip);
    leg.to = city_of(table, "to", trip);
    if (fold_case(table.text("from").value_or("")) == fold_case(table.text("to").value_or("")))
      table.mistake(table.line(), "a leg leads back to where it begins", "name two cities");
    else if (has_leg(trip, leg.from, leg.to) || (!one_way && has_leg(trip, leg.to, leg.from)))
      table.mistake(table.line(), "the way between these two cities is there twice",
                    "keep one, or say one_way = true in both");
  }
  table.finish();
  trip.legs.push_back(leg);
  if (!one_way) {
    std::swap(leg.from, leg.to);
    trip.legs.push_back(std::move(leg));
  }
}

void read_body_clock(TomlTable& root, Trip& trip) {
  auto table = root.table("body_clock");
  auto& clock = trip.body_clock;
  clock.zone = table.text("home").value_or("");
  clock.adapts = read_length(table, "adapts", Minutes{0}, Minutes{12 * 60}).value_or(clock.adapts);
  clock.most = read_length(table, "most", Minutes{0}, Minutes{12 * 60}).value_or(clock.most);
  clock.least = read_length(table, "least", Minutes{0}, Minutes{12 * 60}).value_or(clock.least);
  if (root.has("body_clock") && clock.zone != "UTC" && clock.zone.find('/') == std::string::npos)
    table.mistake(table.line(), "the body clock has no time zone of home", "add: home = \"Asia/Seoul\"");
  table.finish();
}

} // namespace

int find_city(Trip const& trip, std::string_view name) {
  auto const found =
      std::ranges::find(trip.cities, fold_case(name), [](City const& city) { return fold_case(city.name); });
  return found == trip.cities.end() ? -1 : static_cast<int>(found - trip.cities.begin());
}

int city_of(TomlTable& table, std::string_view key, Trip const& trip) {
  auto const name = table.text(key).value_or("");
  if (auto const city = find_city(trip, name); city >= 0)
    return city;
  std::vector<std::string> known;
  for (auto const& other : trip.cities)
    known.push_back(other.name);
  auto const near = nearest_word(name, known);
  table.mistake(table.line_of(key), fmt::format("'{}' is not a city of the trip", name),
                near.empty() ? fmt::format("one of: {}", fmt::join(known, ", "))
                             : fmt::format("did you mean '{}'?", near));
  return 0;
}

void read_legs(TomlTable& root, TripDays const& days, Trip& trip) {
  for (auto& table : root.tables("leg"))
    read_leg(table, days, trip);
}

void read_day_hours(TomlTable& root, TripDays const& days, Trip& trip) {
  read_body_clock(root, trip);
  for (auto& table : root.tables("day")) {
    if (trip.hours.empty())
      trip.hours.assign(std::size_t(trip.days), {trip.day_start, trip.day_end});
    auto const hours = parse_hours(table.text("hours").value_or(""));
    if (!hours)
      table.mistake(table.line_of("hours"), hours.error().what, hours.error().hint);
    if (!table.has("on"))
      table.mistake(table.line(), "a [[day]] does not say which", "add: on = \"06-04\"");
    for (auto const& word : table.texts("on"))
      if (auto const found = parse_days(word.text, days); !found)
        table.mistake(word.line, found.error().what, found.error().hint);
      else if (hours)
        for (auto const day : *found)
          trip.hours[std::size_t(day)] = {hours->first, hours->second};
    table.finish();
  }
}

void read_rest(TomlTable& rules, Trip& trip) {
  trip.rest = read_length(rules, "rest", Minutes{0}, longest_rest).value_or(Minutes{0});
}

} // namespace attache::read
