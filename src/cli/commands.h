// What each command runs; the table in commands.cpp names them.
#pragma once

#include "cli/command.h"

namespace attache::cli {

// office_commands.cpp
Result<void> init(Call const& call, office::Office const& office);
Result<void> add(Call const& call, office::Office const& office);
Result<void> find(Call const& call, office::Office const& office);
Result<void> read(Call const& call, office::Office const& office);
Result<void> review(Call const& call, office::Office const& office);
Result<void> journal(Call const& call, office::Office const& office);
Result<void> check(Call const& call, office::Office const& office);
Result<void> backup(Call const& call, office::Office const& office);
Result<void> restore(Call const& call, office::Office const& office);
Result<void> serve(Call const& call, office::Office const& office);
// identity_commands.cpp
Result<void> explain(Call const& call, office::Office const& office);
Result<void> split(Call const& call, office::Office const& office);
Result<void> train(Call const& call, office::Office const& office);
// network_commands.cpp
Result<void> today(Call const& call, office::Office const& office);
Result<void> ties(Call const& call, office::Office const& office);
Result<void> who(Call const& call, office::Office const& office);
Result<void> org(Call const& call, office::Office const& office);
Result<void> path(Call const& call, office::Office const& office);
Result<void> sources(Call const& call, office::Office const& office);
// view_commands.cpp
Result<void> coverage(Call const& call, office::Office const& office);
Result<void> landscape(Call const& call, office::Office const& office);
Result<void> fragility(Call const& call, office::Office const& office);
Result<void> ledger(Call const& call, office::Office const& office);
Result<void> diff(Call const& call, office::Office const& office);
Result<void> backtest(Call const& call, office::Office const& office);
// trip_commands.cpp
Result<void> plan(Call const& call, office::Office const& office);
Result<void> replan(Call const& call, office::Office const& office);
Result<void> close(Call const& call, office::Office const& office);
Result<void> book(Call const& call, office::Office const& office);
Result<void> recap(Call const& call, office::Office const& office);

// question_commands.cpp
Result<void> why_not(Call const& call, office::Office const& office);
Result<void> what_if(Call const& call, office::Office const& office);

} // namespace attache::cli
