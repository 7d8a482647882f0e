// Sets blocks one below the other, over as many pages as they need, with a footer on each.
#pragma once

#include "model/briefing.h"
#include "report/canvas.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace attache::report {

namespace fonts {
inline constexpr Font body{9.5, 400, colours::ink}, quiet{9.5, 400, colours::quiet}, small{8.2, 400, colours::quiet},
    strong{9.5, 600, colours::ink}, name{13, 700, colours::ink}, label{7.2, 600, colours::quiet},
    claims{6.6, 400, colours::quiet}, eyebrow{9.5, 600, colours::accent}, title{21, 700, colours::ink},
    cover{31, 700, colours::ink}, figure{19, 700, colours::ink};
} // namespace fonts

// Destination name -> number of its page, from 1.
using PageNumbers = std::map<std::string, int>;

class Flow {
public:
  static constexpr double left = 50, right = Canvas::width - 50, top = 46, bottom = Canvas::height - 56;
  static constexpr double width = right - left;

  Flow(Canvas& canvas, std::string footer) : canvas_{canvas}, footer_{std::move(footer)} {}

  [[nodiscard]] Canvas& canvas() { return canvas_; }
  [[nodiscard]] double y() const { return y_; }
  [[nodiscard]] int page() const { return page_; }
  void move_to(double y) { y_ = y; }
  void skip(double distance) { y_ += distance; }
  // A new page unless `height` more points fit on this one, or nothing stands on it yet.
  void need(double height);
  void start_page();
  // Stands at the top of every page that starts from now on; empty = nothing does.
  void set_running_title(std::string title) { running_title_ = std::move(title); }
  void end(); // the footer of the last page

  // In small capitals' place: a quiet label; keeps `with` points of what follows on its page.
  void heading(std::string_view text, double x, double with = 40);
  // Line by line, breaking pages where it must.
  void paragraph(std::vector<Run> const& runs, double x, double width, double after = 3);
  // "•" and a paragraph.
  void bullet(std::vector<Run> const& runs, double x, double width);
  // A hair line over the whole of `width`.
  void rule(double x, double width);
  // Pills side by side; returns the x behind the last one.
  double badge(std::string_view text, Colour ink, Colour wash, double x, double y);
  static double badge_height() { return 13; }

  // Columns of a row: the first paragraph of each, set side by side. The one at `main` may run over pages; the others
  // must fit on one. Starts with a hair line.
  struct Cell {
    std::vector<Run> runs;
    double x = 0, width = 0;
    Canvas::Align align = Canvas::Align::left;
  };
  void row(std::vector<Cell> const& cells, std::size_t main, double padding = 4);

  void mark(std::string const& destination); // here
  [[nodiscard]] PageNumbers const& marks() const { return marks_; }

private:
  Canvas& canvas_;
  std::string footer_, running_title_;
  double y_ = top;
  int page_ = 1;
  PageNumbers marks_;
};

// The text of a statement with its claim numbers, linked to the evidence of meeting `meeting` where `linked` has them.
void append_claims(std::vector<Run>& runs, std::vector<ClaimId> const& claims, int meeting,
                   std::vector<Exhibit> const& evidence);
std::vector<Run> statement_runs(Statement const& statement, Font const& font, int meeting,
                                std::vector<Exhibit> const& evidence);

} // namespace attache::report
