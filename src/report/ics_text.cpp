#include "report/ics_text.h"

#include "report/clock.h"

#include <date/tz.h>
#include <fmt/format.h>
#include <stdexcept>

namespace attache::report {
namespace {

constexpr std::size_t longest_line = 75; // octets

date::time_zone const* locate(std::string const& name) {
  if (name.empty())
    return nullptr;
  try {
    return date::locate_zone(name);
  } catch (std::runtime_error const&) {
    return nullptr;
  }
}

std::string compact(Instant at) {
  auto text = instant_string(at);
  std::erase_if(text, [](char c) { return c == '-' || c == ':'; });
  text.pop_back();
  return text;
}

std::string offset_text(std::chrono::seconds offset) {
  auto const minutes = std::chrono::floor<std::chrono::minutes>(offset < offset.zero() ? -offset : offset).count();
  return fmt::format("{}{:02}{:02}", offset < offset.zero() ? '-' : '+', minutes / 60, minutes % 60);
}

void add_observance(IcsLines& lines, date::sys_info const& info, std::chrono::seconds before) {
  auto const* const kind = info.save != std::chrono::minutes{0} ? "DAYLIGHT" : "STANDARD";
  auto const epoch = date::sys_seconds{};
  auto const begin = info.begin < epoch ? epoch : info.begin; // rules older than that help nobody
  auto const from = info.begin < epoch ? info.offset : before;
  lines.add("BEGIN", kind);
  lines.add("DTSTART", compact(Instant{begin.time_since_epoch() + from}));
  lines.add("TZOFFSETFROM", offset_text(from));
  lines.add("TZOFFSETTO", offset_text(info.offset));
  lines.text("TZNAME", info.abbrev);
  lines.add("END", kind);
}

} // namespace

void IcsLines::add(std::string_view name, std::string_view value) {
  auto line = fmt::format("{}:{}", name, value);
  std::string_view rest = line;
  for (auto room = longest_line; rest.size() > room; room = longest_line - 1) {
    auto cut = room;
    while (cut > 1 && (static_cast<unsigned char>(rest[cut]) & 0xC0U) == 0x80U)
      --cut;
    out_ += rest.substr(0, cut);
    out_ += "\r\n ";
    rest.remove_prefix(cut);
  }
  out_ += rest;
  out_ += "\r\n";
}

void IcsLines::text(std::string_view name, std::string_view value) {
  std::string escaped;
  for (auto const c : value) {
    if (c == '\n')
      escaped += "\\n";
    else if (c == ',' || c == ';' || c == '\\')
      escaped += {'\\', c};
    else if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F)
      escaped += c;
  }
  if (!escaped.empty())
    add(name, escaped);
}

std::string quoted_parameter(std::string_view value) {
  std::string out = "\"";
  for (auto const c : value) {
    if (c == '"')
      out += "^'";
    else if (c == '^')
      out += "^^";
    else if (c == '\n')
      out += "^n";
    else if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F)
      out += c;
  }
  return out + "\"";
}

std::string ics_utc(Instant at) { return compact(at) + "Z"; }

std::string ics_local(Instant at, std::string const& zone) {
  auto const local = local_clock(at, zone);
  return local ? compact(*local) : std::string{};
}

void add_timezone(IcsLines& lines, std::string const& zone, Instant from, Instant to) {
  auto const* const known = locate(zone);
  if (known == nullptr)
    return;
  lines.add("BEGIN", "VTIMEZONE");
  lines.add("TZID", zone);
  auto const last = date::sys_seconds{to.time_since_epoch()};
  auto info = known->get_info(date::sys_seconds{from.time_since_epoch()});
  auto before =
      info.begin < date::sys_seconds{} ? info.offset : known->get_info(info.begin - std::chrono::seconds{1}).offset;
  add_observance(lines, info, before);
  while (info.end <= last) {
    before = info.offset;
    info = known->get_info(info.end);
    add_observance(lines, info, before);
  }
  lines.add("END", "VTIMEZONE");
}

} // namespace attache::report
