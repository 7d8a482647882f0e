// How documents word dates, amounts, ties and claim numbers.
#pragma once

#include "model/briefing.h"

#include <string>
#include <string_view>
#include <vector>

namespace attache::report {

std::string day_text(Day day);       // "Wed 10 May 2023"
std::string short_day_text(Day day); // "Wed 10 May"
std::string clock_text(Minutes time);
std::string span_text(Minutes start, Minutes end); // "18:30–20:30"
std::string travel_text(BriefingDay const& day);   // "4 h 30 min on the way: Boston – New York by train"; empty without
std::string length_text(Minutes length);           // "1 h 30 min", "45 min"
std::string moment_text(Moment moment);            // "10 May 2023", "May 2023", "2023", "date unknown"
std::string interval_text(Interval const& when);   // "10 May 2023", "10 May 2023 – 12 May 2023"
std::string amount_text(double amount, std::string_view currency); // "532.9 bn USD"
std::string points_text(double points);                            // "25", "24.5", "+3" has no plus
std::string silence_text(double days);                             // "12 days", "14 months", "3.2 years"
std::string claim_text(ClaimId claim);                             // "c12"
inline bool is_claim(ClaimId claim) { return number(claim) > 0; }  // 0: nothing in the office says so
std::string quoted(std::string_view words);                        // “words”, or a dash for none
std::string percent_text(double part);                             // 0.734 is "73 %"

// "tie lapsed: 7 meetings in 9 contacts, last 4 Mar 2020, silent for 3.2 years"; "never met" without a tie.
std::string tie_text(BriefedPerson const& person);
// "market cap 532.9 bn USD, 12 May 2023 (stale) — industry sources".
std::string figure_text(BriefedFigure const& figure);
// "Chair, Hanbit Semiconductor (since 2019)".
std::string role_text(BriefedRole const& role);
// "Dinner with ...", else the people, else the organisation.
std::string heading_of(MeetingBrief const& meeting);
std::string city_name(std::vector<City> const& cities, int city); // empty if there is no such city
// "Wed 10 May 2023 – Wed 31 May 2023 · 22 days".
std::string trip_dates(Day first, std::size_t days);
// Distinct organisations visited.
int companies_of(Briefing const& briefing);
int big_shot_days(Briefing const& briefing);
int working_days(Briefing const& briefing);

} // namespace attache::report
