// Content lines, the form that vCard and iCalendar share (RFC 5545 §3.1, RFC 6350 §3.2, vCard 2.1 §2.1).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace attache::read {

struct Parameter {
  std::string name; // upper case; a bare vCard 2.1 word is given its name: TYPE, ENCODING or VALUE
  std::vector<std::string> values;
};

struct ContentLine {
  std::string group; // "item1"
  std::string name;  // upper case; empty if the line has no colon or no proper name: then `value` is the whole line
  std::vector<Parameter> parameters;
  std::string value;              // unfolded; still escaped and still in its transfer encoding
  std::size_t line = 0;           // of its first physical line, from 1
  std::size_t begin = 0, end = 0; // bytes of the value in the text, folds included
  std::string raw;                // the whole line, unfolded
};

// The first value of a parameter, or empty. `name` in upper case.
std::string_view parameter(ContentLine const& line, std::string_view name);
// True if any value of the parameter equals `value` (lower case) without regard to case.
bool has_value(ContentLine const& line, std::string_view name, std::string_view value);

// UTF-8 NFC text of a file of content lines. Mends characters that a fold has cut in two; in a file that is not UTF-8
// a line that names its CHARSET is decoded by it, the others as one unstated charset. Lines keep their numbers.
std::string decode_content(std::string_view bytes);

// The lines of `text` in order, which must outlive this; blank lines are passed over. Undoes folds, soft line breaks of
// quoted-printable values, and base64 that goes on without indentation.
class ContentLines {
public:
  explicit ContentLines(std::string_view text) : text_{text} {}
  std::optional<ContentLine> next();

private:
  std::string_view peek() const; // the physical line at at_, without its end
  void advance();
  bool continues(std::string const& logical, std::string_view header, std::string_view line) const;

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t number_ = 1;
};

// The value with its transfer encoding undone (quoted-printable in CHARSET, by ENCODING); base64 stays as it is.
std::string plain_value(ContentLine const& line);
// Pieces between unescaped separators, still escaped. At least one.
std::vector<std::string> split_escaped(std::string_view value, char separator);
// Undoes \\ \, \; \: and \n (RFC 6350 §3.4); a backslash before anything else stays.
std::string unescape(std::string_view value);

std::string upper(std::string_view ascii);

} // namespace attache::read
