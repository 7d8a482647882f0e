#include "report/pdf_flow.h"

#include "base/unicode.h"
#include "report/phrases.h"

#include <algorithm>
#include <fmt/format.h>

namespace attache::report {

void Flow::need(double height) {
  if (y_ + height > bottom && y_ > top)
    start_page();
}

void Flow::end() {
  auto const y = Canvas::height - 40;
  canvas_.line(left, y - 6, right, y - 6, colours::line, 0.5);
  canvas_.set({{footer_, fonts::small, {}}}, width - 60).draw(0, left, y);
  canvas_.set({{std::to_string(page_), fonts::small, {}}}, 50, Canvas::Align::right).draw(0, right - 50, y);
}

void Flow::start_page() {
  end();
  canvas_.next_page();
  ++page_;
  y_ = top;
  if (!running_title_.empty())
    canvas_.set({{running_title_, fonts::small, {}}}, width).draw(0, left, top - 22);
}

void Flow::heading(std::string_view text, double x, double with) {
  need(with + 24);
  if (y_ > top)
    skip(11);
  auto const label = canvas_.set({{std::string{text}, fonts::label, {}}}, width);
  label.draw(x, y_);
  skip(label.height() + 4);
}

void Flow::paragraph(std::vector<Run> const& runs, double x, double wide, double after) {
  auto const set = canvas_.set(runs, wide);
  for (std::size_t i = 0; i < set.lines(); ++i) {
    need(set.line_height(i));
    set.draw(i, x, y_);
    skip(set.line_height(i));
  }
  skip(after);
}

void Flow::bullet(std::vector<Run> const& runs, double x, double wide) {
  need(14);
  canvas_.disc(x + 2.5, y_ + 6.5, 1.4, colours::accent);
  paragraph(runs, x + 11, wide - 11);
}

void Flow::rule(double x, double wide) { canvas_.line(x, y_, x + wide, y_, colours::line, 0.6); }

double Flow::badge(std::string_view text, Colour ink, Colour wash, double x, double y) {
  auto const label = canvas_.set({{std::string{text}, {7.4, 600, ink}, {}}}, width);
  auto const wide = label.width() + 12;
  canvas_.fill({x, y, wide, badge_height()}, wash, badge_height() / 2);
  label.draw(0, x + 6, y + (badge_height() - label.line_height(0)) / 2);
  return x + wide + 4;
}

void Flow::row(std::vector<Cell> const& cells, std::size_t main, double padding) {
  std::vector<Paragraph> set;
  double beside = 0;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    set.push_back(canvas_.set(cells[i].runs, cells[i].width, cells[i].align));
    if (i != main)
      beside = std::max(beside, set[i].height());
  }
  need(std::min(std::max(beside, set[main].line_height(0)) + 2 * padding, bottom - top));
  rule(cells.front().x, cells.back().x + cells.back().width - cells.front().x);
  skip(padding);
  auto const first_page = page_;
  auto const below = y_ + beside;
  for (std::size_t i = 0; i < cells.size(); ++i)
    if (i != main)
      set[i].draw(cells[i].x, y_);
  for (std::size_t i = 0; i < set[main].lines(); ++i) {
    need(set[main].line_height(i));
    set[main].draw(i, cells[main].x, y_);
    skip(set[main].line_height(i));
  }
  if (page_ == first_page)
    y_ = std::max(y_, below);
  skip(padding);
}

void Flow::mark(std::string const& destination) {
  marks_[destination] = page_;
  canvas_.destination(destination, std::max(y_ - 6, 0.0));
}

void append_claims(std::vector<Run>& runs, std::vector<ClaimId> const& claims, int meeting,
                   std::vector<Exhibit> const& evidence) {
  for (auto const claim : claims) {
    if (!is_claim(claim))
      continue;
    auto const name = claim_text(claim);
    auto const listed = std::ranges::find(evidence, claim, &Exhibit::claim) != evidence.end();
    runs.push_back({" [" + name + "]", fonts::claims, listed ? fmt::format("m{}-{}", meeting, name) : ""});
  }
}

std::vector<Run> statement_runs(Statement const& statement, Font const& font, int meeting,
                                std::vector<Exhibit> const& evidence) {
  std::vector<Run> runs{{statement.text, font, {}}};
  append_claims(runs, statement.claims, meeting, evidence);
  return runs;
}

} // namespace attache::report
