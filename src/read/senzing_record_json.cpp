#include "base/unicode.h"
#include "read/csv_rows.h"
#include "read/senzing_record.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

namespace attache::read {
namespace {

using Json = nlohmann::json;

// Attributes of the specification that attache reads; those of one family make one feature.
constexpr std::array<std::string_view, 16> families{
    "NAME",        "ADDR",   "PHONE",    "EMAIL", "DATE_OF", "PASSPORT", "DRIVERS_LICENSE", "SSN",
    "NATIONAL_ID", "TAX_ID", "OTHER_ID", "LEI",   "DUNS",    "NPI",      "ACCOUNT",         "TRUSTED_ID"};
constexpr std::array<std::string_view, 12> singles{
    "RECORD_TYPE", "GENDER",          "NATIONALITY",          "CITIZENSHIP", "PLACE_OF_BIRTH", "REGISTRATION_DATE",
    "EMPLOYER",    "WEBSITE_ADDRESS", "REGISTRATION_COUNTRY", "REL_ANCHOR",  "REL_POINTER",    "GROUP_ASSOCIATION"};

std::string text_of(Json const& value) {
  if (value.is_string())
    return squeeze(cell_text(value.get_ref<std::string const&>()));
  return value.is_number() ? value.dump() : std::string{};
}

// Where the attribute begins in a key with a usage before it, and which family it is of; npos if it is none.
struct Attribute {
  std::size_t at = std::string_view::npos;
  std::string_view family;
};

Attribute attribute_in(std::string_view key) {
  auto const begins = [&](std::string_view family) {
    for (auto at = key.find(family); at != std::string_view::npos; at = key.find(family, at + 1)) {
      auto const end = at + family.size();
      if ((at == 0 || key[at - 1] == '_') && (end == key.size() || key[end] == '_'))
        return at;
    }
    return std::string_view::npos;
  };
  Attribute best;
  auto const consider = [&](auto const& list) {
    for (auto const family : list)
      if (auto const at = begins(family); at < best.at || (at == best.at && family.size() > best.family.size()))
        best = {.at = at, .family = family};
  };
  consider(families);
  consider(singles);
  return best;
}

void take_flat(SenzingRecord& out, std::string const& key, std::string text) {
  auto const [at, family] = attribute_in(key);
  if (at == std::string_view::npos) {
    out.others.emplace_back(key, std::move(text));
    return;
  }
  auto const group = key.substr(0, at) + std::string{family};
  auto const found = std::ranges::find(out.features, group, &SenzingFeature::usage);
  auto& feature =
      found == out.features.end() ? out.features.emplace_back(SenzingFeature{.usage = group, .fields = {}}) : *found;
  feature.fields.emplace_back(key.substr(at), std::move(text));
}

void take_feature(SenzingRecord& out, Json const& object) {
  SenzingFeature feature;
  for (auto const& [key, value] : object.items()) {
    auto text = text_of(value);
    auto const at = attribute_in(key).at;
    if (!text.empty())
      feature.fields.emplace_back(at == std::string_view::npos ? key : key.substr(at), std::move(text));
  }
  if (!feature.fields.empty())
    out.features.push_back(std::move(feature));
}

} // namespace

std::string_view SenzingFeature::get(std::string_view attribute) const {
  auto const found = std::ranges::find(fields, attribute, &std::pair<std::string, std::string>::first);
  return found == fields.end() ? std::string_view{} : std::string_view{found->second};
}

std::optional<SenzingRecord> senzing_record(Json const& object, int line) {
  if (!object.is_object() || !object.contains("RECORD_ID"))
    return {};
  SenzingRecord out{
      .line = line, .source = {}, .id = text_of(object.at("RECORD_ID")), .type = {}, .features = {}, .others = {}};
  for (auto const& [key, value] : object.items()) {
    if (value.is_array()) {
      for (auto const& one : value)
        if (one.is_object())
          take_feature(out, one);
    } else if (auto text = text_of(value); !text.empty() && key != "RECORD_ID") {
      key == "DATA_SOURCE" ? void(out.source = std::move(text)) : take_flat(out, key, std::move(text));
    }
  }
  for (auto const& feature : out.features)
    if (auto const type = feature.get("RECORD_TYPE"); !type.empty())
      out.type = type;
  if (out.id.empty() || out.features.empty())
    return {};
  return out;
}

} // namespace attache::read
