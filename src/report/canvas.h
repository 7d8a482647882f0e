// PDF pages on which text and shapes are set: A4, in points, measured from the top left corner.
#pragma once

#include "base/result.h"
#include "base/time.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace attache::report {

struct Colour {
  double red = 0, green = 0, blue = 0;
};

namespace colours {
inline constexpr Colour paper{1, 1, 1}, ink{0.078, 0.125, 0.169}, quiet{0.322, 0.380, 0.435}, line{0.851, 0.878, 0.902},
    wash{0.961, 0.969, 0.976}, accent{0.043, 0.361, 0.490}, accent_wash{0.902, 0.945, 0.961}, gold{0.541, 0.353, 0},
    gold_wash{0.992, 0.953, 0.863}, alarm{0.643, 0.149, 0.173}, alarm_wash{0.992, 0.925, 0.925},
    good{0.106, 0.431, 0.294}, good_wash{0.898, 0.957, 0.925};
} // namespace colours

struct Font {
  double size = 9.5;
  int weight = 400; // 400 regular, 600 semibold, 700 bold
  Colour colour = colours::ink;
};

// A piece of a paragraph; with `link`, it leads to the destination of that name.
struct Run {
  std::string text;
  Font font;
  std::string link;
};

struct Rectangle {
  double x = 0, y = 0, width = 0, height = 0;
};

struct DocumentTitle {
  std::string title, author;
  Instant made_at{};
};

class Canvas;

// A paragraph broken into lines, to be drawn line by line so that it may run over the end of a page.
class Paragraph {
public:
  Paragraph(Paragraph&&) noexcept;
  Paragraph& operator=(Paragraph&&) noexcept;
  ~Paragraph();
  [[nodiscard]] std::size_t lines() const;
  [[nodiscard]] double line_height(std::size_t line) const;
  [[nodiscard]] double height() const;
  [[nodiscard]] double width() const; // of its widest line
  // With the top left corner of the line at x, y.
  void draw(std::size_t line, double x, double y) const;
  void draw(double x, double y) const; // all lines

private:
  friend class Canvas;
  struct Setting;
  explicit Paragraph(std::unique_ptr<Setting> setting);
  std::unique_ptr<Setting> setting_;
};

class Canvas {
public:
  static constexpr double width = 595.28, height = 841.89;

  explicit Canvas(DocumentTitle const& title);
  Canvas(Canvas const&) = delete;
  Canvas& operator=(Canvas const&) = delete;
  ~Canvas();

  enum class Align { left, right };
  // `leading`: line height as a multiple of what the font asks for.
  [[nodiscard]] Paragraph set(std::vector<Run> const& runs, double width, Align align = Align::left) const;

  void fill(Rectangle const& area, Colour colour, double radius = 0);
  void frame(Rectangle const& area, Colour colour, double radius = 0);
  void line(double x1, double y1, double x2, double y2, Colour colour, double thickness);
  // A quadratic curve; `cx`, `cy` is its control point.
  void curve(double x1, double y1, double cx, double cy, double x2, double y2, Colour colour, double thickness);
  void disc(double x, double y, double radius, Colour colour);

  // Names the place that links and the outline lead to, at the top of the current page or at `y`.
  void destination(std::string const& name, double y);
  // `destination` must have been named by the end. Top level is 0.
  void outline(std::string const& title, std::string const& destination, int level);
  void link(Rectangle const& area, std::string const& destination);

  void next_page();
  // The bytes of the PDF. Nothing may be drawn afterwards. Fault::internal if cairo could not write them.
  Result<std::string> finish();

private:
  struct Surface;
  std::unique_ptr<Surface> surface_;
};

} // namespace attache::report
