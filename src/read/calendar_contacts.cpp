#include "read/calendar_contacts.h"

#include "model/vocabulary.h"

#include <algorithm>
#include <fmt/format.h>

namespace attache::read {

void report(Gather& out, std::vector<Trouble>& troubles) {
  for (auto& trouble : troubles)
    out.reject(trouble.line, std::move(trouble.what), std::move(trouble.hint));
  troubles.clear();
}

bool CalendarContacts::replaced(Event const& event, CalendarTime const& start) const {
  if (event.uid.empty() || event.replaces)
    return false;
  auto const day = Instant{std::chrono::floor<std::chrono::days>(start.local).time_since_epoch()};
  return changed_.contains({event.uid, order(start)}) || changed_.contains({event.uid, day});
}

// Everything an event says of its contact, but for the time.
std::vector<Claim> CalendarContacts::claims_of(Event const& event) {
  std::vector<Claim> claims;
  auto const say = [&](std::string_view property, std::string_view value, ContentLine const& line,
                       std::string_view words) {
    if (!value.empty())
      claims.push_back(statement({}, property, std::string{value}, on_line(line.line, line.begin, line.end), words));
  };
  auto const attendees = attendees_of(event);
  auto const& start = *find_line(event, "DTSTART");
  say(property::contact_kind, contact_kind_of(event, attendees.size()), start, text_of(&start));
  claims.back().derived = true;
  if (auto const* const summary = find_line(event, "SUMMARY"))
    say(property::title, text_of(summary), *summary, text_of(summary));
  auto const* const location = find_line(event, "LOCATION");
  say(property::place, place_of(event), location != nullptr ? *location : start, place_of(event));
  if (is_private(event))
    say(property::privacy, "private", *find_line(event, "CLASS"), text_of(find_line(event, "CLASS")));
  for (auto const& one : attendees) {
    auto const& name = one.display.empty() ? one.address : one.display;
    auto const where = on_line(one.line->line, one.line->begin, one.line->end);
    auto const person = one.address.empty() && guests_.is_owner(name) ? guests_.owner(where, name)
                                                                      : people_.person(one.address, one.display, where);
    if (person == RecordId{})
      continue;
    say(property::participant, name, *one.line, name);
    claims.back().object = person;
  }
  if (titled_ && title_tells(event, attendees.size()))
    guests_.add_named(claims, !attendees.empty(), contact_kind_of(event, attendees.size()),
                      *find_line(event, "SUMMARY"));
  return claims;
}

void CalendarContacts::add_contact(Event const& event, std::vector<Claim> const& claims, CalendarTime const& start) {
  auto key = !event.uid.empty()   ? "uid:" + event.uid
             : !event.key.empty() ? event.key
                                  : fmt::format("line:{}", event.line);
  if (event.replaces || repeats(event))
    key += "@" + key_text(event.replaces ? *event.replaces : start);
  auto const contact = out_.add(RecordKind::contact, std::move(key));
  auto const when = interval_of(event, start);
  auto const realis = realis_of(event);
  for (auto claim : claims) {
    claim.subject = contact;
    claim.valid = when;
    claim.realis = realis;
    out_.claim(std::move(claim));
  }
}

Result<void> CalendarContacts::add_event(Event const& event) {
  std::vector<Trouble> troubles;
  auto starts = event.replaces ? std::vector{event.start} : starts_of(event, until_, troubles);
  report(out_, troubles);
  if (starts.empty()) {
    out_.reject(event.line, "every occurrence of the event is excluded");
    return {};
  }
  if (event.replaces && has_value(*find_line(event, "RECURRENCE-ID"), "RANGE", "thisandfuture"))
    out_.reject(event.line, "the change is meant for all later occurrences; only this one is changed",
                "the later ones are kept as they were");
  std::erase_if(starts, [&](CalendarTime const& start) { return replaced(event, start); });
  if (starts.empty())
    return {};
  auto const claims = claims_of(event);
  for (auto const& start : starts) {
    add_contact(event, claims, start);
    TRY(out_.flush_large());
  }
  return {};
}

Result<void> CalendarContacts::add(std::vector<Event> const& events) {
  for (auto const& event : events)
    if (event.replaces)
      changed_.emplace(event.uid, order(*event.replaces));
  if (titled_)
    guests_.note_names(events);
  for (auto const& event : events)
    TRY(add_event(event));
  return {};
}

} // namespace attache::read
