// FollowTheMoney entities as JSON lines: people, organisations, what joins them, events.
#pragma once

#include "model/sink.h"

#include <string_view>

namespace attache::read {

// One entity a line. Person and the kinds of LegalEntity become people and organisations; Employment, Membership,
// Directorship become roles; Ownership and UnknownLink relations; Event and Email contacts. docs/formats/ftm.md has the
// table. Keys are "ftm:" and the entity's id. A line that is no entity, a link to an entity that the file does not
// have, and (once each) other schemata are rejected. The bytes are parsed twice: entities may stand behind what speaks
// of them. Fault::input if no line is an entity.
Result<void> ftm(std::string_view bytes, std::string_view name, Sink const& sink);

} // namespace attache::read
