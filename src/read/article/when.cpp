#include "read/article/when.h"

namespace attache::read::press {

using namespace std::chrono;

namespace {

Day day_at(Moment moment) { return floor<std::chrono::days>(moment.at); }
year_month_day calendar(Moment moment) { return year_month_day{day_at(moment)}; }

} // namespace

int year_of(Moment moment) { return static_cast<int>(calendar(moment).year()); }
int month_of(Moment moment) { return static_cast<int>(static_cast<unsigned>(calendar(moment).month())); }

Moment make_day(int y, int m, int d) {
  if (y < 1900 || y > 2200 || m < 1 || m > 12 || d < 1 || d > 31)
    return {};
  year_month_day const date{year{y}, month{static_cast<unsigned>(m)}, std::chrono::day{static_cast<unsigned>(d)}};
  return date.ok() ? day_moment(sys_days{date}) : Moment{};
}

Moment shifted(Moment published, int count) {
  return published.known() ? day_moment(day_at(published) + std::chrono::days{count}) : Moment{};
}

Moment month_shifted(Moment published, int months) {
  if (!published.known())
    return {};
  auto const index = year_of(published) * 12 + month_of(published) - 1 + months;
  return month_moment(index / 12, index % 12 + 1);
}

Moment day_of_month(int d, Clock const& clock) {
  if (!clock.published.known())
    return {};
  auto const today = day_at(clock.published);
  for (int step = 0; step <= 2; ++step) {
    auto const in = month_shifted(clock.published, clock.future ? step : -step);
    auto const candidate = make_day(year_of(in), month_of(in), d);
    if (candidate.known() && (clock.future ? day_at(candidate) >= today : day_at(candidate) <= today))
      return candidate;
  }
  return {};
}

} // namespace attache::read::press
