// Views of the evidence: sources, claims, decisions, the journal, in the shapes of api/openapi.yaml.
#pragma once

#include "office/view.h"

#include <nlohmann/json_fwd.hpp>

namespace attache::office {

using Json = nlohmann::ordered_json;

// Everything that was read, the source read last first.
Result<Json> sources(Office const& office, At at);
// One source with its text if it is an article, and its claims by position. Fault::not_found.
Result<Json> source(Office const& office, SourceId id, std::size_t limit, At at);
// Fault::not_found.
Result<Json> claim(Office const& office, ClaimId id, At at);
// One decision. Fault::not_found.
Result<Json> decision(Office const& office, DecisionId id, At at);
// Decisions about identity, the newest first.
Result<Json> decisions(Office const& office, std::size_t limit, At at);
// Changes, the newest first.
Result<Json> journal(Office const& office, std::size_t limit);

} // namespace attache::office
