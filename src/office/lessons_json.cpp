// Registers as JSON: FollowTheMoney and Senzing entities in lines, and the SEC's list of tickers.
#include "base/unicode.h"
#include "office/names_learnt.h"
#include "resolve/hangul.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace attache::office {
namespace {

using nlohmann::json;
using resolve::Lesson;
using resolve::LessonKind;

struct Named {
  LessonKind kind = LessonKind::person;
  std::vector<std::string> names;
};

void take(std::vector<std::string>& into, json const& value) {
  if (value.is_string())
    into.push_back(value.get<std::string>());
  else if (value.is_array())
    for (auto const& one : value)
      if (one.is_string())
        into.push_back(one.get<std::string>());
}

void take_fields(Named& out, json const& object, std::initializer_list<char const*> fields) {
  for (auto const* const field : fields)
    if (auto const found = object.find(field); found != object.end())
      take(out.names, *found);
}

// Senzing: fields of the record or of its FEATURES. A family name apart is no whole name.
void take_senzing(Named& out, json const& object) {
  for (auto const& [key, value] : object.items()) {
    if (key.ends_with("NAME_ORG"))
      out.kind = LessonKind::company;
    if (key.ends_with("NAME_ORG") || key.ends_with("NAME_FULL"))
      take(out.names, value);
    if (key == "RECORD_TYPE" && value == "ORGANIZATION")
      out.kind = LessonKind::company;
  }
}

Named named(json const& object) {
  Named out;
  if (auto const properties = object.find("properties"); properties != object.end() && properties->is_object()) {
    auto const stated = object.find("schema");
    auto const schema = stated != object.end() && stated->is_string() ? stated->get<std::string>() : std::string{};
    out.kind = schema == "Person" ? LessonKind::person : LessonKind::company;
    if (schema == "Person" || schema == "Company" || schema == "Organization" || schema == "LegalEntity" ||
        schema == "PublicBody")
      take_fields(out, *properties, {"name", "alias", "previousName"});
    return out;
  }
  if (object.contains("title") && object.contains("ticker")) {
    out.kind = LessonKind::company;
    take_fields(out, object, {"title"});
    return out;
  }
  take_senzing(out, object);
  if (auto const features = object.find("FEATURES"); features != object.end() && features->is_array())
    for (auto const& feature : *features)
      if (feature.is_object())
        take_senzing(out, feature);
  return out;
}

bool written_in(std::string const& text, resolve::Script script) {
  auto const points = resolve::to_utf32(text);
  auto const other = [&](char32_t c) {
    auto const found = resolve::script_of(c);
    return found != resolve::Script::none && found != script;
  };
  return std::ranges::any_of(points, [&](char32_t c) { return resolve::script_of(c) == script; }) &&
         std::ranges::none_of(points, other);
}

void add(std::vector<Lesson>& out, Named const& one) {
  bool paired = false;
  for (auto const& hangul : one.names)
    for (auto const& latin : one.names)
      if (written_in(hangul, resolve::Script::hangul) && written_in(latin, resolve::Script::latin)) {
        out.push_back({.kind = one.kind, .hangul = hangul, .latin = latin});
        paired = true;
      }
  if (!paired && one.kind == LessonKind::company && !one.names.empty())
    out.push_back({.kind = one.kind, .hangul = {}, .latin = one.names.front()});
}

// {"fields": ["cik", "name", ...], "data": [[1, "Acme", ...], ...]}: the SEC's longer list.
void add_table(std::vector<Lesson>& out, json const& fields, json const& data, int& named_ones) {
  std::size_t at = 0;
  while (at < fields.size() && fields[at] != "name" && fields[at] != "title")
    ++at;
  for (auto const& row : data)
    if (row.is_array() && at < row.size() && row[at].is_string()) {
      ++named_ones;
      add(out, {.kind = LessonKind::company, .names = {row[at].get<std::string>()}});
    }
}

// Objects that name something, as they stand, in lists, or one level down: {"0": {"ticker": ..., "title": ...}, ...}.
int add_value(std::vector<Lesson>& out, json const& value, int depth = 0) {
  constexpr int deepest = 3;
  int found = 0;
  if (!value.is_structured() || depth > deepest)
    return 0;
  if (value.is_object()) {
    if (auto const one = named(value); !one.names.empty()) {
      add(out, one);
      return 1;
    }
    if (value.contains("fields") && value.contains("data") && value["fields"].is_array() && value["data"].is_array())
      add_table(out, value["fields"], value["data"], found);
  }
  for (auto const& inner : value)
    found += inner.is_structured() ? add_value(out, inner, depth + 1) : 0;
  return found;
}

} // namespace

Result<std::vector<Lesson>> lessons_json(std::string_view bytes, std::string_view name) {
  std::vector<Lesson> out;
  auto const decoded = decode_unstated(bytes).text;
  int found = 0;
  if (auto const whole = json::parse(decoded, nullptr, false); !whole.is_discarded())
    found = add_value(out, whole);
  else
    for (std::size_t at = 0; at < decoded.size();) { // one broken line does not spoil the others
      auto const end = std::min(decoded.find('\n', at), decoded.size());
      auto const line = json::parse(decoded.begin() + static_cast<std::ptrdiff_t>(at),
                                    decoded.begin() + static_cast<std::ptrdiff_t>(end), nullptr, false);
      found += line.is_discarded() ? 0 : add_value(out, line);
      at = end + 1;
    }
  if (found == 0)
    return fail(Fault::input, "nothing in this file names a person or an organisation", std::string{name},
                "attache train names reads FollowTheMoney and Senzing JSON and the SEC's company_tickers.json");
  return out;
}

} // namespace attache::office
