// vCard 2.1, 3.0 and 4.0 (RFC 2426, RFC 6350): address books to people, organisations and roles.
#pragma once

#include "model/sink.h"

#include <string_view>

namespace attache::read {

// Every card of `bytes` (any charset), called `name`, as a record with claims; docs/formats/vcard.md says what becomes
// of each property. Cards and lines that cannot be read are rejected singly.
// Fault::input if there is no card at all; the sink's errors otherwise.
Result<void> vcard(std::string_view bytes, std::string_view name, Sink const& sink);

} // namespace attache::read
