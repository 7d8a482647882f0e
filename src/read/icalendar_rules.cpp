#include "read/icalendar_rules.h"

#include <fmt/format.h>
#include <libical/ical.h>
#include <memory>

namespace attache::read {
namespace {

constexpr std::size_t most_occurrences = 5000;

struct FreeZone {
  void operator()(icaltimezone* zone) const { icaltimezone_free(zone, 1); }
};

struct FreeIterator {
  void operator()(icalrecur_iterator* iterator) const { icalrecur_iterator_free(iterator); }
};

icaltimetype ical_time(std::chrono::seconds since_epoch) {
  auto const days = std::chrono::floor<std::chrono::days>(since_epoch);
  auto const date = std::chrono::year_month_day{Day{days}};
  auto const seconds = static_cast<int>((since_epoch - days).count());
  auto time = icaltime_null_time();
  time.year = static_cast<int>(date.year());
  time.month = static_cast<int>(static_cast<unsigned>(date.month()));
  time.day = static_cast<int>(static_cast<unsigned>(date.day()));
  time.hour = seconds / 3600;
  time.minute = seconds / 60 % 60;
  time.second = seconds % 60;
  return time;
}

LocalTime local_time(icaltimetype const& time) {
  auto const date =
      std::chrono::year_month_day{std::chrono::year{time.year}, std::chrono::month{static_cast<unsigned>(time.month)},
                                  std::chrono::day{static_cast<unsigned>(time.day)}};
  return LocalTime{Day{date}.time_since_epoch() + std::chrono::hours{time.hour} + std::chrono::minutes{time.minute} +
                   std::chrono::seconds{time.second}};
}

} // namespace

std::optional<Zone> custom_zone(std::string const& vtimezone) {
  auto* const component = icalparser_parse_string(vtimezone.c_str());
  if (component == nullptr)
    return {};
  std::shared_ptr<icaltimezone> const zone{icaltimezone_new(), FreeZone{}};
  if (icalcomponent_isa(component) != ICAL_VTIMEZONE_COMPONENT ||
      icaltimezone_set_component(zone.get(), component) == 0) {
    icalcomponent_free(component);
    return {};
  }
  return Zone{.to_utc =
                  [zone](LocalTime local) {
                    auto time = ical_time(local.time_since_epoch());
                    auto const offset = icaltimezone_get_utc_offset(zone.get(), &time, nullptr);
                    return Instant{local.time_since_epoch() - std::chrono::seconds{offset}};
                  },
              .to_local =
                  [zone](Instant at) {
                    auto time = ical_time(at.time_since_epoch());
                    time.zone = icaltimezone_get_utc_timezone();
                    auto const offset = icaltimezone_get_utc_offset_of_utc_time(zone.get(), &time, nullptr);
                    return LocalTime{at.time_since_epoch() + std::chrono::seconds{offset}};
                  }};
}

Result<Repetition> repeat(std::string const& rule, LocalTime start, LocalTime last) {
  auto const parsed = icalrecurrencetype_from_string(rule.c_str());
  if (parsed.freq == ICAL_NO_RECURRENCE)
    return fail(Fault::input, fmt::format("the repetition rule '{}' cannot be read", rule));
  if (parsed.freq == ICAL_SECONDLY_RECURRENCE || parsed.freq == ICAL_MINUTELY_RECURRENCE ||
      parsed.freq == ICAL_HOURLY_RECURRENCE)
    return fail(Fault::input, "the event repeats within a day");
  std::unique_ptr<icalrecur_iterator, FreeIterator> const iterator{
      icalrecur_iterator_new(parsed, ical_time(start.time_since_epoch()))};
  if (!iterator)
    return fail(Fault::input, fmt::format("the repetition rule '{}' contradicts itself", rule));
  Repetition found;
  for (auto next = icalrecur_iterator_next(iterator.get()); icaltime_is_null_time(next) == 0;
       next = icalrecur_iterator_next(iterator.get())) {
    auto const at = local_time(next);
    if (at > last)
      break;
    if (found.starts.size() == most_occurrences) {
      found.cut_short = true;
      break;
    }
    found.starts.push_back(at);
  }
  return found;
}

} // namespace attache::read
