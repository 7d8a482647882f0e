#include "read/csv_rows.h"

#include "base/unicode.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace attache::read {
namespace {

// What programs write for nothing; but Na is a family name.
bool says_nothing(std::string_view text, Field field) {
  if (field == Field::name || field == Field::family || field == Field::given)
    return false;
  constexpr std::array<std::string_view, 8> nothings{"NA", "N/A", "n/a", "#N/A", "NULL", "null", "NaN", "-"};
  return std::ranges::find(nothings, text) != nothings.end();
}

} // namespace

void Cells::load(Row const& row, Header const& header) {
  line_ = row.line;
  cells_.clear();
  for (std::size_t i = 0; i < header.columns.size() && i < row.cells.size(); ++i)
    if (auto text = cell_text(row.cells[i]); !text.empty() && !says_nothing(text, header.columns[i].field))
      cells_.push_back({.column = &header.columns[i], .text = std::move(text)});
}

Cells::Cell const* Cells::find(Field field) const {
  auto const found = std::ranges::find_if(cells_, [&](Cell const& cell) { return cell.column->field == field; });
  return found == cells_.end() ? nullptr : &*found;
}

std::string_view Cells::first(Field field) const {
  auto const* const cell = find(field);
  return cell == nullptr ? std::string_view{} : std::string_view{cell->text};
}

void keep_unknown(Cells::Cell const& cell, RecordId subject, int line, BatchWriter& out) {
  out.add_claim(subject, fmt::format("x:{}", cell.column->header), cell.text, cell.text, line);
}

std::string own_key(Cells const& cells) {
  if (auto const id = cells.first(Field::id); !id.empty())
    return fmt::format("id:{}", id);
  for (auto const& cell : cells.all())
    if (cell.column->field == Field::email)
      if (auto const email = email_value(cell.text))
        return "email:" + *email;
  if (auto const url = cells.first(Field::url); !url.empty())
    return fmt::format("url:{}", fold_case(url));
  return {};
}

} // namespace attache::read
