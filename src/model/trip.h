// A trip to plan (days, cities, candidates, rules) and a plan for it with its proven bound. Plain data.
// All times of day are minutes after midnight, local to the city; `day` is 0-based from the first day of the trip.
#pragma once

#include "base/time.h"
#include "model/id.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace attache {

using Minutes = std::chrono::minutes;

struct City {
  std::string name, zone, country; // "San Jose", "America/Los_Angeles", "US"
  double latitude = 0, longitude = 0;
  std::vector<Minutes> utc_offset; // local time minus UTC, one per day of the trip; empty for all = one clock
};

// When a train or a flight leaves, on the clock of the city that it leaves.
struct Departure {
  int day = 0;
  Minutes at{};
  bool operator==(Departure const&) const = default;
};

// The way from the hotels of one city to those of another, as somebody has chosen it.
struct Leg {
  int from = 0, to = 0;              // indices into Trip::cities
  std::string by;                    // in words: "train"
  Minutes takes{};                   // from door to door, without a wait for the next departure
  Minutes ahead{0};                  // the part of it before the departure: the way to the station, checking in
  std::vector<Departure> departures; // in order of time: it can be taken only then; empty = at any time
};

// On `day`, the meeting starts no earlier than `from` and ends no later than `to`.
struct Window {
  int day = 0;
  Minutes from{}, to{};
  bool operator==(Window const&) const = default;
};

// A time at which somebody would rather be met: worth `bonus` more if the meeting lies within it.
struct Preference {
  Window window;
  double bonus = 0; // > 0
  bool operator==(Preference const&) const = default;
};

// One more person at a meeting of several.
struct Participant {
  std::string name, title, organisation, email;
  PersonId person{}; // 0 if the office does not know them
};

struct Candidate {
  std::string id;                        // unique in the trip; stable across re-plans
  std::string name, title, organisation; // for people
  std::string email;                     // to find them in the office; may be empty
  PersonId person{};                     // 0 if the office does not know them
  int city = 0;                          // index into Trip::cities
  double latitude = 0, longitude = 0;    // of the meeting place; 0,0 = the city's centre
  std::string place;                     // in words
  double value = 0;                      // >= 0; negative in a trip file without one: the office works it out
  std::string why;                       // how the value came about, in words
  int tier = 0;                          // 1 = top ("a big shot"); 0 = unknown
  int sector = -1;                       // index into Trip::sectors, -1 = none
  Minutes length{60};
  std::vector<Window> windows;       // disjoint, any number a day, in order
  std::vector<Window> other_windows; // when they are free on days on which the trip does not visit their city
  bool fixed = false;                // an appointment that must be kept, in its single window
  std::string note;
  std::vector<Participant> people;   // who else must be there; `windows` are those of all
  std::vector<Preference> preferred; // a visit within several earns the largest bonus
  Minutes buffer{0};                 // kept free before and after the meeting, besides the journey
  bool meal = false;                 // may be held in Trip::meals
  double holds = 1;                  // the probability that the meeting takes place once planned, 0..1
  int same_as = -1;                  // another candidate that is the same meeting, at another place or length
};

struct SectorTarget {
  std::string name;
  Minutes target{0};
};

// A limit on the whole trip: what all meetings held use of something adds up to no more than `limit`. With a use of 1
// each it says "at most n of these".
struct Cap {
  std::string name; // in words: "at most 2 with Helix Robotics"
  int limit = 0;
  std::vector<int> use; // per candidate, >= 0
};

// From the first journey of a day to the end of its last.
struct Hours {
  Minutes from{}, to{};
  bool operator==(Hours const&) const = default;
};

// The traveller's own clock, on which hours count too for the first days: east of home days begin later, west of it
// they end earlier, by what the clock is still behind or ahead.
struct BodyClock {
  std::string zone;   // where it is right when the trip begins, an IANA name; empty = the rule is not there
  Minutes adapts{60}; // so much it comes nearer to the clock of the place with every day of the trip
  Minutes most{180};  // hours become shorter by this at most, and by half at most
  Minutes least{180}; // zones that differ from home's by less are no change
};

// What a plan is chosen for, and its value and bound count.
enum class Aim : std::uint8_t {
  value,         // as if every meeting held
  expected_value // each meeting's value times the probability that it holds
};

struct Trip {
  std::string name, purpose;
  Day first_day{};
  int days = 0;                                // >= 1
  std::vector<int> working_days;               // one per day: 1 = a working day (a big shot is wanted), 0 = not
  Minutes day_start{8 * 60}, day_end{22 * 60}; // the first journey of a day starts no earlier, the last ends no later
  std::vector<Hours> hours; // one per day where days differ: they count instead of day_start and day_end; else empty
  BodyClock body_clock;
  std::vector<std::vector<Hours>> city_hours; // [day][city], what body_clock leaves of a day's hours; empty = all
  std::vector<City> cities;
  int start_city = 0; // where the first day begins
  int end_city = -1;  // where the last day ends; -1 = anywhere
  std::vector<Candidate> candidates;
  std::vector<Leg> legs; // what is known of the ways between cities, at most one for two cities in order
  // Minutes of travel. hotel = a city's hotel.
  std::vector<std::vector<Minutes>> meeting_to_meeting; // [candidate][candidate]
  std::vector<std::vector<Minutes>> meeting_to_hotel;   // [candidate][city]
  std::vector<std::vector<Minutes>> hotel_to_meeting;   // [city][candidate]; empty = as long as the way back
  std::vector<std::vector<Minutes>> hotel_to_hotel;     // [city][city]
  double no_top_penalty = 0;                            // lost for each working day without a tier-1 meeting
  double journey_penalty = 0;                           // lost per minute of travel from city to city, by day too
  std::vector<SectorTarget> sectors;
  double sector_short_penalty = 0; // lost per minute below a sector's target
  std::vector<Cap> caps;
  // Between coming to the night's hotel and leaving it at least so long. On a day without meetings one leaves as early
  // as hours and rest allow.
  Minutes rest{0};
  std::vector<Hours> meals;                // no meeting overlaps them but fixed ones and meals
  std::vector<std::vector<int>> rivals;    // no two candidates of one list on the same day
  std::vector<std::pair<int, int>> orders; // if both are met, the first ends before the second begins
  Aim aim = Aim::value;
};

// The hours of `day`, wherever one is.
inline Hours hours_of(Trip const& trip, int day) {
  return trip.hours.empty() ? Hours{trip.day_start, trip.day_end} : trip.hours[static_cast<std::size_t>(day)];
}

// The hours of `day` for who leaves or reaches a hotel of `city`.
inline Hours hours_of(Trip const& trip, int day, int city) {
  return trip.city_hours.empty() ? hours_of(trip, day)
                                 : trip.city_hours[static_cast<std::size_t>(day)][static_cast<std::size_t>(city)];
}

struct Visit {
  int candidate = 0; // index into Trip::candidates
  int day = 0;
  Minutes start{}, end{};
  bool operator==(Visit const&) const = default;
};

struct PlanDay {
  int from = 0, to = 0;      // cities: where the day begins and where its night is
  std::vector<Visit> visits; // in order of time
  bool operator==(PlanDay const&) const = default;
};

// Why somebody is not in the plan.
struct LeftOut {
  int candidate = 0;
  std::string reason;
};

struct Plan {
  std::vector<PlanDay> days;
  double value = 0;     // meetings minus penalties, as the rules of the trip count it
  double bound = 0;     // no plan is worth more: proven
  bool proven = false;  // value is optimal within 1e-6
  std::string bound_by; // how the bound was proven, in words
  std::vector<LeftOut> left_out;
  std::vector<int> days_without_top; // working days on which no tier-1 meeting is planned
  std::vector<std::string> notes;    // what the user should know: "no tier-1 candidate is free on day 6"
  std::vector<std::string> changes;  // of a re-plan: what differs from the plan before, one sentence each
};

} // namespace attache
