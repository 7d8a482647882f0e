#include "report/pdf_meeting.h"

#include "report/phrases.h"

#include <algorithm>
#include <fmt/format.h>

namespace attache::report {
namespace {

constexpr double aside_width = 158;
constexpr double gutter = 24;
constexpr double main_width = Flow::width - aside_width - gutter;
constexpr double aside_x = Flow::left + main_width + gutter;

class MeetingPage {
public:
  MeetingPage(Flow& flow, Briefing const& briefing, int index)
      : flow_{flow}, briefing_{briefing}, meeting_{briefing.meetings.at(static_cast<std::size_t>(index))},
        index_{index} {}
  void set();

private:
  void header();
  void doubts();
  void aside(double x, double width);
  void value(double x, double width);
  void figures(double x, double width);
  [[nodiscard]] double aside_height() const;
  void people();
  void person(BriefedPerson const& person);
  void tie(BriefedPerson const& person);
  void statements(std::string_view heading, std::vector<Statement> const& statements, double x, double width);
  void open_points();
  void history();
  void evidence();
  void stated(Statement const& statement, Font const& font, double x, double width) {
    flow_.paragraph(statement_runs(statement, font, index_, meeting_.evidence), x, width);
  }
  void claims(std::vector<Run>& runs, std::vector<ClaimId> const& claims) const {
    append_claims(runs, claims, index_, meeting_.evidence);
  }

  Flow& flow_;
  Briefing const& briefing_;
  MeetingBrief const& meeting_;
  int index_;
};

void MeetingPage::header() {
  auto const date = briefing_.first_day + std::chrono::days{meeting_.day};
  flow_.canvas().fill({Flow::left, flow_.y(), Flow::width, 2.2}, colours::ink);
  flow_.skip(12);
  flow_.paragraph({{fmt::format("Day {} of {} · {} · {}", meeting_.day + 1, briefing_.days.size(), day_text(date),
                                span_text(meeting_.start, meeting_.end)),
                    fonts::eyebrow,
                    {}}},
                  Flow::left, Flow::width);
  flow_.paragraph({{heading_of(meeting_), fonts::title, {}}}, Flow::left, Flow::width);
  auto where = meeting_.organisation;
  for (auto const& part : {meeting_.place, city_name(briefing_.cities, meeting_.city)})
    if (!part.empty())
      where += (where.empty() ? "" : " · ") + part;
  flow_.paragraph({{where, fonts::quiet, {}}}, Flow::left, Flow::width, 5);
  auto x = Flow::left;
  if (!meeting_.people.empty() && meeting_.people.front().tier == 1)
    x = flow_.badge("big shot", colours::gold, colours::gold_wash, x, flow_.y());
  if (meeting_.fixed)
    x = flow_.badge("fixed appointment", colours::accent, colours::accent_wash, x, flow_.y());
  if (meeting_.secret)
    x = flow_.badge("private", colours::alarm, colours::alarm_wash, x, flow_.y());
  flow_.skip(x > Flow::left ? Flow::badge_height() + 3 : 0);
}

void MeetingPage::doubts() {
  for (auto const& doubt : meeting_.to_be_clear) {
    auto const text = flow_.canvas().set({{doubt, {9, 400, colours::gold}, {}}}, Flow::width - 24);
    flow_.skip(6);
    flow_.need(text.height() + 14);
    flow_.canvas().fill({Flow::left, flow_.y(), Flow::width, text.height() + 12}, colours::gold_wash, 6);
    text.draw(Flow::left + 12, flow_.y() + 6);
    flow_.skip(text.height() + 12);
  }
}

void MeetingPage::tie(BriefedPerson const& person) {
  if (!person.has_tie)
    return flow_.paragraph({{"never met", fonts::small, {}}}, Flow::left, main_width);
  struct Tones {
    Colour ink, wash;
  };
  auto const tones = person.state == TieState::lapsed    ? Tones{colours::alarm, colours::alarm_wash}
                     : person.state == TieState::cooling ? Tones{colours::gold, colours::gold_wash}
                     : person.state == TieState::active || person.state == TieState::restored
                         ? Tones{colours::good, colours::good_wash}
                         : Tones{colours::accent, colours::accent_wash};
  flow_.need(32);
  auto const y = flow_.y() + 1;
  auto const x = flow_.badge(to_string(person.state), tones.ink, tones.wash, Flow::left, y);
  flow_.canvas().fill({x + 2, y + 4.5, 54, 4}, colours::line, 2);
  flow_.canvas().fill({x + 2, y + 4.5, std::max(4.0, 54 * std::clamp(person.strength, 0.0, 1.0)), 4}, colours::accent,
                      2);
  flow_.canvas().set({{"strength " + percent_text(person.strength), fonts::small, {}}}, 120).draw(0, x + 62, y + 1.5);
  flow_.skip(Flow::badge_height() + 4);
  flow_.paragraph({{tie_text(person), fonts::small, {}}}, Flow::left, main_width, 1);
}

void MeetingPage::person(BriefedPerson const& person) {
  auto name = statement_runs(person.name, fonts::name, index_, meeting_.evidence);
  for (auto const& other : person.other_names) {
    name.push_back({"  " + other.text, {11, 400, colours::quiet}, {}});
    claims(name, other.claims);
  }
  flow_.need(46);
  flow_.paragraph(name, Flow::left, main_width, 2);
  for (auto const& role : person.roles) {
    std::vector<Run> runs{{role_text(role), role.current ? fonts::body : fonts::quiet, {}}};
    claims(runs, {role.claim});
    flow_.paragraph(runs, Flow::left, main_width, 1);
  }
  if (!person.sector.empty())
    flow_.paragraph({{person.sector, fonts::quiet, {}}}, Flow::left, main_width, 2);
  tie(person);
  for (auto const& reason : person.reasons)
    flow_.paragraph({{reason, fonts::small, {}}}, Flow::left, main_width, 1);
  flow_.skip(2);
  for (auto const& fact : person.good_to_know)
    stated(fact, fonts::body, Flow::left, main_width);
  if (!person.introduction.empty()) {
    flow_.paragraph({{"Who can open the door", fonts::strong, {}}}, Flow::left, main_width, 1);
    for (auto const& step : person.introduction)
      flow_.bullet({{step, fonts::body, {}}}, Flow::left, main_width);
  }
  flow_.skip(7);
}

void MeetingPage::people() {
  flow_.heading("WHO YOU MEET", Flow::left);
  for (auto const& one : meeting_.people)
    person(one);
}

void MeetingPage::statements(std::string_view heading, std::vector<Statement> const& statements, double x,
                             double width) {
  if (statements.empty())
    return;
  flow_.heading(heading, x);
  for (auto const& statement : statements)
    flow_.bullet(statement_runs(statement, fonts::body, index_, meeting_.evidence), x, width);
}

void MeetingPage::open_points() {
  if (meeting_.open_points.empty())
    return;
  flow_.heading("OPEN POINTS", Flow::left);
  for (auto const& point : meeting_.open_points) {
    auto runs = statement_runs(point.what, fonts::body, index_, meeting_.evidence);
    if (point.due.known())
      runs.push_back({(point.overdue ? "  overdue since " : "  due ") + moment_text(point.due),
                      {8.2, 600, point.overdue ? colours::alarm : colours::quiet},
                      {}});
    flow_.bullet(runs, Flow::left, main_width);
  }
}

void MeetingPage::value(double x, double width) {
  flow_.heading("WHY THIS MEETING", x);
  auto const term = [&](std::string const& label, double points, Font const& font) {
    flow_.row({{{{label, font, {}}}, x, width - 40},
               {{{points_text(points), font, {}}}, x + width - 36, 36, Canvas::Align::right}},
              0, 2.5);
  };
  for (auto const& one : meeting_.why)
    term(one.label, one.points, fonts::body);
  flow_.canvas().line(x, flow_.y(), x + width, flow_.y(), colours::ink, 1.2);
  term("Value", meeting_.value, fonts::strong);
}

void MeetingPage::figures(double x, double width) {
  if (meeting_.figures.empty())
    return;
  flow_.heading("FIGURES", x);
  for (auto const& figure : meeting_.figures) {
    std::vector<Run> runs{{figure.organisation + "\n", fonts::strong, {}}, {figure_text(figure), fonts::body, {}}};
    claims(runs, {figure.claim});
    if (figure.stale)
      runs.push_back({"  check before quoting", {8.2, 600, colours::gold}, {}});
    flow_.paragraph(runs, x, width, 5);
  }
}

// An upper estimate: what aside() needs in a column.
double MeetingPage::aside_height() const {
  auto const lines = [&](std::vector<Run> const& runs) {
    return flow_.canvas().set(runs, aside_width - 40).height() + 6;
  };
  double height = 60;
  for (auto const& one : meeting_.why)
    height += lines({{one.label, fonts::body, {}}}) + 5;
  height += meeting_.figures.empty() ? 0 : 40;
  for (auto const& figure : meeting_.figures)
    height +=
        lines({{figure.organisation + "\n" + figure_text(figure) + " check before quoting", fonts::strong, {}}}) + 8;
  height += meeting_.relations.empty() ? 0 : 40;
  for (auto const& relation : meeting_.relations)
    height += lines(statement_runs(relation, fonts::strong, index_, meeting_.evidence)) + 4;
  return height;
}

void MeetingPage::aside(double x, double width) {
  value(x, width);
  figures(x, width);
  statements("RELATIONS", meeting_.relations, x, width);
}

void MeetingPage::history() {
  flow_.heading("HISTORY", Flow::left);
  if (meeting_.history.empty())
    flow_.paragraph({{"No contact is recorded.", fonts::quiet, {}}}, Flow::left, Flow::width);
  for (auto const& past : meeting_.history) {
    auto const titled = !past.title.empty();
    std::vector<Run> runs{{titled ? past.title : std::string{to_string(past.kind)}, fonts::body, {}}};
    if (!took_place(past.realis))
      runs.push_back({"  " + std::string{to_string(past.realis)}, {8.2, 600, colours::alarm}, {}});
    claims(runs, past.claims);
    auto line = titled ? std::string{to_string(past.kind)} : std::string{};
    for (auto const& part : {past.place, past.with.empty() ? std::string{} : "with " + past.with})
      if (!part.empty())
        line += (line.empty() ? "" : " · ") + part;
    if (!line.empty())
      runs.push_back({"   " + line, fonts::small, {}});
    flow_.row({{{{interval_text(past.when), fonts::quiet, {}}}, Flow::left, 112},
               {runs, Flow::left + 124, Flow::width - 124}},
              1, 2.5);
  }
}

void MeetingPage::evidence() {
  if (meeting_.evidence.empty())
    return;
  flow_.heading("EVIDENCE", Flow::left);
  constexpr Font source{7.6, 400, colours::quiet};
  for (auto const& exhibit : meeting_.evidence) {
    auto const name = claim_text(exhibit.claim);
    auto from = exhibit.source;
    if (!exhibit.locator.empty())
      from += ", " + exhibit.locator;
    if (exhibit.published.known())
      from += ", " + moment_text(exhibit.published);
    if (!exhibit.says_so.empty())
      from += " · " + exhibit.says_so;
    std::vector<Run> words{{quoted(exhibit.words), {8, 400, colours::ink}, {}}};
    if (exhibit.realis != Realis::asserted)
      words.push_back({"  " + std::string{to_string(exhibit.realis)}, {7.2, 600, colours::quiet}, {}});
    flow_.need(16);
    flow_.mark(fmt::format("m{}-{}", index_, name));
    flow_.row({{{{"[" + name + "]", source, {}}}, Flow::left, 44},
               {words, Flow::left + 50, Flow::width - 50 - 202},
               {{{from, source, {}}}, Flow::right - 190, 190}},
              1, 1.6);
  }
}

void MeetingPage::set() {
  flow_.set_running_title({});
  flow_.start_page();
  flow_.set_running_title(heading_of(meeting_) + ", continued");
  flow_.mark(fmt::format("m{}", index_));
  header();
  doubts();
  auto const y = flow_.y();
  auto const page = flow_.page();
  auto const beside = y + aside_height() < Flow::bottom; // else it follows below, over the whole width
  if (beside)
    aside(aside_x, aside_width);
  auto const aside_end = flow_.y();
  if (beside)
    flow_.move_to(y);
  people();
  statements("OBJECTIVES", meeting_.objectives, Flow::left, main_width);
  open_points();
  if (beside && flow_.page() == page)
    flow_.move_to(std::max(flow_.y(), aside_end));
  if (!beside)
    aside(Flow::left, Flow::width);
  history();
  evidence();
}

} // namespace

void set_meeting(Flow& flow, Briefing const& briefing, int index) { MeetingPage{flow, briefing, index}.set(); }

} // namespace attache::report
