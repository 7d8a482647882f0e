#include "report/book.h"
#include "report/pdf_meeting.h"
#include "report/phrases.h"
#include "report/route_map.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace attache::report {
namespace {

class Book {
public:
  // `pages`: where the meetings start, as an earlier run found them; empty on the first.
  Book(Briefing const& briefing, Canvas& canvas, PageNumbers const& pages)
      : briefing_{briefing}, pages_{pages}, flow_{canvas, briefing.title} {}
  PageNumbers write();

private:
  void cover();
  void key_figures();
  void map();
  void sectors();
  void contents();
  void day(BriefingDay const& day);
  void entry(int index);
  void left_out();
  void notes();
  void outline();

  Briefing const& briefing_;
  PageNumbers const& pages_;
  Flow flow_;
};

void Book::cover() {
  flow_.mark("overview");
  flow_.skip(26);
  flow_.paragraph({{trip_dates(briefing_.first_day, briefing_.days.size()), {11, 600, colours::accent}, {}}},
                  Flow::left, Flow::width, 8);
  auto title = fonts::cover;
  while (title.size > 18 && flow_.canvas().set({{briefing_.title, title, {}}}, Flow::width).lines() > 2)
    title.size -= 2;
  flow_.paragraph({{briefing_.title, title, {}}}, Flow::left, Flow::width, 8);
  auto lead = briefing_.principal;
  if (!briefing_.purpose.empty())
    lead += (lead.empty() ? "" : " — ") + briefing_.purpose;
  flow_.paragraph({{lead, {12.5, 400, colours::quiet}, {}}}, Flow::left, Flow::width - 60, 20);
}

void Book::key_figures() {
  auto const gap = briefing_.bound > 0 ? (briefing_.bound - briefing_.value) / briefing_.bound : 0.0;
  std::array<std::pair<std::string, std::string>, 6> const figures{
      {{std::to_string(briefing_.days.size()), "days"},
       {std::to_string(briefing_.meetings.size()), "meetings"},
       {std::to_string(companies_of(briefing_)), "companies"},
       {fmt::format("{} of {}", big_shot_days(briefing_), working_days(briefing_)), "working days with a big shot"},
       {points_text(briefing_.value), "value of the plan"},
       {briefing_.proven ? "0 %" : percent_text(gap),
        briefing_.proven ? "gap: proven best" : "gap to the proven bound"}}};
  auto const wide = Flow::width / static_cast<double>(figures.size());
  constexpr double tall = 62;
  flow_.canvas().frame({Flow::left, flow_.y(), Flow::width, tall}, colours::line, 8);
  auto x = Flow::left;
  for (auto const& [number, label] : figures) {
    if (x > Flow::left)
      flow_.canvas().line(x, flow_.y(), x, flow_.y() + tall, colours::line, 0.75);
    auto font = fonts::figure;
    while (font.size > 9 && flow_.canvas().set({{number, font, {}}}, wide - 14).lines() > 1)
      font.size -= 1;
    flow_.canvas().set({{number, font, {}}}, wide - 14).draw(0, x + 10, flow_.y() + 8);
    flow_.canvas().set({{label, {7.6, 400, colours::quiet}, {}}}, wide - 18).draw(x + 10, flow_.y() + 34);
    x += wide;
  }
  flow_.skip(tall + 20);
}

void Book::map() {
  std::vector<int> route;
  for (auto const& day : briefing_.days) {
    route.push_back(day.from);
    route.push_back(day.to);
  }
  constexpr double drawn = 760; // the map's own width; its labels are made for that size
  auto const map = route_map(briefing_.cities, route, drawn);
  if (map.cities.empty())
    return;
  auto const scale = Flow::width / drawn;
  auto& canvas = flow_.canvas();
  flow_.need(map.height * scale);
  auto const y0 = flow_.y();
  auto const at = [&](MapPoint p) { return MapPoint{Flow::left + p.x * scale, y0 + p.y * scale}; };
  canvas.fill({Flow::left, y0, Flow::width, map.height * scale}, colours::wash, 8);
  for (auto const x : map.meridians)
    canvas.line(at({x, 0}).x, y0, at({x, 0}).x, y0 + map.height * scale, colours::line, 0.5);
  for (auto const y : map.parallels)
    canvas.line(Flow::left, at({0, y}).y, Flow::right, at({0, y}).y, colours::line, 0.5);
  for (auto const& leg : map.legs)
    canvas.curve(at(leg.from).x, at(leg.from).y, at(leg.bend).x, at(leg.bend).y, at(leg.to).x, at(leg.to).y,
                 colours::accent, 1.4);
  for (auto const& city : map.cities) {
    auto const dot = at(city.dot);
    auto const label = at(city.label);
    auto const name = canvas.set({{city_name(briefing_.cities, city.city), {8.4, 600, colours::ink}, {}}}, 150);
    if (city.far_off)
      canvas.line(dot.x, dot.y, label.x > dot.x ? label.x - 2 : label.x + name.width() + 2, label.y - 2.5,
                  colours::quiet, 0.6);
    canvas.disc(dot.x, dot.y, 7.2, colours::paper);
    canvas.disc(dot.x, dot.y, 6.2, colours::accent);
    auto const number = canvas.set({{std::to_string(city.order), {7, 700, colours::paper}, {}}}, 20);
    number.draw(0, dot.x - number.width() / 2, dot.y - number.height() / 2);
    name.draw(0, label.x, label.y - name.line_height(0) + 2.5);
  }
  flow_.skip(map.height * scale + 8);
}

void Book::sectors() {
  if (briefing_.sectors.empty())
    return;
  Minutes scale{1};
  for (auto const& sector : briefing_.sectors)
    scale = std::max({scale, sector.target, sector.planned});
  flow_.heading("TIME BY SECTOR: PLANNED, AND THE LINE OF THE TARGET", Flow::left);
  constexpr double bar_x = Flow::left + 290;
  constexpr double bar = Flow::right - bar_x;
  for (auto const& sector : briefing_.sectors) {
    flow_.need(20);
    auto const y = flow_.y();
    auto const share = [&](Minutes part) {
      return bar * static_cast<double>(part.count()) / static_cast<double>(scale.count());
    };
    flow_.row({{{{sector.name, fonts::body, {}}}, Flow::left, 140},
               {{{length_text(sector.planned), fonts::strong, {}}}, Flow::left + 145, 60, Canvas::Align::right},
               {{{sector.target.count() > 0 ? "of " + length_text(sector.target) : "", fonts::quiet, {}}},
                Flow::left + 209,
                76},
               {{}, bar_x, bar}},
              0);
    flow_.canvas().fill({bar_x, y + 7, bar, 6}, colours::wash, 2);
    if (sector.planned.count() > 0)
      flow_.canvas().fill({bar_x, y + 7, share(sector.planned), 6}, colours::accent, 2);
    if (sector.target.count() > 0)
      flow_.canvas().fill({bar_x + std::min(share(sector.target), bar - 1.2), y + 4.5, 1.2, 11}, colours::ink);
  }
}

void Book::entry(int index) {
  auto const& meeting = briefing_.meetings.at(static_cast<std::size_t>(index));
  auto const name = fmt::format("m{}", index);
  auto const page = pages_.find(name);
  auto const heading = heading_of(meeting);
  std::vector<Run> runs{{heading, fonts::strong, name}};
  if (!meeting.organisation.empty() && meeting.organisation != heading)
    runs.push_back({" · " + meeting.organisation, fonts::quiet, {}});
  if (std::ranges::any_of(meeting.people, [](BriefedPerson const& person) { return person.tier == 1; }))
    runs.push_back({"  big shot", {7.8, 600, colours::gold}, {}});
  auto const& canvas = flow_.canvas();
  auto const text = canvas.set(runs, Flow::width - 240);
  flow_.need(text.height() + 2);
  canvas.set({{span_text(meeting.start, meeting.end), fonts::quiet, {}}}, 80).draw(0, Flow::left + 120, flow_.y());
  text.draw(Flow::left + 200, flow_.y());
  canvas.set({{page == pages_.end() ? "" : std::to_string(page->second), fonts::quiet, name}}, 34, Canvas::Align::right)
      .draw(0, Flow::right - 34, flow_.y());
  flow_.skip(text.height() + 2);
}

void Book::day(BriefingDay const& day) {
  flow_.need(34 + 15 * static_cast<double>(std::min<std::size_t>(day.meetings.size(), 4)));
  flow_.rule(Flow::left, Flow::width);
  flow_.skip(6);
  auto const y = flow_.y();
  auto const page = flow_.page();
  auto const& canvas = flow_.canvas();
  auto const from = city_name(briefing_.cities, day.from);
  auto const to = city_name(briefing_.cities, day.to);
  auto const date = canvas.set({{short_day_text(day.date) + "\n", day.working ? fonts::strong : fonts::quiet, {}},
                                {from == to ? from : from + " → " + to, fonts::small, {}}},
                               112);
  date.draw(Flow::left, y);
  for (auto const index : day.meetings)
    entry(index);
  std::string remark;
  if (day.meetings.empty())
    remark = from == to ? "No meetings" : "Travel, no meetings";
  if (auto const travel = travel_text(day); !travel.empty())
    remark += (remark.empty() ? "" : " · ") + travel;
  std::vector<Run> runs{{remark, fonts::small, {}}};
  if (day.working && !day.big_shot && !day.meetings.empty())
    runs.push_back(
        {remark.empty() ? "no big shot this day" : "  no big shot this day", {8.2, 600, colours::alarm}, {}});
  if (!remark.empty() || runs.size() > 1)
    flow_.paragraph(runs, Flow::left + 120, Flow::width - 160, 0);
  if (flow_.page() == page)
    flow_.move_to(std::max(flow_.y(), y + date.height()));
  flow_.skip(6);
}

void Book::contents() {
  flow_.start_page();
  flow_.mark("contents");
  flow_.paragraph({{"Contents: day by day", fonts::title, {}}}, Flow::left, Flow::width, 8);
  for (auto const& one : briefing_.days)
    day(one);
}

void Book::left_out() {
  if (briefing_.left_out.empty())
    return;
  flow_.heading("NOT ON THIS TRIP, AND WHY", Flow::left);
  for (auto const& one : briefing_.left_out)
    flow_.row({{{{one.name + "\n", fonts::strong, {}}, {one.organisation, fonts::small, {}}}, Flow::left, 150},
               {{{one.reason, fonts::body, {}}}, Flow::left + 160, Flow::width - 160}},
              1);
}

void Book::notes() {
  if (!briefing_.notes.empty())
    flow_.heading("WORTH KNOWING", Flow::left);
  for (auto const& note : briefing_.notes)
    flow_.bullet({{note, fonts::body, {}}}, Flow::left, Flow::width);
  flow_.skip(8);
  auto about = fmt::format("Made with attache on {}. Numbers like [c12] name the claim behind a fact; its words stand "
                           "under Evidence.",
                           moment_text(minute_moment(briefing_.made_at)));
  if (!briefing_.bound_by.empty())
    about = fmt::format("No plan under the same rules is worth more than {} ({}). ", points_text(briefing_.bound),
                        briefing_.bound_by) +
            about;
  flow_.paragraph({{about, fonts::small, {}}}, Flow::left, Flow::width);
}

void Book::outline() {
  auto& canvas = flow_.canvas();
  canvas.outline("Overview", "overview", 0);
  canvas.outline("Contents: day by day", "contents", 0);
  for (auto const& day : briefing_.days) {
    if (day.meetings.empty())
      continue;
    auto const first = fmt::format("m{}", day.meetings.front());
    canvas.outline(short_day_text(day.date), first, 0);
    for (auto const index : day.meetings)
      canvas.outline(heading_of(briefing_.meetings.at(static_cast<std::size_t>(index))), fmt::format("m{}", index), 1);
  }
}

PageNumbers Book::write() {
  cover();
  key_figures();
  map();
  auto const on_cover = flow_.y() + 40 + 24 * static_cast<double>(briefing_.sectors.size()) < Flow::bottom;
  if (on_cover)
    sectors();
  contents();
  if (!on_cover)
    sectors();
  left_out();
  notes();
  for (std::size_t i = 0; i < briefing_.meetings.size(); ++i)
    set_meeting(flow_, briefing_, static_cast<int>(i));
  outline();
  flow_.end();
  return flow_.marks();
}

DocumentTitle title_of(Briefing const& briefing) {
  return {.title = briefing.title, .author = briefing.principal, .made_at = briefing.made_at};
}

} // namespace

Result<std::string> book_pdf(Briefing const& briefing) {
  PageNumbers pages;
  {
    Canvas draft{title_of(briefing)}; // only to learn on which page each meeting starts
    pages = Book{briefing, draft, {}}.write();
  }
  Canvas canvas{title_of(briefing)};
  Book{briefing, canvas, pages}.write();
  return canvas.finish();
}

} // namespace attache::report
