// iCalendar (RFC 5545) and vCalendar 1.0: events to contacts and the people who took part.
#pragma once

#include "model/sink.h"

#include <string_view>

namespace attache::read {

// Every event of `bytes` (any charset), called `name`, as a contact; each occurrence of a repeating one up to and on
// `expand_until` as its own. docs/formats/icalendar.md says what becomes of each property; descriptions are not kept.
// Fault::input if there is neither a calendar nor an event; the sink's errors otherwise.
Result<void> icalendar(std::string_view bytes, std::string_view name, Day expand_until, Sink const& sink);

} // namespace attache::read
