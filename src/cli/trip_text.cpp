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

void show_expected(std::ostream& out, Json const& sums) {
  auto const part = [&](char const* key) { return sums[key].get<double>(); };
  out << fmt::format(
      "Expected value {:.1f} = meetings {:.1f} - days without a big shot {:.1f} - sectors short {:.1f} - "
      "journeys {:.1f}; understudies add up to {:.1f}\n",
      part("value"), part("meetings"), part("no_top"), part("sectors"), part("journeys"), part("understudies"));
}

void show_sums(std::ostream& out, Json const& plan) {
  auto const proven = plan["proven"].get<bool>();
  out << fmt::format("\nValue {:.1f}; proven upper bound {:.1f}; gap {}{}\n", plan["value"].get<double>(),
                     plan["bound"].get<double>(), percent(plan["gap"].get<double>()), proven ? ": proven optimal" : "");
  if (auto const by = text(plan, "bound_by"); !by.empty())
    out << "  bound: " << by << "\n";
  if (plan["aim"] == "expected_value")
    out << "  value and bound count each meeting at the probability that it holds\n";
  show_expected(out, plan["expected"]);
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

void change_table(std::ostream& out, Json const& changes) {
  Rows rows;
  for (auto const& change : changes) {
    auto const before = change.contains("before") ? slot_words(change["before"]) : std::string{};
    auto const after = change.contains("after") ? slot_words(change["after"]) : std::string{};
    rows.push_back({text(change, "kind"), text(change, "name"), text(change, "organisation"),
                    fmt::format("{:g}", change["value"].get<double>()),
                    before.empty() || after.empty() ? before + after : before + " → " + after});
  }
  table(out, rows);
}

std::string number(Json const& json, char const* key) { return fmt::format("{:.1f}", json[key].get<double>()); }
std::string standing(Json const& sums) { return sums["proven"].get<bool>() ? "proven optimal" : "not proven"; }

void show_cost(std::ostream& out, Json const& why_not, std::string const& name) {
  auto const& with = why_not["with"];
  out << fmt::format("Meeting {} would cost {:.1f}: the best plan with them is worth {:.1f} instead of {:.1f}\n", name,
                     why_not["cost"].get<double>(), with["value"].get<double>(), why_not["value"].get<double>());
  if (why_not["proven"].get<bool>())
    out << "  proven: no plan that meets them loses less\n";
  else
    out << fmt::format("  not proven: at least {:.1f}, at most {:.1f}\n", why_not["least_cost"].get<double>(),
                       why_not["most_cost"].get<double>());
  change_table(out, why_not["changes"]);
}

void show_impossible(std::ostream& out, Json const& why_not, std::string const& name) {
  out << fmt::format("No plan can meet {} and keep the rules of the trip (proven)\n", name);
  if (why_not["ways"].empty())
    out << "  not even with several rules relaxed\n";
  for (auto const& way : why_not["ways"]) {
    std::string relax;
    for (auto const& rule : way["relax"])
      relax += (relax.empty() ? "" : ", and ") + rule.get<std::string>();
    out << fmt::format("  it would be possible to {}: then {}\n", relax, slot_words(way["slot"]));
  }
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

void show_understudies(std::ostream& out, Json const& json) {
  Rows rows;
  for (auto const& day : json["plan"]["days"])
    for (auto const& visit : day["visits"])
      if (visit.contains("understudy")) {
        auto const& steps_in = visit["understudy"];
        rows.push_back({text(visit, "date"), clock(visit, "start_local"), text(visit, "name"), "→",
                        text(steps_in, "name"), text(steps_in, "organisation"), clock(steps_in, "start_local"),
                        fmt::format("{:.1f}", steps_in["worth"].get<double>())});
      }
  out << fmt::format("\nWho steps in if a meeting falls through ({} of {} meetings), and what that saves\n",
                     rows.size(), json["trip"]["meetings"].get<int>());
  table(out, rows);
}

void show_changes(std::ostream& out, Json const& replan) {
  change_table(out, replan["changes"]);
  out << fmt::format("{} as they were{}\n", plural(replan["kept"].get<int>(), "meeting stays", "meetings stay"),
                     replan["stored"].get<bool>() ? "" : "; nothing was stored");
  show_sums(out, replan["trip"]["plan"]);
}

void show_why_not(std::ostream& out, Json const& why_not) {
  auto const& who = why_not["candidate"];
  auto const name = text(who, "name").empty() ? text(who, "organisation") : text(who, "name");
  if (!why_not["possible"].get<bool>())
    show_impossible(out, why_not, name);
  else if (why_not["changes"].empty() && why_not["cost"] == 0)
    out << fmt::format("{} is in the plan already\n", name);
  else
    show_cost(out, why_not, name);
  if (why_not["gaps"].empty())
    return;
  out << "\nTimes that they have not offered, at which nobody else would be touched\n";
  for (auto const& gap : why_not["gaps"])
    out << "  " << slot_words(gap) << "\n";
}

void show_what_if(std::ostream& out, Json const& what_if) {
  for (auto const& asked : what_if["asked"])
    out << "  " << asked.get<std::string>() << "\n";
  auto const& before = what_if["before"];
  auto const& after = what_if["after"];
  auto const gain = what_if["gain"].get<double>();
  table(out, {{"", "value", "bound", ""},
              {"before", number(before, "value"), number(before, "bound"), standing(before)},
              {"then", number(after, "value"), number(after, "bound"), standing(after)}});
  out << fmt::format("\n{}\n", gain == 0  ? std::string{"The plan is worth the same"}
                               : gain > 0 ? fmt::format("The plan gains {:.1f}", gain)
                                          : fmt::format("The plan loses {:.1f}", -gain));
  change_table(out, what_if["changes"]);
  out << fmt::format("{} as they were{}\n", plural(what_if["kept"].get<int>(), "meeting stays", "meetings stay"),
                     what_if["stored"].get<bool>() ? "" : "; nothing was kept");
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
