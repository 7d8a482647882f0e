// Writes HTML whose text can do no harm: tags are closed in order and every piece of text is escaped.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace attache::report {

// For text and for attribute values in double quotes. Control characters are dropped, ill-formed UTF-8 is replaced.
std::string escape_html(std::string_view text);

class Html {
public:
  // `attributes` is markup of our own ("class=\"x\""), never text from outside.
  Html& open(std::string_view tag, std::string_view attributes = {});
  Html& close(); // the tag opened last
  Html& text(std::string_view text);
  Html& element(std::string_view tag, std::string_view attributes, std::string_view text);
  Html& raw(std::string_view markup); // markup of our own

  [[nodiscard]] std::string take();

private:
  std::string out_;
  std::vector<std::string> open_;
};

// The colours, type and print rules that all documents share.
std::string_view stylesheet();
// A whole document: head with `title` and the stylesheet, then `body`.
std::string html_page(std::string_view title, std::string_view body);

} // namespace attache::report
