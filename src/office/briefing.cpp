#include "office/briefing.h"

#include "go/journeys.h"
#include "model/vocabulary.h"
#include "office/briefed_person.h"
#include "office/local_time.h"
#include "resolve/identify.h"
#include "resolve/profile.h"
#include "see/landscape.h"
#include "see/roles.h"
#include "see/strength.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <set>
#include <utility>

namespace attache::office {
namespace {

constexpr std::size_t history_shown = 8;
constexpr std::size_t relations_shown = 6;

// "40 a big shot + 6 no tie yet" as terms; a reason of another shape is one term.
std::vector<ValueTerm> terms(Candidate const& candidate) {
  std::vector<ValueTerm> terms;
  std::string_view rest = candidate.why;
  while (!rest.empty()) {
    auto const end = rest.find(" + ");
    auto const part = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 3);
    double points = 0;
    auto const [label, error] = std::from_chars(part.data(), part.data() + part.size(), points);
    if (error != std::errc{})
      return {{.label = candidate.why, .points = candidate.value}};
    std::string_view const words{label, static_cast<std::size_t>(part.data() + part.size() - label)};
    terms.push_back({.label = std::string{words.substr(words.starts_with(' ') ? 1 : 0)}, .points = points});
  }
  return terms;
}

// Names of pairs that wait for a decision, by person.
std::map<PersonId, std::vector<std::string>> doubts(View const& view) {
  std::map<PersonId, std::vector<std::string>> doubts;
  for (auto const& question : identified(view).questions) {
    auto const a = PersonId{number(view.clusters.of(question.a))};
    auto const b = PersonId{number(view.clusters.of(question.b))};
    auto const* const one = attache::find_person(view.network, a);
    auto const* const other = attache::find_person(view.network, b);
    if (one == nullptr || other == nullptr || a == b)
      continue;
    doubts[a].push_back(fmt::format("{} (#{}) may be the same person: attache review", other->name, number(b)));
    doubts[b].push_back(fmt::format("{} (#{}) may be the same person: attache review", one->name, number(a)));
  }
  return doubts;
}

class Briefer {
public:
  Briefer(KeptTrip const& kept, View const& view)
      : kept_(kept), view_(view), all_(all_ties(view)), doubts_(doubts(view)), people_(view, all_) {
    auto const own = see::ties_of(all_, view.network.principal);
    for (auto& row : see::landscape(view.network, own, view.at.as_of))
      landscape_.emplace(row.organisation, std::move(row));
  }

  Briefing brief() {
    auto const& trip = kept_.trip;
    Briefing briefing{.title = trip.name,
                      .purpose = trip.purpose,
                      .made_at = kept_.made_at,
                      .first_day = trip.first_day,
                      .cities = trip.cities};
    if (auto const* const principal = attache::find_person(view_.network, view_.network.principal))
      briefing.principal = principal->name;
    for (int day = 0; day < trip.days; ++day)
      briefing.days.push_back(this->day(day, briefing.meetings));
    briefing.value = kept_.plan.value;
    briefing.bound = kept_.plan.bound;
    briefing.proven = kept_.plan.proven;
    briefing.bound_by = kept_.plan.bound_by;
    briefing.sectors = sectors();
    for (auto const& out : kept_.plan.left_out) {
      auto const& who = candidate(out.candidate);
      briefing.left_out.push_back({.name = who.name, .organisation = who.organisation, .reason = out.reason});
    }
    briefing.notes = kept_.plan.notes;
    return briefing;
  }

private:
  [[nodiscard]] Candidate const& candidate(int index) const {
    return kept_.trip.candidates.at(static_cast<std::size_t>(index));
  }

  BriefingDay day(int index, std::vector<MeetingBrief>& meetings) {
    auto const& planned = kept_.plan.days.at(static_cast<std::size_t>(index));
    BriefingDay day{.date = kept_.trip.first_day + std::chrono::days{index},
                    .from = planned.from,
                    .to = planned.to,
                    .working = kept_.trip.working_days.at(static_cast<std::size_t>(index)) != 0};
    for (auto const& visit : planned.visits) {
      day.meetings.push_back(static_cast<int>(meetings.size()));
      day.big_shot = day.big_shot || candidate(visit.candidate).tier == 1;
      meetings.push_back(meeting(visit));
    }
    day.travel = travel(index, planned, day.meetings);
    return day;
  }

  [[nodiscard]] std::vector<Journeying> travel(int day, PlanDay const& planned,
                                               std::vector<int> const& meetings) const {
    auto const& trip = kept_.trip;
    go::Passage const passage{trip};
    auto const at = [](auto const& table, int row, int column) {
      return table.at(static_cast<std::size_t>(row)).at(static_cast<std::size_t>(column));
    };
    std::vector<Journeying> legs;
    auto here = planned.from;
    auto const by = [&](int city) {
      auto way = chosen_way(std::exchange(here, city), city);
      if (auto const leaves = passage.departure(day, planned, legs.size()); leaves && !way.empty())
        way += " at " + clock(*leaves);
      return way;
    };
    if (planned.visits.empty()) {
      if (planned.from != planned.to)
        legs.push_back({.minutes = at(trip.hotel_to_hotel, planned.from, planned.to), .by = by(planned.to)});
      return legs;
    }
    legs.push_back({.to = meetings.front(),
                    .minutes = go::from_hotel(trip, planned.visits.front().candidate, planned.from) -
                               candidate(planned.visits.front().candidate).buffer,
                    .by = by(candidate(planned.visits.front().candidate).city)});
    for (std::size_t i = 1; i < meetings.size(); ++i)
      legs.push_back(
          {.from = meetings[i - 1],
           .to = meetings[i],
           .minutes = at(trip.meeting_to_meeting, planned.visits[i - 1].candidate, planned.visits[i].candidate),
           .by = by(candidate(planned.visits[i].candidate).city)});
    legs.push_back({.from = meetings.back(),
                    .minutes = at(trip.meeting_to_hotel, planned.visits.back().candidate, planned.to),
                    .by = by(planned.to)});
    return legs;
  }

  [[nodiscard]] std::string chosen_way(int from, int to) const {
    auto const& cities = kept_.trip.cities;
    for (auto const& leg : kept_.trip.legs)
      if (leg.from == from && leg.to == to && !leg.by.empty())
        return cities.at(std::size_t(from)).name + " – " + cities.at(std::size_t(to)).name + " by " + leg.by;
    return {};
  }

  MeetingBrief meeting(Visit const& visit) {
    auto const& who = candidate(visit.candidate);
    MeetingBrief brief{.id = who.id,
                       .day = visit.day,
                       .start = visit.start,
                       .end = visit.end,
                       .city = who.city,
                       .place = who.place,
                       .latitude = who.latitude,
                       .longitude = who.longitude,
                       .title = who.name,
                       .organisation = who.organisation,
                       .fixed = who.fixed,
                       .value = who.value,
                       .why = terms(who)};
    brief.people.push_back(people_.briefed(who));
    organisations(brief, who);
    if (!who.note.empty())
      brief.objectives.push_back({.text = who.note});
    known(brief, who.person);
    if (auto const doubt = doubts_.find(who.person); doubt != doubts_.end())
      brief.to_be_clear = doubt->second;
    brief.evidence = people_.exhibits(brief);
    return brief;
  }

  // What the office knows of the organisation: figures and relations.
  void organisations(MeetingBrief& brief, Candidate const& who) {
    auto const* const organisation = see::organisation_on(view_.network, who.person, view_.at.as_of);
    auto const row = organisation == nullptr ? landscape_.end() : landscape_.find(organisation->id);
    if (row == landscape_.end())
      return;
    for (auto const& standing : row->second.standings)
      brief.figures.push_back({.organisation = organisation->name,
                               .kind = spaced(standing.figure.kind),
                               .currency = standing.figure.currency,
                               .amount = standing.figure.amount,
                               .as_of = standing.figure.as_of,
                               .stale = standing.stale,
                               .says_so = standing.figure.attribution.name,
                               .claim = standing.figure.claim});
    for (auto const& relation : row->second.relations) {
      if (brief.relations.size() == relations_shown)
        break;
      auto const name = [&](OrganisationId id) {
        auto const* const found = attache::find_organisation(view_.network, id);
        return found == nullptr ? std::string{"?"} : found->name;
      };
      auto text =
          fmt::format("{} is a {} {}", name(relation.from), spaced(to_string(relation.kind)), name(relation.to));
      std::vector<ClaimId> claims;
      if (auto const* const decision = office::find_decision(view_, relation.decision))
        text += fmt::format(", decided by {} on {}", decision->by, date_string(decision->at));
      else
        claims.push_back(relation.claim);
      brief.relations.push_back({.text = std::move(text), .claims = std::move(claims)});
    }
  }

  // Earlier contacts with the principal, objectives and open points.
  void known(MeetingBrief& brief, PersonId person) {
    if (number(person) == 0)
      return;
    auto const page = see::person_page(view_.network, all_, person, view_.at.as_of);
    if (!page)
      return;
    for (auto const& line : page->lines) {
      if (line.property == property::objective)
        brief.objectives.push_back({.text = line.value, .claims = line.claims});
      if (line.property == property::follow_up)
        brief.open_points.push_back(open_point({.text = line.value, .claims = line.claims}, line.valid.to, brief.day));
    }
    for (auto const& line : page->contacts)
      if (line.counted && std::ranges::binary_search(line.contact.people, view_.network.principal) &&
          brief.history.size() < history_shown)
        brief.history.push_back(past(line, person));
  }

  [[nodiscard]] OpenPoint open_point(Statement what, Moment due, int day) const {
    return {.what = std::move(what),
            .due = due,
            .overdue = due.known() && end_of(due) <= kept_.trip.first_day + std::chrono::days{day}};
  }

  [[nodiscard]] PastContact past(see::ContactLine const& line, PersonId person) const {
    PastContact past{.when = line.contact.when,
                     .kind = line.contact.kind,
                     .title = line.contact.secret ? std::string{} : line.contact.title,
                     .place = line.contact.place,
                     .realis = line.contact.realis,
                     .claims = line.contact.claims};
    std::string others;
    for (std::size_t i = 0; i < line.contact.people.size(); ++i)
      if (line.contact.people[i] != person && line.contact.people[i] != view_.network.principal)
        others += (others.empty() ? "" : ", ") + line.people.at(i);
    past.with = std::move(others);
    past.claims.resize(std::min<std::size_t>(past.claims.size(), 1)); // one number is enough to find the rest
    return past;
  }

  [[nodiscard]] std::vector<SectorTime> sectors() const {
    std::vector<SectorTime> sectors;
    for (auto const& sector : kept_.trip.sectors)
      sectors.push_back({.name = sector.name, .target = sector.target});
    for (auto const& day : kept_.plan.days)
      for (auto const& visit : day.visits)
        if (auto const sector = candidate(visit.candidate).sector; sector >= 0)
          sectors.at(static_cast<std::size_t>(sector)).planned += visit.end - visit.start;
    return sectors;
  }

  static std::string spaced(std::string_view word) {
    std::string words{word};
    std::ranges::replace(words, '_', ' ');
    return words;
  }

  KeptTrip const& kept_;
  View const& view_;
  std::vector<Tie> all_;
  std::map<PersonId, std::vector<std::string>> doubts_;
  BriefedPeople people_;
  std::map<OrganisationId, see::LandscapeRow> landscape_;
};

std::string first_email(Person const& person) {
  auto const found = std::ranges::find(person.facts, property::email, &Fact::property);
  return found == person.facts.end() ? std::string{} : found->value;
}

} // namespace

Briefing brief(KeptTrip const& kept, View const& view) { return Briefer{kept, view}.brief(); }

Itinerary itinerary(KeptTrip const& kept, View const& view, int sequence) {
  Itinerary itinerary{.name = kept.trip.name, .made_at = kept.made_at};
  if (auto const* const principal = attache::find_person(view.network, view.network.principal))
    itinerary.organiser = {.name = principal->name, .email = first_email(*principal)};
  for (auto const& day : kept.plan.days)
    for (auto const& visit : day.visits) {
      auto const& who = kept.trip.candidates.at(static_cast<std::size_t>(visit.candidate));
      auto const& city = kept.trip.cities.at(static_cast<std::size_t>(who.city));
      Appointment appointment{.uid = fmt::format("{}.{}@attache", who.id, kept.id),
                              .sequence = sequence,
                              .start = utc(kept.trip, city, visit.day, visit.start),
                              .end = utc(kept.trip, city, visit.day, visit.end),
                              .zone = city.zone,
                              .title = who.organisation.empty() ? who.name
                                                                : fmt::format("{}, {}", who.name, who.organisation),
                              .place = who.place.empty() ? city.name : fmt::format("{}, {}", who.place, city.name),
                              .latitude = who.latitude,
                              .longitude = who.longitude,
                              .note = who.why,
                              .tentative = !who.fixed};
      appointment.guests.push_back({.name = who.name, .email = who.email});
      itinerary.appointments.push_back(std::move(appointment));
    }
  return itinerary;
}

} // namespace attache::office
