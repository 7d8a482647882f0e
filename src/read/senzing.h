// Senzing records as JSON, in lines or as one list: people and organisations with several names, addresses and numbers.
#pragma once

#include "model/sink.h"

#include <string_view>

namespace attache::read {

// One record an object, with DATA_SOURCE and RECORD_ID: attributes in FEATURES, in lists of any name, or flat with a
// usage before them ("HOME_PHONE_NUMBER"). docs/formats/senzing.md has the table. Keys are "senzing:SOURCE:ID". The
// bytes are parsed twice: anchors may stand behind what points at them. A broken line, a second record of one id and a
// record that says nothing are rejected. Fault::input if no object is a record.
Result<void> senzing(std::string_view bytes, std::string_view name, Sink const& sink);

} // namespace attache::read
