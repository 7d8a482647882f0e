// Files for commands: the only place of the command line that touches them.
#pragma once

#include "base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace attache::cli {

// The files at these paths; folders give the files below them, in order of path, without hidden ones, README and
// LICENSE. Fault::not_found for a path that does not exist.
Result<std::vector<std::string>> files_under(std::vector<std::string> const& paths);

// Fault::unavailable if it cannot be read.
Result<std::string> read_file(std::string const& path);
// Makes the folder, replaces the file. Fault::unavailable if it cannot be written.
Result<void> write_file(std::string const& folder, std::string const& name, std::string_view bytes);

std::string file_name(std::string const& path);
// Without folder and extension.
std::string stem(std::string const& path);

} // namespace attache::cli
