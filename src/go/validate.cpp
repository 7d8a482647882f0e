#include "go/validate.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <set>
#include <unordered_set>

namespace attache::go {
namespace {

auto wrong(std::string what, std::string hint = {}) { return fail(Fault::input, std::move(what), {}, std::move(hint)); }

// Small enough for sums of all a trip's times in an int.
constexpr int latest_minute = 1'000'000;

// What no meeting and no journey is longer than: longer only where the days are, and one more for what is out of reach.
Minutes longest(Trip const& trip, Minutes usual) {
  for (int day = 0; day < trip.days; ++day)
    usual = std::max(usual, hours_of(trip, day).to + Minutes{1});
  return usual;
}

bool index_ok(int index, std::size_t size) { return index >= 0 && static_cast<std::size_t>(index) < size; }

bool amount_ok(double amount) { return std::isfinite(amount) && amount >= 0; }

bool place_ok(double latitude, double longitude) {
  return std::isfinite(latitude) && std::isfinite(longitude) && std::abs(latitude) <= 90 && std::abs(longitude) <= 180;
}

Result<void> validate_calendar(Trip const& trip) {
  if (trip.days < 1)
    return wrong(fmt::format("a trip of {} days has no day to plan", trip.days));
  if (trip.working_days.size() != static_cast<std::size_t>(trip.days))
    return wrong(fmt::format("working_days has {} entries for a trip of {} days", trip.working_days.size(), trip.days));
  if (!trip.hours.empty() && trip.hours.size() != static_cast<std::size_t>(trip.days))
    return wrong(fmt::format("hours has {} entries for a trip of {} days", trip.hours.size(), trip.days));
  for (int day = 0; day < trip.days; ++day) {
    auto const [from, to] = hours_of(trip, day);
    if (from.count() < 0 || from >= to || to.count() > latest_minute)
      return wrong(fmt::format("a day from minute {} to minute {} is not a day", from.count(), to.count()));
  }
  return {};
}

Result<void> validate_clocks(Trip const& trip) {
  auto const size = trip.cities.front().utc_offset.size();
  if (size != 0 && size != static_cast<std::size_t>(trip.days))
    return wrong(fmt::format("{} has {} clock offsets for {} days", trip.cities.front().name, size, trip.days));
  for (auto const& city : trip.cities) {
    if (city.utc_offset.size() != size)
      return wrong(fmt::format("{} has {} clock offsets where {} has {}", city.name, city.utc_offset.size(),
                               trip.cities.front().name, size));
    for (auto const offset : city.utc_offset)
      if (std::chrono::abs(offset) > std::chrono::hours{15})
        return wrong(fmt::format("{} is {} minutes from UTC, which no place is", city.name, offset.count()));
  }
  return {};
}

Result<void> validate_departures(Trip const& trip, Leg const& leg) {
  if (leg.ahead.count() < 0 || leg.ahead > leg.takes)
    return wrong(
        fmt::format("a leg of {} minutes has {} of them before its departure", leg.takes.count(), leg.ahead.count()));
  if (!leg.departures.empty() && leg.from == leg.to)
    return wrong(fmt::format("departures lead from city {} back to it", leg.from));
  Departure const* before = nullptr;
  for (auto const& departure : leg.departures) {
    if (departure.day < 0 || departure.day >= trip.days || std::chrono::abs(departure.at).count() > latest_minute)
      return wrong(
          fmt::format("a departure at minute {} of day {} is not in the trip", departure.at.count(), departure.day));
    if (before != nullptr && std::pair{departure.day, departure.at} <= std::pair{before->day, before->at})
      return wrong(fmt::format("departures are out of order on day {}", departure.day), "list them by day and time");
    before = &departure;
  }
  return {};
}

Result<void> validate_cities(Trip const& trip) {
  if (trip.cities.empty())
    return wrong("the trip has no city");
  for (auto const& city : trip.cities)
    if (!place_ok(city.latitude, city.longitude))
      return wrong(fmt::format("{} lies at {}, {}, which is not on Earth", city.name, city.latitude, city.longitude));
  if (!index_ok(trip.start_city, trip.cities.size()))
    return wrong(fmt::format("start_city {} is not one of {} cities", trip.start_city, trip.cities.size()));
  if (trip.end_city != -1 && !index_ok(trip.end_city, trip.cities.size()))
    return wrong(fmt::format("end_city {} is not one of {} cities", trip.end_city, trip.cities.size()));
  std::set<std::pair<int, int>> ways;
  for (auto const& leg : trip.legs) {
    if (!index_ok(leg.from, trip.cities.size()) || !index_ok(leg.to, trip.cities.size()) || leg.takes.count() < 0 ||
        leg.takes > std::chrono::hours{24 * 7})
      return wrong(
          fmt::format("a leg of {} minutes leads from city {} to city {}", leg.takes.count(), leg.from, leg.to));
    if (!ways.insert({leg.from, leg.to}).second)
      return wrong(fmt::format("two legs lead from city {} to city {}", leg.from, leg.to));
    TRY(validate_departures(trip, leg));
  }
  return validate_clocks(trip);
}

// What is left of the hours of days for a body clock.
Result<void> validate_city_hours(Trip const& trip) {
  if (trip.city_hours.empty())
    return {};
  if (trip.city_hours.size() != static_cast<std::size_t>(trip.days))
    return wrong(fmt::format("city_hours has {} days of {}", trip.city_hours.size(), trip.days));
  for (int day = 0; day < trip.days; ++day) {
    auto const whole = hours_of(trip, day);
    auto const& cities = trip.city_hours[std::size_t(day)];
    if (cities.size() != trip.cities.size())
      return wrong(fmt::format("city_hours has {} cities of {} on day {}", cities.size(), trip.cities.size(), day));
    for (auto const [from, to] : cities)
      if (from < whole.from || from >= to || to > whole.to)
        return wrong(
            fmt::format("city_hours says {}-{} on day {}, outside of its hours", from.count(), to.count(), day));
  }
  return {};
}

Result<void> validate_rules(Trip const& trip) {
  if (!amount_ok(trip.no_top_penalty) || !amount_ok(trip.sector_short_penalty) || !amount_ok(trip.journey_penalty))
    return wrong("a penalty must be a number that is not negative");
  if (trip.rest.count() < 0 || trip.rest > std::chrono::hours{16})
    return wrong(fmt::format("a rest of {} minutes", trip.rest.count()), "at most 16 hours");
  for (auto const& sector : trip.sectors)
    if (sector.target.count() < 0)
      return wrong(fmt::format("sector {} has a target of {} minutes", sector.name, sector.target.count()));
  return {};
}

Result<void> validate_windows(Trip const& trip, Candidate const& candidate) {
  Window const* before = nullptr;
  for (auto const& window : candidate.windows) {
    if (window.from.count() < 0 || window.from >= window.to)
      return wrong(fmt::format("candidate {}: the window on day {} from minute {} to minute {} is empty", candidate.id,
                               window.day, window.from.count(), window.to.count()));
    if (before != nullptr && (window.day < before->day || (window.day == before->day && window.from < before->to)))
      return wrong(fmt::format("candidate {}: windows overlap or are out of order on day {}", candidate.id, window.day),
                   "list the windows by day and time, each after the one before");
    before = &window;
  }
  if (!candidate.fixed)
    return {};
  if (candidate.windows.size() != 1)
    return wrong(fmt::format("fixed appointment {} has {} windows", candidate.id, candidate.windows.size()),
                 "a fixed appointment has exactly one window");
  auto const& window = candidate.windows.front();
  if (window.day < 0 || window.day >= trip.days)
    return wrong(
        fmt::format("fixed appointment {} is on day {} of a trip of {} days", candidate.id, window.day, trip.days));
  if (window.to - window.from < candidate.length)
    return wrong(fmt::format("fixed appointment {} lasts {} minutes in a window of {}", candidate.id,
                             candidate.length.count(), (window.to - window.from).count()));
  return {};
}

Result<void> validate_candidate(Trip const& trip, Candidate const& candidate) {
  if (candidate.id.empty())
    return wrong(fmt::format("a candidate ({}) has no id", candidate.name));
  if (!index_ok(candidate.city, trip.cities.size()))
    return wrong(fmt::format("candidate {} is in city {}, which the trip does not have", candidate.id, candidate.city));
  if (!amount_ok(candidate.value))
    return wrong(fmt::format("candidate {} has the value {}", candidate.id, candidate.value),
                 "a value is a number that is not negative; the office fills in values that the file leaves out");
  if (candidate.tier < 0)
    return wrong(fmt::format("candidate {} has tier {}", candidate.id, candidate.tier));
  if (candidate.sector != -1 && !index_ok(candidate.sector, trip.sectors.size()))
    return wrong(
        fmt::format("candidate {} is in sector {}, which the trip does not have", candidate.id, candidate.sector));
  if (candidate.length.count() <= 0 || candidate.length > longest(trip, std::chrono::hours{24}))
    return wrong(fmt::format("candidate {} has a meeting of {} minutes", candidate.id, candidate.length.count()));
  if (!place_ok(candidate.latitude, candidate.longitude))
    return wrong(fmt::format("candidate {} meets at {}, {}, which is not on Earth", candidate.id, candidate.latitude,
                             candidate.longitude));
  if (!(candidate.holds >= 0 && candidate.holds <= 1))
    return wrong(fmt::format("candidate {} holds with probability {}", candidate.id, candidate.holds));
  if (candidate.buffer.count() < 0 || candidate.buffer > std::chrono::hours{24})
    return wrong(fmt::format("candidate {} has a buffer of {} minutes", candidate.id, candidate.buffer.count()));
  for (auto const& [window, bonus] : candidate.preferred)
    if (!amount_ok(bonus) || window.from >= window.to)
      return wrong(fmt::format("candidate {} prefers an empty window, or for a bonus below 0", candidate.id));
  return validate_windows(trip, candidate);
}

Result<void> validate_relations(Trip const& trip) {
  auto const known = [&](int index) { return index_ok(index, trip.candidates.size()); };
  for (auto const& rivals : trip.rivals)
    if (!std::ranges::all_of(rivals, known))
      return wrong("rivals name a candidate that the trip does not have");
  for (auto const& [first, second] : trip.orders)
    if (!known(first) || !known(second) || first == second)
      return wrong("an order names a candidate that the trip does not have, or one twice");
  for (auto const& candidate : trip.candidates)
    if (candidate.same_as != -1 && !known(candidate.same_as))
      return wrong(fmt::format("candidate {} is the same as one that the trip does not have", candidate.id));
  for (auto const& meal : trip.meals)
    if (meal.from.count() < 0 || meal.from >= meal.to)
      return wrong("a meal ends before it begins");
  return {};
}

Result<void> validate_table(std::vector<std::vector<Minutes>> const& table, std::size_t rows, std::size_t columns,
                            Minutes most, std::string_view name) {
  if (table.empty())
    return {};
  if (table.size() != rows)
    return wrong(fmt::format("{} has {} rows instead of {}", name, table.size(), rows));
  for (std::size_t row = 0; row < rows; ++row) {
    if (table[row].size() != columns)
      return wrong(fmt::format("{} has {} entries instead of {} in row {}", name, table[row].size(), columns, row));
    for (auto const minutes : table[row])
      if (minutes.count() < 0 || minutes > most)
        return wrong(fmt::format("{} has a journey of {} minutes in row {}", name, minutes.count(), row));
  }
  return {};
}

Result<void> validate_tables(Trip const& trip) {
  auto const meetings = trip.candidates.size();
  auto const cities = trip.cities.size();
  auto const most = longest(trip, std::chrono::hours{24 * 7});
  TRY(validate_table(trip.meeting_to_meeting, meetings, meetings, most, "meeting_to_meeting"));
  TRY(validate_table(trip.meeting_to_hotel, meetings, cities, most, "meeting_to_hotel"));
  TRY(validate_table(trip.hotel_to_meeting, cities, meetings, most, "hotel_to_meeting"));
  TRY(validate_table(trip.hotel_to_hotel, cities, cities, most, "hotel_to_hotel"));
  return {};
}

Result<void> validate_caps(Trip const& trip) {
  for (auto const& cap : trip.caps) {
    if (cap.limit < 0)
      return wrong(fmt::format("the cap {} has the limit {}", cap.name, cap.limit));
    if (cap.use.size() != trip.candidates.size())
      return wrong(fmt::format("the cap {} counts {} candidates instead of {}", cap.name, cap.use.size(),
                               trip.candidates.size()));
    for (auto const use : cap.use)
      if (use < 0 || use > latest_minute)
        return wrong(fmt::format("the cap {} counts a meeting as {}", cap.name, use));
  }
  return {};
}

} // namespace

Result<void> validate(Trip const& trip) {
  TRY(validate_calendar(trip));
  TRY(validate_cities(trip));
  TRY(validate_city_hours(trip));
  TRY(validate_rules(trip));
  if (trip.candidates.size() > most_candidates)
    return wrong(fmt::format("{} candidates are more than {}", trip.candidates.size(), most_candidates));
  std::unordered_set<std::string> ids;
  for (auto const& candidate : trip.candidates) {
    TRY(validate_candidate(trip, candidate));
    if (!ids.insert(candidate.id).second)
      return wrong(fmt::format("candidate id {} is used twice", candidate.id));
  }
  TRY(validate_tables(trip));
  TRY(validate_caps(trip));
  TRY(validate_relations(trip));
  return {};
}

} // namespace attache::go
