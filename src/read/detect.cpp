#include "read/detect.h"

#include "base/unicode.h"
#include "read/csv_header.h"

#include <algorithm>
#include <array>

namespace attache::read {
namespace {

constexpr std::size_t head_bytes = std::size_t{64} << 10;

constexpr std::array<std::string_view, 14> format_names{
    "unknown",       "vcard",        "icalendar",    "mail",         "contacts_csv", "meetings_csv", "companies_csv",
    "relations_csv", "calendar_csv", "article_html", "article_text", "trip_toml",    "ftm_json",     "senzing_json"};

// The start of the text, decoded and folded, up to the last whole line.
std::string folded_head(std::string_view bytes) {
  auto head = bytes.substr(0, head_bytes);
  if (head.size() < bytes.size())
    if (auto const end = head.rfind('\n'); end != std::string_view::npos)
      head = head.substr(0, end + 1 - (end + 1) % 2);
  return fold_case(decode_unstated(head).text);
}

std::string_view first_line(std::string_view text) {
  auto const start = std::min(text.find_first_not_of(" \t\r\n"), text.size());
  return text.substr(start, text.find_first_of("\r\n", start) - start);
}

bool has_line(std::string_view text, std::string_view start) {
  return text.starts_with(start) || text.find("\n" + std::string{start}) != std::string_view::npos;
}

// RFC 5322 headers before the first empty line: "from:" and one more that only mail has.
bool is_mail(std::string_view text) {
  auto const end = std::min({text.find("\n\n"), text.find("\n\r\n"), text.size()});
  auto const headers = text.substr(0, end);
  if (text.starts_with("from ") &&
      (has_line(headers, "from:") || has_line(headers, "message-id:") || has_line(headers, "received:")))
    return true;
  constexpr std::array<std::string_view, 5> others{"to:", "subject:", "message-id:", "received:", "return-path:"};
  return has_line(headers, "from:") && std::ranges::any_of(others, [&](auto name) { return has_line(headers, name); });
}

bool is_html(std::string_view text) {
  auto const line = first_line(text);
  if (!line.starts_with('<'))
    return false;
  constexpr std::array<std::string_view, 4> tags{"<!doctype html", "<html", "<body", "<head"};
  return std::ranges::any_of(tags, [&](auto tag) { return text.find(tag) != std::string_view::npos; });
}

bool is_trip(std::string_view text) {
  auto const has_key = [&](std::string_view key) {
    return has_line(text, std::string{key} + " =") || has_line(text, std::string{key} + "=");
  };
  return has_line(text, "[[candidate]]") || (has_key("first_day") && (has_key("days") || has_key("last_day")));
}

Format csv_format(TableKind kind) {
  switch (kind) {
  case TableKind::people: return Format::contacts_csv;
  case TableKind::meetings: return Format::meetings_csv;
  case TableKind::companies: return Format::companies_csv;
  case TableKind::relations: return Format::relations_csv;
  case TableKind::calendar: return Format::calendar_csv;
  case TableKind::none: break;
  }
  return Format::unknown;
}

// Running text also has commas: without the name's ending, the header and most rows behind it must have equally many
// cells.
bool is_regular(std::string_view text, Header const& header) {
  if (header.columns.size() < 2)
    return false;
  RowScanner rows{text, header.delimiter};
  Row row;
  auto fitting = 0;
  auto seen = 0;
  while (seen < 50 && rows.next(row))
    if (row.line > header.line && !row.blank()) {
      ++seen;
      fitting += row.cells.size() == header.columns.size() ? 1 : 0;
    }
  return seen > 0 && fitting * 10 >= seen * 8;
}

Format csv_kind(std::string_view bytes, bool named_csv) {
  TableText const head{bytes.substr(0, head_bytes)};
  auto const header = find_header(head.view());
  if (!header || (!named_csv && !is_regular(head.view(), *header)))
    return Format::unknown;
  return csv_format(header->kind);
}

bool is_prose(std::string_view text) {
  auto const odd =
      std::ranges::count_if(text, [](char c) { return c >= 0 && c < ' ' && c != '\n' && c != '\r' && c != '\t'; });
  return odd == 0 && text.find(' ') != std::string_view::npos && text.size() >= 80;
}

Format by_ending(std::string_view name) {
  struct Ending {
    std::string_view text;
    Format format;
  };
  constexpr std::array endings{
      Ending{".vcf", Format::vcard},         Ending{".vcard", Format::vcard},      Ending{".ics", Format::icalendar},
      Ending{".ical", Format::icalendar},    Ending{".mbox", Format::mail},        Ending{".eml", Format::mail},
      Ending{".html", Format::article_html}, Ending{".htm", Format::article_html}, Ending{".txt", Format::article_text},
      Ending{".md", Format::article_text},   Ending{".toml", Format::trip_toml}};
  auto const found = std::ranges::find_if(endings, [&](Ending const& ending) { return name.ends_with(ending.text); });
  return found == endings.end() ? Format::unknown : found->format;
}

} // namespace

std::string_view to_string(Format format) { return format_names.at(static_cast<std::size_t>(format)); }

bool is_csv(Format format) {
  return format == Format::contacts_csv || format == Format::meetings_csv || format == Format::companies_csv ||
         format == Format::relations_csv || format == Format::calendar_csv;
}

bool is_calendar(std::string_view kind) {
  return kind == to_string(Format::icalendar) || kind == to_string(Format::calendar_csv);
}

Format detect(std::string_view bytes, std::string_view file_name) {
  auto const name = fold_case(file_name);
  auto const text = folded_head(bytes);
  auto const line = first_line(text);
  if (line.starts_with("begin:vcard"))
    return Format::vcard;
  if (line.starts_with("begin:vcalendar"))
    return Format::icalendar;
  if (line.starts_with('{') && text.find("\"schema\"") != std::string::npos &&
      text.find("\"properties\"") != std::string::npos)
    return Format::ftm_json;
  if ((line.starts_with('{') || line.starts_with('[')) && text.find("\"record_id\"") != std::string::npos)
    return Format::senzing_json;
  if (is_html(text))
    return Format::article_html;
  if (is_mail(text))
    return Format::mail;
  if (is_trip(text))
    return Format::trip_toml;
  auto const named_csv = name.ends_with(".csv") || name.ends_with(".tsv");
  if (auto const format = csv_kind(bytes, named_csv); format != Format::unknown)
    return format;
  if (auto const format = by_ending(name); format != Format::unknown || named_csv)
    return format;
  return is_prose(text) && !line.starts_with('{') && !line.starts_with('[') ? Format::article_text : Format::unknown;
}

} // namespace attache::read
