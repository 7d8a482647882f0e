// Help as text, Markdown, a man page and shell completion, all from the command table.
#pragma once

#include "cli/command.h"

#include <iosfwd>

namespace attache::cli {

// `words`: nothing, a command, or one of --markdown --man --completion. Exit code 2 for an unknown command.
int help(std::span<char const* const> words, std::ostream& out, std::ostream& err);

} // namespace attache::cli
