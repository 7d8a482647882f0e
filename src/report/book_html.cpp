#include "report/book.h"
#include "report/html_parts.h"
#include "report/phrases.h"
#include "report/route_map.h"

#include <fmt/format.h>

namespace attache::report {
namespace {

class Book {
public:
  explicit Book(Briefing const& briefing) : briefing_{briefing} {}
  std::string write();

private:
  void cover();
  void map();
  void itinerary();
  void day(std::size_t number);
  void day_meetings(BriefingDay const& day);
  void left_out();
  void meeting(int index);
  void meeting_header(MeetingBrief const& meeting);
  void person(BriefedPerson const& person, int index);
  void tie(BriefedPerson const& person);
  void value(MeetingBrief const& meeting);
  void figures(MeetingBrief const& meeting, int index);
  void history(MeetingBrief const& meeting, int index);
  void evidence(MeetingBrief const& meeting, int index);

  Briefing const& briefing_;
  Html html_;
};

void Book::cover() {
  html_.open("header");
  html_.element("p", "class=\"eyebrow\"", trip_dates(briefing_.first_day, briefing_.days.size()));
  html_.element("h1", {}, briefing_.title);
  auto lead = briefing_.principal;
  if (!briefing_.purpose.empty())
    lead += (lead.empty() ? "" : " — ") + briefing_.purpose;
  html_.element("p", "class=\"lead\"", lead);
  html_.close();
  auto const gap = briefing_.bound > 0 ? (briefing_.bound - briefing_.value) / briefing_.bound : 0.0;
  add_key_figures(html_, {{std::to_string(briefing_.days.size()), "days"},
                          {std::to_string(briefing_.meetings.size()), "meetings"},
                          {std::to_string(companies_of(briefing_)), "companies"},
                          {fmt::format("{} of {}", big_shot_days(briefing_), working_days(briefing_)),
                           "working days with a big shot"},
                          {points_text(briefing_.value), "value of the plan"},
                          {briefing_.proven ? "0 %" : percent_text(gap),
                           briefing_.proven ? "gap: proven best" : "gap to the proven bound"}});
}

void Book::map() {
  std::vector<int> route;
  std::vector<int> nights(briefing_.cities.size());
  for (std::size_t i = 0; i < briefing_.days.size(); ++i) {
    auto const& day = briefing_.days[i];
    route.push_back(day.from);
    route.push_back(day.to);
    if (i + 1 < briefing_.days.size() && day.to >= 0 && static_cast<std::size_t>(day.to) < nights.size())
      ++nights[static_cast<std::size_t>(day.to)];
  }
  std::vector<std::string> notes;
  for (auto const count : nights)
    notes.push_back(count == 0 ? "" : fmt::format("{} {}", count, count == 1 ? "night" : "nights"));
  html_.open("figure", "class=\"map\"").raw(route_svg(briefing_.cities, route, notes)).close();
}

void Book::day_meetings(BriefingDay const& day) {
  html_.open("table");
  for (auto const index : day.meetings) {
    auto const& meeting = briefing_.meetings.at(static_cast<std::size_t>(index));
    html_.open("tr").element("td", "class=\"time\"", span_text(meeting.start, meeting.end)).open("td");
    html_.element("a", fmt::format("href=\"#m{}\"", index), heading_of(meeting));
    if (!meeting.organisation.empty() && meeting.organisation != heading_of(meeting))
      html_.element("span", "class=\"quiet\"", " · " + meeting.organisation);
    for (auto const& person : meeting.people)
      if (person.tier == 1) {
        html_.text(" ").element("span", "class=\"badge gold\"", "big shot");
        break;
      }
    html_.close().close();
  }
  html_.close();
}

void Book::day(std::size_t number) {
  auto const& day = briefing_.days[number];
  html_.open("div", day.working ? "class=\"day\"" : "class=\"day off\"");
  html_.open("div", "class=\"date\"").element("b", {}, short_day_text(day.date));
  auto const from = city_name(briefing_.cities, day.from);
  auto const to = city_name(briefing_.cities, day.to);
  html_.element("span", "class=\"quiet small\"", from == to ? from : from + " → " + to);
  html_.close().open("div");
  if (day.meetings.empty())
    html_.element("p", "class=\"quiet\"", from == to ? "No meetings" : "Travel, no meetings");
  else
    day_meetings(day);
  if (auto const travel = travel_text(day); !travel.empty())
    html_.element("p", "class=\"quiet small\"", travel);
  if (day.working && !day.big_shot && !day.meetings.empty())
    html_.open("p").element("span", "class=\"badge alarm\"", "no big shot this day").close();
  html_.close().close();
}

void Book::itinerary() {
  html_.open("section").element("h3", {}, "Day by day");
  for (std::size_t i = 0; i < briefing_.days.size(); ++i)
    day(i);
  html_.close();
}

void Book::left_out() {
  if (briefing_.left_out.empty())
    return;
  html_.element("h3", {}, "Not on this trip, and why").open("table").open("tbody");
  for (auto const& one : briefing_.left_out) {
    html_.open("tr").open("td").element("b", {}, one.name);
    html_.element("span", "class=\"quiet\"", one.organisation.empty() ? "" : " · " + one.organisation).close();
    html_.element("td", {}, one.reason).close();
  }
  html_.close().close();
}

void Book::meeting_header(MeetingBrief const& meeting) {
  auto const& days = briefing_.days;
  auto const date = briefing_.first_day + std::chrono::days{meeting.day};
  html_.open("header");
  html_.element("p", "class=\"eyebrow\"",
                fmt::format("Day {} of {} · {} · {}", meeting.day + 1, days.size(), day_text(date),
                            span_text(meeting.start, meeting.end)));
  html_.element("h2", {}, heading_of(meeting));
  auto where = meeting.organisation;
  for (auto const& part : {meeting.place, city_name(briefing_.cities, meeting.city)})
    if (!part.empty())
      where += (where.empty() ? "" : " · ") + part;
  html_.element("p", "class=\"quiet\"", where).open("p");
  if (!meeting.people.empty() && meeting.people.front().tier == 1)
    html_.element("span", "class=\"badge gold\"", "big shot");
  if (meeting.fixed)
    html_.element("span", "class=\"badge accent\"", "fixed appointment");
  if (meeting.secret)
    html_.element("span", "class=\"badge alarm\"", "private");
  html_.close().close();
}

void Book::tie(BriefedPerson const& person) {
  html_.open("p");
  if (person.has_tie) {
    auto const tone = person.state == TieState::lapsed                                         ? "alarm"
                      : person.state == TieState::cooling                                      ? "gold"
                      : person.state == TieState::active || person.state == TieState::restored ? "good"
                                                                                               : "accent";
    html_.element("span", fmt::format("class=\"badge {}\"", tone), to_string(person.state));
    html_.open("span", "class=\"meter\"");
    html_.raw(fmt::format("<i style=\"width:{:.0f}%\"></i>", std::clamp(person.strength, 0.0, 1.0) * 100)).close();
  }
  html_.element("span", "class=\"small quiet\"", tie_text(person)).close();
}

void Book::person(BriefedPerson const& person, int index) {
  html_.open("article", "class=\"person\"").open("p", "class=\"name\"");
  add_statement(html_, person.name, index);
  for (auto const& other : person.other_names) {
    html_.text(" ").open("span", "class=\"other\"");
    add_statement(html_, other, index);
    html_.close();
  }
  html_.close();
  for (auto const& role : person.roles) {
    html_.open("p", role.current ? "" : "class=\"quiet\"").text(role_text(role));
    add_claims(html_, {role.claim}, index);
    html_.close();
  }
  if (!person.sector.empty())
    html_.element("p", "class=\"quiet small\"", person.sector);
  tie(person);
  for (auto const& reason : person.reasons)
    html_.element("p", "class=\"quiet small\"", reason);
  for (auto const& fact : person.good_to_know) {
    html_.open("p", "class=\"small\"");
    add_statement(html_, fact, index);
    html_.close();
  }
  if (!person.introduction.empty()) {
    html_.element("p", "class=\"small\"", "Who can open the door:").open("ol", "class=\"small\"");
    for (auto const& step : person.introduction)
      html_.element("li", {}, step);
    html_.close();
  }
  html_.close();
}

void Book::value(MeetingBrief const& meeting) {
  html_.element("h3", {}, "Why this meeting").open("table", "class=\"sum\"").open("tbody");
  for (auto const& term : meeting.why)
    html_.open("tr").element("td", {}, term.label).element("td", "class=\"right\"", points_text(term.points)).close();
  html_.open("tr", "class=\"total\"").element("td", {}, "Value");
  html_.element("td", "class=\"right\"", points_text(meeting.value)).close().close().close();
}

void Book::figures(MeetingBrief const& meeting, int index) {
  if (meeting.figures.empty())
    return;
  html_.element("h3", {}, "Figures");
  for (auto const& figure : meeting.figures) {
    html_.open("p").element("b", {}, figure.organisation).raw("<br>").text(figure_text(figure));
    add_claims(html_, {figure.claim}, index);
    if (figure.stale)
      html_.text(" ").element("span", "class=\"badge gold\"", "check before quoting");
    html_.close();
  }
}

void Book::history(MeetingBrief const& meeting, int index) {
  html_.element("h3", {}, "History");
  if (meeting.history.empty())
    html_.element("p", "class=\"quiet\"", "No contact is recorded.");
  html_.open("table").open("tbody");
  for (auto const& past : meeting.history) {
    html_.open("tr").element("td", "class=\"time\"", interval_text(past.when)).open("td");
    html_.text(past.title.empty() ? std::string{to_string(past.kind)} : past.title);
    if (!took_place(past.realis))
      html_.text(" ").element("span", "class=\"badge\"", to_string(past.realis));
    add_claims(html_, past.claims, index);
    auto line = past.title.empty() ? std::string{} : std::string{to_string(past.kind)};
    for (auto const& part : {past.place, past.with.empty() ? std::string{} : "with " + past.with})
      if (!part.empty())
        line += (line.empty() ? "" : " · ") + part;
    if (!line.empty())
      html_.raw("<br>").element("span", "class=\"quiet small\"", line);
    html_.close().close();
  }
  html_.close().close();
}

void Book::evidence(MeetingBrief const& meeting, int index) {
  if (meeting.evidence.empty())
    return;
  html_.element("h3", {}, "Evidence").open("table", "class=\"evidence\"").open("tbody");
  for (auto const& exhibit : meeting.evidence) {
    auto const name = claim_text(exhibit.claim);
    html_.open("tr", fmt::format("id=\"m{}-{}\"", index, name)).element("td", {}, fmt::format("[{}]", name));
    html_.open("td").text(quoted(exhibit.words));
    if (exhibit.realis != Realis::asserted)
      html_.text(" ").element("span", "class=\"badge\"", to_string(exhibit.realis));
    html_.close().open("td", "class=\"quiet\"").text(exhibit.source);
    if (!exhibit.locator.empty())
      html_.text(", " + exhibit.locator);
    if (exhibit.published.known())
      html_.text(", " + moment_text(exhibit.published));
    if (!exhibit.says_so.empty())
      html_.raw("<br>").text(exhibit.says_so);
    html_.close().close();
  }
  html_.close().close();
}

void Book::meeting(int index) {
  auto const& meeting = briefing_.meetings[static_cast<std::size_t>(index)];
  html_.open("section", fmt::format("class=\"meeting\" id=\"m{}\"", index));
  meeting_header(meeting);
  if (!meeting.to_be_clear.empty()) {
    html_.open("div", "class=\"doubt\"");
    for (auto const& doubt : meeting.to_be_clear)
      html_.element("p", {}, doubt);
    html_.close();
  }
  html_.open("div", "class=\"columns\"").open("div");
  html_.element("h3", {}, "Who you meet");
  for (auto const& one : meeting.people)
    person(one, index);
  add_statements(html_, "Objectives", meeting.objectives, index);
  add_open_points(html_, "Open points", meeting.open_points, index);
  html_.close().open("div");
  value(meeting);
  figures(meeting, index);
  add_statements(html_, "Relations", meeting.relations, index);
  html_.close().close();
  history(meeting, index);
  evidence(meeting, index);
  html_.close();
}

std::string Book::write() {
  html_.open("main");
  cover();
  map();
  itinerary();
  add_sectors(html_, briefing_.sectors, SectorColumn::planned);
  left_out();
  add_notes(html_, "Worth knowing", briefing_.notes);
  if (!briefing_.bound_by.empty())
    html_.element("p", "class=\"quiet small\"",
                  fmt::format("No plan under the same rules is worth more than {} ({}).", points_text(briefing_.bound),
                              briefing_.bound_by));
  for (std::size_t i = 0; i < briefing_.meetings.size(); ++i)
    meeting(static_cast<int>(i));
  add_footer(html_, briefing_.made_at,
             "Numbers like [c12] name the claim behind a fact; its words stand under Evidence.");
  html_.close();
  return html_page(briefing_.title, html_.take());
}

} // namespace

std::string book_html(Briefing const& briefing) { return Book{briefing}.write(); }

} // namespace attache::report
