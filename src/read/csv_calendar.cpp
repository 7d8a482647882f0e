#include "read/csv_rows.h"

#include "base/unicode.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace attache::read {
namespace {

using std::chrono::days;

constexpr std::array yes_words{"true", "yes", "y", "1", "x", "o", "예", "ja", "oui", "종일", "비공개"};

bool says_yes(std::string_view text) { return std::ranges::find(yes_words, fold_case(text)) != yes_words.end(); }

// The content line that a calendar file would have.
ContentLine line_of(std::string name, std::string_view value, int line, std::vector<Parameter> parameters = {}) {
  ContentLine out{.name = std::move(name), .parameters = std::move(parameters), .line = static_cast<std::size_t>(line)};
  for (auto const c : value)
    out.value += c == '\\' ? std::string{"\\\\"} : std::string{c};
  return out;
}

// "Kim Duri <kim@duri.example>; Lee" as lines that name who is invited.
void add_people(Event& event, std::string name, std::string_view cell) {
  for (auto const& one : split_values(cell, ";\n")) {
    auto const mail = email_value(one);
    auto const display = mail ? one.substr(0, one.find('<')) : one;
    std::vector<Parameter> parameters;
    if (!mail || one.find('<') != std::string::npos)
      parameters.push_back({"CN", {squeeze(display)}});
    event.lines.push_back(line_of(name, mail ? "mailto:" + *mail : "", static_cast<int>(event.line), parameters));
    if (!mail)
      event.lines.back().value = squeeze(display);
  }
}

LocalTime local_day(Moment const& day) { return LocalTime{day.at.time_since_epoch()}; }

// An all-day entry ends where the next day begins; programs say that day, people the last one.
void set_length(Event& event, Cells const& cells, Moment const& end) {
  auto const last = local_day(end) - event.start.local;
  auto const exclusive = event.start.clock == Clock::date && !cells.first(Field::end_time).empty() && last > days{0};
  event.length = last + (event.start.clock == Clock::date && !exclusive ? days{1} : days{0});
  event.has_end = true;
}

void add_words(Event& event, Cells const& cells) {
  auto const line = cells.line();
  auto const say = [&](std::string name, std::string_view value) {
    if (!value.empty())
      event.lines.push_back(line_of(std::move(name), value, line));
  };
  say("DTSTART", cells.first(Field::date));
  say("SUMMARY", cells.first(Field::subject));
  say("LOCATION", cells.first(Field::place));
  auto const is_private = [](Cells::Cell const& cell) {
    auto const word = fold_case(cell.text);
    return cell.column->field == Field::privacy && (says_yes(word) || word == "private" || word == "confidential");
  };
  if (std::ranges::any_of(cells.all(), is_private))
    say("CLASS", "private");
  auto const status = fold_case(cells.first(Field::status));
  if (status.starts_with("cancel") || status.find("취소") != std::string::npos)
    event.cancelled = true;
  else if (status == "tentative" || cells.first(Field::busy) == "1")
    say("STATUS", "TENTATIVE");
}

} // namespace

void read_entry(Cells const& cells, Table& table) {
  auto const written = cells.first(Field::date);
  auto const start = date_value(written, table.order);
  if (!start || start->precision < Precision::day)
    return table.out.reject(cells.line(),
                            written.empty() ? "the entry has no date"
                                            : fmt::format("'{}' is no day that attache can read", written),
                            "write dates as 2023-05-10");
  auto const timed = !cells.first(Field::start_time).empty() && !says_yes(cells.first(Field::all_day));
  auto const day = LocalTime{std::chrono::floor<days>(local_day(*start))};
  Event event{.line = static_cast<std::size_t>(cells.line()),
              .calendar = std::make_shared<Calendar>(),
              .start = {.local = day, .clock = timed ? Clock::floating : Clock::date}};
  event.key = own_key(cells);
  if (event.key.empty())
    event.key = fmt::format(
        "row:{}", content_hash(fmt::format("{}\n{}\n{}\n{}", to_string(*start), cells.first(Field::start_time),
                                           squeeze(cells.first(Field::subject)), cells.first(Field::organiser))));
  if (auto const end = date_value(cells.first(Field::end_date), table.order); end && end->at >= start->at)
    set_length(event, cells, *end);
  add_words(event, cells);
  for (auto const& cell : cells.all())
    if (cell.column->field == Field::organiser)
      add_people(event, "ORGANIZER", cell.text);
    else if (cell.column->field == Field::invited || cell.column->field == Field::participants)
      add_people(event, "ATTENDEE", cell.text);
  table.events.push_back(std::move(event));
}

} // namespace attache::read
