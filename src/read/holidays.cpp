#include "read/holidays.h"

#include <memory>
#include <unicode/ucal.h>

namespace attache::read {
namespace {

using namespace std::chrono;

Day on(int year, unsigned month, unsigned day) {
  return sys_days{std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day}};
}

// Monday the third: (year, 1, Monday, 3).
Day nth(int year, unsigned month, weekday day, unsigned which) {
  return sys_days{std::chrono::year{year} / std::chrono::month{month} / day[which]};
}

// On a Saturday it is observed the day before, on a Sunday the day after.
void observe(std::set<Day>& days, Day day, int year) {
  days.insert(day);
  auto const off = weekday{day} == Saturday ? day - std::chrono::days{1}
                   : weekday{day} == Sunday ? day + std::chrono::days{1}
                                            : day;
  if (year_month_day{off}.year() == std::chrono::year{year})
    days.insert(off);
}

std::set<Day> united_states(int year) {
  std::set<Day> days{nth(year, 1, Monday, 3),    nth(year, 2, Monday, 3),
                     nth(year, 9, Monday, 1),    nth(year, 10, Monday, 2),
                     nth(year, 11, Thursday, 4), sys_days{std::chrono::year{year} / 5 / Monday[last]}};
  for (auto const day : {on(year, 1, 1), on(year, 6, 19), on(year, 7, 4), on(year, 11, 11), on(year, 12, 25)})
    observe(days, day, year);
  if (auto const next = on(year + 1, 1, 1); weekday{next} == Saturday)
    days.insert(next - std::chrono::days{1});
  return days;
}

// The day of a date of the Korean lunisolar calendar that falls into the year.
std::optional<Day> lunar(int year, int month, int day) {
  auto status = U_ZERO_ERROR;
  auto const close = [](UCalendar* calendar) { ucal_close(calendar); };
  std::u16string const zone = u"Asia/Seoul";
  std::unique_ptr<UCalendar, decltype(close)> const calendar{
      ucal_open(zone.c_str(), static_cast<int32_t>(zone.size()), "ko_KR@calendar=dangi", UCAL_DEFAULT, &status), close};
  if (U_FAILURE(status))
    return {};
  // The lunisolar year that most of the year belongs to, found from its summer.
  auto const summer = sys_seconds{on(year, 7, 1)} + hours{3};
  ucal_setMillis(calendar.get(), static_cast<double>(summer.time_since_epoch().count()) * 1000, &status);
  ucal_set(calendar.get(), UCAL_MONTH, month - 1);
  ucal_set(calendar.get(), UCAL_IS_LEAP_MONTH, 0);
  ucal_set(calendar.get(), UCAL_DATE, day);
  auto const millis = ucal_getMillis(calendar.get(), &status);
  if (U_FAILURE(status))
    return {};
  auto const at = sys_seconds{seconds{static_cast<std::int64_t>(millis / 1000)}} + hours{9}; // Korean time
  return floor<std::chrono::days>(at);
}

// §3: the next day that is neither a weekend nor a holiday.
void substitute(std::set<Day>& days, Day after) {
  auto day = after + std::chrono::days{1};
  while (days.contains(day) || weekday{day} == Sunday || weekday{day} == Saturday)
    day += std::chrono::days{1};
  days.insert(day);
}

std::set<Day> korea(int year) {
  std::set<Day> days{on(year, 1, 1), on(year, 6, 6)}; // no substitute for these two
  std::set<Day> moved;                                // where a Saturday counts too
  for (auto const& [month, day] : {std::pair{3U, 1U}, {5U, 5U}, {8U, 15U}, {10U, 3U}, {10U, 9U}, {12U, 25U}})
    moved.insert(on(year, month, day));
  auto overlapping = 0; // Buddha's birthday on Children's Day: one more day
  if (auto const buddha = lunar(year, 4, 8))
    overlapping += moved.insert(*buddha).second ? 0 : 1;
  std::set<Day> feasts; // Seollal and Chuseok, three days each: a Sunday or another holiday counts, a Saturday does not
  for (auto const& [month, day] : {std::pair{1, 1}, {8, 15}})
    if (auto const feast = lunar(year, month, day))
      for (auto const near : {-1, 0, 1})
        feasts.insert(*feast + std::chrono::days{near});
  days.insert(moved.begin(), moved.end());
  auto extra = std::set<Day>{};
  for (auto const day : moved)
    if (weekday{day} == Saturday || weekday{day} == Sunday)
      extra.insert(day);
  Day last_feast{};
  for (auto const day : feasts)
    last_feast = std::max(last_feast, day);
  auto const spring_end =
      feasts.empty() ? Day{} : *std::next(feasts.begin(), std::min<std::ptrdiff_t>(2, std::ssize(feasts) - 1));
  auto const others = days;
  days.insert(feasts.begin(), feasts.end());
  for (auto const day : extra)
    substitute(days, day);
  for (auto const day : feasts)
    if (weekday{day} == Sunday || others.contains(day))
      substitute(days, day <= spring_end ? spring_end : last_feast);
  if (overlapping > 0)
    substitute(days, on(year, 5, 5));
  return days;
}

} // namespace

std::optional<std::set<Day>> holidays(std::string_view country, int year) {
  if (country == "US" || country == "us")
    return united_states(year);
  if (country == "KR" || country == "kr")
    return korea(year);
  return {};
}

} // namespace attache::read
