#include "read/trip_windows.h"

#include "base/unicode.h"
#include "read/holidays.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>

namespace attache::read {
namespace {

using Span = std::chrono::days;

constexpr std::array<std::string_view, 7> weekday_names{"sunday",   "monday", "tuesday", "wednesday",
                                                        "thursday", "friday", "saturday"};

auto unreadable(std::string what, std::string hint) { return fail(Fault::input, std::move(what), {}, std::move(hint)); }

// All of `text` as a number of at most 4 digits.
std::optional<int> whole_number(std::string_view text) {
  auto value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  auto const digits = std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
  if (error != std::errc{} || end != text.data() + text.size() || !digits || text.size() > 4)
    return {};
  return value;
}

std::chrono::weekday weekday_of(TripDays const& trip, int day) { return std::chrono::weekday{trip.first + Span{day}}; }

std::vector<int> days_where(TripDays const& trip, auto wanted) {
  std::vector<int> out;
  for (auto day = 0; day < trip.days; ++day)
    if (wanted(day))
      out.push_back(day);
  return out;
}

Result<int> date_in_trip(std::string_view word, TripDays const& trip) {
  auto const year = static_cast<int>(std::chrono::year_month_day{trip.first}.year());
  auto const full = word.size() == 5;
  for (auto const y : {year, year + 1}) {
    auto const moment = parse_moment(full ? fmt::format("{:04}-{}", y, word) : std::string{word});
    if (!moment || moment->precision != Precision::day)
      return unreadable(fmt::format("'{}' is not a day", word), "write 2024-06-04, 06-04, Tue, workdays or daily");
    auto const day = static_cast<int>((std::chrono::floor<Span>(moment->at) - trip.first).count());
    if (day >= 0 && day < trip.days)
      return day;
  }
  return unreadable(fmt::format("{} is not a day of the trip", word),
                    fmt::format("the trip lasts from {} to {}", date_string(trip.first),
                                date_string(trip.first + Span{trip.days - 1})));
}

Result<std::vector<int>> date_range(std::string_view word, std::size_t dots, TripDays const& trip) {
  auto const from = TRY(date_in_trip(word.substr(0, dots), trip));
  auto const to = TRY(date_in_trip(word.substr(dots + 2), trip));
  if (to < from)
    return unreadable(fmt::format("'{}' ends before it begins", word), "put the earlier day first");
  return days_where(trip, [&](int day) { return day >= from && day <= to; });
}

Result<std::vector<int>> holidays_in_trip(std::string_view country, TripDays const& trip) {
  auto const year = static_cast<int>(std::chrono::year_month_day{trip.first}.year());
  auto const this_year = holidays(country, year);
  auto const next_year = holidays(country, year + 1);
  if (!this_year)
    return unreadable(fmt::format("the holidays of '{}' are not known", country),
                      "write holidays US or holidays KR, or the days themselves: 2024-06-19");
  return days_where(trip, [&](int day) {
    return this_year->contains(trip.first + Span{day}) || next_year->contains(trip.first + Span{day});
  });
}

// "Mon-Fri", "fri-mon".
std::optional<std::vector<int>> weekday_range(std::string_view word, TripDays const& trip) {
  auto const dash = std::min(word.find('-'), word.size());
  auto const from = parse_weekday(word.substr(0, dash));
  auto const to = dash == word.size() ? from : parse_weekday(word.substr(dash + 1));
  if (!from || !to)
    return {};
  return days_where(trip, [&](int day) {
    auto const since = (weekday_of(trip, day).c_encoding() + 7 - *from) % 7;
    return since <= (*to + 7 - *from) % 7;
  });
}

// The words of a window string. A comma between a weekday and a date tells "Tue, 06-04" from "Tue 06-04".
struct Word {
  std::string text;
  bool after_comma = false;
};

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> out;
  auto comma = false;
  for (std::size_t i = 0; i < text.size();) {
    if (std::string_view{" \t\n,;"}.find(text[i]) != std::string_view::npos) {
      comma = comma || text[i] == ',' || text[i] == ';';
      ++i;
      continue;
    }
    auto const end = std::min(text.find_first_of(" \t\n,;", i), text.size());
    out.push_back({.text = std::string{text.substr(i, end - i)}, .after_comma = comma});
    comma = false;
    i = end;
  }
  return out;
}

std::optional<Minutes> clock(std::string_view text) {
  auto const colon = text.find(':');
  if (colon == std::string_view::npos)
    return {};
  auto const hour = whole_number(text.substr(0, colon));
  auto const minute = whole_number(text.substr(colon + 1));
  if (!hour || !minute || *minute > 59 || *hour > 24 || (*hour == 24 && *minute != 0) || text.size() - colon != 3)
    return {};
  return Minutes{*hour * 60 + *minute};
}

// A moment, as hours that end when they begin.
Result<std::pair<Minutes, Minutes>> parse_moment_of_day(std::string_view text) {
  auto const moment = clock(text);
  if (!moment)
    return unreadable(fmt::format("'{}' is no time of day", text), "write 09:30");
  return std::pair{*moment, *moment};
}

class WindowReader {
public:
  enum class Of : std::uint8_t { hours, moments };
  explicit WindowReader(TripDays const& trip, Of of = Of::hours) : trip_(trip), of_(of) {}

  Result<void> take(Word const& word) {
    if (word.text.find(':') != std::string::npos)
      return take_hours(word.text);
    if (hours_seen_) {
      days_.clear();
      hours_seen_ = false;
    }
    auto found = TRY(parse_days(word.text, trip_));
    day_seen_ = true;
    auto const date = word.text.front() >= '0' && word.text.front() <= '9';
    if (date && checks_ && !word.after_comma)
      TRY(check_weekday(word.text, found));
    else
      days_.insert(days_.end(), last_.begin(), last_.end());
    last_ = std::move(found);
    checks_ = date ? std::nullopt : parse_weekday(word.text);
    return {};
  }

  Result<std::vector<Window>> finish() {
    if (!hours_seen_)
      return unreadable("there are days without hours",
                        fmt::format("write them behind the days: 06-04 09:30{}", of_ == Of::hours ? "-12:00" : ""));
    return join_windows(std::move(windows_));
  }

private:
  Result<void> take_hours(std::string_view text) {
    auto const [from, to] = TRY(of_ == Of::hours ? parse_hours(text) : parse_moment_of_day(text));
    days_.insert(days_.end(), last_.begin(), last_.end());
    last_.clear();
    checks_.reset();
    hours_seen_ = true;
    if (!day_seen_)
      return unreadable(fmt::format("'{}' stands before any day", text), "write days first: 06-04 09:30-12:00");
    for (auto const day : days_)
      windows_.push_back({.day = day, .from = from, .to = to});
    return {};
  }

  // "Tue 06-04": the date alone counts, and it must be a Tuesday.
  Result<void> check_weekday(std::string_view word, std::vector<int> const& found) {
    for (auto const day : found)
      if (weekday_of(trip_, day).c_encoding() != *checks_)
        return unreadable(fmt::format("{} is a {}, not a {}", date_string(trip_.first + Span{day}),
                                      weekday_names.at(weekday_of(trip_, day).c_encoding()),
                                      weekday_names.at(*checks_)),
                          fmt::format("correct '{}', or put a comma between the two if both are meant", word));
    return {};
  }

  TripDays const& trip_;
  Of of_;
  std::vector<Window> windows_;
  std::vector<int> days_, last_; // of this group; `last_` may still turn out to be the check of the date behind it
  std::optional<unsigned> checks_;
  bool day_seen_ = false; // it may name no day: "workdays" of a weekend
  bool hours_seen_ = false;
};

} // namespace

std::optional<unsigned> parse_weekday(std::string_view word) {
  auto const folded = fold_case(word);
  for (std::size_t i = 0; i < weekday_names.size(); ++i)
    if (folded.size() >= 3 && weekday_names.at(i).starts_with(folded))
      return static_cast<unsigned>(i);
  return {};
}

std::optional<Minutes> parse_length(std::string_view text) {
  auto const folded = fold_case(squeeze(text));
  auto const hour = folded.find('h');
  auto rest = std::string_view{folded};
  auto minutes = 0;
  if (hour != std::string::npos) {
    auto const hours = whole_number(rest.substr(0, hour));
    if (!hours)
      return {};
    minutes = *hours * 60;
    rest.remove_prefix(hour + 1);
  }
  while (rest.starts_with(' '))
    rest.remove_prefix(1);
  for (std::string_view const unit : {"minutes", "min", "m"})
    if (rest.ends_with(unit)) {
      rest.remove_suffix(unit.size());
      break;
    }
  while (rest.ends_with(' '))
    rest.remove_suffix(1);
  if (rest.empty())
    return hour == std::string::npos ? std::nullopt : std::optional{Minutes{minutes}};
  auto const more = whole_number(rest);
  if (!more)
    return {};
  return Minutes{minutes + *more};
}

Result<std::pair<Minutes, Minutes>> parse_hours(std::string_view text) {
  constexpr std::string_view en_dash = "–";
  auto const dash = std::min(text.find('-'), text.find(en_dash));
  auto const from = clock(text.substr(0, dash));
  auto const behind = dash == std::string_view::npos ? text.size() : dash + (text[dash] == '-' ? 1 : en_dash.size());
  auto const to = clock(text.substr(behind));
  if (!from || !to)
    return unreadable(fmt::format("'{}' are no hours", text), "write 09:30-12:00");
  if (*to <= *from)
    return unreadable(fmt::format("'{}' ends before it begins", text), "hours stay within one day; 24:00 is midnight");
  return std::pair{*from, *to};
}

Result<std::vector<int>> parse_days(std::string_view word, TripDays const& trip) {
  auto const folded = fold_case(word);
  auto const weekend = [&](int day) {
    auto const weekday = weekday_of(trip, day);
    return weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
  };
  if (folded == "workdays" || folded == "workday")
    return days_where(trip, [&](int day) { return trip.working.at(static_cast<std::size_t>(day)) != 0; });
  if (folded == "daily" || folded == "everyday" || folded == "always")
    return days_where(trip, [](int) { return true; });
  if (folded == "weekdays")
    return days_where(trip, [&](int day) { return !weekend(day); });
  if (folded == "weekends" || folded == "weekend")
    return days_where(trip, weekend);
  if (folded.starts_with("holidays "))
    return holidays_in_trip(folded.substr(9), trip);
  if (auto found = weekday_range(folded, trip))
    return std::move(*found);
  if (auto const dots = folded.find(".."); dots != std::string::npos)
    return date_range(folded, dots, trip);
  return std::vector<int>{TRY(date_in_trip(folded, trip))};
}

std::vector<Window> join_windows(std::vector<Window> windows) {
  std::ranges::sort(windows, {}, [](Window const& w) { return std::tuple{w.day, w.from, w.to}; });
  std::vector<Window> out;
  for (auto const& window : windows)
    if (!out.empty() && out.back().day == window.day && window.from <= out.back().to)
      out.back().to = std::max(out.back().to, window.to);
    else
      out.push_back(window);
  return out;
}

Result<std::vector<Window>> parse_windows(std::string_view text, TripDays const& days) {
  WindowReader reader{days};
  for (auto const& word : words_of(text))
    TRY(reader.take(word));
  return reader.finish();
}

Result<std::vector<Departure>> parse_departures(std::string_view text, TripDays const& days) {
  WindowReader reader{days, WindowReader::Of::moments};
  for (auto const& word : words_of(text))
    TRY(reader.take(word));
  std::vector<Departure> departures;
  for (auto const& moment : TRY(reader.finish()))
    departures.push_back({.day = moment.day, .at = moment.from});
  return departures;
}

} // namespace attache::read
