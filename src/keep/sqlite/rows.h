// What the columns of an office file mean: numbers to times and enumerators, and the answer when they mean nothing.
#pragma once

#include "keep/sqlite/database.h"
#include "model/claim.h"

#include <limits>

namespace attache::keep::sqlite {

// As Reader::claim_of reads them.
inline constexpr std::string_view claim_columns =
    "id, subject, property, object, value, locator, span_begin, span_end, quote, voice, said_by, cue, hedged, realis, "
    "from_at, from_precision, to_at, to_precision, zone, confidence, derived, status";

// Columns that are looked at before a claim is built.
inline constexpr int id_column = 0, property_column = 2, status_column = 21;

// The last numbers given, in rows or in packs.
inline constexpr std::string_view greatest_claim =
    "SELECT max((SELECT ifnull(max(id), 0) FROM claim), "
    "ifnull((SELECT first_claim + claims - 1 FROM claim_pack ORDER BY first_claim DESC LIMIT 1), 0))";
inline constexpr std::string_view greatest_record =
    "SELECT max((SELECT ifnull(max(id), 0) FROM record), "
    "ifnull((SELECT first_record + records - 1 FROM record_pack ORDER BY first_record DESC LIMIT 1), 0))";

inline constexpr std::int64_t no_end = std::numeric_limits<std::int64_t>::max();

inline Instant instant(std::int64_t seconds) { return Instant{std::chrono::seconds{seconds}}; }
inline std::int64_t seconds(Instant at) { return at.time_since_epoch().count(); }

// The enumerator in a column; notes a number that no enumerator has, which only damage explains.
template <class Enum>
Enum code(Statement const& row, int column, Enum last, bool& sound) {
  auto const value = row.integer(column);
  sound = sound && value >= 0 && value <= static_cast<std::int64_t>(last);
  return static_cast<Enum>(value);
}

inline Moment moment(Statement const& row, int column, bool& sound) {
  return {.at = instant(row.integer(column)), .precision = code(row, column + 1, Precision::minute, sound)};
}

inline auto damaged(Database const& database, std::string_view what, std::int64_t id) {
  return fail(Fault::unavailable, database.path() + ": " + std::string{what} + " " + std::to_string(id) + " is damaged",
              {}, "bring back a backup with 'attache restore'");
}

} // namespace attache::keep::sqlite
