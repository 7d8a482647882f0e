#include "report/ics.h"

#include "report/ics_text.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace attache::report {
namespace {

enum class Method { publish, request, cancel };

std::string_view to_string(Method method) {
  return method == Method::publish ? "PUBLISH" : method == Method::request ? "REQUEST" : "CANCEL";
}

bool is_address(std::string_view email) {
  return email.find('@') != std::string_view::npos &&
         std::ranges::all_of(email, [](char c) { return c > ' ' && c != 0x7F && c != '"' && c != '<' && c != '>'; });
}

void add_time(IcsLines& lines, std::string_view name, Instant at, std::string const& zone) {
  auto const local = ics_local(at, zone);
  if (local.empty())
    lines.add(name, ics_utc(at));
  else
    lines.add(fmt::format("{};TZID={}", name, zone), local);
}

void add_person(IcsLines& lines, std::string_view property, Appointment::Guest const& who) {
  auto const name = who.name.empty() ? who.email : who.name;
  lines.add(fmt::format("{};CN={}", property, quoted_parameter(name)), "mailto:" + who.email);
}

// In a published calendar guests are not invited (RFC 5546 §3.2.1 forbids ATTENDEE), so their names go into the notes.
std::string note_of(Appointment const& appointment, Method method) {
  auto note = appointment.note;
  std::string names;
  for (auto const& guest : appointment.guests)
    if (method == Method::publish || !is_address(guest.email))
      names += (names.empty() ? "" : ", ") + (guest.name.empty() ? guest.email : guest.name);
  if (!names.empty())
    note += (note.empty() ? "With: " : "\nWith: ") + names;
  return note;
}

void add_people(IcsLines& lines, Appointment const& appointment, Appointment::Guest const& organiser, Method method) {
  // RFC 5546 §3.2.1 wants an ORGANIZER even where there is nobody to answer to.
  if (!is_address(organiser.email))
    lines.add("ORGANIZER;CN=" + quoted_parameter(organiser.name.empty() ? "attache" : organiser.name),
              "invalid:nomail");
  else
    add_person(lines, "ORGANIZER", organiser);
  if (method == Method::publish)
    return;
  for (auto const& guest : appointment.guests)
    if (is_address(guest.email))
      add_person(lines,
                 method == Method::request ? "ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE"
                                           : "ATTENDEE",
                 guest);
}

enum class Standing { stands, is_gone };

void add_event(IcsLines& lines, Appointment const& one, Itinerary const& itinerary, Method method, Standing standing) {
  lines.add("BEGIN", "VEVENT");
  lines.text("UID", one.uid);
  lines.add("DTSTAMP", ics_utc(itinerary.made_at));
  lines.add("SEQUENCE", std::to_string(one.sequence));
  add_time(lines, "DTSTART", one.start, one.zone);
  add_time(lines, "DTEND", std::max(one.end, one.start), one.zone);
  lines.text("SUMMARY", one.title.empty() ? "Meeting" : one.title);
  lines.text("LOCATION", one.place);
  if (one.latitude != 0 || one.longitude != 0)
    lines.add("GEO", fmt::format("{:.5f};{:.5f}", one.latitude, one.longitude));
  lines.text("DESCRIPTION", note_of(one, method));
  if (one.secret)
    lines.add("CLASS", "PRIVATE");
  lines.add("STATUS", standing == Standing::is_gone ? "CANCELLED" : one.tentative ? "TENTATIVE" : "CONFIRMED");
  lines.add("TRANSP", "OPAQUE");
  add_people(lines, one, itinerary.organiser, method);
  lines.add("END", "VEVENT");
}

void add_timezones(IcsLines& lines, std::vector<Appointment> const& appointments) {
  std::set<std::string> zones;
  auto first = Instant::max();
  auto last = Instant::min();
  for (auto const& one : appointments) {
    if (!ics_local(one.start, one.zone).empty())
      zones.insert(one.zone);
    first = std::min(first, one.start);
    last = std::max(last, std::max(one.end, one.start));
  }
  for (auto const& zone : zones)
    add_timezone(lines, zone, first, last);
}

std::string calendar(Itinerary const& itinerary, std::vector<Appointment> const& appointments, Method method,
                     Standing standing) {
  IcsLines lines;
  lines.add("BEGIN", "VCALENDAR");
  lines.add("VERSION", "2.0");
  lines.add("PRODID", "-//attache//itinerary//EN");
  lines.add("CALSCALE", "GREGORIAN");
  lines.add("METHOD", to_string(method));
  lines.text("X-WR-CALNAME", itinerary.name);
  add_timezones(lines, appointments);
  for (auto const& one : appointments)
    add_event(lines, one, itinerary, method, standing);
  lines.add("END", "VCALENDAR");
  return lines.take();
}

Appointment const* find(std::vector<Appointment> const& appointments, std::string const& uid) {
  auto const found = std::ranges::find(appointments, uid, &Appointment::uid);
  return found == appointments.end() ? nullptr : &*found;
}

// Equal but for the sequence number.
bool unchanged(Appointment const& before, Appointment now) {
  now.sequence = before.sequence;
  return before == now;
}

} // namespace

std::string itinerary_ics(Itinerary const& itinerary) {
  return calendar(itinerary, itinerary.appointments, Method::publish, Standing::stands);
}

ItineraryUpdate update_ics(Itinerary const& before, Itinerary now) {
  std::vector<Appointment> changed;
  std::vector<Appointment> gone;
  for (auto& one : now.appointments) {
    auto const* const old = find(before.appointments, one.uid);
    if (old != nullptr)
      one.sequence = old->sequence + (unchanged(*old, one) ? 0 : 1);
    if (old == nullptr || one.sequence != old->sequence)
      changed.push_back(one);
  }
  for (auto one : before.appointments) {
    if (find(now.appointments, one.uid) != nullptr)
      continue;
    ++one.sequence;
    gone.push_back(std::move(one));
  }
  auto const invites = is_address(now.organiser.email);
  ItineraryUpdate update;
  if (!changed.empty())
    update.request = calendar(now, changed, invites ? Method::request : Method::publish, Standing::stands);
  if (!gone.empty())
    update.cancel = calendar(now, gone, invites ? Method::cancel : Method::publish, Standing::is_gone);
  update.now = std::move(now);
  return update;
}

} // namespace attache::report
