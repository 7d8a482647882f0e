// Dates, durations and sums of money in both languages, made numbers.
#pragma once

#include "read/article/story.h"

namespace attache::read::press {

// What relative dates count from.
struct Clock {
  Moment published;    // unknown: relative dates are not resolved
  Moment last;         // the date stated before, for "이날" and "the same day"
  bool future = false; // "Friday" and "20일" mean the next one, not the last
};

// In order. Those that need a day of publication, and any year or month that the words do not state, are `derived`.
std::vector<When> english_dates(std::string_view text, Span within, Clock const& clock);
std::vector<When> korean_dates(std::string_view text, Span within, Clock const& clock);
// "22-day", "for three days", "22일간", "사흘 동안", "2박 3일": `days` is set.
std::vector<When> durations(std::string_view text, Span within, bool korean);
std::vector<Money> sums(std::string_view text, Span within, bool korean);

// For both grammars: the day in or near the month of publication that "the 10th" means; unknown if there is none.
Moment day_of_month(int day, Clock const& clock);
Moment shifted(Moment published, int days);         // that many days later, precision day
Moment month_shifted(Moment published, int months); // that month, precision month
Moment make_day(int year, int month, int day);      // unknown if there is no such day
int year_of(Moment moment);
int month_of(Moment moment);

} // namespace attache::read::press
