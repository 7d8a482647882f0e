// Reads the titles of calendar entries with the grammar of names that articles are read with.
#pragma once

#include "read/article/known.h"
#include "read/guests.h"

namespace attache::read {

// A reader of titles, English or Korean, for an office that knows these names; `known.owner` are the names of whose
// calendar it is. Entries that are no meetings (birthdays, leave, flights) name nobody. docs/formats/icalendar.md has
// the rules. O(length of the title) each, whatever the office knows.
FindGuests title_reader(Known known);

} // namespace attache::read
