// iCalendar (RFC 5545) and vCalendar 1.0: events to contacts and the people who took part.
#pragma once

#include "model/sink.h"
#include "read/guests.h"

#include <string>
#include <string_view>

namespace attache::read {

// Every event of `bytes` (any charset), called `name`, as a contact; each occurrence of a repeating one up to and on
// `expand_until` as its own. docs/formats/icalendar.md says what becomes of each property; descriptions are not kept.
// Where an event invites nobody, `find_guests` reads its title, if there is such a function; whose calendar it is
// becomes the record `owner_key`, called `owner`. Fault::input if there is neither a calendar nor an event; the sink's
// errors otherwise.
Result<void> icalendar(std::string_view bytes, std::string_view name, Day expand_until, Sink const& sink,
                       OfTitles const& titles = {});

} // namespace attache::read
