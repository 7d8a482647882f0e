#include "report/recap.h"

#include "report/html_parts.h"
#include "report/phrases.h"
#include "report/route_map.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <numeric>

namespace attache::report {
namespace {

constexpr int no_links = -1; // a recap has no evidence list

bool had_big_shot(RecapDay const& day) { return !day.big_shots.empty(); }

void add_cover(Html& html, Recap const& recap) {
  html.open("header");
  html.element("p", "class=\"eyebrow\"", "Recap · " + trip_dates(recap.first_day, recap.days.size()));
  html.element("h1", {}, recap.title);
  auto lead = recap.principal;
  if (!recap.purpose.empty())
    lead += (lead.empty() ? "" : " — ") + recap.purpose;
  html.element("p", "class=\"lead\"", lead);
  html.close();
}

void add_figures(Html& html, Recap const& recap) {
  auto const working = std::ranges::count_if(recap.days, &RecapDay::working);
  auto const days = std::ranges::count_if(recap.days, had_big_shot);
  auto const restored = static_cast<double>(recap.restored.size());
  add_key_figures(
      html, {{std::to_string(recap.days.size()), "days"},
             {std::to_string(recap.companies.size()), "companies met"},
             {recap.planned_meetings > 0 ? fmt::format("{} of {}", recap.meetings, recap.planned_meetings)
                                         : std::to_string(recap.meetings),
              recap.planned_meetings > 0 ? "meetings held of those planned" : "meetings"},
             {std::to_string(recap.people), "people met"},
             {fmt::format("{} of {}", days, std::max(working, days)), "days with a big shot"},
             {points_text(std::max(0.0, restored - recap.would_have_returned)), "ties restored by the trip itself"}});
}

// One square a day: gold with a big shot, red on a working day without one.
void add_days(Html& html, Recap const& recap) {
  html.element("h3", {}, "A big shot every day?").open("div", "class=\"strip\"");
  for (auto const& day : recap.days) {
    auto const* const tone = had_big_shot(day) ? "class=\"gold\"" : day.working ? "class=\"missed\"" : "";
    html.open("div", tone)
        .element("b", {}, fmt::format("{}", static_cast<unsigned>(std::chrono::year_month_day{day.date}.day())));
    html.text(day.meetings == 0 ? "–" : std::to_string(day.meetings)).close();
  }
  html.close();
  html.element("p", "class=\"quiet small\"",
               "Day of the month, number of meetings. Gold: a big shot was met; red: a working day without one.");
  html.open("div", "class=\"pairs\"");
  for (auto const& day : recap.days) {
    if (!had_big_shot(day))
      continue;
    html.open("div").element("span", "class=\"quiet\"", short_day_text(day.date));
    html.element("span", "class=\"quiet\"", day.city).open("span");
    for (auto const& name : day.big_shots) {
      html.text(&name == &day.big_shots.front() ? "" : ", ");
      add_statement(html, name, no_links);
    }
    html.close().close();
  }
  html.close();
}

void add_companies(Html& html, Recap const& recap) {
  if (recap.companies.empty())
    return;
  html.element("h3", {}, fmt::format("{} companies met", recap.companies.size())).open("ul", "class=\"chips\"");
  for (auto const& company : recap.companies) {
    html.open("li");
    add_statement(html, company, no_links);
    html.close();
  }
  html.close();
}

void add_restored(Html& html, Recap const& recap) {
  if (recap.restored.empty())
    return;
  html.element("h3", {}, "Ties restored").open("table").open("tbody");
  for (auto const& tie : recap.restored) {
    html.open("tr").open("td").element("b", {}, tie.name);
    html.element("span", "class=\"quiet\"", tie.organisation.empty() ? "" : " · " + tie.organisation);
    add_claims(html, tie.claims, no_links);
    html.close().element("td", "class=\"right quiet\"", "silent for " + silence_text(tie.silent_days)).close();
  }
  html.close().close();
  html.element("p", "class=\"quiet small\"",
               fmt::format("{} ties were restored; about {} of them would have come back without the trip, judged by "
                           "how silent ties behaved before.",
                           recap.restored.size(), points_text(recap.would_have_returned)));
}

void add_route(Html& html, Recap const& recap) {
  if (recap.cities.size() < 2)
    return;
  std::vector<int> route(recap.cities.size());
  std::iota(route.begin(), route.end(), 0);
  html.open("figure", "class=\"map\"").raw(route_svg(recap.cities, route, {})).close();
}

} // namespace

std::string recap_html(Recap const& recap) {
  Html html;
  html.open("main");
  add_cover(html, recap);
  add_figures(html, recap);
  add_statements(html, "In comparison", recap.comparisons, no_links);
  add_route(html, recap);
  add_days(html, recap);
  add_sectors(html, recap.sectors, SectorColumn::actual);
  add_restored(html, recap);
  add_companies(html, recap);
  add_open_points(html, "To follow up", recap.follow_ups, no_links);
  add_notes(html, "What could not be worked out", recap.notes);
  add_footer(html, recap.made_at, "Numbers like [c12] name the claim behind a fact.");
  html.close();
  return html_page(recap.title + " — recap", html.take());
}

} // namespace attache::report
