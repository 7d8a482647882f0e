// Events to contacts, whatever file they stood in.
#pragma once

#include "read/calendar_guests.h"

namespace attache::read {

// What could not be used goes into the import report; `troubles` is empty afterwards.
void report(Gather& out, std::vector<Trouble>& troubles);

class CalendarContacts {
public:
  CalendarContacts(Gather& out, Day until, OfTitles const& titles)
      : out_{out}, people_{out}, guests_{out, people_, titles}, titled_{static_cast<bool>(titles.find_guests)},
        until_{until} {}

  // Understood events, one version of each. Errors are the sink's.
  Result<void> add(std::vector<Event> const& events);

private:
  [[nodiscard]] bool replaced(Event const& event, CalendarTime const& start) const;
  Result<void> add_event(Event const& event);
  void add_contact(Event const& event, std::vector<Claim> const& claims, CalendarTime const& start);
  std::vector<Claim> claims_of(Event const& event);

  Gather& out_;
  Correspondents people_;
  CalendarGuests guests_;
  bool titled_;
  Day until_;
  std::set<std::pair<std::string, Instant>> changed_; // UID and RECURRENCE-ID
};

} // namespace attache::read
