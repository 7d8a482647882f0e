#include "report/canvas.h"

#include "base/unicode.h"

#include <algorithm>
#include <array>
#include <cairo-pdf.h>
#include <fmt/format.h>
#include <numbers>
#include <pango/pangocairo.h>

namespace attache::report {
namespace {

// Of the font size: from line to line, and from the top of a line to its base. Headlines are set tighter.
double line_spacing(double size) { return size < 16 ? 1.41 : 1.2; }
double baseline(double size) { return size < 16 ? 1.07 : 0.97; }

constexpr auto families = "Inter,Noto Sans CJK KR,Noto Sans,sans-serif";

struct Unref {
  void operator()(PangoLayout* layout) const { g_object_unref(layout); }
  void operator()(PangoContext* context) const { g_object_unref(context); }
  void operator()(PangoFontMap* map) const { g_object_unref(map); }
  void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
  void operator()(PangoAttrList* list) const { pango_attr_list_unref(list); }
  void operator()(cairo_font_options_t* options) const { cairo_font_options_destroy(options); }
};
template <class T>
using Owned = std::unique_ptr<T, Unref>;

double points(int units) { return static_cast<double>(units) / PANGO_SCALE; }

guint16 channel(double value) { return static_cast<guint16>(value * 65535); }

// UTF-8 without control characters, which fonts have no glyphs for.
std::string printable(std::string_view text) {
  auto clean = is_utf8(text) ? std::string{text} : nfc(text);
  std::erase_if(clean, [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n'; });
  return clean;
}

cairo_status_t append(void* bytes, unsigned char const* data, unsigned length) {
  static_cast<std::string*>(bytes)->append(data, data + length);
  return CAIRO_STATUS_SUCCESS;
}

Owned<PangoFontDescription> description(Font const& font) {
  Owned<PangoFontDescription> made{pango_font_description_new()};
  pango_font_description_set_family(made.get(), families);
  pango_font_description_set_absolute_size(made.get(), font.size * PANGO_SCALE);
  pango_font_description_set_weight(made.get(), static_cast<PangoWeight>(font.weight));
  return made;
}

void attribute(PangoAttrList* list, PangoAttribute* attribute, std::size_t from, std::size_t to) {
  attribute->start_index = static_cast<guint>(from);
  attribute->end_index = static_cast<guint>(to);
  pango_attr_list_insert(list, attribute);
}

void rounded(cairo_t* pen, Rectangle const& a, double radius) {
  constexpr auto right_angle = std::numbers::pi / 2;
  cairo_new_path(pen);
  cairo_arc(pen, a.x + a.width - radius, a.y + radius, radius, -right_angle, 0);
  cairo_arc(pen, a.x + a.width - radius, a.y + a.height - radius, radius, 0, right_angle);
  cairo_arc(pen, a.x + radius, a.y + a.height - radius, radius, right_angle, 2 * right_angle);
  cairo_arc(pen, a.x + radius, a.y + radius, radius, 2 * right_angle, 3 * right_angle);
  cairo_close_path(pen);
}

void use(cairo_t* pen, Colour colour) { cairo_set_source_rgb(pen, colour.red, colour.green, colour.blue); }

struct LinkedPart {
  int from = 0, to = 0; // bytes of the paragraph
  std::string destination;
};

} // namespace

struct Canvas::Surface {
  std::string bytes;
  cairo_surface_t* pdf = nullptr;
  cairo_t* pen = nullptr;
  Owned<PangoFontMap> fonts; // of its own: the default map of the thread is not ours to change
  Owned<PangoContext> context;
  std::vector<int> outline; // cairo's ids, one a level
};

struct Paragraph::Setting {
  cairo_t* pen = nullptr;
  Owned<PangoLayout> layout;
  std::vector<LinkedPart> links;

  struct Line {
    PangoLayoutLine* words = nullptr;
    double font_size = 0;
  };
  std::vector<Line> lines;

  // Broken into lines once. Lines are spaced by the largest font on them and not by what each font asks for: Hangul
  // would stand lower than Latin in the row beside it.
  void break_lines() {
    for (auto* at = pango_layout_get_lines_readonly(layout.get()); at != nullptr; at = at->next) {
      auto* const words = static_cast<PangoLayoutLine*>(at->data);
      lines.push_back({words, largest_font(words)});
    }
  }
  [[nodiscard]] static double largest_font(PangoLayoutLine const* words) {
    int largest = 0;
    for (auto const* run = words->runs; run != nullptr; run = run->next) {
      auto const* const item = static_cast<PangoGlyphItem const*>(run->data)->item;
      Owned<PangoFontDescription> const font{pango_font_describe_with_absolute_size(item->analysis.font)};
      largest = std::max(largest, pango_font_description_get_size(font.get()));
    }
    return largest == 0 ? Font{}.size : points(largest);
  }
  [[nodiscard]] PangoRectangle extent(std::size_t i) const {
    PangoRectangle logical{};
    pango_layout_line_get_extents(lines[i].words, nullptr, &logical);
    return logical;
  }
};

Paragraph::Paragraph(std::unique_ptr<Setting> setting) : setting_{std::move(setting)} {}
Paragraph::Paragraph(Paragraph&&) noexcept = default;
Paragraph& Paragraph::operator=(Paragraph&&) noexcept = default;
Paragraph::~Paragraph() = default;

std::size_t Paragraph::lines() const { return setting_->lines.size(); }

double Paragraph::line_height(std::size_t line) const {
  auto const size = setting_->lines[line].font_size;
  return size * line_spacing(size);
}

double Paragraph::height() const {
  double sum = 0;
  for (std::size_t i = 0; i < lines(); ++i)
    sum += line_height(i);
  return sum;
}

double Paragraph::width() const {
  double widest = 0;
  for (std::size_t i = 0; i < lines(); ++i)
    widest = std::max(widest, points(setting_->extent(i).width));
  return widest;
}

void Paragraph::draw(std::size_t index, double x, double y) const {
  auto* const line = setting_->lines[index].words;
  auto const extent = setting_->extent(index);
  auto const indent = pango_layout_get_alignment(setting_->layout.get()) == PANGO_ALIGN_RIGHT
                          ? points(pango_layout_get_width(setting_->layout.get()) - extent.width)
                          : 0.0;
  auto const size = setting_->lines[index].font_size;
  cairo_move_to(setting_->pen, x + indent, y + size * baseline(size));
  pango_cairo_show_layout_line(setting_->pen, line);
  for (auto const& [from, to, destination] : setting_->links) {
    auto const first = std::max(from, line->start_index);
    auto const last = std::min(to, line->start_index + line->length);
    if (first >= last)
      continue;
    int left = 0;
    int right = 0;
    pango_layout_line_index_to_x(line, first, FALSE, &left);
    pango_layout_line_index_to_x(line, last, FALSE, &right);
    auto const area = fmt::format("dest='{}' rect=[{:.2f} {:.2f} {:.2f} {:.2f}]", destination,
                                  x + indent + points(left), y, points(right - left), line_height(index));
    cairo_tag_begin(setting_->pen, CAIRO_TAG_LINK, area.c_str());
    cairo_tag_end(setting_->pen, CAIRO_TAG_LINK);
  }
}

void Paragraph::draw(double x, double y) const {
  for (std::size_t i = 0; i < lines(); y += line_height(i), ++i)
    draw(i, x, y);
}

Canvas::Canvas(DocumentTitle const& title) : surface_{std::make_unique<Surface>()} {
  auto& s = *surface_;
  s.pdf = cairo_pdf_surface_create_for_stream(append, &s.bytes, width, height);
  cairo_pdf_surface_set_metadata(s.pdf, CAIRO_PDF_METADATA_TITLE, printable(title.title).c_str());
  cairo_pdf_surface_set_metadata(s.pdf, CAIRO_PDF_METADATA_AUTHOR, printable(title.author).c_str());
  cairo_pdf_surface_set_metadata(s.pdf, CAIRO_PDF_METADATA_CREATOR, "attache");
  auto const date = instant_string(title.made_at);
  cairo_pdf_surface_set_metadata(s.pdf, CAIRO_PDF_METADATA_CREATE_DATE, date.c_str());
  cairo_pdf_surface_set_metadata(s.pdf, CAIRO_PDF_METADATA_MOD_DATE, date.c_str());
  s.pen = cairo_create(s.pdf);
  s.fonts.reset(pango_cairo_font_map_new());
  s.context.reset(pango_font_map_create_context(s.fonts.get()));
  pango_cairo_context_set_resolution(s.context.get(), 72);
  std::unique_ptr<cairo_font_options_t, Unref> const options{cairo_font_options_create()};
  cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options(s.context.get(), options.get());
  pango_context_set_round_glyph_positions(s.context.get(), FALSE);
  pango_context_set_language(s.context.get(), pango_language_from_string("en"));
}

Canvas::~Canvas() {
  cairo_destroy(surface_->pen);
  cairo_surface_destroy(surface_->pdf);
}

Paragraph Canvas::set(std::vector<Run> const& runs, double wide, Align align) const {
  auto setting = std::make_unique<Paragraph::Setting>();
  setting->pen = surface_->pen;
  setting->layout.reset(pango_layout_new(surface_->context.get()));
  Owned<PangoAttrList> const attributes{pango_attr_list_new()};
  std::string text;
  for (auto const& run : runs) {
    auto const from = text.size();
    text += printable(run.text);
    auto const font = description(run.font);
    auto const& colour = run.font.colour;
    attribute(attributes.get(), pango_attr_font_desc_new(font.get()), from, text.size());
    attribute(attributes.get(),
              pango_attr_foreground_new(channel(colour.red), channel(colour.green), channel(colour.blue)), from,
              text.size());
    if (!run.link.empty())
      setting->links.push_back({static_cast<int>(from), static_cast<int>(text.size()), run.link});
  }
  auto* const layout = setting->layout.get();
  pango_layout_set_width(layout, static_cast<int>(wide * PANGO_SCALE));
  pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment(layout, align == Align::right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  pango_layout_set_text(layout, text.data(), static_cast<int>(text.size()));
  pango_layout_set_attributes(layout, attributes.get());
  setting->break_lines();
  return Paragraph{std::move(setting)};
}

void Canvas::fill(Rectangle const& area, Colour colour, double radius) {
  rounded(surface_->pen, area, std::min({radius, area.width / 2, area.height / 2}));
  use(surface_->pen, colour);
  cairo_fill(surface_->pen);
}

void Canvas::frame(Rectangle const& area, Colour colour, double radius) {
  rounded(surface_->pen, area, std::min({radius, area.width / 2, area.height / 2}));
  use(surface_->pen, colour);
  cairo_set_line_width(surface_->pen, 0.75);
  cairo_stroke(surface_->pen);
}

void Canvas::line(double x1, double y1, double x2, double y2, Colour colour, double thickness) {
  use(surface_->pen, colour);
  cairo_set_line_width(surface_->pen, thickness);
  cairo_move_to(surface_->pen, x1, y1);
  cairo_line_to(surface_->pen, x2, y2);
  cairo_stroke(surface_->pen);
}

void Canvas::curve(double x1, double y1, double cx, double cy, double x2, double y2, Colour colour, double thickness) {
  use(surface_->pen, colour);
  cairo_set_line_width(surface_->pen, thickness);
  cairo_set_line_cap(surface_->pen, CAIRO_LINE_CAP_ROUND);
  cairo_move_to(surface_->pen, x1, y1);
  cairo_curve_to(surface_->pen, x1 + 2.0 / 3 * (cx - x1), y1 + 2.0 / 3 * (cy - y1), x2 + 2.0 / 3 * (cx - x2),
                 y2 + 2.0 / 3 * (cy - y2), x2, y2);
  cairo_stroke(surface_->pen);
}

void Canvas::disc(double x, double y, double radius, Colour colour) {
  cairo_new_path(surface_->pen);
  cairo_arc(surface_->pen, x, y, radius, 0, 2 * std::numbers::pi);
  use(surface_->pen, colour);
  cairo_fill(surface_->pen);
}

void Canvas::destination(std::string const& name, double y) {
  cairo_tag_begin(surface_->pen, CAIRO_TAG_DEST, fmt::format("name='{}' x=0 y={:.2f}", name, y).c_str());
  cairo_tag_end(surface_->pen, CAIRO_TAG_DEST);
}

void Canvas::outline(std::string const& title, std::string const& destination, int level) {
  auto& open = surface_->outline;
  open.resize(std::min(open.size(), static_cast<std::size_t>(level)));
  auto const parent = open.empty() ? CAIRO_PDF_OUTLINE_ROOT : open.back();
  open.push_back(cairo_pdf_surface_add_outline(surface_->pdf, parent, printable(title).c_str(),
                                               fmt::format("dest='{}'", destination).c_str(),
                                               CAIRO_PDF_OUTLINE_FLAG_OPEN));
}

void Canvas::link(Rectangle const& area, std::string const& destination) {
  auto const attributes =
      fmt::format("dest='{}' rect=[{:.2f} {:.2f} {:.2f} {:.2f}]", destination, area.x, area.y, area.width, area.height);
  cairo_tag_begin(surface_->pen, CAIRO_TAG_LINK, attributes.c_str());
  cairo_tag_end(surface_->pen, CAIRO_TAG_LINK);
}

void Canvas::next_page() { cairo_show_page(surface_->pen); }

Result<std::string> Canvas::finish() {
  cairo_show_page(surface_->pen);
  cairo_surface_finish(surface_->pdf);
  auto const status = cairo_surface_status(surface_->pdf);
  auto const pen = cairo_status(surface_->pen);
  if (status != CAIRO_STATUS_SUCCESS || (pen != CAIRO_STATUS_SUCCESS && pen != CAIRO_STATUS_SURFACE_FINISHED))
    return fail(Fault::internal, fmt::format("the PDF could not be written: {}",
                                             cairo_status_to_string(status != CAIRO_STATUS_SUCCESS ? status : pen)));
  return std::move(surface_->bytes);
}

} // namespace attache::report
