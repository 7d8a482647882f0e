#include "read/table.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

namespace attache::read {
namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows rows_of(std::string_view text, char delimiter = ',') {
  RowScanner scanner{text, delimiter};
  Row row;
  Rows out;
  while (scanner.next(row))
    out.emplace_back(row.cells.begin(), row.cells.end());
  return out;
}

std::string written(Rows const& rows, char delimiter, std::string const& line_end) {
  std::string out;
  for (auto const& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      out += i > 0 ? std::string{delimiter} : std::string{};
      out += '"';
      for (auto const c : row[i])
        out += c == '"' ? std::string{"\"\""} : std::string{c};
      out += '"';
    }
    out += line_end;
  }
  return out;
}

TEST_CASE("quoted cells may hold delimiters, doubled quotes and line ends") {
  CHECK(rows_of("a,\"b,\"\"c\"\"\nd\",e\r\nf,,\n") == Rows{{"a", "b,\"c\"\nd", "e"}, {"f", "", ""}});
}

TEST_CASE("a row knows the line on which it begins") {
  RowScanner scanner{"a\r\n\"b\nc\"\rd\n", ','};
  Row row;
  std::vector<int> lines;
  while (scanner.next(row))
    lines.push_back(row.line);
  CHECK(lines == std::vector{1, 2, 4});
}

TEST_CASE("a quote that never closes costs one line, not the rest of the file") {
  RowScanner scanner{"a,\"b\nc,d\ne,f\n", ','};
  Row row;
  CHECK(scanner.next(row));
  CHECK(row.unclosed);
  CHECK(row.line == 1);
  CHECK(scanner.next(row));
  CHECK_FALSE(row.unclosed);
  CHECK(row.line == 2);
  CHECK(row.cell(1) == "d");
}

TEST_CASE("a quote that closes at the next quoted cell lines below costs one line") {
  auto const rows = rows_of("a,\"b\nc,\"d\"\ne,f\n");
  CHECK(rows.size() == 3);
  CHECK(rows.at(1) == std::vector<std::string>{"c", "d"});
}

TEST_CASE("a quote inside an unquoted cell is text") { CHECK(rows_of("5\" disk,x\n") == Rows{{"5\" disk", "x"}}); }

TEST_CASE("text behind a closing quote on the same line is kept") {
  CHECK(rows_of("\"Lee\" Jr,x\n") == Rows{{"Lee Jr", "x"}});
}

TEST_CASE("whatever is written quoted is read back") {
  CHECK(rc::check([](Rows rows) {
    std::erase_if(rows, [](auto const& row) { return row.empty(); });
    auto const delimiter = *rc::gen::element(',', ';', '\t', '|');
    auto const line_end = *rc::gen::element<std::string>("\n", "\r\n", "\r");
    RC_ASSERT(rows_of(written(rows, delimiter, line_end), delimiter) == rows);
  }));
}

TEST_CASE("any bytes are scanned to their end, with lines that only grow") {
  CHECK(rc::check([](std::string const& noise) {
    std::string text;
    for (auto const c : noise)
      text += "a,\"\n\r;x"[static_cast<unsigned char>(c) % 7];
    RowScanner scanner{text, ','};
    Row row;
    auto line = 0;
    while (scanner.next(row)) {
      RC_ASSERT(row.line > line);
      RC_ASSERT(!row.cells.empty());
      line = row.line;
    }
  }));
}

TEST_CASE("UTF-8 is not copied and a wrong byte spoils only its own cell") {
  std::string const text = "이름,회사\n홍길동,한빛\n";
  CHECK(TableText{text}.view().data() == text.data());
  std::string mixed;
  for (auto i = 0; i < 20; ++i)
    mixed += "홍길동,한빛\n";
  mixed += "Jos\xE9,x\n";
  CHECK(TableText{mixed}.view().size() == mixed.size());
  CHECK(cell_text("Jos\xE9") == "José");
}

TEST_CASE("a CP949 table is decoded whole") {
  CHECK(TableText{"\xC0\xCC\xB8\xA7,\xC8\xB8\xBB\xE7\n"}.view() == "이름,회사\n");
}

TEST_CASE("cells lose their outer white space and their decomposed Hangul") {
  CHECK(cell_text("  \u1112\u1161\u11AB a \t") == "한 a");
}

} // namespace
} // namespace attache::read
