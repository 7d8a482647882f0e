#include "go/expected.h"
#include "office/local_time.h"
#include "office/questions.h"
#include "office/trips.h"
#include "office/view.h"
#include "see/coverage.h"
#include "see/strength.h"

#include "office/pieces.h"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace attache::office {
namespace {

void put(Json& json, char const* key, std::string const& value) {
  if (!value.empty())
    json[key] = value;
}

double gap_of(Plan const& plan) {
  return plan.proven || plan.bound <= 0 ? 0 : rounded(std::max(0.0, plan.bound - plan.value) / plan.bound);
}

std::map<PersonId, TieState> states(View const& view) {
  std::map<PersonId, TieState> states;
  if (number(view.network.principal) != 0)
    for (auto const& tie : own_ties(view))
      states[tie.b] = tie.state;
  return states;
}

// Writes the parts of one kept trip.
class Writer {
public:
  Writer(KeptTrip const& kept, View const& view) : trip_(kept.trip), plan_(kept.plan), states_(states(view)) {}

  // Who steps in for whom is worked out where it is shown.
  void prepare_understudies() {
    for (auto const& one : go::understudies(trip_, plan_))
      understudies_[one.instead_of] = one;
  }
  [[nodiscard]] std::vector<go::Understudy> understudies() const {
    std::vector<go::Understudy> all;
    for (auto const& [instead, one] : understudies_)
      all.push_back(one);
    return all;
  }

  [[nodiscard]] std::string date(int day) const { return date_string(trip_.first_day + std::chrono::days{day}); }

  [[nodiscard]] Json candidate(int index) const {
    auto const& who = trip_.candidates.at(static_cast<std::size_t>(index));
    auto const& city = trip_.cities.at(static_cast<std::size_t>(who.city));
    Json json{{"candidate", who.id}, {"name", who.name}};
    put(json, "title", who.title);
    put(json, "organisation", who.organisation);
    if (number(who.person) != 0)
      json["person"] = number(who.person);
    json["city"] = city.name;
    put(json, "place", who.place);
    auto const placed = who.latitude != 0 || who.longitude != 0;
    json["latitude"] = placed ? who.latitude : city.latitude;
    json["longitude"] = placed ? who.longitude : city.longitude;
    if (who.sector >= 0)
      json["sector"] = trip_.sectors.at(static_cast<std::size_t>(who.sector)).name;
    json["tier"] = who.tier;
    json["value"] = rounded(who.value);
    put(json, "why", who.why);
    json["fixed"] = who.fixed;
    put(json, "note", who.note);
    if (who.holds != 1)
      json["holds"] = who.holds;
    for (auto const& one : who.people)
      json["people"].push_back(participant(one));
    if (auto const state = states_.find(who.person); state != states_.end())
      json["state"] = to_string(state->second);
    return json;
  }

  static Json participant(Participant const& one) {
    Json json{{"name", one.name}};
    put(json, "title", one.title);
    put(json, "organisation", one.organisation);
    if (number(one.person) != 0)
      json["person"] = number(one.person);
    return json;
  }

  [[nodiscard]] Json slot(Visit const& visit) const {
    auto const& who = trip_.candidates.at(static_cast<std::size_t>(visit.candidate));
    auto const& city = trip_.cities.at(static_cast<std::size_t>(who.city));
    return {{"day", visit.day},
            {"date", date(visit.day)},
            {"city", city.name},
            {"start_local", local_time(trip_, visit.day, visit.start)},
            {"end_local", local_time(trip_, visit.day, visit.end)},
            {"zone", city.zone},
            {"start", instant_string(utc(trip_, city, visit.day, visit.start))},
            {"end", instant_string(utc(trip_, city, visit.day, visit.end))}};
  }

  [[nodiscard]] Json visit(Visit const& visit) const {
    auto json = candidate(visit.candidate);
    json.update(slot(visit));
    if (auto const found = understudies_.find(visit.candidate); found != understudies_.end())
      json["understudy"] = understudy(found->second);
    return json;
  }

  [[nodiscard]] Json understudy(go::Understudy const& one) const {
    auto const& who = trip_.candidates.at(static_cast<std::size_t>(one.visit.candidate));
    Json json{{"candidate", who.id}, {"name", who.name}};
    put(json, "organisation", who.organisation);
    json["tier"] = who.tier;
    json["value"] = rounded(who.value);
    json["worth"] = rounded(one.worth);
    json.update(slot(one.visit));
    return json;
  }

  [[nodiscard]] Json day(int index) const {
    auto const& day = plan_.days.at(static_cast<std::size_t>(index));
    auto const top = std::ranges::any_of(day.visits, [&](Visit const& visit) {
      return trip_.candidates.at(static_cast<std::size_t>(visit.candidate)).tier == 1;
    });
    Json json{{"day", index},
              {"date", date(index)},
              {"working", trip_.working_days.at(static_cast<std::size_t>(index)) != 0},
              {"from", trip_.cities.at(static_cast<std::size_t>(day.from)).name},
              {"to", trip_.cities.at(static_cast<std::size_t>(day.to)).name},
              {"top", top},
              {"visits", Json::array()}};
    for (auto const& visit : day.visits)
      json["visits"].push_back(this->visit(visit));
    return json;
  }

  [[nodiscard]] Json left_out() const {
    auto sorted = plan_.left_out;
    std::ranges::stable_sort(sorted, std::greater{}, [&](LeftOut const& out) {
      return trip_.candidates.at(static_cast<std::size_t>(out.candidate)).value;
    });
    auto list = Json::array();
    for (auto const& out : sorted) {
      auto json = candidate(out.candidate);
      json["reason"] = out.reason;
      list.push_back(std::move(json));
    }
    return list;
  }

  [[nodiscard]] Json sectors() const {
    std::vector<Minutes> planned(trip_.sectors.size());
    for (auto const& day : plan_.days)
      for (auto const& visit : day.visits)
        if (auto const sector = trip_.candidates.at(static_cast<std::size_t>(visit.candidate)).sector; sector >= 0)
          planned.at(static_cast<std::size_t>(sector)) += visit.end - visit.start;
    auto list = Json::array();
    for (std::size_t i = 0; i < planned.size(); ++i)
      list.push_back({{"name", trip_.sectors[i].name},
                      {"target_minutes", trip_.sectors[i].target.count()},
                      {"planned_minutes", planned[i].count()}});
    return list;
  }

private:
  Trip const& trip_;
  Plan const& plan_;
  std::map<PersonId, TieState> states_;
  std::map<int, go::Understudy> understudies_; // by whom they step in for
};

// What the plan is worth on average, in the parts that it is made of.
Json expected_json(KeptTrip const& kept, std::vector<go::Understudy> const& understudies) {
  auto const sums = go::expected(kept.trip, kept.plan, understudies);
  return {{"value", rounded(sums.value())},
          {"meetings", rounded(sums.meetings)},
          {"no_top", rounded(sums.no_top)},
          {"sectors", rounded(sums.sectors)},
          {"journeys", rounded(sums.journeys)},
          {"understudies", rounded(sums.understudies)},
          {"with_understudies", rounded(sums.with_understudies())}};
}

Json plan_json(KeptTrip const& kept, Writer const& writer) {
  Json json{{"days", Json::array()}};
  for (int day = 0; day < kept.trip.days; ++day)
    json["days"].push_back(writer.day(day));
  json["value"] = rounded(kept.plan.value);
  json["bound"] = rounded(kept.plan.bound);
  json["gap"] = gap_of(kept.plan);
  json["proven"] = kept.plan.proven;
  json["bound_by"] = kept.plan.bound_by;
  json["left_out"] = writer.left_out();
  json["days_without_top"] = Json::array();
  for (auto const day : kept.plan.days_without_top)
    json["days_without_top"].push_back(writer.date(day));
  json["sectors"] = writer.sectors();
  json["notes"] = kept.plan.notes;
  json["aim"] = kept.trip.aim == Aim::value ? "value" : "expected_value";
  json["expected"] = expected_json(kept, writer.understudies());
  json["made_at"] = instant_string(kept.made_at);
  return json;
}

std::string_view word(Moved::Kind kind) {
  constexpr std::array<std::string_view, 4> words{"cancelled", "added", "moved", "dropped"};
  return words.at(static_cast<std::size_t>(kind));
}

Json changes_json(Replanned const& replanned, Writer const& writer) {
  auto list = Json::array();
  for (auto const& moved : replanned.changes) {
    auto const& who = replanned.kept.trip.candidates.at(static_cast<std::size_t>(moved.candidate));
    Json change{{"kind", word(moved.kind)}, {"candidate", who.id}, {"name", who.name}};
    put(change, "organisation", who.organisation);
    change["tier"] = who.tier;
    change["value"] = rounded(who.value);
    if (moved.kind != Moved::Kind::added)
      change["before"] = writer.slot(moved.before);
    if (moved.kind == Moved::Kind::added || moved.kind == Moved::Kind::moved)
      change["after"] = writer.slot(moved.after);
    list.push_back(std::move(change));
  }
  return list;
}

} // namespace

Json trip_line(KeptTrip const& kept) {
  std::size_t meetings = 0;
  for (auto const& day : kept.plan.days)
    meetings += day.visits.size();
  Json json{{"id", kept.id}, {"name", kept.trip.name}};
  put(json, "purpose", kept.trip.purpose);
  json["first_day"] = date_string(kept.trip.first_day);
  json["last_day"] = date_string(kept.trip.first_day + std::chrono::days{kept.trip.days - 1});
  json["days"] = kept.trip.days;
  json["meetings"] = meetings;
  json["candidates"] = kept.trip.candidates.size();
  json["value"] = rounded(kept.plan.value);
  json["bound"] = rounded(kept.plan.bound);
  json["gap"] = gap_of(kept.plan);
  json["proven"] = kept.plan.proven;
  return json;
}

Json trip_json(KeptTrip const& kept, View const& view) {
  Writer writer{kept, view};
  writer.prepare_understudies();
  Json json{{"trip", trip_line(kept)},
            {"start_city", kept.trip.cities.at(static_cast<std::size_t>(kept.trip.start_city)).name}};
  if (kept.trip.end_city >= 0)
    json["end_city"] = kept.trip.cities.at(static_cast<std::size_t>(kept.trip.end_city)).name;
  json["cities"] = Json::array();
  for (auto const& city : kept.trip.cities) {
    Json entry{{"name", city.name}, {"zone", city.zone}};
    put(entry, "country", city.country);
    entry["latitude"] = city.latitude;
    entry["longitude"] = city.longitude;
    json["cities"].push_back(std::move(entry));
  }
  json["plan"] = plan_json(kept, writer);
  return json;
}

Json replan_json(Replanned const& replanned, View const& view) {
  Writer const writer{replanned.kept, view};
  Json json{{"trip", trip_json(replanned.kept, view)}, {"changes", changes_json(replanned, writer)}};
  json["kept"] = replanned.unchanged;
  json["stored"] = replanned.stored;
  return json;
}

Json what_if_json(WhatIf const& what_if, View const& view) {
  auto json = replan_json(what_if.after, view);
  json["asked"] = what_if.asked;
  auto const sums = [](Plan const& plan) {
    return Json{{"value", rounded(plan.value)}, {"bound", rounded(plan.bound)}, {"proven", plan.proven}};
  };
  auto const& before = what_if.before.plan;
  auto const& after = what_if.after.kept.plan;
  json["before"] = sums(before);
  json["after"] = sums(after);
  json["gain"] = rounded(after.value - before.value);
  return json;
}

Json why_not_json(WhyNotAnswer const& asked, View const& view) {
  auto const& answer = asked.answer;
  auto const& trip = asked.kept.trip;
  Writer const writer{asked.kept, view};
  Json json{{"candidate", writer.candidate(answer.candidate)},
            {"possible", answer.with.has_value()},
            {"proven", answer.proven},
            {"value", rounded(asked.kept.plan.value)}};
  if (answer.with) {
    json["with"] = {{"value", rounded(answer.with->value)},
                    {"bound", rounded(answer.with->bound)},
                    {"proven", answer.with->proven}};
    json["cost"] = rounded(answer.cost);
    json["least_cost"] = rounded(answer.least_cost);
    json["most_cost"] = rounded(answer.most_cost);
  }
  json["changes"] = changes_json(asked.with, writer);
  json["ways"] = Json::array();
  for (auto const& way : answer.ways) {
    Json one{{"relax", Json::array()}, {"slot", writer.slot(way.visit)}};
    for (auto const& rule : way.relaxed)
      one["relax"].push_back(go::in_words(trip, rule));
    json["ways"].push_back(std::move(one));
  }
  json["gaps"] = Json::array();
  for (auto const& gap : answer.gaps)
    json["gaps"].push_back(writer.slot(gap));
  return json;
}

Json plan_days(KeptTrip const& kept, View const& view, int first, int count) {
  Writer const writer{kept, view};
  auto days = Json::array();
  for (int day = std::max(first, 0); day < std::min(first + count, kept.trip.days); ++day)
    days.push_back(writer.day(day));
  return days;
}

Result<Json> trips(Office const& office) {
  auto const kept = TRY(kept_trips(office));
  auto list = Json::array();
  auto const over = [&](KeptTrip const& trip) {
    return trip.trip.first_day + std::chrono::days{trip.trip.days} <= office.now;
  };
  for (auto const& trip : kept)
    if (!over(trip))
      list.push_back(trip_line(trip));
  for (auto const& trip : kept)
    if (over(trip))
      list.push_back(trip_line(trip));
  return Json{{"trips", std::move(list)}};
}

Result<Json> trip(Office const& office, std::string_view id) {
  auto const kept = TRY(kept_trip(office, id));
  return trip_json(kept, TRY(load(office, {.as_of = office.now})));
}

} // namespace attache::office
