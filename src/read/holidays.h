// Public holidays by rule: the United States and the Republic of Korea.
#pragma once

#include "base/time.h"

#include <optional>
#include <set>
#include <string_view>

namespace attache::read {

// The days off work in that year; nothing for a country without a table. `country`: "US", "KR".
// US: federal holidays and the days on which they are observed, 5 U.S.C. 6103 (Inauguration Day aside).
// KR: 관공서의 공휴일에 관한 규정 §2 and its substitute days §3 (the version in force since 2023); election days and
// holidays declared for one year alone are not in it. Lunar days by ICU's Dangi calendar.
std::optional<std::set<Day>> holidays(std::string_view country, int year);

} // namespace attache::read
