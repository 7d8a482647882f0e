#include "read/table.h"

#include "base/unicode.h"

#include <algorithm>

namespace attache::read {
namespace {

// After this many quotes that never close, quoted cells may no longer span lines: keeps hostile input linear.
constexpr int most_unclosed = 16;
constexpr std::size_t longest_quoted = std::size_t{1} << 20;

// Mostly UTF-8 with a few wrong bytes (two exports glued together) is read as UTF-8, cell by cell.
bool mostly_utf8(std::string_view bytes) {
  std::size_t good = 0;
  std::size_t bad = 0;
  for (std::size_t i = 0; i < bytes.size();) {
    auto const start = i;
    if (next_code_point(bytes, i) < 0)
      ++bad;
    else
      good += i - start > 1 ? 1U : 0U;
  }
  return bad == 0 || good > 8 * bad;
}

bool is_white(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

// Only white space of any script; most cells show at their first byte that they are not.
bool only_white(std::string_view text) {
  auto const first = text.empty() ? ' ' : text.front();
  auto const visible = first > ' ' && first < 0x7f;
  return !visible && squeeze(text).empty();
}

} // namespace

TableText::TableText(std::string_view bytes) : bytes_(bytes) {
  auto const plain = bytes.starts_with("\xEF\xBB\xBF") ? bytes.substr(3) : bytes;
  auto const zeros = plain.substr(0, 4096).find('\0') != std::string_view::npos;
  if (!zeros && mostly_utf8(plain)) {
    bytes_ = plain;
    return;
  }
  decoded_ = decode_unstated(bytes).text;
  copied_ = true;
}

bool Row::blank() const {
  return std::ranges::all_of(cells, [](std::string_view cell) { return std::ranges::all_of(cell, is_white); });
}

bool RowScanner::next(Row& row) {
  if (at_ >= text_.size())
    return false;
  auto const start = at_;
  auto const line = line_;
  row.unclosed = false;
  if (scan(row, unclosed_ < most_unclosed))
    return true;
  ++unclosed_;
  at_ = start;
  line_ = line;
  scan(row, false);
  row.unclosed = true;
  return true;
}

// False if a quoted cell did not end as it must; with `multi_line` false it ends with its line at the latest.
bool RowScanner::scan(Row& row, bool multi_line) {
  row.line = line_;
  row.cells.clear();
  used_ = 0;
  do {
    auto const quoted = at_ < text_.size() && text_[at_] == '"';
    auto const before = line_;
    if (!quoted)
      row.cells.push_back(bare_cell());
    else if (auto const closing = quoted_cell(row, multi_line); closing != Closing::closed)
      if (multi_line && (closing == Closing::open || line_ != before))
        return false;
  } while (end_cell());
  return true;
}

std::string_view RowScanner::bare_cell() {
  auto const start = at_;
  while (at_ < text_.size() && text_[at_] != delimiter_ && text_[at_] != '\n' && text_[at_] != '\r')
    ++at_;
  return text_.substr(start, at_ - start);
}

// RFC 4180 2.5-2.7. `untidy`: text stands behind the closing quote; it is kept as part of the cell.
RowScanner::Closing RowScanner::quoted_cell(Row& row, bool multi_line) {
  auto const start = ++at_;
  auto doubled = false;
  auto const line_end = [&](char c) { return c == '\n' || c == '\r'; };
  for (;; ++at_) {
    if (at_ >= text_.size() || (!multi_line && line_end(text_[at_])) || at_ - start > longest_quoted) {
      at_ = multi_line ? at_ : start - 1;
      row.cells.push_back(multi_line ? std::string_view{} : bare_cell());
      return Closing::open;
    }
    line_ += text_[at_] == '\n' ? 1 : 0;
    if (text_[at_] != '"')
      continue;
    if (at_ + 1 >= text_.size() || text_[at_ + 1] != '"')
      break;
    doubled = true;
    ++at_;
  }
  auto cell = text_.substr(start, at_ - start);
  ++at_;
  auto const tail = bare_cell();
  if (doubled || !tail.empty()) {
    if (used_ == unescaped_.size())
      unescaped_.emplace_back();
    auto& text = unescaped_[used_++];
    text.clear();
    for (std::size_t i = 0; i < cell.size(); ++i) {
      text += cell[i];
      i += cell[i] == '"' ? 1U : 0U;
    }
    text += tail;
    cell = text;
  }
  row.cells.push_back(cell);
  return std::ranges::all_of(tail, is_white) ? Closing::closed : Closing::untidy;
}

// Steps over the delimiter (true: another cell follows) or the line end.
bool RowScanner::end_cell() {
  if (at_ >= text_.size())
    return false;
  auto const c = text_[at_++];
  if (c == delimiter_)
    return true;
  if (c == '\r' && at_ < text_.size() && text_[at_] == '\n')
    ++at_;
  ++line_;
  return false;
}

std::string cell_text(std::string_view cell) {
  while (!cell.empty() && is_white(cell.front()))
    cell.remove_prefix(1);
  while (!cell.empty() && is_white(cell.back()))
    cell.remove_suffix(1);
  auto text = is_utf8(cell) ? nfc(cell) : decode_unstated(cell).text;
  return only_white(text) ? std::string{} : text;
}

} // namespace attache::read
