// Delimited text as rows of cells: RFC 4180 with what real exports do to it. Knows nothing about what a column means.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace attache::read {

// Bytes of a table whose charset is not stated. Well-formed UTF-8 is not copied; everything else is decoded whole.
class TableText {
public:
  explicit TableText(std::string_view bytes);
  [[nodiscard]] std::string_view view() const { return copied_ ? std::string_view{decoded_} : bytes_; }

private:
  std::string_view bytes_;
  std::string decoded_;
  bool copied_ = false;
};

// One row. Cells point into the table (or into the row) and live until the next row is read.
struct Row {
  int line = 0;          // 1-based physical line on which it begins
  bool unclosed = false; // a quote was opened and never closed: the cells are those of this one line
  std::vector<std::string_view> cells;
  [[nodiscard]] std::string_view cell(std::size_t at) const {
    return at < cells.size() ? cells[at] : std::string_view{};
  }
  [[nodiscard]] bool blank() const;
};

// Reads rows in order. Quotes, doubled quotes, embedded line ends, CR, LF and CRLF; a quote inside an unquoted cell is
// text. O(bytes) whatever the bytes are.
class RowScanner {
public:
  RowScanner(std::string_view text, char delimiter) : text_(text), delimiter_(delimiter) {}
  // False at the end. `row` is overwritten.
  bool next(Row& row);

private:
  enum class Closing : std::uint8_t { closed, open, untidy };
  bool scan(Row& row, bool multi_line);
  std::string_view bare_cell();
  Closing quoted_cell(Row& row, bool multi_line);
  bool end_cell();

  std::string_view text_;
  char delimiter_;
  std::size_t at_ = 0;
  int line_ = 1;
  int unclosed_ = 0;
  std::deque<std::string> unescaped_; // cells that had doubled quotes
  std::size_t used_ = 0;
};

// A cell as a value: NFC, without outer white space, inner white space as it is; bytes that are not UTF-8 are decoded.
// Empty if there is nothing but white space of any script.
std::string cell_text(std::string_view cell);

} // namespace attache::read
