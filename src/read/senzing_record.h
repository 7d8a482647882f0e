// One Senzing record taken apart: its attributes by feature, whichever of the format's three shapes it has.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace attache::read {

// What belongs together: the parts of one name, of one address, a number and its country.
struct SenzingFeature {
  std::string usage; // "HOME_" of HOME_PHONE_NUMBER
  std::vector<std::pair<std::string, std::string>> fields;
  // Empty if there is none of that attribute.
  [[nodiscard]] std::string_view get(std::string_view attribute) const;
};

struct SenzingRecord {
  int line = 0;
  std::string source, id, type; // type: PERSON, ORGANIZATION ... or empty
  std::vector<SenzingFeature> features;
  std::vector<std::pair<std::string, std::string>> others; // keys that are no attribute
};

// Empty if the object has no RECORD_ID or nothing but that.
std::optional<SenzingRecord> senzing_record(nlohmann::json const& object, int line);

} // namespace attache::read
