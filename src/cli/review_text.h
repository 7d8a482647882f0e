// The review queue on a terminal: questions with their reasons, and the verdicts given by words.
#pragma once

#include "cli/command.h"

#include <nlohmann/json_fwd.hpp>

namespace attache::cli {

using Json = nlohmann::ordered_json;

Result<void> show_queue(Call const& call, Json const& review);
void show_question(std::ostream& out, Json const& question);
Result<void> show_decisions(Call const& call, Json const& decisions);
// accept|reject|reopen CLAIM..., same|different|unsure A B, undo DECISION.
Result<void> review_act(Call const& call, office::Office const& office);
// --claims-from, --same-from.
Result<void> review_by_rule(Call const& call, office::Office const& office);

} // namespace attache::cli
