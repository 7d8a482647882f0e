#include "keep/sqlite/database.h"

#include <array>
#include <fmt/format.h>
#include <sqlite3.h>

namespace attache::keep::sqlite {
namespace {

constexpr int busy_milliseconds = 5000;

struct Meaning {
  int code;
  Fault fault;
  std::string_view what, hint;
};

constexpr std::array meanings = std::to_array<Meaning>({
    {SQLITE_BUSY, Fault::unavailable, "another program is writing to it", "try again when it has finished"},
    {SQLITE_LOCKED, Fault::unavailable, "it is locked", "try again"},
    {SQLITE_FULL, Fault::unavailable, "the disk is full", "free some space; nothing was changed"},
    {SQLITE_READONLY, Fault::unavailable, "it cannot be written", "look at the permissions of the file and its folder"},
    {SQLITE_PERM, Fault::unavailable, "access is refused", "look at the permissions of the file and its folder"},
    {SQLITE_CANTOPEN, Fault::unavailable, "it cannot be opened",
     "look at the path and at the permissions of the file and its folder"},
    {SQLITE_IOERR, Fault::unavailable, "the disk failed to read or write",
     "look at the disk, then run 'attache check'"},
    {SQLITE_CORRUPT, Fault::unavailable, "the file is damaged", "bring back a backup with 'attache restore'"},
    {SQLITE_NOTADB, Fault::input, "it is not an attache office", "name a file that 'attache init' made"},
    {SQLITE_CONSTRAINT, Fault::internal, "a rule of the office file is broken", ""},
});

Error error_of(sqlite3* handle, std::string const& path) {
  auto const code = sqlite3_extended_errcode(handle);
  for (auto const& meaning : meanings)
    if (meaning.code == (code & 0xff))
      return {.fault = code == SQLITE_CONSTRAINT_UNIQUE ? Fault::conflict : meaning.fault,
              .what = fmt::format("{}: {} ({})", path, meaning.what, sqlite3_errmsg(handle)),
              .hint = std::string{meaning.hint}};
  return {.fault = Fault::internal, .what = fmt::format("{}: {} (sqlite {})", path, sqlite3_errmsg(handle), code)};
}

int flags_of(Access access) {
  switch (access) {
  case Access::read_only: return SQLITE_OPEN_READONLY;
  case Access::create: return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  case Access::existing: break;
  }
  return SQLITE_OPEN_READWRITE;
}

std::string_view path_of(sqlite3* handle) {
  auto const* name = sqlite3_db_filename(handle, "main");
  return name == nullptr ? "" : name;
}

auto failed(sqlite3* handle) { return tl::unexpected(error_of(handle, std::string{path_of(handle)})); }

} // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Result<bool> Statement::step() {
  auto const code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW)
    return true;
  if (code == SQLITE_DONE)
    return false;
  return failed(sqlite3_db_handle(statement_.get()));
}

void Statement::reset() { sqlite3_reset(statement_.get()); }

bool Statement::null(int column) const { return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL; }
std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(statement_.get(), column); }
double Statement::real(int column) const { return sqlite3_column_double(statement_.get(), column); }
std::string_view Statement::view(int column) const {
  auto const* bytes = static_cast<char const*>(sqlite3_column_blob(statement_.get(), column));
  auto const size = sqlite3_column_bytes(statement_.get(), column);
  return bytes == nullptr ? std::string_view{} : std::string_view{bytes, static_cast<std::size_t>(size)};
}

void Statement::bind(int index, std::int64_t value) { sqlite3_bind_int64(statement_.get(), index, value); }
void Statement::bind(int index, double value) { sqlite3_bind_double(statement_.get(), index, value); }
void Statement::bind(int index, Bytes value) {
  sqlite3_bind_blob64(statement_.get(), index, value.value.empty() ? "" : value.value.data(), value.value.size(),
                      SQLITE_STATIC);
}

void Statement::bind(int index, std::string_view value) {
  // An empty view may have no address, which would bind NULL.
  sqlite3_bind_text64(statement_.get(), index, value.empty() ? "" : value.data(), value.size(), SQLITE_STATIC,
                      SQLITE_UTF8);
}
void Statement::bind(int index, std::optional<std::int64_t> value) {
  if (value)
    bind(index, *value);
  else
    sqlite3_bind_null(statement_.get(), index);
}

Result<void> Statement::bound(int count) {
  if (count == sqlite3_bind_parameter_count(statement_.get()))
    return {};
  return fail(Fault::internal, fmt::format("{} values for: {}", count, sqlite3_sql(statement_.get())));
}

void Database::Close::operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }

Result<Database> Database::open(std::string const& path, Access access) {
  Database database;
  database.path_ = path;
  sqlite3* handle = nullptr;
  auto const code = sqlite3_open_v2(path.c_str(), &handle, flags_of(access) | SQLITE_OPEN_NOMUTEX, nullptr);
  database.handle_.reset(handle);
  if (code != SQLITE_OK)
    return tl::unexpected(error_of(handle, path));
  sqlite3_extended_result_codes(handle, 1);
  sqlite3_busy_timeout(handle, busy_milliseconds);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  TRY(database.run("PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;"
                   "PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -32768;"
                   "PRAGMA journal_size_limit = 67108864"));
  return database;
}

Result<Statement> Database::prepare(std::string_view sql) {
  Statement statement;
  sqlite3_stmt* raw = nullptr;
  if (sqlite3_prepare_v3(handle_.get(), sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &raw,
                         nullptr) != SQLITE_OK)
    return failed(handle_.get());
  statement.statement_.reset(raw);
  return statement;
}

Result<void> Database::run(std::string const& sql) {
  if (sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
    return failed(handle_.get());
  return {};
}

Result<std::int64_t> Database::integer(std::string_view sql) {
  auto statement = TRY(prepare(sql));
  return TRY(statement.step()) ? statement.integer(0) : 0;
}

Result<std::string> Database::text(std::string_view sql) {
  auto statement = TRY(prepare(sql));
  return TRY(statement.step()) ? statement.text(0) : std::string{};
}

Result<void> Database::copy_to(Database& to) {
  auto* const backup = sqlite3_backup_init(to.handle_.get(), "main", handle_.get(), "main");
  if (backup == nullptr)
    return failed(to.handle_.get());
  auto const stepped = sqlite3_backup_step(backup, -1);
  auto const finished = sqlite3_backup_finish(backup);
  if (stepped == SQLITE_BUSY || stepped == SQLITE_LOCKED)
    return fail(Fault::unavailable, fmt::format("{}: another program is using it", to.path_), {}, "try again");
  if (stepped != SQLITE_DONE || finished != SQLITE_OK)
    return failed(to.handle_.get());
  return {};
}

bool Database::in_transaction() const { return sqlite3_get_autocommit(handle_.get()) == 0; }

Result<Transaction> Transaction::read(Database& database) {
  TRY(database.run("BEGIN"));
  return Transaction{database};
}

Result<Transaction> Transaction::write(Database& database) {
  TRY(database.run("BEGIN IMMEDIATE"));
  return Transaction{database};
}

Transaction::~Transaction() {
  // Some errors (a full disk) have already rolled back; then there is nothing to do.
  if (database_ != nullptr && database_->in_transaction())
    static_cast<void>(database_->run("ROLLBACK").has_value());
}

Result<void> Transaction::commit() {
  TRY(database_->run("COMMIT"));
  database_ = nullptr;
  return {};
}

} // namespace attache::keep::sqlite
