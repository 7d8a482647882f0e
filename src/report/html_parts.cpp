#include "report/html_parts.h"

#include "report/phrases.h"

#include <algorithm>
#include <fmt/format.h>

namespace attache::report {
namespace {

// Width of a bar, in percent of `whole`.
std::string width(Minutes part, Minutes whole) {
  auto const share = whole.count() <= 0 ? 0.0 : static_cast<double>(part.count()) / static_cast<double>(whole.count());
  return fmt::format("{:.1f}%", std::clamp(share, 0.0, 1.0) * 100);
}

void add_bar(Html& html, SectorTime const& sector, Minutes scale, SectorColumn column) {
  html.open("div", column == SectorColumn::actual ? "class=\"bar two\"" : "class=\"bar\"");
  html.raw(fmt::format("<i style=\"width:{}\"></i>", width(sector.planned, scale)));
  if (column == SectorColumn::actual)
    html.raw(fmt::format("<i class=\"second\" style=\"width:{}\"></i>", width(sector.actual, scale)));
  if (sector.target.count() > 0)
    html.raw(fmt::format("<u style=\"left:{}\"></u>", width(sector.target, scale)));
  html.close();
}

} // namespace

void add_claims(Html& html, std::vector<ClaimId> const& claims, int meeting) {
  if (std::ranges::none_of(claims, is_claim))
    return;
  html.open("span", "class=\"claims\"");
  for (auto const claim : claims) {
    if (!is_claim(claim))
      continue;
    auto const name = claim_text(claim);
    if (meeting < 0)
      html.element("span", {}, fmt::format("[{}]", name));
    else
      html.element("a", fmt::format("href=\"#m{}-{}\"", meeting, name), fmt::format("[{}]", name));
  }
  html.close();
}

void add_statement(Html& html, Statement const& statement, int meeting) {
  html.text(statement.text);
  add_claims(html, statement.claims, meeting);
}

void add_statements(Html& html, std::string_view heading, std::vector<Statement> const& statements, int meeting) {
  if (statements.empty())
    return;
  html.element("h3", {}, heading).open("ul");
  for (auto const& statement : statements) {
    html.open("li");
    add_statement(html, statement, meeting);
    html.close();
  }
  html.close();
}

void add_key_figures(Html& html, std::vector<KeyFigure> const& figures) {
  html.open("div", "class=\"figures\"");
  for (auto const& [number, label] : figures)
    html.open("div").element("b", {}, number).element("span", {}, label).close();
  html.close();
}

void add_sectors(Html& html, std::vector<SectorTime> const& sectors, SectorColumn column) {
  if (sectors.empty())
    return;
  Minutes scale{1};
  for (auto const& sector : sectors)
    scale = std::max({scale, sector.target, sector.planned, sector.actual});
  auto const actual = column == SectorColumn::actual;
  html.element("h3", {}, "Time by sector").open("table").open("thead").open("tr");
  html.element("th", {}, "Sector")
      .element("th", "class=\"right\"", "Target")
      .element("th", "class=\"right\"", "Planned");
  if (actual)
    html.element("th", "class=\"right\"", "Actual");
  html.element("th", {},
               actual ? "Planned above, actual below; the line is the target" : "Planned; the line is the target");
  html.close().close().open("tbody");
  for (auto const& sector : sectors) {
    html.open("tr").element("td", {}, sector.name);
    html.element("td", "class=\"right\"", sector.target.count() > 0 ? length_text(sector.target) : "—");
    html.element("td", "class=\"right\"", length_text(sector.planned));
    if (actual)
      html.element("td", "class=\"right\"", length_text(sector.actual));
    html.open("td");
    add_bar(html, sector, scale, column);
    html.close().close();
  }
  html.close().close();
}

void add_open_points(Html& html, std::string_view heading, std::vector<OpenPoint> const& points, int meeting) {
  if (points.empty())
    return;
  html.element("h3", {}, heading).open("ul");
  for (auto const& point : points) {
    html.open("li");
    add_statement(html, point.what, meeting);
    if (point.due.known())
      html.text(" ").element("span", point.overdue ? "class=\"badge alarm\"" : "class=\"badge\"",
                             (point.overdue ? "overdue since " : "due ") + moment_text(point.due));
    html.close();
  }
  html.close();
}

void add_notes(Html& html, std::string_view heading, std::vector<std::string> const& notes) {
  if (notes.empty())
    return;
  html.element("h3", {}, heading).open("ul");
  for (auto const& note : notes)
    html.element("li", {}, note);
  html.close();
}

void add_footer(Html& html, Instant made_at, std::string_view what_numbers_mean) {
  html.open("footer");
  html.element("p", {},
               fmt::format("Made with attache on {}. {}", moment_text(minute_moment(made_at)), what_numbers_mean));
  html.close();
}

} // namespace attache::report
