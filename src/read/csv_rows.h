// What the readers of people, meetings, companies and relations share: one row by the meaning of its cells.
#pragma once

#include "read/csv_batch.h"
#include "read/csv_header.h"
#include "read/csv_values.h"
#include "read/icalendar_event.h"

namespace attache::read {

// The non-empty cells of one row.
class Cells {
public:
  struct Cell {
    Column const* column = nullptr;
    std::string text;
  };
  void load(Row const& row, Header const& header);
  [[nodiscard]] int line() const { return line_; }
  [[nodiscard]] std::vector<Cell> const& all() const { return cells_; }
  // The first cell of that meaning; empty if there is none.
  [[nodiscard]] std::string_view first(Field field) const;
  [[nodiscard]] Cell const* find(Field field) const;

private:
  int line_ = 0;
  std::vector<Cell> cells_;
};

// A table while it is read.
struct Table {
  Header const& header;
  DayOrder order = DayOrder::unknown;
  BatchWriter& out;
  std::vector<Event> events = {}; // of a calendar
};

// Each reads one row into table.out.
void read_person(Cells const& cells, Table& table);
void read_meeting(Cells const& cells, Table& table);
void read_company(Cells const& cells, Table& table);
void read_relation(Cells const& cells, Table& table);
// An entry of a calendar, into table.events.
void read_entry(Cells const& cells, Table& table);

// The claim "x:HEADER" for a cell that means nothing to attache.
void keep_unknown(Cells::Cell const& cell, RecordId subject, int line, BatchWriter& out);
// "customer of", "고객" ... as a property of the vocabulary; empty if it is no relation.
std::string_view relation_property(std::string_view word);
// The record's key: id, e-mail or url column where the row has one; empty otherwise.
std::string own_key(Cells const& cells);

} // namespace attache::read
