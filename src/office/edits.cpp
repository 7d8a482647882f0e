#include "office/edits.h"

#include "base/unicode.h"
#include "go/travel.h"
#include "office/candidate_value.h"
#include "office/local_time.h"
#include "read/trip.h"
#include "read/trip_windows.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>
#include <map>
#include <numeric>

namespace attache::office {
namespace {

using Kind = Edit::Kind;

constexpr std::array<std::pair<std::string_view, Kind>, 10> kinds{{{"days", Kind::days},
                                                                   {"window", Kind::window},
                                                                   {"also", Kind::also},
                                                                   {"value", Kind::value},
                                                                   {"sector", Kind::sector},
                                                                   {"rule", Kind::rule},
                                                                   {"hours", Kind::hours},
                                                                   {"with", Kind::with},
                                                                   {"without", Kind::without},
                                                                   {"end", Kind::end}}};
constexpr int longest_trip = 366;

auto unreadable(std::string_view text, std::string_view example) {
  return fail(Fault::input, fmt::format("'{}' cannot be read", text), {}, fmt::format("write {}", example));
}

// "NAME: WINDOWS" or "NAME=40", cut at the first such sign.
Result<std::pair<std::string, std::string>> halves(std::string_view text, char sign, std::string_view example) {
  auto const cut = text.find(sign);
  if (cut == std::string_view::npos)
    return unreadable(text, example);
  return std::pair{squeeze(text.substr(0, cut)), squeeze(text.substr(cut + 1))};
}

Result<double> amount(std::string_view text) {
  double value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || !(value >= 0) || value > 1e6)
    return fail(Fault::input, fmt::format("'{}' is not a number from 0 up", text));
  return value;
}

// "+1", "-2", "1".
Result<int> whole(std::string_view text) {
  int value = 0;
  auto const digits = text.substr(text.starts_with('+') ? 1 : 0);
  auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc{} || end != digits.data() + digits.size() || std::abs(value) > longest_trip)
    return unreadable(text, "+1 for a day more, -1 for a day less");
  return value;
}

double in_hours(Minutes minutes) { return static_cast<double>(minutes.count()) / 60; }

std::string title_of(Candidate const& candidate) {
  return candidate.name.empty() ? candidate.organisation : candidate.name;
}

// Changes one trip, edit after edit.
class Editor {
public:
  explicit Editor(Trip& trip) : trip_(trip) {}

  // In words what was done.
  Result<std::string> apply(Edit const& edit) {
    switch (edit.kind) {
    case Kind::days: return days(edit.text);
    case Kind::window:
    case Kind::also: return windows(edit);
    case Kind::value: return value(edit.text);
    case Kind::sector: return sector(edit.text);
    case Kind::rule: return rule(edit.text);
    case Kind::hours: return hours(edit.text);
    case Kind::without: return without(edit.text);
    case Kind::end: return end(edit.text);
    case Kind::with: return std::string{"candidates join"};
    }
    return std::string{};
  }

private:
  Result<Candidate*> candidate(std::string_view name) { return &trip_.candidates[TRY(find_candidate(trip_, name))]; }

  // Days more are read with the file: here a trip can only end sooner.
  Result<std::string> days(std::string_view text) {
    auto const change = TRY(whole(text));
    if (change >= 0)
      return fmt::format("{} day{} more, {} in all", change, change == 1 ? "" : "s", trip_.days);
    if (trip_.days + change < 1)
      return fail(Fault::input, fmt::format("a trip of {} days has none left", trip_.days));
    trip_.days += change;
    trip_.working_days.resize(std::size_t(trip_.days));
    if (!trip_.hours.empty())
      trip_.hours.resize(std::size_t(trip_.days));
    for (auto& city : trip_.cities)
      if (!city.utc_offset.empty())
        city.utc_offset.resize(std::size_t(trip_.days));
    for (auto& leg : trip_.legs)
      std::erase_if(leg.departures, [&](Departure const& one) { return one.day >= trip_.days; });
    return fmt::format("{} day{} less, {} in all", -change, change == -1 ? "" : "s", trip_.days);
  }

  Result<std::string> windows(Edit const& edit) {
    auto const [name, text] = TRY(halves(edit.text, ':', "\"NAME: Tue 06-04 09:00-12:00\""));
    auto& who = *TRY(candidate(name));
    auto windows =
        TRY(read::parse_windows(text, {.first = trip_.first_day, .days = trip_.days, .working = trip_.working_days}));
    if (edit.kind == Kind::also)
      windows.insert(windows.end(), who.windows.begin(), who.windows.end());
    who.windows = read::join_windows(std::move(windows));
    if (who.fixed && who.windows.size() == 1)
      who.length = std::min(who.length, who.windows[0].to - who.windows[0].from);
    return edit.kind == Kind::also ? fmt::format("{} also free {}", title_of(who), text)
                                   : fmt::format("{} free {} only", title_of(who), text);
  }

  Result<std::string> value(std::string_view text) {
    auto const [name, number] = TRY(halves(text, '=', "\"NAME=40\""));
    auto& who = *TRY(candidate(name));
    auto const before = std::exchange(who.value, TRY(amount(number)));
    who.why = fmt::format("{:g} as asked", who.value);
    return fmt::format("{} worth {:g} instead of {:g}", title_of(who), who.value, before);
  }

  Result<std::string> sector(std::string_view text) {
    auto const [name, length] = TRY(halves(text, '=', "\"AI=14h\""));
    auto const found =
        std::ranges::find(trip_.sectors, fold_case(name), [](SectorTarget const& one) { return fold_case(one.name); });
    if (found == trip_.sectors.end())
      return fail(Fault::not_found, fmt::format("'{}' is no sector of {}", name, trip_.name));
    auto const minutes = read::parse_length(length);
    if (!minutes)
      return unreadable(text, "\"AI=14h\"");
    auto const before = std::exchange(found->target, *minutes);
    return fmt::format("{} wanted for {:g} h instead of {:g} h", found->name, in_hours(*minutes), in_hours(before));
  }

  Result<std::string> rule(std::string_view text) {
    auto const [name, number] = TRY(halves(text, '=', "\"big_shot_a_day=40\""));
    std::map<std::string, std::pair<double*, double>> const rules{{"big_shot_a_day", {&trip_.no_top_penalty, 1}},
                                                                  {"sector_short", {&trip_.sector_short_penalty, 1}},
                                                                  {"journey_hour", {&trip_.journey_penalty, 1.0 / 60}}};
    auto const found = rules.find(name);
    if (found == rules.end())
      return fail(Fault::not_found, fmt::format("there is no rule '{}'", name), {},
                  "one of big_shot_a_day, sector_short, journey_hour");
    auto const [place, unit] = found->second;
    auto const wanted = TRY(amount(number));
    auto const before = std::exchange(*place, wanted * unit) / unit;
    return fmt::format("{} {:g} instead of {:g}", name, wanted, before);
  }

  Result<std::string> hours(std::string_view text) {
    std::tie(trip_.day_start, trip_.day_end) = TRY(read::parse_hours(text));
    trip_.hours.clear();
    return fmt::format("on the road {}", text);
  }

  Result<std::string> without(std::string_view text) {
    auto& who = *TRY(candidate(text));
    who.windows.clear();
    who.fixed = false;
    who.note += who.note.empty() ? "not to be met" : "; not to be met";
    return fmt::format("without {}", title_of(who));
  }

  Result<std::string> end(std::string_view text) {
    auto const found =
        std::ranges::find(trip_.cities, fold_case(text), [](City const& city) { return fold_case(city.name); });
    if (found == trip_.cities.end() && fold_case(text) != "anywhere")
      return fail(Fault::not_found, fmt::format("'{}' is not a city of {}", text, trip_.name));
    trip_.end_city = found == trip_.cities.end() ? -1 : static_cast<int>(found - trip_.cities.begin());
    return fmt::format("the trip ends {}{}", found == trip_.cities.end() ? "" : "in ", text);
  }

  Trip& trip_;
};

bool needs_file(Edit const& edit) {
  return edit.kind == Kind::with || (edit.kind == Kind::days && !edit.text.starts_with('-'));
}

// The trip file read again with longer days and further candidates; values and people of those known already stay.
Result<Trip> read_again(KeptTrip const& kept, std::vector<Edit> const& edits, View const& view) {
  if (kept.toml.empty())
    return fail(Fault::input, fmt::format("the text of {} was not kept", kept.file), {},
                fmt::format("plan it once more: attache plan {}", kept.file));
  auto text = kept.toml;
  int more = 0;
  for (auto const& edit : edits) {
    if (edit.kind == Kind::with)
      text += "\n" + edit.text + "\n";
    else if (edit.kind == Kind::days)
      more += std::max(0, TRY(whole(edit.text)));
  }
  auto trip = TRY(read::trip(text, kept.file, more));
  TRY(set_clocks(trip));
  find_candidates(trip, view);
  for (auto& candidate : trip.candidates)
    if (auto const known = std::ranges::find(kept.trip.candidates, candidate.id, &Candidate::id);
        known != kept.trip.candidates.end()) {
      candidate.value = known->value;
      candidate.why = known->why;
      candidate.person = known->person;
    }
  value_candidates(trip, view);
  return trip;
}

// The plan in terms of the new trip: candidates by id, without those who are gone.
Plan plan_for(Trip const& trip, KeptTrip const& kept) {
  auto plan = kept.plan;
  auto const index = [&](int old) {
    auto const& id = kept.trip.candidates.at(std::size_t(old)).id;
    return static_cast<int>(std::ranges::find(trip.candidates, id, &Candidate::id) - trip.candidates.begin());
  };
  for (auto& day : plan.days) {
    for (auto& visit : day.visits)
      visit.candidate = index(visit.candidate);
    std::erase_if(day.visits,
                  [&](Visit const& visit) { return std::size_t(visit.candidate) == trip.candidates.size(); });
  }
  plan.left_out.clear();
  return plan;
}

} // namespace

Result<std::size_t> find_candidate(Trip const& trip, std::string_view id_or_name) {
  auto const& all = trip.candidates;
  auto found = std::ranges::find(all, id_or_name, &Candidate::id);
  auto const folded = fold_case(squeeze(id_or_name));
  if (found == all.end())
    found = std::ranges::find(all, folded, [](Candidate const& candidate) { return fold_case(candidate.name); });
  if (found == all.end())
    return fail(Fault::not_found, fmt::format("'{}' is not a candidate of {}", id_or_name, trip.name), {},
                "name a candidate as the trip file does");
  return static_cast<std::size_t>(found - all.begin());
}

Result<KeptTrip> edited(KeptTrip kept, std::vector<Edit> const& edits, View const& view,
                        std::vector<std::string>& said) {
  auto const known = kept.edits.size();
  kept.edits.insert(kept.edits.end(), edits.begin(), edits.end());
  auto const again = std::ranges::any_of(edits, needs_file);
  if (again) {
    auto trip = TRY(read_again(kept, kept.edits, view));
    kept.plan = plan_for(trip, kept);
    kept.trip = std::move(trip);
  }
  Editor editor{kept.trip};
  for (auto i = again ? 0 : known; i < kept.edits.size(); ++i) {
    auto words = TRY(editor.apply(kept.edits[i]));
    if (i >= known)
      said.push_back(std::move(words));
  }
  kept.trip.meeting_to_meeting.clear();
  kept.trip.meeting_to_hotel.clear();
  kept.trip.hotel_to_hotel.clear();
  kept.trip.hotel_to_meeting.clear();
  TRY(set_body_clock(kept.trip));
  go::fill_travel(kept.trip);
  return kept;
}

std::optional<Edit::Kind> edit_kind(std::string_view word) {
  auto const found = std::ranges::find(kinds, word, &std::pair<std::string_view, Kind>::first);
  return found == kinds.end() ? std::nullopt : std::optional{found->second};
}

std::string_view to_string(Edit::Kind kind) {
  return std::ranges::find(kinds, kind, &std::pair<std::string_view, Kind>::second)->first;
}

} // namespace attache::office
