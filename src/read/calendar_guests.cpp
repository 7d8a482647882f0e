#include "read/calendar_guests.h"

#include "base/unicode.h"
#include "model/vocabulary.h"

#include <algorithm>

namespace attache::read {
namespace {

constexpr double said_elsewhere = 0.7;

} // namespace

bool title_tells(Event const& event, std::size_t attendees) {
  auto const invites = std::ranges::any_of(event.lines, [](ContentLine const& one) { return one.name == "ATTENDEE"; });
  return !invites && attendees <= 1 && find_line(event, "SUMMARY") != nullptr;
}

Guests const& CalendarGuests::named_in(std::string const& title) {
  auto const [found, fresh] = titles_read_.try_emplace(title);
  if (fresh)
    found->second = titles_.find_guests(title);
  return found->second;
}

void CalendarGuests::note_names(std::vector<Event> const& events) {
  if (!titles_.find_guests)
    return;
  for (auto const& event : events) {
    auto const attendees = attendees_of(event);
    for (auto const& one : attendees) {
      if (one.address.empty() || one.display.empty())
        continue;
      auto const [known, fresh] = invited_.try_emplace(fold_case(one.display), one.address);
      if (!fresh && known->second != one.address)
        known->second.clear(); // two people of one name
    }
    if (title_tells(event, attendees.size()))
      for (auto const& one : named_in(text_of(find_line(event, "SUMMARY"))).people)
        if (one.confidence >= review_threshold)
          sure_.insert(fold_case(one.name));
  }
}

// A name that waits for a person, as every claim on it does.
RecordId CalendarGuests::unsure(Guest const& guest, Evidence const& evidence, std::string const& title) {
  auto& person = unsure_[fold_case(guest.name)];
  if (person != RecordId{})
    return person;
  person = out_.add(RecordKind::person, "unsure:" + fold_case(guest.name));
  auto claim = statement(person, property::name, guest.name, evidence, title); // what it is judged by
  claim.confidence = guest.confidence;
  claim.status = Status::proposed;
  out_.claim(std::move(claim));
  return person;
}

RecordId CalendarGuests::guest(Guest const& guest, Evidence const& evidence, std::string const& title) {
  if (guest.confidence < review_threshold)
    return unsure(guest, evidence, title);
  auto const invited = invited_.find(fold_case(guest.name));
  auto const person = people_.person(invited == invited_.end() ? std::string{} : invited->second, guest.name, evidence);
  auto const role = guest.title + "\n" + fold_case(guest.organisation);
  if (role.size() < 2 || !roles_.emplace(person, role).second)
    return person;
  auto claim = statement(person, property::role, guest.title, evidence, guest.title);
  if (!guest.organisation.empty()) {
    auto& employer = employers_[fold_case(guest.organisation)];
    if (employer == RecordId{}) {
      employer = out_.add(RecordKind::organisation, "name:" + fold_case(guest.organisation));
      out_.claim(statement(employer, property::name, guest.organisation, evidence, guest.organisation));
    }
    claim.object = employer;
  }
  out_.claim(std::move(claim));
  return person;
}

RecordId CalendarGuests::owner(Evidence const& evidence, std::string const& words) {
  if (owner_ != RecordId{})
    return owner_;
  owner_ = out_.add(RecordKind::person, std::string{owner_key});
  auto claim = statement(owner_, property::name, titles_.owner, evidence, words);
  claim.derived = true;
  out_.claim(std::move(claim));
  return owner_;
}

bool CalendarGuests::is_owner(std::string const& name) {
  return titles_.find_guests && !titles_.owner.empty() && named_in(name).owner == Owner::named;
}

// Who takes part by the title of an event that invites nobody.
void CalendarGuests::add_named(std::vector<Claim>& claims, bool organised, std::string_view kind,
                               ContentLine const& summary) {
  auto const title = text_of(&summary);
  auto guests = named_in(title);
  for (auto& one : guests.people)
    if (one.confidence < review_threshold && sure_.contains(fold_case(one.name)))
      one.confidence = said_elsewhere;
  auto const evidence = on_line(summary.line, summary.begin, summary.end);
  auto const say = [&](std::string const& name, RecordId person, double confidence) {
    auto claim = statement({}, property::participant, name, evidence, title);
    claim.object = person;
    claim.derived = true;
    claim.confidence = confidence;
    claim.status = confidence < review_threshold ? Status::proposed : Status::accepted;
    claims.push_back(std::move(claim));
  };
  auto const implied = guests.owner == Owner::implied && kind != "event";
  if (!organised && !titles_.owner.empty() && (guests.owner == Owner::named || implied))
    say(titles_.owner, owner(evidence, title), 0.8);
  for (auto const& one : guests.people)
    say(one.name, guest(one, evidence, title), one.confidence);
}

} // namespace attache::read
