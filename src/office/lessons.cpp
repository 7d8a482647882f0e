// Registers as tables and as Open DART's XML.
#include "base/unicode.h"
#include "office/names_learnt.h"
#include "read/table.h"
#include "resolve/fold.h"
#include "resolve/hangul.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace attache::office {
namespace {

using resolve::Lesson;
using resolve::LessonKind;

bool has_script(std::string_view text, resolve::Script script) {
  return std::ranges::any_of(resolve::to_utf32(text), [&](char32_t c) { return resolve::script_of(c) == script; });
}

// The letter of "amp" or "#x2019"; empty if it is no reference.
std::string referenced(std::string_view name) {
  for (auto const& [entity, letter] :
       {std::pair{"amp", "&"}, {"lt", "<"}, {"gt", ">"}, {"quot", "\""}, {"apos", "'"}, {"nbsp", " "}})
    if (name == entity)
      return letter;
  if (!name.starts_with('#'))
    return {};
  bool const hex = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
  auto const digits = name.substr(hex ? 2 : 1);
  std::uint32_t code = 0;
  auto const* const end = digits.data() + digits.size();
  auto const [stop, error] = std::from_chars(digits.data(), end, code, hex ? 16 : 10);
  if (error != std::errc{} || stop != end || code == 0 || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF))
    return {};
  return resolve::to_utf8(std::u32string(1, static_cast<char32_t>(code)));
}

// Each reference is read once: "&amp;lt;" is "&lt;".
std::string without_entities(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    constexpr std::size_t longest = 10;
    auto const semicolon = text.front() == '&' ? text.substr(0, longest).find(';') : std::string_view::npos;
    auto letter = semicolon == std::string_view::npos ? std::string{} : referenced(text.substr(1, semicolon - 1));
    auto const size = letter.empty() ? 1 : semicolon + 1;
    out += letter.empty() ? std::string{text.substr(0, 1)} : letter;
    text.remove_prefix(size);
  }
  return out;
}

// The text of the first element of this name within `part`; empty if it is not closed.
std::string element(std::string_view part, std::string_view name) {
  auto const open = fmt::format("<{}>", name);
  auto const from = part.find(open);
  if (from == std::string_view::npos)
    return {};
  auto const to = part.find(fmt::format("</{}>", name), from);
  if (to == std::string_view::npos)
    return {};
  auto text = part.substr(from + open.size(), to - from - open.size());
  constexpr std::string_view verbatim = "<![CDATA[";
  if (auto const at = text.find(verbatim); at != std::string_view::npos) {
    text.remove_prefix(at + verbatim.size());
    return squeeze(text.substr(0, text.find("]]>")));
  }
  return squeeze(without_entities(text));
}

// <list><corp_name>...</corp_name><corp_eng_name>...</corp_eng_name></list>
Result<std::vector<Lesson>> dart(std::string_view text, std::string_view name) {
  std::vector<Lesson> out;
  auto at = text.find("<list>");
  if (at == std::string_view::npos)
    return fail(Fault::input, "this is no list of companies", std::string{name},
                "attache train names reads Open DART's corpCode.xml as it comes out of its zip file");
  while (at != std::string_view::npos) {
    auto const next = text.find("<list>", at + 1);
    auto const part = text.substr(at, std::min(next, text.size()) - at);
    auto hangul = element(part, "corp_name");
    auto latin = element(part, "corp_eng_name");
    if (!hangul.empty() && !latin.empty())
      out.push_back({.kind = LessonKind::company, .hangul = std::move(hangul), .latin = std::move(latin)});
    at = next;
  }
  return out;
}

// A column that names something, by its heading: "Entity.LegalName", "name_ko", "회사명".
enum class Column : std::uint8_t { other, name, company };

Column column_of(std::string_view heading) {
  auto const folded = resolve::fold(heading);
  auto const has = [&](std::string_view word) { return folded.find(word) != std::string::npos; };
  if (has("xmllang") || has("@") || has(".type") || has("registration") || has("address"))
    return Column::other;
  if (has("legalname") || has("otherentityname") || has("corp") || has("company") || has("org") || has("회사"))
    return has("name") || has("회사") ? Column::company : Column::other;
  return has("name") || has("이름") || has("성명") || has("caption") ? Column::name : Column::other;
}

void add_row(std::vector<Lesson>& out, std::vector<std::pair<std::string, bool>> const& names, bool companies) {
  bool paired = false;
  for (auto const& [hangul, of_company] : names)
    for (auto const& [latin, also_company] : names)
      if (has_script(hangul, resolve::Script::hangul) && has_script(latin, resolve::Script::latin) &&
          !has_script(latin, resolve::Script::hangul)) {
        out.push_back({.kind = companies || of_company || also_company ? LessonKind::company : LessonKind::person,
                       .hangul = hangul,
                       .latin = latin});
        paired = true;
      }
  if (!paired && !names.empty() && (companies || names.front().second))
    out.push_back({.kind = LessonKind::company, .hangul = {}, .latin = names.front().first});
}

// The delimiter that the first line has most of.
char delimiter_of(std::string_view text) {
  auto const line = text.substr(0, text.find('\n'));
  return std::ranges::max(std::string_view{",;\t|"}, {}, [&](char c) { return std::ranges::count(line, c); });
}

Result<std::vector<Lesson>> table(std::string_view bytes, std::string_view name) {
  read::TableText const text(bytes);
  read::RowScanner rows(text.view(), delimiter_of(text.view()));
  read::Row row;
  std::vector<Column> columns;
  bool companies = false;
  if (rows.next(row))
    for (auto const cell : row.cells) {
      columns.push_back(column_of(read::cell_text(cell)));
      auto const folded = resolve::fold(cell);
      companies = companies || folded.find("stock") != std::string::npos || folded.find("corp") != std::string::npos ||
                  folded.find("ticker") != std::string::npos || folded.find("lei") == 0;
    }
  if (std::ranges::count(columns, Column::other) == std::ssize(columns))
    return fail(Fault::input, "no column of this table is a name", std::string{name},
                "attache train names reads columns such as name_ko and name_en");
  std::vector<Lesson> out;
  while (rows.next(row)) {
    std::vector<std::pair<std::string, bool>> names;
    for (std::size_t i = 0; i < std::min(columns.size(), row.cells.size()); ++i)
      if (auto value = read::cell_text(row.cells[i]); columns[i] != Column::other && !value.empty())
        names.emplace_back(std::move(value), columns[i] == Column::company);
    add_row(out, names, companies);
  }
  return out;
}

} // namespace

Result<std::vector<Lesson>> lessons(std::string_view bytes, std::string_view name) {
  auto const first = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  if (first == std::string_view::npos)
    return fail(Fault::input, "this register is empty", std::string{name});
  if (bytes[first] == '<')
    return dart(decode_unstated(bytes).text, name);
  if (bytes[first] == '{' || bytes[first] == '[')
    return lessons_json(bytes, name);
  return table(bytes, name);
}

} // namespace attache::office
