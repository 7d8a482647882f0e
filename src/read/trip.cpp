#include "read/trip.h"

#include "base/unicode.h"
#include "read/trip_care.h"
#include "read/trip_links.h"
#include "read/trip_toml.h"
#include "read/trip_travel.h"
#include "read/trip_windows.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>

namespace attache::read {
namespace {

constexpr auto longest_trip = 366;

class TripReader {
public:
  explicit TripReader(int more_days = 0) : more_days_(more_days) {}

  Trip read(std::string_view toml) {
    auto root = TomlTable::parse(toml, mistakes);
    if (!mistakes.empty())
      return {};
    read_dates(root);
    read_cities(root);
    read_legs(root, days_, trip_);
    read_day_hours(root, days_, trip_);
    read_rules(root);
    read_defaults(root);
    read_candidates(root);
    add_caps();
    if (mistakes.empty())
      link_candidates(trip_, links_, mistakes);
    root.finish();
    std::ranges::sort(mistakes, {}, [](Mistake const& m) { return std::tie(m.line, m.what); });
    return std::move(trip_);
  }

  std::vector<Mistake> mistakes;

private:
  // --- days
  void read_dates(TomlTable& root) {
    trip_.name = root.text("name").value_or("");
    trip_.purpose = root.text("purpose").value_or("");
    auto const first = read_day(root, "first_day");
    auto const last = root.has("last_day") ? read_day(root, "last_day") : std::nullopt;
    auto const days = root.number("days");
    if (!root.has("first_day"))
      root.mistake(root.line(), "the trip has no first day", "add: first_day = 2024-06-03");
    trip_.first_day = first.value_or(Day{});
    auto const span = first && last ? static_cast<double>((*last - *first).count()) + 1 : days.value_or(1);
    if (!root.has("days") && !root.has("last_day"))
      root.mistake(root.line(), "the trip does not say how long it is", "add: days = 22, or last_day = 2024-06-24");
    else if (days && last && *days != span)
      root.mistake(root.line_of("days"), fmt::format("days = {} does not fit last_day, which makes it {}", *days, span),
                   "leave one of the two out");
    else if (span < 1 || span > longest_trip || span != static_cast<int>(span))
      root.mistake(root.line_of(last ? "last_day" : "days"), fmt::format("a trip of {} days cannot be planned", span),
                   fmt::format("1 to {} whole days", longest_trip));
    trip_.days = static_cast<int>(std::clamp(span, 1.0, static_cast<double>(longest_trip))) + more_days_;
    read_hours(root);
    read_days_off(root);
  }

  std::optional<Day> read_day(TomlTable& table, std::string_view key) {
    auto const text = table.text(key);
    if (!text)
      return {};
    auto const moment = parse_moment(*text);
    if (moment && moment->precision == Precision::day)
      return std::chrono::floor<std::chrono::days>(moment->at);
    table.mistake(table.line_of(key), fmt::format("'{}' is not a day", *text), "write 2024-06-03");
    return {};
  }

  void read_hours(TomlTable& root) {
    auto const text = root.text("hours");
    if (!text)
      return;
    if (auto const hours = parse_hours(*text))
      std::tie(trip_.day_start, trip_.day_end) = *hours;
    else
      root.mistake(root.line_of("hours"), hours.error().what, hours.error().hint);
  }

  void read_days_off(TomlTable& root) {
    trip_.working_days.assign(static_cast<std::size_t>(trip_.days), 1);
    TripDays const days{.first = trip_.first_day, .days = trip_.days, .working = trip_.working_days};
    auto off = root.texts("days_off");
    if (!root.has("days_off"))
      off = {{.text = "saturday", .line = root.line()}, {.text = "sunday", .line = root.line()}};
    for (auto const& word : off)
      if (auto const found = parse_days(word.text, days))
        for (auto const day : *found)
          trip_.working_days[static_cast<std::size_t>(day)] = 0;
      else
        root.mistake(word.line, found.error().what, found.error().hint);
    days_ = {.first = trip_.first_day, .days = trip_.days, .working = trip_.working_days};
  }

  // --- cities
  void read_cities(TomlTable& root) {
    for (auto& table : root.tables("city"))
      read_city(table);
    if (trip_.cities.empty())
      root.mistake(root.line(), "the trip names no city",
                   "add [[city]] with name, zone and at = [latitude, longitude]");
    trip_.start_city = root.has("start") ? city_of(root, "start", trip_) : 0;
    if (!root.has("start"))
      root.text("start");
    trip_.end_city = root.has("end") ? end_city(root) : -1;
    if (!root.has("end"))
      root.text("end");
  }

  int end_city(TomlTable& root) { return root.text("end") == "anywhere" ? -1 : city_of(root, "end", trip_); }

  void read_city(TomlTable& table) {
    City city{.name = table.text("name").value_or(""),
              .zone = table.text("zone").value_or(""),
              .country = table.text("country").value_or("")};
    if (city.name.empty())
      table.mistake(table.line(), "a city has no name", "add: name = \"Boston\"");
    if (find_city(trip_, city.name) >= 0)
      table.mistake(table.line_of("name"), fmt::format("'{}' is there twice", city.name), "keep one of the two");
    if (city.zone != "UTC" && city.zone.find('/') == std::string::npos)
      table.mistake(table.line_of("zone"), fmt::format("'{}' has no time zone", city.name),
                    "add: zone = \"America/New_York\"");
    auto const at = read_at(table);
    if (!at && !table.has("at"))
      table.mistake(table.line(), fmt::format("'{}' has no position", city.name),
                    "add: at = [42.36, -71.06]   # latitude, longitude");
    std::tie(city.latitude, city.longitude) = at.value_or(std::pair{0.0, 0.0});
    city_days_.push_back(read_city_days(table));
    table.finish();
    trip_.cities.push_back(std::move(city));
  }

  // The days on which the trip may be in a city; empty = any.
  std::set<int> read_city_days(TomlTable& table) {
    std::set<int> all;
    for (auto const& word : table.texts("days"))
      if (auto const days = parse_days(word.text, days_))
        all.insert(days->begin(), days->end());
      else
        table.mistake(word.line, days.error().what, days.error().hint);
    for (auto day = trip_.days - more_days_; all.contains(day - 1) && day < trip_.days; ++day)
      all.insert(day);
    return all;
  }

  std::optional<std::pair<double, double>> read_at(TomlTable& table) {
    auto const at = table.numbers("at");
    if (!table.has("at"))
      return {};
    if (at.size() == 2 && std::abs(at[0]) <= 90 && std::abs(at[1]) <= 180)
      return std::pair{at[0], at[1]};
    table.mistake(table.line_of("at"), "'at' is not a place on Earth",
                  "write [latitude, longitude] in degrees, such as [42.36, -71.06]");
    return {};
  }

  // --- rules and defaults
  void read_rules(TomlTable& root) {
    auto rules = root.table("rules");
    trip_.no_top_penalty = read_penalty(rules, "big_shot_a_day");
    trip_.sector_short_penalty = read_penalty(rules, "sector_short");
    trip_.journey_penalty = read_penalty(rules, "journey_hour") / 60;
    if (auto const most = rules.number("per_organisation"))
      per_organisation_ = static_cast<int>(std::clamp(*most, 0.0, 1e6));
    trip_.aim = rules.flag("expected_value").value_or(false) ? Aim::expected_value : Aim::value;
    trip_.meals = read_meals(rules);
    read_rest(rules, trip_);
    rules.finish();
    auto sectors = root.table("sectors");
    for (auto const& name : sectors.keys())
      trip_.sectors.push_back(
          {.name = name,
           .target = read_length(sectors, name, Minutes{0}, Minutes{24 * 60 * longest_trip}).value_or(Minutes{0})});
  }

  // A cap for each organisation with more candidates than may be met.
  void add_caps() {
    for (std::size_t i = 0; per_organisation_ && i < trip_.candidates.size(); ++i) {
      auto const& name = trip_.candidates[i].organisation;
      Cap cap{.name = fmt::format("at most {} with {}", *per_organisation_, name), .limit = *per_organisation_};
      for (auto const& other : trip_.candidates)
        cap.use.push_back(!name.empty() && other.organisation == name ? 1 : 0);
      auto const known = std::ranges::find(trip_.caps, cap.name, &Cap::name) != trip_.caps.end();
      if (!known && std::ranges::count(cap.use, 1) > cap.limit)
        trip_.caps.push_back(std::move(cap));
    }
  }

  double read_penalty(TomlTable& table, std::string_view key) {
    auto const value = table.number(key).value_or(0);
    if (value < 0)
      table.mistake(table.line_of(key), fmt::format("'{}' is less than 0", key),
                    "say how much value is lost, as a number from 0 up");
    return std::max(value, 0.0);
  }

  void read_defaults(TomlTable& root) {
    auto table = root.table("defaults");
    defaults_.length = read_length(table, "length", Minutes{1}, Minutes{24 * 60}).value_or(Minutes{60});
    defaults_.windows = read_windows(table);
    if (!table.has("windows"))
      defaults_.windows = parse_windows("workdays 09:00-18:00", days_).value_or(std::vector<Window>{});
    care_.read_defaults(table);
    table.finish();
    care_.read_tiers(root);
  }

  std::vector<Window> read_windows(TomlTable& table) {
    std::vector<Window> all;
    for (auto const& text : table.texts("windows"))
      if (auto const windows = parse_windows(text.text, days_))
        all.insert(all.end(), windows->begin(), windows->end());
      else
        table.mistake(text.line, windows.error().what, windows.error().hint);
    return join_windows(std::move(all));
  }

  // --- candidates
  void read_candidates(TomlTable& root) {
    for (auto& table : root.tables("candidate"))
      read_candidate(table);
    if (trip_.candidates.empty())
      root.mistake(root.line(), "the trip has nobody to meet", "add [[candidate]] with name and city");
  }

  void read_candidate(TomlTable& table) {
    Candidate candidate{.name = table.text("name").value_or(""),
                        .title = table.text("title").value_or(""),
                        .organisation = table.text("organisation").value_or(""),
                        .email = fold_case(table.text("email").value_or("")),
                        .place = table.text("place").value_or(""),
                        .note = table.text("note").value_or("")};
    if (candidate.name.empty() && candidate.organisation.empty() && !table.has("same_as"))
      table.mistake(table.line(), "a candidate has neither name nor organisation", "add: name = \"...\"");
    candidate.id = read_id(table, candidate);
    candidate.city = city_of(table, "city", trip_);
    std::tie(candidate.latitude, candidate.longitude) = read_at(table).value_or(std::pair{0.0, 0.0});
    candidate.sector = read_sector(table);
    read_worth(table, candidate);
    read_times(table, candidate);
    care_.read(table, days_, candidate);
    links_.push_back(read_links(table));
    table.finish();
    trip_.candidates.push_back(std::move(candidate));
  }

  static TripLinks read_links(TomlTable& table) {
    TripLinks links{.rivals = table.texts("rivals"),
                    .after = table.texts("after"),
                    .people = table.texts("people"),
                    .line = table.line()};
    if (auto const same = table.text("same_as"))
      links.same_as = TomlText{.text = *same, .line = table.line_of("same_as")};
    return links;
  }

  // As written, or made of the name: "Ann Lee" is "ann-lee".
  std::string read_id(TomlTable& table, Candidate const& candidate) {
    auto const written = table.text("id");
    auto id = written.value_or("");
    if (!written && candidate.name.empty() && candidate.organisation.empty() && table.has("same_as"))
      id = fmt::format("{}-{}", table.text("same_as").value_or(""), fold_case(table.text("city").value_or("")));
    else if (!written)
      for (auto const c : fold_case(squeeze(candidate.name.empty() ? candidate.organisation : candidate.name)))
        id += c == ' ' ? '-' : c;
    if (id.empty() || !ids_.insert(id).second)
      table.mistake(written ? table.line_of("id") : table.line(), fmt::format("the id '{}' is not unique", id),
                    "give each candidate an id of its own: id = \"...\"");
    return id;
  }

  int read_sector(TomlTable& table) {
    auto const name = table.text("sector");
    if (!name)
      return -1;
    auto const found =
        std::ranges::find(trip_.sectors, fold_case(*name), [](SectorTarget const& s) { return fold_case(s.name); });
    if (found != trip_.sectors.end())
      return static_cast<int>(found - trip_.sectors.begin());
    std::vector<std::string> known;
    for (auto const& sector : trip_.sectors)
      known.push_back(sector.name);
    auto const near = nearest_word(*name, known);
    table.mistake(table.line_of("sector"), fmt::format("'{}' is not in [sectors]", *name),
                  near.empty() ? fmt::format("add it there: {} = 0", *name) : fmt::format("did you mean '{}'?", near));
    return -1;
  }

  void read_worth(TomlTable& table, Candidate& candidate) {
    auto const value = table.number("value");
    candidate.value = value.value_or(-1);
    if (value && *value < 0)
      table.mistake(table.line_of("value"), "'value' is less than 0",
                    "leave the line out, and the office works it out");
    auto const tier = table.number("tier").value_or(0);
    candidate.tier = tier >= 0 && tier <= 9 ? static_cast<int>(tier) : 0;
    if (tier != candidate.tier)
      table.mistake(table.line_of("tier"), fmt::format("{} is not a tier", tier),
                    "1 is a big shot, larger numbers are less important");
  }

  void read_times(TomlTable& table, Candidate& candidate) {
    candidate.fixed = table.flag("fixed").value_or(false);
    auto const length = read_length(table, "length", Minutes{1}, Minutes{24 * 60});
    candidate.length = length.value_or(defaults_.length);
    auto const before = mistakes.size();
    candidate.windows = read_windows(table);
    if (mistakes.size() > before)
      return;
    if (candidate.fixed && candidate.windows.size() != 1)
      return table.mistake(table.line_of("windows"),
                           fmt::format("a fixed appointment needs exactly one window, '{}' has {}", candidate.id,
                                       candidate.windows.size()),
                           "write: windows = \"06-10 19:00-21:30\"");
    if (candidate.fixed && !length)
      candidate.length = candidate.windows[0].to - candidate.windows[0].from;
    if (!table.has("windows"))
      candidate.windows = defaults_.windows;
    if (auto const offered = candidate.windows.size(); offered > 0) {
      keep_city_days(table, candidate);
      if (candidate.windows.empty())
        return; // on no day of the city: the plan will say so
    }
    auto const fits = [&](Window const& window) { return window.to - window.from >= candidate.length; };
    if (std::ranges::none_of(candidate.windows, fits))
      table.mistake(table.line_of("windows"),
                    fmt::format("no window of '{}' is as long as the meeting, {} minutes", candidate.id,
                                candidate.length.count()),
                    "make a window longer or the meeting shorter");
  }

  void keep_city_days(TomlTable& table, Candidate& candidate) {
    if (trip_.cities.empty())
      return; // a mistake already
    auto const& days = city_days_.at(static_cast<std::size_t>(candidate.city));
    auto const outside = [&](Window const& window) { return !days.empty() && !days.contains(window.day); };
    if (candidate.fixed && outside(candidate.windows[0]))
      return table.mistake(table.line_of("windows"),
                           fmt::format("the fixed appointment '{}' is on no day of {}", candidate.id,
                                       trip_.cities.at(static_cast<std::size_t>(candidate.city)).name),
                           "widen the city's 'days', or move the appointment");
    std::ranges::copy_if(candidate.windows, std::back_inserter(candidate.other_windows), outside);
    std::erase_if(candidate.windows, outside);
  }

  int more_days_;
  Trip trip_;
  std::optional<int> per_organisation_;
  std::vector<std::set<int>> city_days_; // by city
  TripDays days_;
  struct { // what a candidate has who does not say otherwise
    Minutes length{60};
    std::vector<Window> windows;
  } defaults_;
  TripCare care_;
  std::vector<TripLinks> links_;
  std::set<std::string> ids_;
};

Error error_of(Mistake const& mistake, std::string_view name) {
  return {.fault = Fault::input,
          .what = mistake.what,
          .where = fmt::format("{}:{}", name, mistake.line),
          .hint = mistake.hint};
}

} // namespace

Result<Trip> trip(std::string_view toml, std::string_view name, int more_days) {
  TripReader reader{more_days};
  auto trip = reader.read(toml);
  if (reader.mistakes.empty())
    return trip;
  auto error = error_of(reader.mistakes.front(), name);
  if (auto const more = reader.mistakes.size() - 1; more > 0)
    error.what += fmt::format(" (and {} more mistake{})", more, more == 1 ? "" : "s");
  return tl::unexpected<Error>(std::move(error));
}

std::vector<Error> trip_mistakes(std::string_view toml, std::string_view name) {
  TripReader reader;
  reader.read(toml);
  std::vector<Error> out;
  for (auto const& mistake : reader.mistakes)
    out.push_back(error_of(mistake, name));
  return out;
}

} // namespace attache::read
