// Registers as JSON: FollowTheMoney and Senzing entities in lines, and the SEC's list of tickers.
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
      take(into, one);
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
    auto const schema = object.value("schema", "");
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

void add_value(std::vector<Lesson>& out, json const& value) {
  if (value.is_array()) {
    for (auto const& one : value)
      add_value(out, one);
  } else if (value.is_object()) {
    auto const one = named(value);
    if (!one.names.empty())
      add(out, one);
    else if (!value.empty() && value.begin()->is_object()) // {"0": {"ticker": ..., "title": ...}, ...}
      for (auto const& [key, inner] : value.items())
        if (inner.is_object())
          add(out, named(inner));
  }
}

} // namespace

Result<std::vector<Lesson>> lessons_json(std::string_view bytes, std::string_view name) {
  std::vector<Lesson> out;
  if (auto const whole = json::parse(bytes, nullptr, false); !whole.is_discarded()) {
    add_value(out, whole);
    return out;
  }
  bool any = false;
  while (!bytes.empty()) {
    auto const end = std::min(bytes.find('\n'), bytes.size());
    if (auto const value = json::parse(bytes.substr(0, end), nullptr, false); !value.is_discarded()) {
      any = true;
      add_value(out, value);
    }
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
  }
  if (!any)
    return fail(Fault::input, "no line of this file is JSON", std::string{name});
  return out;
}

} // namespace attache::office
