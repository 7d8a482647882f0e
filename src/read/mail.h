// Mail headers (RFC 5322, RFC 2047; mbox or single messages): who wrote to whom, when, under which subject.
#pragma once

#include "model/sink.h"

#include <string_view>

namespace attache::read {

// Every message of `bytes` (an mbox, or one .eml), called `name`, as a contact of kind message; its sender is the first
// participant. Bodies are passed over unread. A message without a date, a copy of one read before (same Message-ID) and
// what machines send is rejected singly; docs/formats/mail.md has the rules. Evidence counts bytes of the file.
// Fault::input if there is no header block at all; the sink's errors otherwise.
Result<void> mail(std::string_view bytes, std::string_view name, Sink const& sink);

} // namespace attache::read
