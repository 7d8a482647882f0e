#include "read/icalendar_zone.h"

#include <array>
#include <date/tz.h>
#include <stdexcept>
#include <unicode/ucal.h>
#include <unicode/unistr.h>

namespace attache::read {
namespace {

date::local_seconds to_date(LocalTime local) { return date::local_seconds{local.time_since_epoch()}; }

date::time_zone const* locate(std::string const& name) {
  if (name.empty())
    return nullptr;
  try {
    return date::locate_zone(name);
  } catch (std::runtime_error const&) {
    return nullptr;
  }
}

// RFC 5545 §3.3.5: a time that does not exist is read with the offset before the gap, one that occurs twice is the
// first of the two. In both cases that is the first offset.
Instant utc_of(date::time_zone const& zone, LocalTime local) {
  return Instant{local.time_since_epoch() - zone.get_info(to_date(local)).first.offset};
}

Zone zone_of(date::time_zone const& zone) {
  return {.name = zone.name(),
          .to_utc = [&zone](LocalTime local) { return utc_of(zone, local); },
          .to_local = [&zone](Instant at) { return LocalTime{zone.to_local(at).time_since_epoch()}; }};
}

date::time_zone const* locate_windows(std::string_view tzid) {
  auto const name = icu::UnicodeString::fromUTF8({tzid.data(), static_cast<std::int32_t>(tzid.size())});
  std::array<UChar, 128> id{};
  UErrorCode status = U_ZERO_ERROR;
  auto const length = ucal_getTimeZoneIDForWindowsID(name.getBuffer(), name.length(), nullptr, id.data(),
                                                     static_cast<std::int32_t>(id.size()), &status);
  if (U_FAILURE(status) != 0 || length <= 0)
    return nullptr;
  std::string iana;
  icu::UnicodeString{id.data(), length}.toUTF8String(iana);
  return locate(iana);
}

} // namespace

std::optional<Zone> iana_zone(std::string_view tzid) {
  auto const whole = std::string{tzid};
  auto const* found = locate(whole);
  if (found == nullptr)
    found = locate_windows(tzid);
  for (auto slash = tzid.find('/'); found == nullptr && slash != std::string_view::npos;
       slash = tzid.find('/', slash + 1))
    found = locate(whole.substr(slash + 1));
  return found == nullptr ? std::nullopt : std::optional{zone_of(*found)};
}

} // namespace attache::read
