#include "read/csv.h"

#include "read/calendar_contacts.h"
#include "read/csv_rows.h"

#include <algorithm>
#include <fmt/format.h>

namespace attache::read {
namespace {

constexpr auto sample_rows = 5000;

struct Dates {
  DayOrder order = DayOrder::unknown;
  std::string unclear; // a date that can be read both ways, if none says which
  int line = 0;
};

bool is_date(Field field) {
  using enum Field;
  return field == date || field == end_date || field == connected || field == as_of || field == since ||
         field == birthday;
}

// Day or month first: what the first rows say.
Dates judge_dates(std::string_view text, Header const& header) {
  RowScanner rows{text, header.delimiter};
  Row row;
  Dates dates;
  auto day_first = 0;
  auto month_first = 0;
  for (auto i = 0; i < sample_rows && rows.next(row); ++i)
    for (std::size_t c = 0; row.line > header.line && c < header.columns.size(); ++c) {
      if (!is_date(header.columns[c].field))
        continue;
      auto const shown = order_shown(row.cell(c));
      day_first += shown == DayOrder::day_first ? 1 : 0;
      month_first += shown == DayOrder::month_first ? 1 : 0;
      if (dates.unclear.empty() && ambiguous_date(row.cell(c))) {
        dates.unclear = row.cell(c);
        dates.line = row.line;
      }
    }
  if (day_first + month_first > 0) {
    dates.order = month_first > day_first ? DayOrder::month_first : DayOrder::day_first;
    dates.unclear.clear();
  }
  return dates;
}

bool repeats_header(Row const& row, Header const& header) {
  return row.cells.size() == header.names.size() &&
         std::ranges::equal(row.cells, header.names,
                            [](auto cell, auto const& name) { return cell_text(cell) == name; });
}

// False, with a Rejected, if the row does not fit its header.
bool fits(Row const& row, Header const& header, BatchWriter& out) {
  if (row.unclosed) {
    out.reject(row.line, "a quotation mark is opened and never closed",
               "close it, or double it if it belongs to the text");
    return false;
  }
  auto extra = row.cells.size();
  while (extra > header.columns.size() && cell_text(row.cells[extra - 1]).empty())
    --extra;
  if (extra <= header.columns.size())
    return true;
  out.reject(row.line, fmt::format("the row has {} cells, its header {}", extra, header.columns.size()),
             fmt::format("put a cell that contains '{}' in quotation marks", header.delimiter));
  return false;
}

auto reader_of(TableKind kind) {
  switch (kind) {
  case TableKind::meetings: return &read_meeting;
  case TableKind::companies: return &read_company;
  case TableKind::relations: return &read_relation;
  case TableKind::calendar: return &read_entry;
  case TableKind::people:
  case TableKind::none: break;
  }
  return &read_person;
}

// "Title" beside "Job Title" is a form of address (Outlook); "Industry" beside "Sector" is finer than attache asks.
void settle_columns(Header& header) {
  auto const demote = [&](Field field, std::string_view weak) {
    auto const same = [&](Column const& c) { return c.field == field; };
    if (std::ranges::count_if(header.columns, same) < 2)
      return;
    for (auto& column : header.columns)
      if (same(column) && column.header == weak)
        column.field = Field::unknown;
  };
  if (header.kind == TableKind::people)
    demote(Field::title, "Title");
  demote(Field::sector, "industry");
  demote(Field::sector, "Industry");
}

} // namespace

Result<void> csv(std::string_view bytes, std::string_view name, Sink const& sink, OfTitles const& titles) {
  TableText const text{bytes};
  auto header = find_header(text.view());
  if (!header)
    return fail(Fault::input, "no row of the table names columns that attache knows", fmt::format("{}:1", name),
                "name the columns in the first row, such as: name, company, title, email, phone");
  settle_columns(*header);
  BatchWriter out{name, sink};
  auto const dates = judge_dates(text.view(), *header);
  if (!dates.unclear.empty())
    out.reject(dates.line,
               fmt::format("'{}' may be day/month or month/day; such dates were read as day/month", dates.unclear),
               "write dates as 2023-05-10");
  Table table{.header = *header, .order = dates.order, .out = out};
  auto* const read_row = reader_of(header->kind);
  RowScanner rows{text.view(), header->delimiter};
  Row row;
  Cells cells;
  while (rows.next(row)) {
    if (row.line <= header->line || row.blank() || repeats_header(row, *header) || !fits(row, *header, out))
      continue;
    cells.load(row, *header);
    read_row(cells, table);
    TRY(out.row_done());
  }
  TRY(out.finish());
  if (header->kind != TableKind::calendar)
    return {};
  Gather gather{name, sink};
  TRY(CalendarContacts(gather, Day{std::chrono::year{9999} / 12 / 31}, titles).add(table.events));
  return gather.finish();
}

} // namespace attache::read
