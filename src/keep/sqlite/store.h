// The office file: one SQLite database (docs/store.md), safe to kill at any moment.
#pragma once

#include "keep/store.h"

namespace attache::keep::sqlite {

// A new, empty office. Fault::conflict if `path` exists, unavailable if it cannot be written.
Result<std::unique_ptr<Store>> create(std::string const& path);

// An office that exists; an older format is brought up to date after a copy (PATH.vN) beside it.
// Fault::not_found if there is no file, input if it is not an office or from a newer attache, unavailable if it cannot
// be read or written or is damaged.
Result<std::unique_ptr<Store>> open(std::string const& path);

// Puts a tested copy of `backup` in the place of `path`, all or nothing, also while others have it open. What was there
// is kept as PATH.before-restore (-2, -3 ...), whose name is returned; empty if there was nothing.
// Fault::input if the backup is not an office, or check() finds anything broken in it.
Result<std::string> restore(std::string const& backup, std::string const& path);

} // namespace attache::keep::sqlite
