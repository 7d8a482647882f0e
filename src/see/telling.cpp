#include "see/telling.h"

#include "model/vocabulary.h"
#include "see/when.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace attache::see {
namespace {

int weight(Realis realis) {
  switch (realis) {
  case Realis::cancelled: return 6;
  case Realis::denied: return 5;
  case Realis::asserted: return 4;
  case Realis::photo: return 3;
  case Realis::reported: return 2;
  case Realis::planned: return 1;
  case Realis::possible: return 0;
  }
  return 0;
}

// True for a record that its owner keeps of what really happens: not the press and not the plan of a trip.
bool is_own_record(Things const& things, Claim const& claim) {
  auto const* const source = things.source_of(claim);
  return claim.attribution.voice == Voice::own_record &&
         (source == nullptr || (source->kind != "article" && source->kind != "trip"));
}

// In an own record, a meeting that is over and was not called off took place, and one that is not over is planned. A
// message is never planned: a later one is simply not there yet.
Realis realis_as_of(Things const& things, Claim const& claim, Interval const& when, ContactKind kind, Instant as_of) {
  auto const settled = claim.realis == Realis::asserted || claim.realis == Realis::planned;
  if (!settled || kind == ContactKind::message || !is_own_record(things, claim))
    return claim.realis;
  auto const over = over_at(when);
  if (!over)
    return claim.realis;
  return *over <= as_of ? Realis::asserted : Realis::planned;
}

// The time of the event: own records before the press, the finest, the newest said.
Interval time_of(Things const& things, Thing const& thing) {
  auto const rank = [&](Claim const& claim) {
    return std::tuple(claim.valid.from.known(), !from_press(things, claim), claim.valid.from.precision,
                      said_at(things, claim), claim.valid.to.known(), number(claim.id));
  };
  Claim const* best = nullptr;
  for (auto const* const claim : thing.claims)
    if (best == nullptr || rank(*claim) > rank(*best))
      best = claim;
  return best == nullptr ? Interval{} : best->valid;
}

// What the claims about the event itself say together; the claims about who takes part only if there are no others.
Realis event_realis(Things const& things, Thing const& thing, Interval const& when, ContactKind kind, Instant as_of) {
  auto about_event = false;
  auto event = Realis::possible, part = Realis::possible;
  for (auto const* const claim : thing.claims) {
    auto const realis = realis_as_of(things, *claim, when, kind, as_of);
    if (claim->property == property::participant) {
      // One guest who stays away does not call the event off.
      if (realis != Realis::cancelled && realis != Realis::denied)
        part = firmer(realis, part);
    } else {
      event = about_event ? firmer(realis, event) : realis;
      about_event = true;
    }
  }
  return about_event ? event : part;
}

bool all_stay_away(Thing const& thing) {
  auto some = false;
  for (auto const* const claim : thing.claims) {
    if (claim->property != property::participant)
      continue;
    if (claim->realis != Realis::cancelled && claim->realis != Realis::denied)
      return false;
    some = true;
  }
  return some;
}

ContactKind kind_of(std::string const& word) {
  for (auto const kind : {ContactKind::meeting, ContactKind::call, ContactKind::message, ContactKind::event})
    if (word == to_string(kind))
      return kind;
  return ContactKind::meeting;
}

template <class Value>
void make_set(std::vector<Value>& values) {
  std::ranges::sort(values);
  auto const [first, last] = std::ranges::unique(values);
  values.erase(first, last);
}

void add_participants(Contact& contact, Things const& things, Thing const& thing) {
  auto const called_off = contact.realis == Realis::cancelled || contact.realis == Realis::denied;
  for (auto const* const claim : thing.claims) {
    auto const away = claim->realis == Realis::cancelled || claim->realis == Realis::denied;
    if (claim->property != property::participant || (away && !called_off))
      continue;
    auto const* const who = things.of(claim->object);
    if (who != nullptr && who->kind == RecordKind::person)
      contact.people.push_back(PersonId{number(who->id)});
    if (who != nullptr && who->kind == RecordKind::organisation)
      contact.organisations.push_back(OrganisationId{number(who->id)});
  }
  make_set(contact.people);
  make_set(contact.organisations);
}

// The words of a property: of a contact there is no "began after", so a future event has its title too.
std::string words_of(Things const& things, Thing const& thing, std::string_view property) {
  return best_value(things, thing, property, Instant::max());
}

Telling told(Things const& things, Thing const& thing, Instant as_of) {
  auto const when = time_of(things, thing);
  auto const kind = kind_of(words_of(things, thing, property::contact_kind));
  Telling telling{.contact = {.id = ContactId{number(thing.id)},
                              .kind = kind,
                              .when = when,
                              .title = words_of(things, thing, property::title),
                              .place = words_of(things, thing, property::place),
                              .topic = words_of(things, thing, property::topic),
                              .realis = event_realis(things, thing, when, kind, as_of)}};
  if (all_stay_away(thing))
    telling.contact.realis = Realis::cancelled;
  add_participants(telling.contact, things, thing);
  for (auto const* const claim : thing.claims) {
    telling.contact.secret |= claim->property == property::privacy && claim->value == "private";
    telling.contact.claims.push_back(claim->id);
    telling.kept |= is_own_record(things, *claim);
    telling.by_title |= claim->property == property::participant && claim->derived;
    telling.said = std::max(telling.said, said_at(things, *claim));
    telling.sources.insert(claim->source);
  }
  return telling;
}

bool any_of_them(std::vector<PersonId> const& people, std::vector<PersonId> const& principals) {
  return std::ranges::any_of(people, [&](auto id) { return std::ranges::binary_search(principals, id); });
}

// Calendars in which the principal is never among the invited: their events are the principal's own.
std::set<SourceId> silent_calendars(Things const& things, std::vector<Telling> const& all,
                                    std::vector<PersonId> const& principals) {
  std::set<SourceId> silent;
  for (auto const& [id, source] : things.sources)
    if (source->kind == "icalendar" || source->kind == "calendar_csv")
      silent.insert(id);
  for (auto const& telling : all)
    if (!telling.by_title && any_of_them(telling.contact.people, principals))
      for (auto const source : telling.sources)
        silent.erase(source);
  return silent;
}

void add_principal(Telling& telling, PersonId principal, std::set<SourceId> const& silent) {
  auto& people = telling.contact.people;
  auto const own_calendar = std::ranges::any_of(telling.sources, [&](auto source) { return silent.contains(source); });
  auto const nobody_else = people.size() < 2;
  auto const somebody = !people.empty() || !telling.contact.organisations.empty();
  if (telling.kept && somebody && !telling.by_title && (own_calendar || nobody_else))
    people.push_back(principal);
  make_set(people);
}

bool names_an_event(std::string_view key) {
  return key.starts_with("uid:") || key.starts_with("mid:") || key.starts_with("message-id:");
}

} // namespace

Realis firmer(Realis a, Realis b) { return weight(a) >= weight(b) ? a : b; }

std::vector<Telling> tellings(Things const& things, std::vector<Record> const& records,
                              std::vector<PersonId> const& principals, Instant as_of) {
  std::vector<Telling> all;
  std::unordered_map<RecordId, std::size_t> places;
  for (auto const& thing : things.all) {
    if (thing.kind != RecordKind::contact || thing.claims.empty())
      continue;
    for (auto const record : thing.records)
      places.emplace(record, all.size());
    all.push_back(told(things, thing, as_of));
  }
  for (auto const& record : records)
    if (auto const place = places.find(record.id); place != places.end() && names_an_event(record.key))
      all[place->second].uids.insert(record.key);
  auto const silent = silent_calendars(things, all, principals);
  for (auto& telling : all) {
    if (!principals.empty())
      add_principal(telling, principals.front(), silent);
    std::ranges::copy_if(telling.contact.people, std::back_inserter(telling.guests),
                         [&](auto id) { return !std::ranges::binary_search(principals, id); });
  }
  return all;
}

} // namespace attache::see
