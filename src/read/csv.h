// Tables: address lists, calendars, registers of meetings, companies and relations. Columns are found by their names.
#pragma once

#include "model/sink.h"
#include "read/guests.h"

#include <string_view>

namespace attache::read {

// Reads an export of LinkedIn, Google, Outlook or HubSpot, or any table with a row of column names that attache knows,
// in any order, delimiter (, ; tab |) and charset (UTF-8, UTF-16, CP949, Windows-1252). `name`: the file's, for
// messages. Unknown columns become "x:HEADER". A row that cannot be used is a Rejected; Fault::input only if no row
// names columns. Keys stay the same across exports: id, e-mail or url, else name and organisation, else the content.
// The titles of a calendar are read as those of icalendar().
Result<void> csv(std::string_view bytes, std::string_view name, Sink const& sink, OfTitles const& titles = {});

} // namespace attache::read
