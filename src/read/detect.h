// What kind of file some bytes are.
#pragma once

#include <cstdint>
#include <string_view>

namespace attache::read {

enum class Format : std::uint8_t {
  unknown,
  vcard,
  icalendar,
  mail, // mbox, or one message
  contacts_csv,
  meetings_csv,
  companies_csv,
  relations_csv,
  calendar_csv,
  article_html,
  article_text,
  trip_toml,
  ftm_json,
  senzing_json
};

// By what the bytes say; only where they say nothing by the name's ending. Looks at the first 64 KiB.
Format detect(std::string_view bytes, std::string_view file_name);
// "vcard", "icalendar", "mail", "contacts_csv" ...
std::string_view to_string(Format format);
// True for icalendar and calendar_csv: their titles are read, and an export may cover a shorter span than the last.
bool is_calendar(std::string_view kind);
// True for the five kinds that csv() reads.
bool is_csv(Format format);

} // namespace attache::read
