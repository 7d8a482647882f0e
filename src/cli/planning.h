// What the commands that plan share: how long they try, what a terminal shows meanwhile, the documents at the end.
#pragma once

#include "cli/command.h"
#include "office/trips.h"

namespace attache::cli {

// By --seconds and --gap. The clock is read here, not in the planner.
Result<go::Effort> effort(Call const& call);
// One line on stderr of a terminal that says value, bound and gap; cleared by done().
go::Progress progress(Call const& call);
void done(Call const& call);

// Where --out says, else a folder with the trip's id.
std::string folder(Call const& call, std::string const& trip);
// Writes every document of the trip and says so.
Result<void> write_documents(Call const& call, office::Office const& office, std::string const& trip);

} // namespace attache::cli
