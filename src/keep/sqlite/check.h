// What `attache check` tests in an office file.
#pragma once

#include "keep/sqlite/reader.h"

namespace attache::keep::sqlite {

// SQLite's own integrity and foreign keys, the schema, then the whole journal replayed. One sentence for each breach.
Result<std::vector<std::string>> check(Database& database, Reader& reader);

} // namespace attache::keep::sqlite
