#include "office/briefing.h"
#include "see/coverage.h"
#include "see/restored.h"
#include "see/roles.h"
#include "see/strength.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <map>
#include <set>

namespace attache::office {
namespace {

using std::chrono::days;

class SummingUp {
public:
  SummingUp(KeptTrip const& kept, View const& view)
      : kept_(kept), view_(view), network_(view.network), from_(kept.trip.first_day),
        to_(from_ + days{kept.trip.days}) {
    for (auto const& candidate : kept.trip.candidates)
      if (candidate.tier == 1 && number(candidate.person) != 0)
        top_.insert(candidate.person);
  }

  Recap recap() {
    Recap recap{.title = kept_.trip.name,
                .purpose = kept_.trip.purpose,
                .made_at = view_.at.as_of,
                .first_day = kept_.trip.first_day};
    if (auto const* const principal = attache::find_person(network_, network_.principal))
      recap.principal = principal->name;
    route(recap);
    for (auto const& contact : network_.contacts)
      if (held(contact))
        add(recap, contact);
    recap.people = static_cast<int>(people_.size());
    for (auto const& [name, claims] : companies_)
      recap.companies.push_back({.text = name, .claims = claims});
    recap.sectors = sectors();
    restored(recap);
    compare(recap);
    if (recap.meetings == 0)
      recap.notes.emplace_back(
          "No meeting of this trip is on record as held: read the calendar again, or use attache close.");
    return recap;
  }

private:
  void route(Recap& recap) {
    std::set<int> seen;
    for (std::size_t i = 0; i < kept_.plan.days.size(); ++i) {
      auto const& day = kept_.plan.days[i];
      for (auto const city : {day.from, day.to})
        if (seen.insert(city).second)
          recap.cities.push_back(kept_.trip.cities.at(static_cast<std::size_t>(city)));
      recap.days.push_back({.date = kept_.trip.first_day + days{i},
                            .city = kept_.trip.cities.at(static_cast<std::size_t>(day.to)).name,
                            .working = kept_.trip.working_days.at(i) != 0});
      recap.planned_meetings += static_cast<int>(day.visits.size());
    }
  }

  // How far the clock of the city where the principal is on a day of the trip is ahead of UTC.
  [[nodiscard]] Minutes offset_on(std::size_t day) const {
    if (day >= kept_.plan.days.size())
      return Minutes{0};
    auto const& city = kept_.trip.cities.at(static_cast<std::size_t>(kept_.plan.days[day].to));
    return day < city.utc_offset.size() ? city.utc_offset[day] : Minutes{0};
  }

  // In the days of the trip: a day as it is stated, a minute by the clocks where the trip begins and ends.
  [[nodiscard]] bool within(Moment const& moment) const {
    if (moment.precision != Precision::minute)
      return moment.at >= from_ && moment.at < to_;
    auto const last = kept_.plan.days.empty() ? 0 : kept_.plan.days.size() - 1;
    return moment.at >= from_ - offset_on(0) && moment.at < to_ - offset_on(last);
  }

  // An encounter of the principal in the days of the trip, face to face.
  [[nodiscard]] bool held(Contact const& contact) const {
    return took_place(contact.realis) && (contact.kind == ContactKind::meeting || contact.kind == ContactKind::event) &&
           within(contact.when.from) && contact.when.from.at <= view_.at.as_of &&
           std::ranges::binary_search(contact.people, network_.principal);
  }

  // The day on the clock of the city where the principal was.
  [[nodiscard]] std::size_t day_of(Contact const& contact) const {
    auto const utc_day =
        static_cast<std::size_t>((std::chrono::floor<days>(contact.when.from.at) - kept_.trip.first_day).count());
    auto const day = std::min(utc_day, kept_.plan.days.size() - 1);
    auto const& city = kept_.trip.cities.at(static_cast<std::size_t>(kept_.plan.days[day].from));
    auto const offset = contact.when.from.precision == Precision::minute && day < city.utc_offset.size()
                            ? city.utc_offset[day]
                            : Minutes{0};
    auto const local = std::chrono::floor<days>(contact.when.from.at + offset) - kept_.trip.first_day;
    return static_cast<std::size_t>(
        std::clamp<std::int64_t>(local.count(), 0, static_cast<std::int64_t>(kept_.plan.days.size()) - 1));
  }

  void add(Recap& recap, Contact const& contact) {
    auto& day = recap.days[day_of(contact)];
    ++day.meetings;
    ++recap.meetings;
    for (auto const id : contact.people) {
      auto const* const person = attache::find_person(network_, id);
      if (id == network_.principal || person == nullptr)
        continue;
      auto const* const organisation = see::organisation_on(network_, id, contact.when.from.at);
      auto const* const own = see::organisation_on(network_, network_.principal, contact.when.from.at);
      if (organisation != nullptr && organisation == own)
        continue; // the principal's own staff
      people_.insert(id);
      if (organisation != nullptr)
        companies_.try_emplace(organisation->name, std::vector{contact.claims.front()});
      if (top_.contains(id) || see::tier_on(network_, *person, contact.when.from.at) == 1)
        day.big_shots.push_back({.text = person->name, .claims = {contact.claims.front()}});
    }
  }

  [[nodiscard]] std::vector<SectorTime> sectors() const {
    std::vector<SectorTime> sectors;
    for (auto const& sector : kept_.trip.sectors)
      sectors.push_back({.name = sector.name, .target = sector.target});
    for (auto const& day : kept_.plan.days)
      for (auto const& visit : day.visits)
        if (auto const sector = kept_.trip.candidates.at(static_cast<std::size_t>(visit.candidate)).sector; sector >= 0)
          sectors.at(static_cast<std::size_t>(sector)).planned += visit.end - visit.start;
    for (auto const& time : see::time_by_sector(network_, network_.principal, from_, to_, view_.at.as_of)) {
      auto const found = std::ranges::find(sectors, time.sector, &SectorTime::name);
      if (found != sectors.end())
        found->actual = time.actual;
    }
    return sectors;
  }

  // What came back, against what would have come back in as many days without a trip: the share of lapsed ties that
  // returned in as long a time in each of the three years before.
  void restored(Recap& recap) const {
    for (auto const& tie : see::restored_ties(network_, network_.principal, from_, to_, view_.at.as_of)) {
      auto const* const person = attache::find_person(network_, tie.b);
      auto const* const organisation = see::organisation_on(network_, tie.b, tie.restored_at);
      auto const contact = std::ranges::find(network_.contacts, tie.restored_by, &Contact::id);
      recap.restored.push_back({.name = person == nullptr ? std::string{} : person->name,
                                .organisation = organisation == nullptr ? std::string{} : organisation->name,
                                .silent_days = tie.silent_days,
                                .claims = contact == network_.contacts.end() ? std::vector<ClaimId>{}
                                                                             : std::vector{contact->claims.front()}});
    }
    auto const anyway = see::expected_anyway(network_, network_.principal, from_, kept_.trip.days, view_.at.as_of);
    recap.would_have_returned = std::round(10 * anyway.expected) / 10;
  }

  void compare(Recap& recap) const {
    std::vector<Journey const*> before;
    for (auto const& journey : network_.journeys)
      if (journey.traveller == network_.principal && took_place(journey.realis) && journey.when.from.at < from_ &&
          journey.days > 0)
        before.push_back(&journey);
    if (before.empty())
      return;
    auto const longest = *std::ranges::max_element(before, {}, &Journey::days);
    auto const count = before.size() + 1;
    if (longest->days < kept_.trip.days)
      recap.comparisons.push_back({.text = fmt::format("The longest of the {} trips that the office knows", count),
                                   .claims = {longest->claims.front()}});
    else
      recap.comparisons.push_back({.text = fmt::format("The longest of {} trips took {} days", count, longest->days),
                                   .claims = {longest->claims.front()}});
  }

  KeptTrip const& kept_;
  View const& view_;
  Network const& network_;
  Instant from_, to_;
  std::set<PersonId> top_, people_;
  std::map<std::string, std::vector<ClaimId>> companies_;
};

} // namespace

Recap sum_up(KeptTrip const& kept, View const& view) { return SummingUp{kept, view}.recap(); }

} // namespace attache::office
