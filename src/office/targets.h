// How many living ties an office wants where, as one writes it down.
#pragma once

#include "base/result.h"
#include "see/coverage.h"

#include <string_view>
#include <vector>

namespace attache::office {

// "SECTOR/REGION/TIER=WANTED", with an empty or absent part for any: "AI/US/1=5", "Bio=12", "//1=20". Several stand on
// lines of their own or between commas; what follows a # is a remark. Fault::input with the line.
Result<std::vector<see::CoverageTarget>> parse_targets(std::string_view text, std::string_view where = {});

} // namespace attache::office
