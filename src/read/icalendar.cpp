#include "read/icalendar.h"

#include "base/unicode.h"
#include "model/vocabulary.h"
#include "read/calendar_contacts.h"

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
      : out_{name, sink}, contacts_{out_, until, titles} {}

  Result<void> read(std::string_view text);
  [[nodiscard]] bool found() const { return found_; }

private:
  using Key = std::pair<std::string, std::optional<Instant>>; // UID and RECURRENCE-ID

  void understand_all(std::vector<Event>&& events);
  void keep_newest(Event&& event);

  Gather out_;
  CalendarContacts contacts_;
  bool found_ = false;
  std::vector<Event> events_;
  std::map<Key, std::size_t> index_; // into events_, of those that have a UID
};

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
    report(out_, troubles);
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
  TRY(contacts_.add(events_));
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
