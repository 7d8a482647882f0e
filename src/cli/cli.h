// The command line: arguments in, text or JSON out, an exit code; no decisions of its own.
#pragma once

#include "cli/command.h"

#include <iosfwd>

namespace attache::cli {

// Exit codes: 0 done, 1 nothing found or infeasible, 2 bad input, 3 store unavailable, 4 internal.
int run(std::span<char const* const> arguments, World const& world, std::ostream& out, std::ostream& err);

} // namespace attache::cli
