// The tables of an office file, its numbered migrations, and the refusal of files that are not one.
#pragma once

#include "keep/sqlite/database.h"

#include <span>
#include <vector>

namespace attache::keep::sqlite {

inline constexpr std::int64_t application_id = 0x41544348; // "ATCH"

// Leads from version - 1 to version. Forward only; never edited once released.
struct Migration {
  std::int64_t version;
  std::string sql;
};
std::vector<Migration> migrations();

// Fault::input if the file is not an office, or from a newer attache than the last of `known`.
Result<void> recognise(Database& database, std::span<Migration const> known);

// Applies what is missing of `known`, in one transaction. A file that already has a version is copied first, beside
// itself, to PATH.vN (N: the version it had); that copy is left there.
Result<void> migrate(Database& database, std::span<Migration const> known);

} // namespace attache::keep::sqlite
