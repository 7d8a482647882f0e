#include "report/html.h"

#include "base/unicode.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <fmt/format.h>

namespace attache::report {
namespace {

bool is_block(std::string_view tag) {
  static constexpr std::array blocks{"section", "header", "article", "div",   "table", "tr",     "ul",
                                     "ol",      "li",     "main",    "aside", "p",     "h1",     "h2",
                                     "h3",      "figure", "nav",     "thead", "tbody", "footer", "dl"};
  return std::ranges::count(blocks, tag) > 0;
}

} // namespace

std::string escape_html(std::string_view text) {
  std::string out;
  for (auto const c : is_utf8(text) ? std::string{text} : nfc(text)) {
    switch (c) {
    case '&': out += "&amp;"; break;
    case '<': out += "&lt;"; break;
    case '>': out += "&gt;"; break;
    case '"': out += "&quot;"; break;
    case '\'': out += "&#39;"; break;
    default:
      if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t')
        out += c;
    }
  }
  return out;
}

Html& Html::open(std::string_view tag, std::string_view attributes) {
  if (is_block(tag) && !out_.empty() && out_.back() != '\n')
    out_ += '\n';
  out_ += attributes.empty() ? fmt::format("<{}>", tag) : fmt::format("<{} {}>", tag, attributes);
  open_.emplace_back(tag);
  return *this;
}

Html& Html::close() {
  assert(!open_.empty());
  out_ += fmt::format("</{}>", open_.back());
  if (is_block(open_.back()))
    out_ += '\n';
  open_.pop_back();
  return *this;
}

Html& Html::text(std::string_view text) {
  out_ += escape_html(text);
  return *this;
}

Html& Html::element(std::string_view tag, std::string_view attributes, std::string_view text) {
  return open(tag, attributes).text(text).close();
}

Html& Html::raw(std::string_view markup) {
  out_ += markup;
  return *this;
}

std::string Html::take() {
  assert(open_.empty());
  return std::move(out_);
}

std::string html_page(std::string_view title, std::string_view body) {
  return fmt::format("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                     "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                     "<meta name=\"color-scheme\" content=\"light dark\">\n"
                     "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
                     "'unsafe-inline'; img-src data:\">\n"
                     "<title>{}</title>\n<style>\n{}</style>\n</head>\n<body>\n{}</body>\n</html>\n",
                     escape_html(title), stylesheet(), body);
}

} // namespace attache::report
