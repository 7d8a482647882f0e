#include "report/phrases.h"

#include "report/clock.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <set>

namespace attache::report {
namespace {

constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::array weekdays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};

std::chrono::year_month_day date_of(Instant at) {
  return std::chrono::year_month_day{std::chrono::floor<std::chrono::days>(at)};
}

std::string month_name(std::chrono::year_month_day const& date) {
  return months.at(static_cast<unsigned>(date.month()) - 1);
}

std::string plain_day(Instant at) {
  auto const date = date_of(at);
  return fmt::format("{} {} {}", static_cast<unsigned>(date.day()), month_name(date), static_cast<int>(date.year()));
}

// One decimal, without a zero behind the point.
std::string decimal(double value) {
  auto text = fmt::format("{:.1f}", value);
  if (text.ends_with(".0"))
    text.resize(text.size() - 2);
  return text == "-0" ? "0" : text;
}

} // namespace

std::string short_day_text(Day day) {
  auto const date = std::chrono::year_month_day{day};
  return fmt::format("{} {} {}", weekdays.at(std::chrono::weekday{day}.c_encoding()), static_cast<unsigned>(date.day()),
                     month_name(date));
}

std::string day_text(Day day) {
  return fmt::format("{} {}", short_day_text(day), static_cast<int>(std::chrono::year_month_day{day}.year()));
}

std::string clock_text(Minutes time) {
  auto const minutes = ((time.count() % 1440) + 1440) % 1440;
  return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
}

std::string span_text(Minutes start, Minutes end) { return clock_text(start) + "–" + clock_text(end); }

std::string travel_text(BriefingDay const& day) {
  Minutes sum{0};
  std::string ways;
  for (auto const& leg : day.travel) {
    sum += leg.minutes;
    if (!leg.by.empty())
      ways += (ways.empty() ? ": " : ", ") + leg.by;
  }
  return sum.count() > 0 ? length_text(sum) + " on the way" + ways : "";
}

std::string length_text(Minutes length) {
  auto const hours = length.count() / 60;
  auto const minutes = length.count() % 60;
  if (hours == 0)
    return fmt::format("{} min", minutes);
  return minutes == 0 ? fmt::format("{} h", hours) : fmt::format("{} h {} min", hours, minutes);
}

std::string moment_text(Moment moment) {
  auto const date = date_of(moment.at);
  switch (moment.precision) {
  case Precision::unknown: return "date unknown";
  case Precision::year: return std::to_string(static_cast<int>(date.year()));
  case Precision::month: return fmt::format("{} {}", month_name(date), static_cast<int>(date.year()));
  case Precision::day:
  case Precision::minute: return plain_day(moment.at);
  }
  return {};
}

std::string interval_text(Interval const& when) {
  auto const local = [&](Moment moment) {
    if (moment.precision == Precision::minute)
      moment.at = local_clock(moment.at, when.zone).value_or(moment.at);
    return moment;
  };
  auto const from = local(when.from);
  auto const to = local(when.to);
  auto const one_sitting = to.precision == Precision::minute && to.at - from.at < std::chrono::days{1};
  if (!to.known() || one_sitting || moment_text(from) == moment_text(to))
    return moment_text(from);
  auto const first = date_of(from.at);
  auto const last = date_of(to.at);
  if (from.precision < Precision::day || to.precision < Precision::day || first.year() != last.year())
    return moment_text(from) + " – " + moment_text(to);
  if (first.month() != last.month())
    return fmt::format("{} {} – {}", static_cast<unsigned>(first.day()), month_name(first), moment_text(to));
  return fmt::format("{}–{}", static_cast<unsigned>(first.day()), moment_text(to));
}

std::string amount_text(double amount, std::string_view currency) {
  struct Unit {
    double size;
    std::string_view name;
  };
  static constexpr std::array<Unit, 3> units{{{1e12, " tn"}, {1e9, " bn"}, {1e6, " m"}}};
  auto const* const unit =
      std::ranges::find_if(units, [&](Unit const& u) { return std::abs(amount) >= u.size * 0.9995; });
  auto const number = unit == units.end() ? decimal(amount) : decimal(amount / unit->size) + std::string{unit->name};
  return currency.empty() ? number : fmt::format("{} {}", number, currency);
}

std::string points_text(double points) { return decimal(points); }

std::string silence_text(double days) {
  if (days < 1.5)
    return days < 0.5 ? "0 days" : "1 day";
  if (days < 90)
    return fmt::format("{} days", std::lround(days));
  if (days < 730)
    return fmt::format("{} months", std::lround(days / 30.44));
  return fmt::format("{} years", decimal(days / 365.25));
}

std::string claim_text(ClaimId claim) { return fmt::format("c{}", number(claim)); }

std::string quoted(std::string_view words) { return words.empty() ? "—" : fmt::format("“{}”", words); }

std::string percent_text(double part) { return fmt::format("{} %", std::lround(part * 100)); }

std::string tie_text(BriefedPerson const& person) {
  if (!person.has_tie)
    return "never met";
  auto const meetings = fmt::format("{} {}", person.meetings, person.meetings == 1 ? "meeting" : "meetings");
  return fmt::format("tie {}: {} in {} {}, last {}, silent for {}", to_string(person.state), meetings, person.contacts,
                     person.contacts == 1 ? "contact" : "contacts", plain_day(person.last),
                     silence_text(person.silence_days));
}

std::string figure_text(BriefedFigure const& figure) {
  auto text = fmt::format("{} {}, {}", figure.kind, amount_text(figure.amount, figure.currency),
                          figure.as_of.known() ? moment_text(figure.as_of) : "date unknown");
  if (!figure.says_so.empty())
    text += " — " + figure.says_so;
  return text;
}

std::string role_text(BriefedRole const& role) {
  auto text = role.title;
  if (!role.organisation.empty())
    text += (text.empty() ? "" : ", ") + role.organisation;
  if (!role.current)
    text += " (former)";
  else if (role.since.known())
    text += fmt::format(" (since {})", moment_text(role.since));
  return text;
}

std::string heading_of(MeetingBrief const& meeting) {
  if (!meeting.title.empty())
    return meeting.title;
  std::string names;
  for (auto const& person : meeting.people)
    names += (names.empty() ? "" : ", ") + person.name.text;
  return names.empty() ? meeting.organisation : names;
}

std::string city_name(std::vector<City> const& cities, int city) {
  return city >= 0 && static_cast<std::size_t>(city) < cities.size() ? cities[static_cast<std::size_t>(city)].name
                                                                     : std::string{};
}

std::string trip_dates(Day first, std::size_t days) {
  auto const length = fmt::format("{} {}", days, days == 1 ? "day" : "days");
  if (days <= 1)
    return day_text(first) + " · " + length;
  auto const last = first + std::chrono::days{static_cast<int>(days) - 1};
  return fmt::format("{} – {} · {}", day_text(first), day_text(last), length);
}

int companies_of(Briefing const& briefing) {
  std::set<std::string> names;
  for (auto const& meeting : briefing.meetings)
    if (!meeting.organisation.empty())
      names.insert(meeting.organisation);
  return static_cast<int>(names.size());
}

int big_shot_days(Briefing const& briefing) {
  return static_cast<int>(std::ranges::count_if(briefing.days, &BriefingDay::big_shot));
}

int working_days(Briefing const& briefing) {
  return static_cast<int>(std::ranges::count_if(briefing.days, &BriefingDay::working));
}

} // namespace attache::report
