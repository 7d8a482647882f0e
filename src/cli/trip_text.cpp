#include "cli/trip_text.h"

#include "cli/text.h"

#include <array>
#include <chrono>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>
#include <ostream>

namespace attache::cli {
namespace {

using Json = nlohmann::ordered_json;
using Rows = std::vector<std::vector<std::string>>;

constexpr std::size_t left_out_shown = 25;

std::string text(Json const& json, char const* key) { return json.value(key, std::string{}); }
std::string clock(Json const& json, char const* key) { return text(json, key).substr(11, 5); }

std::string weekday(std::string const& date) {
  static constexpr std::array<std::string_view, 7> names{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  auto const number = [&](std::size_t from, std::size_t length) { return std::stoi(date.substr(from, length)); };
  std::chrono::sys_days const day{std::chrono::year{number(0, 4)} / number(5, 2) / number(8, 2)};
  return std::string{names.at(std::chrono::weekday{day}.c_encoding())};
}

void show_day(std::ostream& out, Json const& day) {
  auto const from = text(day, "from");
  auto const to = text(day, "to");
  auto const date = text(day, "date");
  out << fmt::format("\n{} {}  {}{}\n", weekday(date), date, from == to ? from : fmt::format("{} → {}", from, to),
                     day["working"].get<bool>() ? (day["top"].get<bool>() ? "" : "  (no big shot)") : "  (day off)");
  Rows rows;
  for (auto const& visit : day["visits"])
    rows.push_back({fmt::format("{}–{}", clock(visit, "start_local"), clock(visit, "end_local")),
                    visit["tier"] == 1 ? "★" : " ", text(visit, "name"), text(visit, "organisation"),
                    text(visit, "city"), fmt::format("{:.0f}", visit["value"].get<double>()), text(visit, "why")});
  table(out, rows);
}

void show_sums(std::ostream& out, Json const& plan) {
  auto const proven = plan["proven"].get<bool>();
  out << fmt::format("\nValue {:.1f}; proven upper bound {:.1f}; gap {}{}\n", plan["value"].get<double>(),
                     plan["bound"].get<double>(), percent(plan["gap"].get<double>()), proven ? ": proven optimal" : "");
  if (auto const by = text(plan, "bound_by"); !by.empty())
    out << "  bound: " << by << "\n";
  for (auto const& note : plan["notes"])
    out << "  " << note.get<std::string>() << "\n";
}

void show_sectors(std::ostream& out, Json const& sectors) {
  Rows rows{{"sector", "target h", "planned h"}};
  for (auto const& sector : sectors) {
    rows.push_back({text(sector, "name"), fmt::format("{:.1f}", sector["target_minutes"].get<double>() / 60),
                    fmt::format("{:.1f}", sector["planned_minutes"].get<double>() / 60)});
    if (sector.contains("actual_minutes"))
      rows.back().push_back(fmt::format("{:.1f}", sector["actual_minutes"].get<double>() / 60));
  }
  if (!sectors.empty() && sectors[0].contains("actual_minutes"))
    rows[0].push_back("held h");
  out << "\nTime by sector\n";
  table(out, rows);
}

void show_left_out(std::ostream& out, Json const& left_out) {
  if (left_out.empty())
    return;
  out << fmt::format("\nLeft out ({}), the most valuable first\n", left_out.size());
  Rows rows;
  for (auto const& candidate : left_out) {
    if (rows.size() == left_out_shown)
      break;
    rows.push_back({fmt::format("{:.0f}", candidate["value"].get<double>()), text(candidate, "name"),
                    text(candidate, "organisation"), text(candidate, "city"), text(candidate, "reason")});
  }
  table(out, rows);
  if (left_out.size() > left_out_shown)
    out << fmt::format("  and {} more (--json lists all)\n", left_out.size() - left_out_shown);
}

std::string slot_words(Json const& slot) {
  return fmt::format("{} {} {}", text(slot, "date"), clock(slot, "start_local"), text(slot, "city"));
}

} // namespace

void show_trip(std::ostream& out, Json const& json) {
  auto const& trip = json["trip"];
  out << fmt::format("{}\n{} to {}, {} days, {} of {} candidates met\n", text(trip, "name"), text(trip, "first_day"),
                     text(trip, "last_day"), trip["days"].get<int>(), trip["meetings"].get<int>(),
                     trip["candidates"].get<int>());
  for (auto const& day : json["plan"]["days"])
    show_day(out, day);
  show_sums(out, json["plan"]);
  show_sectors(out, json["plan"]["sectors"]);
  show_left_out(out, json["plan"]["left_out"]);
}

void show_changes(std::ostream& out, Json const& replan) {
  Rows rows;
  for (auto const& change : replan["changes"]) {
    auto const before = change.contains("before") ? slot_words(change["before"]) : std::string{};
    auto const after = change.contains("after") ? slot_words(change["after"]) : std::string{};
    rows.push_back({text(change, "kind"), text(change, "name"), text(change, "organisation"),
                    before.empty() || after.empty() ? before + after : before + " → " + after});
  }
  table(out, rows);
  out << fmt::format("{} as they were{}\n", plural(replan["kept"].get<int>(), "meeting stays", "meetings stay"),
                     replan["stored"].get<bool>() ? "" : "; nothing was stored");
  show_sums(out, replan["trip"]["plan"]);
}

void show_recap(std::ostream& out, Json const& recap) {
  auto const& trip = recap["trip"];
  out << fmt::format("{}, {} to {}\n", text(trip, "name"), text(trip, "first_day"), text(trip, "last_day"));
  Rows const rows{
      {"days", std::to_string(recap["days"].get<int>())},
      {"companies met", std::to_string(recap["companies"].get<int>())},
      {"people met", std::to_string(recap["people"].get<int>())},
      {"meetings held", fmt::format("{} of {} planned", recap["meetings"].get<int>(), trip["meetings"].get<int>())},
      {"big-shot days", std::to_string(recap["big_shot_days"].get<int>())},
      {"ties restored", std::to_string(recap["restored"].size())}};
  table(out, rows);
  if (recap.contains("expected_anyway"))
    out << fmt::format("  {:.1f} of them would have come back without the trip\n",
                       recap["expected_anyway"].get<double>());
  show_sectors(out, recap["sectors"]);
  for (auto const& sentence : recap["compared"])
    out << "  " << sentence.get<std::string>() << "\n";
}

} // namespace attache::cli
