#include "bench/trip_synth.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace attache::bench {
namespace {

using nlohmann::json;

std::vector<std::vector<Minutes>> table_of(json const& rows) {
  std::vector<std::vector<Minutes>> table;
  for (auto const& row : rows) {
    table.emplace_back();
    for (auto const& cell : row)
      table.back().emplace_back(cell.get<int>());
  }
  return table;
}

Candidate candidate_of(json const& item) {
  Candidate candidate{.id = std::to_string(item.at("id").get<int>()),
                      .city = item.at("city").get<int>(),
                      .value = item.at("value").get<double>(),
                      .tier = item.at("top").get<int>() != 0 ? 1 : 2,
                      .sector = item.at("sector").get<int>(),
                      .length = Minutes{item.at("duration").get<int>()}};
  for (auto const& window : item.at("windows"))
    candidate.windows.push_back({window[0].get<int>(), Minutes{window[1].get<int>()}, Minutes{window[2].get<int>()}});
  std::ranges::sort(candidate.windows, {}, [](Window const& w) { return std::pair{w.day, w.from}; });
  return candidate;
}

Trip trip_of(json const& file) {
  Trip trip{.name = file.at("name").get<std::string>(),
            .days = file.at("days").get<int>(),
            .working_days = file.at("weekday").get<std::vector<int>>(),
            .day_start = Minutes{file.at("day_start").get<int>()},
            .day_end = Minutes{file.at("day_end").get<int>()},
            .start_city = file.at("start_city").get<int>(),
            .end_city = file.at("end_city").is_null() ? -1 : file.at("end_city").get<int>(),
            .no_top_penalty = file.at("no_top_penalty_per_weekday").get<double>(),
            .sector_short_penalty = file.at("sector_short_penalty_per_min").get<double>()};
  for (int city = 0; city < file.at("cities").get<int>(); ++city)
    trip.cities.push_back({.name = "city " + std::to_string(city)});
  for (auto const& item : file.at("candidates"))
    trip.candidates.push_back(candidate_of(item));
  for (auto const& target : file.at("sector_target_min"))
    trip.sectors.push_back({"sector " + std::to_string(trip.sectors.size()), Minutes{target.get<int>()}});
  trip.meeting_to_meeting = table_of(file.at("travel_meeting_to_meeting"));
  trip.meeting_to_hotel = table_of(file.at("travel_meeting_hotelcity"));
  trip.hotel_to_hotel = table_of(file.at("travel_hotel_to_hotel"));
  return trip;
}

Known known_of(json const& file) {
  Known known{
      .best = file.value("best", 0.0), .bound = file.value("bound", 0.0), .proven = file.value("proven", false)};
  for (auto const& day : file.value("solution", json::array()))
    known.solution.push_back({.day = day.at("day").get<int>(),
                              .from = day.at("from").get<int>(),
                              .to = day.at("to").get<int>(),
                              .meetings = day.at("meetings").get<std::vector<int>>()});
  std::ranges::sort(known.solution, {}, &Known::DayOrder::day);
  return known;
}

} // namespace

Result<SynthTrip> parse_trip_synth(std::string const& text, std::string const& name) try {
  auto const file = json::parse(text);
  return SynthTrip{.trip = trip_of(file), .known = known_of(file)};
} catch (json::exception const& problem) {
  return fail(Fault::input, problem.what(), name);
}

Plan known_plan(SynthTrip const& synth) {
  auto const& trip = synth.trip;
  Plan plan;
  for (auto const& order : synth.known.solution) {
    PlanDay day{.from = order.from, .to = order.to};
    auto now = trip.day_start;
    int before = -1;
    for (auto const meeting : order.meetings) {
      auto const index = std::size_t(meeting);
      auto const& candidate = trip.candidates[index];
      now += before < 0 ? trip.meeting_to_hotel[index][std::size_t(order.from)]
                        : trip.meeting_to_meeting[std::size_t(before)][index];
      for (auto const& window : candidate.windows)
        if (window.day == order.day && std::max(now, window.from) + candidate.length <= window.to) {
          auto const start = std::max(now, window.from);
          now = start + candidate.length;
          day.visits.push_back({.candidate = meeting, .day = order.day, .start = start, .end = now});
          break;
        }
      before = meeting;
    }
    plan.days.push_back(std::move(day));
  }
  return plan;
}

std::string with_solution(std::string const& text, Plan const& plan) {
  auto file = json::parse(text);
  auto solution = json::array();
  for (std::size_t day = 0; day < plan.days.size(); ++day) {
    std::vector<int> meetings;
    for (auto const& visit : plan.days[day].visits)
      meetings.push_back(visit.candidate);
    solution.push_back(
        {{"day", day}, {"from", plan.days[day].from}, {"to", plan.days[day].to}, {"meetings", meetings}});
  }
  file["solution"] = solution;
  file["best"] = plan.value;
  file["bound"] = plan.bound;
  file["proven"] = plan.proven;
  return file.dump();
}

} // namespace attache::bench
