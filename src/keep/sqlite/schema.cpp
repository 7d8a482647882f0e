#include "keep/sqlite/schema.h"

#include <filesystem>
#include <fmt/format.h>

namespace attache::keep::sqlite {
namespace {

// docs/store.md explains each column.
constexpr std::string_view first = R"sql(
CREATE TABLE change (
  id        INTEGER PRIMARY KEY,
  what      TEXT NOT NULL,
  asked_by  TEXT NOT NULL,
  at        INTEGER NOT NULL,
  sources   INTEGER NOT NULL DEFAULT 0,
  records   INTEGER NOT NULL DEFAULT 0,
  claims    INTEGER NOT NULL DEFAULT 0,
  statuses  INTEGER NOT NULL DEFAULT 0,
  decisions INTEGER NOT NULL DEFAULT 0,
  digest    TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE source (
  id                  INTEGER PRIMARY KEY,
  change_id           INTEGER NOT NULL REFERENCES change,
  first_record        INTEGER NOT NULL,
  first_claim         INTEGER NOT NULL,
  hash                TEXT NOT NULL UNIQUE CHECK (hash <> ''),
  kind                TEXT NOT NULL,
  name                TEXT NOT NULL,
  feed                TEXT NOT NULL,
  title               TEXT NOT NULL,
  publisher           TEXT NOT NULL,
  published_at        INTEGER NOT NULL,
  published_precision INTEGER NOT NULL CHECK (published_precision BETWEEN 0 AND 4),
  text                TEXT NOT NULL
) STRICT;
CREATE INDEX source_change ON source (change_id);

CREATE TABLE record (
  id        INTEGER PRIMARY KEY,
  source_id INTEGER NOT NULL REFERENCES source,
  kind      INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 4),
  key       TEXT NOT NULL,
  UNIQUE (source_id, key)
) STRICT;

CREATE TABLE word (
  id   INTEGER PRIMARY KEY,
  text TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE claim (
  id             INTEGER PRIMARY KEY,
  subject        INTEGER NOT NULL REFERENCES record,
  property       INTEGER NOT NULL REFERENCES word,
  object         INTEGER REFERENCES record,
  value          TEXT NOT NULL,
  locator        TEXT NOT NULL,
  span_begin     INTEGER NOT NULL,
  span_end       INTEGER NOT NULL,
  quote          TEXT NOT NULL,
  voice          INTEGER NOT NULL CHECK (voice BETWEEN 0 AND 5),
  said_by        INTEGER REFERENCES word,
  cue            INTEGER REFERENCES word,
  hedged         INTEGER NOT NULL CHECK (hedged BETWEEN 0 AND 1),
  realis         INTEGER NOT NULL CHECK (realis BETWEEN 0 AND 6),
  from_at        INTEGER NOT NULL,
  from_precision INTEGER NOT NULL CHECK (from_precision BETWEEN 0 AND 4),
  to_at          INTEGER NOT NULL,
  to_precision   INTEGER NOT NULL CHECK (to_precision BETWEEN 0 AND 4),
  zone           INTEGER REFERENCES word,
  confidence     REAL NOT NULL,
  derived        INTEGER NOT NULL CHECK (derived BETWEEN 0 AND 1),
  status         INTEGER NOT NULL CHECK (status BETWEEN 0 AND 3)
) STRICT;
CREATE INDEX claim_subject ON claim (subject);
CREATE INDEX claim_proposed ON claim (id) WHERE status = 0;

CREATE TABLE rejected (
  source_id INTEGER NOT NULL REFERENCES source,
  position  INTEGER NOT NULL,
  place     TEXT NOT NULL,
  reason    TEXT NOT NULL,
  hint      TEXT NOT NULL,
  PRIMARY KEY (source_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE status_change (
  change_id INTEGER NOT NULL REFERENCES change,
  position  INTEGER NOT NULL,
  claim_id  INTEGER NOT NULL REFERENCES claim,
  status    INTEGER NOT NULL CHECK (status BETWEEN 0 AND 3),
  why       TEXT NOT NULL,
  PRIMARY KEY (change_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE current_status (
  claim_id INTEGER PRIMARY KEY REFERENCES claim,
  status   INTEGER NOT NULL CHECK (status BETWEEN 0 AND 3)
) STRICT;

CREATE TABLE decision (
  id          INTEGER PRIMARY KEY,
  change_id   INTEGER NOT NULL REFERENCES change,
  a           INTEGER NOT NULL REFERENCES record,
  b           INTEGER NOT NULL REFERENCES record,
  verdict     INTEGER NOT NULL CHECK (verdict BETWEEN 0 AND 2),
  decided_by  TEXT NOT NULL,
  why         TEXT NOT NULL,
  probability REAL NOT NULL,
  undoes      INTEGER REFERENCES decision,
  CHECK (a < b)
) STRICT;
CREATE INDEX decision_change ON decision (change_id);

CREATE TABLE reason (
  decision_id INTEGER NOT NULL REFERENCES decision,
  position    INTEGER NOT NULL,
  field       TEXT NOT NULL,
  detail      TEXT NOT NULL,
  bits        REAL NOT NULL,
  PRIMARY KEY (decision_id, position)
) STRICT, WITHOUT ROWID;
)sql";

// Decisions about parents, subsidiaries and former names, with their time, and decisions that are parts of one act.
// A check cannot be changed in place.
constexpr std::string_view second = R"sql(
CREATE TABLE decision_2 (
  id             INTEGER PRIMARY KEY,
  change_id      INTEGER NOT NULL REFERENCES change,
  a              INTEGER NOT NULL REFERENCES record,
  b              INTEGER NOT NULL REFERENCES record,
  verdict        INTEGER NOT NULL CHECK (verdict BETWEEN 0 AND 6),
  decided_by     TEXT NOT NULL,
  why            TEXT NOT NULL,
  probability    REAL NOT NULL,
  undoes         INTEGER REFERENCES decision,
  from_at        INTEGER NOT NULL,
  from_precision INTEGER NOT NULL CHECK (from_precision BETWEEN 0 AND 4),
  to_at          INTEGER NOT NULL,
  to_precision   INTEGER NOT NULL CHECK (to_precision BETWEEN 0 AND 4),
  part_of        INTEGER REFERENCES decision,
  CHECK (a < b)
) STRICT;
INSERT INTO decision_2
  SELECT id, change_id, a, b, verdict, decided_by, why, probability, undoes, 0, 0, 0, 0, NULL FROM decision;
DROP TABLE decision;
ALTER TABLE decision_2 RENAME TO decision;
CREATE INDEX decision_change ON decision (change_id);
)sql";

// Large sources as packs (pack.h). What may name a packed record or claim can refer to no row any more: that it exists
// is found by the replay of the journal.
constexpr std::string_view third = R"sql(
CREATE TABLE record_pack (
  first_record INTEGER PRIMARY KEY,
  records      INTEGER NOT NULL CHECK (records > 0),
  source_id    INTEGER NOT NULL REFERENCES source,
  bytes        BLOB NOT NULL
) STRICT;
CREATE INDEX record_pack_source ON record_pack (source_id);

CREATE TABLE claim_pack (
  first_claim      INTEGER PRIMARY KEY,
  claims           INTEGER NOT NULL CHECK (claims > 0),
  least_subject    INTEGER NOT NULL,
  greatest_subject INTEGER NOT NULL,
  proposed         INTEGER NOT NULL,
  texts            BLOB NOT NULL,
  bytes            BLOB NOT NULL
) STRICT;
CREATE TABLE claim_pack_subject (
  subject     INTEGER NOT NULL,
  first_claim INTEGER NOT NULL REFERENCES claim_pack,
  PRIMARY KEY (subject, first_claim)
) STRICT, WITHOUT ROWID;

CREATE TABLE claim_3 (
  id             INTEGER PRIMARY KEY,
  subject        INTEGER NOT NULL,
  property       INTEGER NOT NULL REFERENCES word,
  object         INTEGER,
  value          TEXT NOT NULL,
  locator        TEXT NOT NULL,
  span_begin     INTEGER NOT NULL,
  span_end       INTEGER NOT NULL,
  quote          TEXT NOT NULL,
  voice          INTEGER NOT NULL CHECK (voice BETWEEN 0 AND 5),
  said_by        INTEGER REFERENCES word,
  cue            INTEGER REFERENCES word,
  hedged         INTEGER NOT NULL CHECK (hedged BETWEEN 0 AND 1),
  realis         INTEGER NOT NULL CHECK (realis BETWEEN 0 AND 6),
  from_at        INTEGER NOT NULL,
  from_precision INTEGER NOT NULL CHECK (from_precision BETWEEN 0 AND 4),
  to_at          INTEGER NOT NULL,
  to_precision   INTEGER NOT NULL CHECK (to_precision BETWEEN 0 AND 4),
  zone           INTEGER REFERENCES word,
  confidence     REAL NOT NULL,
  derived        INTEGER NOT NULL CHECK (derived BETWEEN 0 AND 1),
  status         INTEGER NOT NULL CHECK (status BETWEEN 0 AND 3)
) STRICT;
INSERT INTO claim_3 SELECT * FROM claim;
DROP TABLE claim;
ALTER TABLE claim_3 RENAME TO claim;
CREATE INDEX claim_subject ON claim (subject);
CREATE INDEX claim_proposed ON claim (id) WHERE status = 0;

CREATE TABLE status_change_3 (
  change_id INTEGER NOT NULL REFERENCES change,
  position  INTEGER NOT NULL,
  claim_id  INTEGER NOT NULL,
  status    INTEGER NOT NULL CHECK (status BETWEEN 0 AND 3),
  why       TEXT NOT NULL,
  PRIMARY KEY (change_id, position)
) STRICT, WITHOUT ROWID;
INSERT INTO status_change_3 SELECT * FROM status_change;
DROP TABLE status_change;
ALTER TABLE status_change_3 RENAME TO status_change;

CREATE TABLE current_status_3 (
  claim_id INTEGER PRIMARY KEY,
  status   INTEGER NOT NULL CHECK (status BETWEEN 0 AND 3)
) STRICT;
INSERT INTO current_status_3 SELECT * FROM current_status;
DROP TABLE current_status;
ALTER TABLE current_status_3 RENAME TO current_status;

CREATE TABLE decision_3 (
  id             INTEGER PRIMARY KEY,
  change_id      INTEGER NOT NULL REFERENCES change,
  a              INTEGER NOT NULL,
  b              INTEGER NOT NULL,
  verdict        INTEGER NOT NULL CHECK (verdict BETWEEN 0 AND 6),
  decided_by     TEXT NOT NULL,
  why            TEXT NOT NULL,
  probability    REAL NOT NULL,
  undoes         INTEGER REFERENCES decision,
  from_at        INTEGER NOT NULL,
  from_precision INTEGER NOT NULL CHECK (from_precision BETWEEN 0 AND 4),
  to_at          INTEGER NOT NULL,
  to_precision   INTEGER NOT NULL CHECK (to_precision BETWEEN 0 AND 4),
  part_of        INTEGER REFERENCES decision,
  CHECK (a < b)
) STRICT;
INSERT INTO decision_3 SELECT * FROM decision;
DROP TABLE decision;
ALTER TABLE decision_3 RENAME TO decision;
CREATE INDEX decision_change ON decision (change_id);
)sql";

// Append-only for every program that opens the file, not only for ours. A change is closed once, by its digest.
std::string append_only(std::initializer_list<std::string_view> tables) {
  std::string sql;
  for (auto const table : tables) {
    sql += fmt::format("CREATE TRIGGER {0}_stays BEFORE DELETE ON {0} BEGIN SELECT RAISE(ABORT, '{0} is append-only'); "
                       "END;\n",
                       table);
    sql += fmt::format("CREATE TRIGGER {0}_is_fixed BEFORE UPDATE ON {0} {1}BEGIN SELECT RAISE(ABORT, '{0} is "
                       "append-only'); END;\n",
                       table, table == "change" ? "WHEN OLD.digest <> '' " : "");
  }
  return sql;
}

// Beside the file, under a name that tells the version; never a half-written one.
Result<void> copy_before(Database& database, std::int64_t version) {
  auto const copy = fmt::format("{}.v{}", database.path(), version);
  auto const part = copy + ".part";
  std::error_code error;
  std::filesystem::remove(part, error);
  auto statement = TRY(database.prepare("VACUUM INTO ?"));
  TRY(statement.run(std::string_view{part}));
  std::filesystem::rename(part, copy, error);
  if (error)
    return fail(Fault::unavailable, fmt::format("{} cannot be written: {}", copy, error.message()));
  return {};
}

Result<void> apply(Database& database, std::span<Migration const> known) {
  auto transaction = TRY(Transaction::write(database));
  auto const version = TRY(database.integer("PRAGMA user_version")); // another program may have been faster
  for (auto const& migration : known)
    if (migration.version > version) {
      TRY(database.run(migration.sql));
      TRY(database.run(fmt::format("PRAGMA user_version = {}", migration.version)));
    }
  if (auto const broken = TRY(database.text("SELECT \"table\" FROM pragma_foreign_key_check")); !broken.empty())
    return fail(Fault::internal, fmt::format("{}: a migration left dangling rows in {}", database.path(), broken));
  return transaction.commit();
}

} // namespace

std::vector<Migration> migrations() {
  return {{.version = 1,
           .sql = std::string{first} + append_only({"change", "source", "record", "word", "claim", "rejected",
                                                    "status_change", "decision", "reason"})},
          {.version = 2, .sql = std::string{second} + append_only({"decision"})},
          {.version = 3,
           .sql = std::string{third} + append_only({"record_pack", "claim_pack", "claim_pack_subject", "claim",
                                                    "status_change", "decision"})}};
}

Result<void> recognise(Database& database, std::span<Migration const> known) {
  auto const id = TRY(database.integer("PRAGMA application_id"));
  auto const version = TRY(database.integer("PRAGMA user_version"));
  if (id != application_id || version < 1)
    return fail(Fault::input, fmt::format("{} is not an attache office", database.path()), {},
                "name a file that 'attache init' made");
  if (version > known.back().version)
    return fail(Fault::input,
                fmt::format("{} was written by a newer attache (format {}, this one knows {})", database.path(),
                            version, known.back().version),
                {}, "update attache");
  return {};
}

Result<void> migrate(Database& database, std::span<Migration const> known) {
  auto const version = TRY(database.integer("PRAGMA user_version"));
  if (version >= known.back().version)
    return {};
  if (version > 0)
    TRY(copy_before(database, version));
  // Rebuilding a table needs them off, and they cannot be switched inside a transaction.
  TRY(database.run("PRAGMA foreign_keys = OFF"));
  auto const applied = apply(database, known);
  TRY(database.run("PRAGMA foreign_keys = ON"));
  return applied;
}

} // namespace attache::keep::sqlite
