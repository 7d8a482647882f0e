// What a trip's documents say: the briefing before it, the itinerary to send, the recap after it. Plain data that the
// office fills in; `report` only sets it. Times of day are local to the city, as in trip.h.
#pragma once

#include "model/network.h"
#include "model/tie.h"
#include "model/trip.h"

#include <string>
#include <vector>

namespace attache {

// One sentence (or name, or title) and the claims that it rests on; it is printed with their numbers: "[c12] [c40]".
struct Statement {
  std::string text;
  std::vector<ClaimId> claims;
  bool operator==(Statement const&) const = default;
};

// One claim as the evidence list of a meeting shows it.
struct Exhibit {
  ClaimId claim{};
  std::string source;  // name of the source: "lee.vcf"
  std::string locator; // "line 14"
  std::string words;   // the exact words, in the source's language
  std::string says_so; // "own record", "industry sources"; empty if unknown
  Moment published;    // of the source; unknown if it does not say
  Realis realis = Realis::asserted;
  bool operator==(Exhibit const&) const = default;
};

// A figure of an organisation, for print: "market cap 532.9 bn USD, 12 May 2023".
struct BriefedFigure {
  std::string organisation, kind, currency; // "market cap", "USD"
  double amount = 0;
  Moment as_of;       // unknown: printed as "date unknown"
  bool stale = false; // too old on the day of the meeting to be quoted without checking
  std::string says_so;
  ClaimId claim{};
  bool operator==(BriefedFigure const&) const = default;
};

struct BriefedRole {
  std::string title, organisation; // either may be empty
  Moment since;
  bool current = true;
  ClaimId claim{};
  bool operator==(BriefedRole const&) const = default;
};

// One person across the table.
struct BriefedPerson {
  PersonId id{}; // 0 if the office does not know them
  Statement name;
  std::vector<Statement> other_names; // in the other script, aliases
  std::vector<BriefedRole> roles;     // most recent first
  std::string sector;
  int tier = 0;         // 1 = a big shot
  bool has_tie = false; // false: never met, the next fields mean nothing
  TieState state = TieState::fresh;
  double strength = 0; // 0..1
  int contacts = 0, meetings = 0;
  Instant last{};
  double silence_days = 0;
  std::vector<std::string> reasons;      // for the state, in words
  std::vector<Statement> good_to_know;   // facts worth having at hand: city, birthday, languages
  std::vector<std::string> introduction; // who can open the door: one line a step
};

// One summand of a meeting's value: {"tier 1", 40}, {"tie lapsed 2020-03", 25}.
struct ValueTerm {
  std::string label;
  double points = 0;
  bool operator==(ValueTerm const&) const = default;
};

struct PastContact {
  Interval when;
  ContactKind kind = ContactKind::meeting;
  std::string title, place, with; // `with`: others who were there
  Realis realis = Realis::asserted;
  std::vector<ClaimId> claims;
};

// Something promised or due.
struct OpenPoint {
  Statement what;
  Moment due;
  bool overdue = false; // on the day of the meeting
};

// One page of the book.
struct MeetingBrief {
  std::string id; // Candidate::id: stable across re-plans
  int day = 0;    // 0-based day of the trip
  Minutes start{}, end{};
  int city = 0;                         // index into Briefing::cities
  std::string place;                    // in words
  double latitude = 0, longitude = 0;   // 0,0 = the city's centre
  std::string title, organisation;      // "Dinner with ..."; the organisation visited
  bool fixed = false, secret = false;   // an appointment that must be kept; private
  std::vector<BriefedPerson> people;    // the most important first
  std::vector<BriefedFigure> figures;   // of the organisations concerned
  std::vector<Statement> relations;     // "customer of ...", "competes with ..."
  double value = 0;                     // what the planner counts
  std::vector<ValueTerm> why;           // adds up to `value`
  std::vector<Statement> objectives;    // what the meeting is for
  std::vector<PastContact> history;     // newest first
  std::vector<OpenPoint> open_points;   // follow-ups and loose ends
  std::vector<Exhibit> evidence;        // every claim named above, in claim order
  std::vector<std::string> to_be_clear; // doubts: "two people of this name", "title differs between sources"
};

// How to get from one place to the next; `to` < 0 or `from` < 0: the hotel.
struct Journeying {
  int from = -1, to = -1; // indices into Briefing::meetings
  Minutes minutes{0};
  std::string by; // how, between two cities: "Boston – New York by train"; empty where nobody has said
};

struct BriefingDay {
  Day date{};
  int from = 0, to = 0;      // cities: where the day begins and where its night is
  std::vector<int> meetings; // indices into Briefing::meetings, in order of time
  std::vector<Journeying> travel;
  bool working = true;   // a big shot is wanted
  bool big_shot = false; // a tier-1 meeting is planned
};

// Minutes for one sector.
struct SectorTime {
  std::string name;
  Minutes target{0}, planned{0}, actual{0};
  bool operator==(SectorTime const&) const = default;
};

struct LeftOutPerson {
  std::string name, organisation, reason;
};

struct Briefing {
  std::string title;     // of the trip
  std::string principal; // whose trip it is
  std::string purpose;
  Instant made_at{}; // when the briefing was made: the only clock that documents know
  Day first_day{};
  std::vector<City> cities;
  std::vector<BriefingDay> days; // one for every day of the trip
  std::vector<MeetingBrief> meetings;
  double value = 0, bound = 0; // of the plan, and what no plan can exceed
  bool proven = false;
  std::string bound_by;
  std::vector<SectorTime> sectors; // `actual` is not used
  std::vector<LeftOutPerson> left_out;
  std::vector<std::string> notes;
};

// One entry of an itinerary that is sent out.
struct Appointment {
  std::string uid;  // stable across re-plans, unique in the world: "CANDIDATE.TRIP@attache"
  int sequence = 0; // RFC 5546: grows with every change
  Instant start{}, end{};
  std::string zone; // IANA name of the city; empty = UTC
  std::string title, place;
  double latitude = 0, longitude = 0; // 0,0 = unknown
  std::string note;
  bool secret = false, tentative = false;
  struct Guest {
    std::string name, email;
    bool operator==(Guest const&) const = default;
  };
  std::vector<Guest> guests; // those without an e-mail address are named in the note only
  bool operator==(Appointment const&) const = default;
};

struct Itinerary {
  std::string name;
  Appointment::Guest organiser; // without an e-mail address, guests are listed in the notes instead of invited
  Instant made_at{};
  std::vector<Appointment> appointments;
};

// One day of a trip that is over.
struct RecapDay {
  Day date{};
  std::string city;
  int meetings = 0;
  std::vector<Statement> big_shots; // names of the tier-1 people met that day
  bool working = true;
};

struct RestoredTie {
  std::string name, organisation;
  double silent_days = 0; // before this trip
  std::vector<ClaimId> claims;
};

struct Recap {
  std::string title, principal, purpose;
  Instant made_at{};
  Day first_day{};
  std::vector<RecapDay> days;       // all of them, in order
  std::vector<City> cities;         // in order of the journey
  std::vector<Statement> companies; // met, each once
  int meetings = 0, people = 0, planned_meetings = 0;
  std::vector<SectorTime> sectors;
  std::vector<RestoredTie> restored;
  double would_have_returned = 0;     // of the restored ties, how many would have come back without the trip
  std::vector<Statement> comparisons; // "the longest of 7 trips since 2014", "the first since taking office"
  std::vector<OpenPoint> follow_ups;
  std::vector<std::string> notes; // what could not be worked out, and why
};

} // namespace attache
