// What the columns of a table mean, found by their names: English, Korean, and some Dutch, German and French.
#pragma once

#include "read/table.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace attache::read {

enum class Field : std::uint8_t {
  unknown,
  // of a person
  name,
  other_name,
  given,
  middle,
  family,
  suffix,
  nickname,
  email,
  phone,
  title,
  department,
  birthday,
  connected,
  // of anything
  id,
  url,
  organisation,
  city,
  country,
  address,
  note,
  // of a meeting
  date,
  end_date,
  official,
  official_id,
  counterpart,
  participants,
  subject,
  description,
  place,
  status,
  // of a calendar
  start_time,
  end_time,
  all_day,
  organiser,
  invited,
  privacy,
  busy,
  // of a company
  company,
  alias,
  sector,
  tier,
  domain,
  ticker,
  figure_kind,
  currency,
  amount,
  as_of,
  // of a relation
  relation,
  other,
  since
};

// What the rows of a table are.
// A calendar: entries that have a time or nobody but their subject.
enum class TableKind : std::uint8_t { none, people, meetings, companies, relations, calendar };

struct Column {
  Field field = Field::unknown;
  std::string header;   // as written, squeezed; "column 7" if it has none
  std::string figure;   // of Field::amount: "market_cap" if the header says so
  std::string currency; // of Field::amount: "USD" if the header says so
};

struct Header {
  TableKind kind = TableKind::none;
  char delimiter = ',';
  int line = 0; // of the header itself; rows before it are a preamble
  std::vector<Column> columns;
  std::vector<std::string> names; // the header row as values, to know it again further down
  [[nodiscard]] bool has(Field field) const;
};

// The meaning of one column name; Field::unknown if none is known.
Column column_of(std::string_view header_cell);
// The first row (of at most 40) whose names say most, under the delimiter that makes it say most. Empty if no row
// names columns that make a table of some kind.
std::optional<Header> find_header(std::string_view text);

} // namespace attache::read
