// Office files as wholes: made, copied and put in place without ever showing a half-written one.
#pragma once

#include "keep/sqlite/database.h"

namespace attache::keep::sqlite {

// A consistent copy of `database`, which stays in use. Fault::unavailable if `path` exists or cannot be written.
Result<void> copy_to_new_file(Database& database, std::string const& path);

} // namespace attache::keep::sqlite
