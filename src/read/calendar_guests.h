// Who takes part in a calendar's events by their titles, where nobody is invited.
#pragma once

#include "read/gather.h"
#include "read/icalendar.h"
#include "read/icalendar_event.h"

#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace attache::read {

// Does the title tell who takes part? It does where nobody is invited; an organiser alone is whose calendar it is.
bool title_tells(Event const& event, std::size_t attendees);

class CalendarGuests {
public:
  CalendarGuests(Gather& out, Correspondents& people, OfTitles const& titles)
      : out_{out}, people_{people}, titles_{titles} {}

  // Names that stand beside an address somewhere in the calendar, and those that some title says surely: elsewhere they
  // mean the same people. Call before the others.
  void note_names(std::vector<Event> const& events);
  // Claims without a subject, of everybody whom the title of `event` names; `organised`: somebody is named as
  // organiser.
  void add_named(std::vector<Claim>& claims, bool organised, std::string_view kind, ContentLine const& summary);
  // Is this the name of whose calendar it is?
  [[nodiscard]] bool is_owner(std::string const& name);
  RecordId owner(Evidence const& evidence, std::string const& words);

private:
  Guests const& named_in(std::string const& title);
  RecordId guest(Guest const& guest, Evidence const& evidence, std::string const& title);
  RecordId unsure(Guest const& guest, Evidence const& evidence, std::string const& title);

  Gather& out_;
  Correspondents& people_;
  OfTitles const& titles_;
  std::map<std::string, Guests> titles_read_;
  std::map<std::string, std::string> invited_;          // folded name -> address, of those that one address has
  std::set<std::string> sure_;                          // folded names of guests who are surely that somewhere
  std::map<std::string, RecordId> unsure_;              // folded name -> who waits for a person
  std::unordered_map<std::string, RecordId> employers_; // folded name -> organisation
  std::set<std::pair<RecordId, std::string>> roles_;    // told already
  RecordId owner_{};
};

} // namespace attache::read
