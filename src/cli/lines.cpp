#include "cli/lines.h"

#include "cli/text.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>
#include <ostream>

namespace attache::cli {
namespace {

std::vector<std::string> tie_row(Json const& tie) {
  return {text(tie, "state"),
          fmt::format("{:.2f}", tie["strength"].get<double>()),
          in_one_line(tie["person"]),
          day(tie, "last"),
          count(static_cast<long long>(tie.value("silence_days", 0.0))),
          fmt::format("{}", fmt::join(tie["reasons"].get<std::vector<std::string>>(), "; "))};
}

void drop_empty_column(Rows& rows, std::size_t column) {
  if (std::ranges::all_of(rows, [&](auto const& row) { return row[column].empty(); }))
    for (auto& row : rows)
      row.erase(row.begin() + static_cast<std::ptrdiff_t>(column));
}

} // namespace

std::string span(Json const& json) {
  if (!json.contains("valid"))
    return {};
  auto const from = text(json["valid"], "from");
  auto const to = text(json["valid"], "to");
  return from.empty() ? "until " + to : (to.empty() ? "since " + from : from + " to " + to);
}

std::string text(Json const& json, char const* key) { return json.value(key, std::string{}); }
std::string day(Json const& json, char const* key) { return text(json, key).substr(0, 10); }
std::string full_name(Json const& thing) {
  auto const distinct = text(thing, "distinct");
  return text(thing, "name") + (distinct.empty() ? "" : fmt::format(" ({})", distinct));
}
std::string named(Json const& json, char const* key) {
  return json.contains(key) ? full_name(json[key]) : std::string{};
}

std::string words(Arguments const& arguments) { return fmt::format("{}", fmt::join(arguments.positional, " ")); }

std::string in_one_line(Json const& person) {
  auto line = text(person, "name");
  if (person.contains("native_name"))
    line += fmt::format(" ({})", text(person, "native_name"));
  for (auto const& part : {text(person, "title"), named(person, "organisation")})
    line += part.empty() ? "" : ", " + part;
  // What tells namesakes apart, unless the line says it already.
  auto const distinct = text(person, "distinct");
  return distinct.empty() || line.find(distinct) != std::string::npos ? line : fmt::format("{} ({})", line, distinct);
}

std::string evidence(Json const& fact) {
  if (!fact.contains("claim"))
    return fact.contains("decision")
               ? fmt::format("[decision {} by {}]", fact["decision"].get<std::int64_t>(), text(fact, "by"))
               : std::string{};
  return fmt::format("[c{}{}]", fact["claim"].get<std::int64_t>(),
                     fact.contains("source") ? " " + named(fact, "source") : "");
}

Result<void> print_json(Call const& call, Json const& json) {
  call.out << json.dump(2) << "\n";
  return {};
}

std::string figure_words(Json const& figure) {
  auto words =
      fmt::format("{} {}", text(figure, "kind"), money(figure["amount"].get<double>(), text(figure, "currency")));
  words += figure.contains("as_of") ? fmt::format(" on {}", text(figure, "as_of")) : ", date unknown";
  if (figure.value("stale", false) && figure.contains("as_of"))
    words += ", stale";
  return words;
}

std::string contact_words(Json const& holder, char const* key) {
  if (!holder.contains(key) || !holder[key].is_object())
    return {};
  auto const& contact = holder[key];
  auto words = fmt::format("{} {}", text(contact["when"], "from").substr(0, 10), text(contact, "kind"));
  auto const title = contact["secret"].get<bool>() ? std::string{"private"} : text(contact, "title");
  words += title.empty() ? "" : ", " + title;
  return contact["claims"].empty() ? words : fmt::format("{} [c{}]", words, contact["claims"][0].get<std::int64_t>());
}

void section(std::ostream& out, std::string_view title, bool empty) {
  if (!empty)
    out << "\n" << title << "\n";
}

void print_ties(std::ostream& out, Json const& ties) {
  Rows rows{{"state", "strength", "who", "last", "silent days", "why"}};
  for (auto const& tie : ties)
    rows.push_back(tie_row(tie));
  table(out, rows);
}

void print_counts(std::ostream& out, Json const& counts) {
  std::string line;
  for (auto const& [state, number] : counts.items())
    line += fmt::format("{}{} {}", line.empty() ? "" : ", ", count(number.get<long long>()), state);
  out << "ties: " << line << "\n";
}

void print_relations(std::ostream& out, Json const& relations) {
  Rows rows;
  for (auto const& relation : relations)
    rows.push_back({named(relation, "from"), text(relation, "kind"), named(relation, "to"),
                    relation.contains("decision") ? span(relation) : std::string{}, evidence(relation)});
  drop_empty_column(rows, 3);
  table(out, rows);
}

} // namespace attache::cli
