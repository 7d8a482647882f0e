#include "base/unicode.h"
#include "read/csv_rows.h"
#include "read/senzing.h"
#include "read/senzing_record.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace attache::read {
namespace {

using Json = nlohmann::json;

// Numbers that one authority gives to one person or organisation: "PASSPORT_NUMBER" beside "PASSPORT_COUNTRY".
constexpr std::array<std::string_view, 11> number_families{"PASSPORT", "DRIVERS_LICENSE", "SSN",       "NATIONAL_ID",
                                                           "TAX_ID",   "OTHER_ID",        "LEI",       "DUNS",
                                                           "NPI",      "ACCOUNT",         "TRUSTED_ID"};
// Attributes that are read in another way than as a claim each.
constexpr std::array<std::string_view, 4> not_kept{"RECORD_TYPE", "REL_ANCHOR", "REL_POINTER", "_TYPE"};

std::string joined(SenzingFeature const& feature, std::initializer_list<std::string_view> attributes,
                   std::string_view between) {
  std::string out;
  for (auto const attribute : attributes)
    if (auto const part = feature.get(attribute); !part.empty())
      out += (out.empty() ? std::string{} : std::string{between}) + std::string{part};
  return out;
}

std::string name_in(SenzingFeature const& feature) {
  for (auto const whole : {"NAME_ORG", "NAME_FULL"})
    if (auto const text = feature.get(whole); !text.empty())
      return std::string{text};
  return joined(feature, {"NAME_PREFIX", "NAME_FIRST", "NAME_MIDDLE", "NAME_LAST", "NAME_SUFFIX"}, " ");
}

std::string address_in(SenzingFeature const& feature) {
  return joined(feature,
                {"ADDR_FULL", "ADDR_LINE1", "ADDR_LINE2", "ADDR_LINE3", "ADDR_LINE4", "ADDR_CITY", "ADDR_STATE",
                 "ADDR_POSTAL_CODE", "ADDR_COUNTRY"},
                ", ");
}

// "3/1/70" and "24-May-11": a birth has its year in two digits often, and no order of its own.
std::string with_century(std::string_view text) {
  auto const digit = [](char c) { return c >= '0' && c <= '9'; };
  auto const size = text.size();
  std::size_t run = 0;
  for (auto const c : text) {
    run = digit(c) ? run + 1 : 0;
    if (run > 2)
      return std::string{text};
  }
  if (size < 6 || run != 2 || std::string_view{"/-. "}.find(text[size - 3]) == std::string_view::npos)
    return std::string{text};
  constexpr int newest = 30; // of two digits: this century
  auto const year = (text[size - 2] - '0') * 10 + (text[size - 1] - '0');
  return std::string{text.substr(0, size - 2)} + (year <= newest ? "20" : "19") + std::string{text.substr(size - 2)};
}

// "10/11/1978" is read as the other dates of the file are written, "20/8/1991" as itself says.
std::optional<Moment> birth_value(std::string_view text, DayOrder order) {
  auto const whole = with_century(text);
  auto const own = order_shown(whole);
  return date_value(whole, own == DayOrder::unknown ? order : own);
}

class SenzingReader {
public:
  SenzingReader(std::string_view name, Sink const& sink) : out_(name, sink) {}

  Result<void> read(std::string_view bytes) {
    TRY(each(bytes, false, [&](SenzingRecord const& record) { look(record); }));
    TRY(each(bytes, true, [&](SenzingRecord const& record) { read_record(record); }));
    TRY(each(bytes, false, [&](SenzingRecord const& record) { read_pointers(record); }));
    return out_.finish();
  }
  [[nodiscard]] bool found_any() const { return any_; }

private:
  Result<void> each(std::string_view bytes, bool report, auto visit) {
    auto const one = [&](Json const& json, int line) -> Result<void> {
      if (auto const record = senzing_record(json, line))
        visit(*record);
      else if (report)
        out_.reject(line, "this is no record", "each is one JSON object with DATA_SOURCE, RECORD_ID and attributes");
      return out_.row_done();
    };
    auto const start = bytes.find_first_not_of(" \t\r\n");
    if (start != std::string_view::npos && bytes[start] == '[') {
      auto const whole = Json::parse(bytes, nullptr, false);
      for (std::size_t i = 0; whole.is_array() && i < whole.size(); ++i)
        TRY(one(whole[i], static_cast<int>(i) + 1));
      return {};
    }
    auto line = 0;
    for (std::size_t at = 0; at < bytes.size();) {
      auto const end = std::min(bytes.find('\n', at), bytes.size());
      auto const text = bytes.substr(at, end - at);
      at = end + 1;
      ++line;
      if (text.find_first_not_of(" \t\r") != std::string_view::npos)
        TRY(one(Json::parse(text, nullptr, false), line));
    }
    return {};
  }

  static bool is_organisation(SenzingRecord const& record) {
    if (!record.type.empty())
      return record.type.starts_with("ORG") || record.type.starts_with("COMP") || record.type.starts_with("BUSI");
    return std::ranges::any_of(record.features, [](auto const& one) { return !one.get("NAME_ORG").empty(); });
  }

  void look(SenzingRecord const& record) {
    any_ = true;
    for (auto const& feature : record.features)
      if (auto const born = feature.get("DATE_OF_BIRTH"); !born.empty())
        ++shown_.at(static_cast<std::size_t>(order_shown(with_century(born))));
  }

  static std::uint64_t anchor(std::string_view domain, std::string_view key) {
    return hash_of(fmt::format("{}|{}", domain, key));
  }
  static std::string key_of(SenzingRecord const& record) {
    return fmt::format("senzing:{}:{}", record.source, record.id);
  }

  void read_record(SenzingRecord const& record) {
    auto const key = key_of(record);
    if (!record.type.empty() && record.type != "PERSON" && !is_organisation(record))
      return out_.reject(record.line, fmt::format("a record of type {} is skipped", record.type),
                         "attache keeps people and organisations");
    if (records_[hash_of(key)] != 0)
      return out_.reject(record.line, fmt::format("the record {} {} is there twice", record.source, record.id),
                         "keep one of the two");
    bool const organisation = is_organisation(record);
    auto const id = out_.add_record(organisation ? RecordKind::organisation : RecordKind::person, key);
    records_[hash_of(key)] = organisation ? -number(id) : number(id);
    named_ = false;
    for (auto const& feature : record.features)
      read_feature(record, id, feature);
    for (auto const& [field, text] : record.others)
      out_.add_claim(id, "x:" + field, text, text, record.line);
    out_.add_claim(id, "x:RECORD_ID", record.id, record.id, record.line);
  }

  void read_feature(SenzingRecord const& record, RecordId id, SenzingFeature const& feature) {
    read_name(record, id, feature);
    read_address(record, id, feature);
    for (auto const& [attribute, text] : feature.fields)
      if (!attribute.starts_with("NAME_") && !attribute.starts_with("ADDR_"))
        read_attribute(record, id, feature, attribute, text);
    if (auto const key = feature.get("REL_ANCHOR_KEY"); !key.empty())
      anchors_[anchor(feature.get("REL_ANCHOR_DOMAIN"), key)] = records_[hash_of(key_of(record))];
  }

  void read_name(SenzingRecord const& record, RecordId id, SenzingFeature const& feature) {
    auto const whole = name_in(feature);
    if (whole.empty())
      return;
    out_.add_claim(id, named_ ? property::alias : property::name, whole, whole, record.line);
    if (!named_ && !is_organisation(record))
      for (auto const& [attribute, ours] :
           {std::pair{"NAME_FIRST", property::given_name}, {"NAME_LAST", property::family_name}})
        if (auto const part = feature.get(attribute); !part.empty())
          out_.add_claim(id, ours, std::string{part}, part, record.line);
    named_ = true;
  }

  void read_address(SenzingRecord const& record, RecordId id, SenzingFeature const& feature) {
    auto const whole = address_in(feature);
    if (whole.empty())
      return;
    out_.add_claim(id, property::address, whole, whole, record.line);
    for (auto const& [attribute, ours] : {std::pair{"ADDR_CITY", property::city}, {"ADDR_COUNTRY", property::country}})
      if (auto const part = feature.get(attribute); !part.empty())
        out_.add_claim(id, ours, std::string{part}, part, record.line);
  }

  void read_attribute(SenzingRecord const& record, RecordId id, SenzingFeature const& feature,
                      std::string const& attribute, std::string const& text) {
    auto const say = [&](std::string_view property, std::optional<std::string> value) {
      out_.add_claim(id, value ? std::string{property} : "x:" + attribute, value ? *value : text, text, record.line);
    };
    if (attribute == "EMAIL_ADDRESS")
      say(property::email, email_value(text));
    else if (attribute == "PHONE_NUMBER")
      say(property::phone, phone_value(text));
    else if (attribute == "WEBSITE_ADDRESS")
      say(property::url, text);
    else if (attribute == "DATE_OF_BIRTH" || attribute == "REGISTRATION_DATE")
      read_birth(record, id, attribute, text);
    else if (attribute == "EMPLOYER")
      out_.add_link(id, property::role, out_.mention(RecordKind::organisation, text, {}, record.line), {}, text,
                    record.line);
    else if (is_number(attribute))
      out_.add_claim(id, "x:" + attribute, with_authority(feature, attribute, text), text, record.line);
    else if (std::ranges::none_of(not_kept, [&](auto word) { return attribute.find(word) != std::string::npos; }) &&
             !qualifies_number(attribute))
      out_.add_claim(id, "x:" + attribute, text, text, record.line);
  }

  void read_birth(SenzingRecord const& record, RecordId id, std::string const& attribute, std::string const& text) {
    auto const order =
        shown_[static_cast<std::size_t>(DayOrder::day_first)] > shown_[static_cast<std::size_t>(DayOrder::month_first)]
            ? DayOrder::day_first
            : DayOrder::month_first;
    auto const moment = birth_value(text, order);
    bool const birth = attribute == "DATE_OF_BIRTH";
    out_.add_claim(id, birth && moment ? std::string{property::birthday} : "x:" + attribute,
                   moment ? to_string(*moment).substr(0, 10) : text, text, record.line);
  }

  static bool is_number(std::string_view attribute) {
    return (attribute.ends_with("_NUMBER") || attribute.ends_with("_LAST4")) &&
           std::ranges::any_of(number_families, [&](auto family) { return attribute.starts_with(family); });
  }
  static bool qualifies_number(std::string_view attribute) {
    return std::ranges::any_of(number_families, [&](auto family) { return attribute.starts_with(family); });
  }

  // "10251111 (US)": a number means nothing without who gave it.
  static std::string with_authority(SenzingFeature const& feature, std::string_view attribute,
                                    std::string const& text) {
    auto const family = std::string{attribute.substr(0, attribute.rfind('_'))};
    std::string by;
    for (auto const* const part : {"_TYPE", "_COUNTRY", "_STATE", "_DOMAIN"})
      if (auto const value = feature.get(family + part); !value.empty())
        by += (by.empty() ? "" : ", ") + std::string{value};
    return by.empty() ? text : fmt::format("{} ({})", text, by);
  }

  void read_pointers(SenzingRecord const& record) {
    auto const from = records_[hash_of(key_of(record))];
    for (auto const& feature : record.features) {
      auto const key = feature.get("REL_POINTER_KEY");
      if (key.empty() || from == 0)
        continue;
      auto const found = anchors_[anchor(feature.get("REL_POINTER_DOMAIN"), key)];
      point(record, from, found, feature);
    }
  }

  // A person has a role in an organisation; between organisations only what says who owns whom is kept.
  void point(SenzingRecord const& record, std::int64_t from, std::int64_t to, SenzingFeature const& feature) {
    auto const role = std::string{feature.get("REL_POINTER_ROLE")};
    auto const folded = fold_case(role);
    auto const has = [&](std::string_view word) { return folded.find(word) != std::string::npos; };
    if (from > 0 && to < 0) {
      out_.add_link(RecordId{from}, property::role, RecordId{-to}, role, role, record.line);
    } else if (from < 0 && to < 0 && has("parent")) {
      out_.add_link(RecordId{-to}, property::owner_of, RecordId{-from}, {}, role, record.line);
    } else if (from < 0 && to < 0 && (has("own") || has("subsidiary"))) {
      out_.add_link(RecordId{-from}, property::owner_of, RecordId{-to}, {}, role, record.line);
    } else {
      out_.reject(
          record.line,
          fmt::format("the relation '{}' of {} {} says nothing that attache keeps", role, record.source, record.id),
          "a person points at an organisation in the same file, or an organisation at the one that owns it");
    }
  }

  BatchWriter out_;
  HashTable records_; // of a record's key: positive for a person, negative for an organisation
  HashTable anchors_; // of an anchor: the record that stands there
  std::array<int, 3> shown_{};
  bool named_ = false;
  bool any_ = false;
};

} // namespace

Result<void> senzing(std::string_view bytes, std::string_view name, Sink const& sink) {
  SenzingReader reader{name, sink};
  TRY(reader.read(bytes.starts_with("\xEF\xBB\xBF") ? bytes.substr(3) : bytes));
  if (!reader.found_any())
    return fail(Fault::input, "no object is a Senzing record", fmt::format("{}:1", name),
                "each is one JSON object with DATA_SOURCE, RECORD_ID and attributes such as NAME_FULL");
  return {};
}

} // namespace attache::read
