// The review queue on a terminal: questions with their reasons, and the verdicts given by words.
#pragma once

#include "cli/command.h"

#include <nlohmann/json_fwd.hpp>

namespace attache::cli {

using Json = nlohmann::ordered_json;

Result<void> show_queue(Call const& call, Json const& review);
void show_question(std::ostream& out, Json const& question);
// The question, and the decisions that make both one or keep them apart.
void show_why(std::ostream& out, Json const& why);
// One decision just taken, and how it is taken back.
Result<void> tell_decision(Call const& call, Json const& decision);
Result<void> show_decisions(Call const& call, Json const& decisions);
// accept|reject|reopen CLAIM..., same|different|parent-of|former-name ... A B, undo DECISION.
Result<void> review_act(Call const& call, office::Office const& office);
// --claims-from, --same-from.
Result<void> review_by_rule(Call const& call, office::Office const& office);

} // namespace attache::cli
