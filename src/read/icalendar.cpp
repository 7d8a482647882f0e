#include "read/icalendar.h"

#include "base/unicode.h"
#include "model/vocabulary.h"
#include "read/gather.h"
#include "read/icalendar_event.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

namespace attache::read {
namespace {

constexpr std::size_t deepest = 32; // components inside components
constexpr double firm = 0.6;        // who is named less surely waits for a person
constexpr double unsurely = 0.55, said_elsewhere = 0.7;

// Takes the components of a file apart: events with their own lines, zones as text for their calendar.
class Splitter {
public:
  explicit Splitter(Gather& out) : out_{out} { start_calendar(); }

  void line(ContentLine&& line);
  void finish();

  std::vector<Event> events;
  bool calendar_seen = false;

private:
  void start_calendar() { calendar_ = std::make_shared<Calendar>(); }
  void begin(ContentLine const& line);
  void end(ContentLine const& line);
  void close_event(std::size_t levels);
  void zone_line(ContentLine const& line);
  void calendar_line(ContentLine const& line);

  Gather& out_;
  std::shared_ptr<Calendar> calendar_;
  std::vector<std::string> open_; // component names, innermost last
  std::size_t event_depth_ = 0;   // of the open VEVENT in open_, from 1; 0 = none
  Event event_;
  std::string zone_text_, zone_id_;
  bool zone_unsafe_ = false; // its rules repeat more often than yearly: no real zone does, and expanding may take hours
};

void Splitter::close_event(std::size_t depth) {
  if (event_depth_ == 0 || event_depth_ <= depth)
    return;
  out_.reject(event_.line, "the event has no END:VEVENT", "its lines are kept; check that the file is complete");
  events.push_back(std::exchange(event_, {}));
  event_depth_ = 0;
}

void Splitter::begin(ContentLine const& line) {
  auto const name = upper(squeeze(line.value));
  if (name == "VCALENDAR" || name == "VEVENT") { // neither stands inside an event: its end is missing
    close_event(0);
    open_.resize(name == "VCALENDAR" || open_.empty() ? 0 : 1);
  }
  if (open_.size() >= deepest)
    return;
  open_.push_back(name);
  if (name == "VCALENDAR") {
    calendar_seen = true;
    start_calendar();
  } else if (name == "VEVENT") {
    event_depth_ = open_.size();
    event_ = {.line = line.line, .calendar = calendar_};
  } else if (name == "VTIMEZONE") {
    zone_text_.clear();
    zone_id_.clear();
    zone_unsafe_ = false;
  } else if ((name == "VTODO" || name == "VJOURNAL" || name == "VFREEBUSY") && event_depth_ == 0) {
    calendar_seen = true;
    out_.reject(line.line, fmt::format("the entry is a {}, not a meeting", name == "VTODO"      ? "task"
                                                                           : name == "VJOURNAL" ? "journal note"
                                                                                                : "free/busy table"));
  }
  zone_line(line);
}

void Splitter::end(ContentLine const& line) {
  auto const name = upper(squeeze(line.value));
  auto const found = std::ranges::find(open_.rbegin(), open_.rend(), name);
  if (found == open_.rend())
    return out_.reject(line.line, fmt::format("END:{} without its BEGIN", name.substr(0, 40)));
  auto const depth = static_cast<std::size_t>(open_.rend() - found); // of the component that ends, from 1
  zone_line(line);
  if (name == "VTIMEZONE" && !zone_id_.empty() && !zone_unsafe_)
    calendar_->zones.define(zone_id_, zone_text_);
  if (name == "VEVENT" && event_depth_ == depth) {
    events.push_back(std::exchange(event_, {}));
    event_depth_ = 0;
  }
  close_event(depth - 1);
  open_.resize(depth - 1);
}

void Splitter::zone_line(ContentLine const& line) {
  if (std::ranges::count(open_, "VTIMEZONE") == 0)
    return;
  if (line.name == "TZID")
    zone_id_ = squeeze(unescape(line.value));
  zone_unsafe_ = zone_unsafe_ || (line.name == "RRULE" && upper(line.value).find("FREQ=YEARLY") == std::string::npos);
  zone_text_ += line.raw + "\r\n";
}

void Splitter::calendar_line(ContentLine const& line) {
  if (line.name == "METHOD")
    calendar_->method = upper(squeeze(line.value));
  else if (line.name == "X-WR-TIMEZONE")
    calendar_->zones.set_home(squeeze(unescape(line.value)));
}

void Splitter::line(ContentLine&& line) {
  if (line.name == "BEGIN")
    return begin(line);
  if (line.name == "END")
    return end(line);
  if (line.name.empty())
    return out_.reject(line.line, "the line has no property name and colon",
                       "a line that goes on must start with a space");
  if (event_depth_ != 0 && event_depth_ == open_.size())
    return event_.lines.push_back(std::move(line));
  if (event_depth_ != 0)
    return; // an alarm
  if (open_.size() <= 1)
    return calendar_line(line);
  zone_line(line);
}

void Splitter::finish() { close_event(0); }

class Reader {
public:
  Reader(std::string_view name, Day until, Sink const& sink, OfTitles const& titles)
      : out_{name, sink}, titles_{titles}, until_{until} {}

  Result<void> read(std::string_view text);
  [[nodiscard]] bool found() const { return found_; }

private:
  using Key = std::pair<std::string, std::optional<Instant>>; // UID and RECURRENCE-ID

  void understand_all(std::vector<Event>&& events);
  void keep_newest(Event&& event);
  [[nodiscard]] bool replaced(Event const& event, CalendarTime const& start) const;
  Result<void> add_event(Event const& event);
  void add_contact(Event const& event, std::vector<Claim> const& claims, CalendarTime const& start);
  std::vector<Claim> claims_of(Event const& event);
  void add_named(std::vector<Claim>& claims, bool organised, std::string_view kind, ContentLine const& summary);
  RecordId guest(Guest const& guest, Evidence const& evidence);
  RecordId owner(Evidence const& evidence, std::string const& title);
  void note_names();
  Guests const& named_in(std::string const& title);
  RecordId unsure(Guest const& guest, Evidence const& evidence);
  void report(std::vector<Trouble>& troubles);

  Gather out_;
  Correspondents people_{out_};
  OfTitles const& titles_;
  std::map<std::string, Guests> titles_read_;
  std::map<std::string, std::string> invited_;          // folded name -> address, of those that one address has
  std::set<std::string> sure_;                          // folded names of guests who are surely that somewhere
  std::map<std::string, RecordId> unsure_;              // folded name -> who waits for a person
  std::unordered_map<std::string, RecordId> employers_; // folded name -> organisation
  std::set<std::pair<RecordId, std::string>> roles_;    // told already
  RecordId owner_{};
  Day until_;
  bool found_ = false;
  std::vector<Event> events_;
  std::map<Key, std::size_t> index_; // into events_, of those that have a UID
};

void Reader::report(std::vector<Trouble>& troubles) {
  for (auto& trouble : troubles)
    out_.reject(trouble.line, std::move(trouble.what), std::move(trouble.hint));
  troubles.clear();
}

void Reader::understand_all(std::vector<Event>&& events) {
  static constexpr std::array conversation{"REPLY", "COUNTER", "DECLINECOUNTER", "REFRESH"};
  std::vector<Trouble> troubles;
  for (auto& event : events) {
    if (std::ranges::count(conversation, event.calendar->method) > 0) {
      out_.reject(event.line, "the event is an answer to an invitation, not the meeting itself",
                  "read the calendar that holds the meeting");
      continue;
    }
    if (auto const understood = understand(event, troubles); !understood)
      out_.reject(event.line, understood.error().what, understood.error().hint);
    else
      keep_newest(std::move(event));
    report(troubles);
  }
}

// RFC 5546 §2.1.5: the higher SEQUENCE wins, then the later stamp; of two that agree in both, the later in the file.
void Reader::keep_newest(Event&& event) {
  if (event.uid.empty())
    return events_.push_back(std::move(event));
  auto const at = event.replaces ? std::optional{order(*event.replaces)} : std::nullopt;
  auto const [known, fresh] = index_.try_emplace({event.uid, at}, events_.size());
  if (fresh)
    return events_.push_back(std::move(event));
  auto& kept = events_[known->second];
  auto const revision = [](Event const& e) { return std::tie(e.sequence, e.stamp); };
  if (revision(event) >= revision(kept))
    std::swap(event, kept);
  out_.reject(event.line, fmt::format("the event is an older version or a copy of that on line {}", kept.line));
}

bool Reader::replaced(Event const& event, CalendarTime const& start) const {
  if (event.uid.empty() || event.replaces)
    return false;
  auto const day = Instant{std::chrono::floor<std::chrono::days>(start.local).time_since_epoch()};
  return index_.contains({event.uid, order(start)}) || index_.contains({event.uid, day});
}

Guests const& Reader::named_in(std::string const& title) {
  auto const [found, fresh] = titles_read_.try_emplace(title);
  if (fresh)
    found->second = titles_.find_guests(title);
  return found->second;
}

// Does the title tell who takes part? It does where nobody is invited; an organiser alone is whose calendar it is.
bool title_tells(Event const& event, std::size_t attendees) {
  auto const invites = std::ranges::any_of(event.lines, [](ContentLine const& one) { return one.name == "ATTENDEE"; });
  return !invites && attendees <= 1 && find_line(event, "SUMMARY") != nullptr;
}

// Names that stand beside an address somewhere in the calendar, and those that some title says surely: elsewhere they
// mean the same people.
void Reader::note_names() {
  if (!titles_.find_guests)
    return;
  for (auto const& event : events_) {
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
        if (one.confidence >= firm)
          sure_.insert(fold_case(one.name));
  }
}

// A name that waits for a person, as every claim on it does.
RecordId Reader::unsure(Guest const& guest, Evidence const& evidence) {
  auto& person = unsure_[fold_case(guest.name)];
  if (person != RecordId{})
    return person;
  person = out_.add(RecordKind::person, "unsure:" + fold_case(guest.name));
  auto claim = statement(person, property::name, guest.name, evidence, guest.name);
  claim.confidence = guest.confidence;
  claim.status = Status::proposed;
  out_.claim(std::move(claim));
  return person;
}

RecordId Reader::guest(Guest const& guest, Evidence const& evidence) {
  if (guest.confidence < firm)
    return unsure(guest, evidence);
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

RecordId Reader::owner(Evidence const& evidence, std::string const& title) {
  if (owner_ != RecordId{})
    return owner_;
  owner_ = out_.add(RecordKind::person, std::string{owner_key});
  auto claim = statement(owner_, property::name, titles_.owner, evidence, title);
  claim.derived = true;
  out_.claim(std::move(claim));
  return owner_;
}

// Who takes part by the title of an event that invites nobody.
void Reader::add_named(std::vector<Claim>& claims, bool organised, std::string_view kind, ContentLine const& summary) {
  auto const title = text_of(&summary);
  auto guests = named_in(title);
  for (auto& one : guests.people)
    if (one.confidence < firm && sure_.contains(fold_case(one.name)))
      one.confidence = said_elsewhere;
  auto const evidence = on_line(summary.line, summary.begin, summary.end);
  auto const sure = std::ranges::any_of(guests.people, [](Guest const& one) { return one.confidence >= firm; });
  auto const say = [&](std::string const& name, RecordId person, double confidence) {
    auto claim = statement({}, property::participant, name, evidence, title);
    claim.object = person;
    claim.derived = true;
    claim.confidence = confidence;
    claim.status = confidence < firm ? Status::proposed : Status::accepted;
    claims.push_back(std::move(claim));
  };
  auto const implied = guests.owner == Owner::implied && kind != "event";
  if (!organised && !titles_.owner.empty() && (guests.owner == Owner::named || implied))
    say(titles_.owner, owner(evidence, title), implied && !sure ? unsurely : 0.8);
  for (auto const& one : guests.people)
    say(one.name, guest(one, evidence), one.confidence);
}

// Everything an event says of its contact, but for the time.
std::vector<Claim> Reader::claims_of(Event const& event) {
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
    auto const person =
        people_.person(one.address, one.display, on_line(one.line->line, one.line->begin, one.line->end));
    if (person == RecordId{})
      continue;
    say(property::participant, name, *one.line, name);
    claims.back().object = person;
  }
  if (titles_.find_guests && title_tells(event, attendees.size()))
    add_named(claims, !attendees.empty(), contact_kind_of(event, attendees.size()), *find_line(event, "SUMMARY"));
  return claims;
}

void Reader::add_contact(Event const& event, std::vector<Claim> const& claims, CalendarTime const& start) {
  auto key = event.uid.empty() ? fmt::format("line:{}", event.line) : "uid:" + event.uid;
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

Result<void> Reader::add_event(Event const& event) {
  std::vector<Trouble> troubles;
  auto starts = event.replaces ? std::vector{event.start} : starts_of(event, until_, troubles);
  report(troubles);
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

Result<void> Reader::read(std::string_view text) {
  Splitter splitter{out_};
  ContentLines lines{text};
  while (auto line = lines.next())
    splitter.line(*std::move(line));
  splitter.finish();
  found_ = splitter.calendar_seen || !splitter.events.empty();
  if (!found_)
    return {};
  understand_all(std::move(splitter.events));
  note_names();
  for (auto const& event : events_)
    TRY(add_event(event));
  return out_.finish();
}

} // namespace

Result<void> icalendar(std::string_view bytes, std::string_view name, Day expand_until, Sink const& sink,
                       OfTitles const& titles) {
  auto const text = decode_content(bytes);
  Reader reader{name, expand_until, sink, titles};
  TRY(reader.read(text));
  if (!reader.found())
    return fail(Fault::input, "the file holds no calendar", std::string{name},
                "a calendar starts with BEGIN:VCALENDAR");
  return {};
}

} // namespace attache::read
