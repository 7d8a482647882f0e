// A small trip of a fictional chair, for the tests of documents. No person or company in it exists.
#pragma once

#include "model/briefing.h"

namespace attache::report {

inline ClaimId claim(std::int64_t number) { return ClaimId{number}; }
inline Moment day_of(char const* text) { return *parse_moment(text); }

inline std::vector<City> sample_cities() {
  return {{"Boston", "America/New_York", "US", 42.36, -71.06},
          {"New York", "America/New_York", "US", 40.71, -74.01},
          {"Princeton", "America/New_York", "US", 40.35, -74.66},
          {"Washington", "America/New_York", "US", 38.91, -77.04},
          {"San Jose", "America/Los_Angeles", "US", 37.34, -121.89}};
}

inline BriefedPerson sample_chair() {
  return {.id = PersonId{12},
          .name = {"Seo Haneul", {claim(12)}},
          .other_names = {{"서하늘", {claim(13)}}, {"“Haneul Suh”", {claim(14)}}},
          .roles = {{"Chair", "Nara Bio", day_of("2019"), true, claim(15)},
                    {"Vice Chair", "Duri Fund", day_of("2014"), false, claim(16)}},
          .sector = "Biotechnology",
          .tier = 1,
          .has_tie = true,
          .state = TieState::lapsed,
          .strength = 0.31,
          .contacts = 9,
          .meetings = 7,
          .last = *parse_instant("2020-02-18"),
          .silence_days = 1177,
          .reasons = {"met about every 5 months until February 2020", "no contact since: 7 times the usual gap"},
          .good_to_know = {{"Lives in Cambridge; speaks Korean and English", {claim(17)}}},
          .introduction = {"You → Kim Duri (Duri Fund), 4 meetings, last in March",
                           "Kim Duri → Seo Haneul, colleagues until 2019"}};
}

inline MeetingBrief sample_dinner() {
  return {
      .id = "c1",
      .day = 0,
      .start = Minutes{18 * 60 + 30},
      .end = Minutes{20 * 60 + 30},
      .city = 0,
      .place = "Harbour Room, Long Wharf",
      .title = "Dinner with Seo Haneul",
      .organisation = "Nara Bio",
      .fixed = true,
      .secret = true,
      .people = {sample_chair()},
      .figures = {{"Nara Bio", "market cap", "USD", 18.42e9, day_of("2023-03-31"), false, "stock exchange", claim(18)},
                  {"Nara Bio", "revenue", "USD", 2.1e9, {}, true, "industry sources", claim(19)}},
      .relations = {{"Customer of Hanbit Semiconductor for sequencing chips", {claim(20)}},
                    {"Competes with Mir Genomics", {claim(21)}}},
      .value = 92.5,
      .why = {{"big shot (tier 1)", 40},
              {"tie lapsed in 2020", 27.5},
              {"sector below its target", 15},
              {"asked for twice", 10}},
      .objectives = {{"Agree on a joint programme for sequencing chips", {claim(22)}},
                     {"Invite to the forum in autumn", {}}},
      .history = {{{day_of("2020-02-18"), {}, ""},
                   ContactKind::meeting,
                   "Lunch",
                   "Seoul",
                   "Kim Duri",
                   Realis::asserted,
                   {claim(23)}},
                  {{day_of("2020-04"), {}, ""},
                   ContactKind::meeting,
                   "Visit to the fab",
                   "Giheung",
                   "",
                   Realis::cancelled,
                   {claim(24)}},
                  {{day_of("2018-09-03"), day_of("2018-09-05"), ""},
                   ContactKind::event,
                   "한빛 포럼",
                   "서울",
                   "",
                   Realis::reported,
                   {claim(25), claim(26)}}},
      .open_points = {{{"Send the list of candidates for the laboratory", {claim(27)}}, day_of("2020-03-31"), true},
                      {{"Answer the question about the licence", {claim(28)}}, day_of("2023-06"), false}},
      .evidence = {{claim(12), "hong.vcf", "line 212", "Seo Haneul", "own record", {}, Realis::asserted},
                   {claim(13), "hong.vcf", "line 213", "서하늘", "own record", {}, Realis::asserted},
                   {claim(15), "forum.html", "sentence 4", "서하늘 나라바이오 회장은 3일 서울에서 열린 포럼에 참석했다",
                    "", day_of("2018-09-03"), Realis::reported},
                   {claim(19), "weekly.html", "sentence 11", "revenue is said to have passed two billion dollars",
                    "industry sources", day_of("2023-04-02"), Realis::reported},
                   {claim(23), "chair.ics", "line 1404", "Lunch", "own record", {}, Realis::asserted}},
      .to_be_clear = {"Two sources disagree on the title: “Chair” (2019) and “Vice Chair” (2021)."}};
}

inline MeetingBrief sample_call_on(char const* id, int day, int city, int start, char const* name,
                                   char const* organisation) {
  MeetingBrief meeting{.id = id,
                       .day = day,
                       .start = Minutes{start},
                       .end = Minutes{start + 60},
                       .city = city,
                       .place = "Head office",
                       .organisation = organisation};
  meeting.people = {
      {.name = {name, {claim(100 + day)}}, .sector = "Artificial intelligence", .tier = day % 2 == 1 ? 1 : 2}};
  meeting.people.front().roles = {{"Chief executive", organisation, {}, true, claim(110 + day)}};
  meeting.value = 40;
  meeting.why = {{"new tie", 25}, {"sector below its target", 15}};
  meeting.evidence = {{claim(100 + day), "list.csv", "row 7", name, "own record", {}, Realis::asserted}};
  return meeting;
}

inline Briefing sample_briefing() {
  Briefing briefing{.title = "From the east coast to the west",
                    .principal = "Hong Gildong, Chair of Hanbit Semiconductor",
                    .purpose = "restore the network after the pandemic",
                    .made_at = *parse_instant("2023-04-20T08:00Z"),
                    .first_day = Day{std::chrono::year{2023} / 5 / 10},
                    .cities = sample_cities()};
  briefing.meetings = {sample_dinner(), sample_call_on("c2", 1, 1, 10 * 60, "이몽룡", "Onnuri AI"),
                       sample_call_on("c3", 1, 1, 15 * 60, "Byeon Hakdo", "Namwon Capital"),
                       sample_call_on("c4", 2, 2, 11 * 60, "Sim Cheong", "Indang Institute"),
                       sample_call_on("c5", 5, 4, 9 * 60, "Jeon Uchi", "Dosul Robotics")};
  briefing.days.resize(7);
  std::vector<std::pair<int, int>> const cities{{0, 0}, {0, 1}, {1, 2}, {2, 3}, {3, 3}, {3, 4}, {4, 4}};
  for (std::size_t i = 0; i < briefing.days.size(); ++i) {
    auto& day = briefing.days[i];
    day.date = briefing.first_day + std::chrono::days{static_cast<int>(i)};
    day.from = cities[i].first;
    day.to = cities[i].second;
    day.working = i != 3 && i != 4;
    for (std::size_t m = 0; m < briefing.meetings.size(); ++m)
      if (briefing.meetings[m].day == static_cast<int>(i)) {
        day.meetings.push_back(static_cast<int>(m));
        day.big_shot = day.big_shot || briefing.meetings[m].people.front().tier == 1;
      }
  }
  briefing.days[1].travel = {{-1, 1, Minutes{95}}, {1, 2, Minutes{20}}};
  briefing.value = 252.5;
  briefing.bound = 261;
  briefing.bound_by = "linear relaxation over all days";
  briefing.sectors = {{"Biotechnology", Minutes{300}, Minutes{120}, {}},
                      {"Artificial intelligence", Minutes{180}, Minutes{240}, {}}};
  briefing.left_out = {{"Im Kkeokjeong", "Guwol Steel",
                        "free only while the trip is on the other coast; forcing it in costs 31 points"}};
  briefing.notes = {"No tier-1 candidate is free on 12 May."};
  return briefing;
}

inline Recap sample_recap() {
  Recap recap{.title = "From the east coast to the west",
              .principal = "Hong Gildong, Chair of Hanbit Semiconductor",
              .purpose = "restore the network after the pandemic",
              .made_at = *parse_instant("2023-06-02T08:00Z"),
              .first_day = Day{std::chrono::year{2023} / 5 / 10},
              .cities = sample_cities()};
  for (int i = 0; i < 22; ++i)
    recap.days.push_back({.date = recap.first_day + std::chrono::days{i},
                          .city = i < 9    ? "Boston"
                                  : i < 12 ? "New York"
                                           : "San Jose",
                          .meetings = i % 7 == 3 || i % 7 == 4 ? 0 : 1 + i % 3,
                          .big_shots = {},
                          .working = i % 7 != 3 && i % 7 != 4});
  for (auto const i : {0, 1, 5, 6, 8, 12, 13, 15})
    recap.days[static_cast<std::size_t>(i)].big_shots = {{i % 2 == 0 ? "Seo Haneul" : "이몽룡", {claim(200 + i)}}};
  recap.companies = {{"Nara Bio", {claim(300)}},
                     {"Onnuri AI", {claim(301)}},
                     {"Namwon Capital", {claim(302)}},
                     {"인당연구소", {claim(303)}}};
  recap.meetings = 31;
  recap.planned_meetings = 34;
  recap.people = 44;
  recap.sectors = {{"Biotechnology", Minutes{900}, Minutes{840}, Minutes{760}},
                   {"Artificial intelligence", Minutes{600}, Minutes{660}, Minutes{720}}};
  recap.restored = {{"Seo Haneul", "Nara Bio", 1177, {claim(310)}}, {"홍판서", "한성은행", 810, {claim(311)}}};
  recap.would_have_returned = 0.4;
  recap.comparisons = {{"The longest of 7 trips since 2014 (before: 12 days in 2018)", {claim(320)}},
                       {"The first since taking office in 2022", {claim(321)}}};
  recap.follow_ups = {{{"Send the term sheet to Nara Bio", {claim(330)}}, day_of("2023-06-15"), false}};
  return recap;
}

} // namespace attache::report
