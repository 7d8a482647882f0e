#include "read/content_line.h"

#include "base/unicode.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace attache::read {
namespace {

constexpr std::size_t longest_header = 8192; // a header folded beyond this is not looked at for its encoding

bool is_name(std::string_view name) {
  return !name.empty() && std::ranges::all_of(name, [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
           c == '/';
  });
}

// Position of the first `wanted` outside double quotes.
std::size_t find_unquoted(std::string_view text, char wanted, std::size_t from = 0) {
  bool quoted = false;
  for (auto i = from; i < text.size(); ++i) {
    if (text[i] == '"')
      quoted = !quoted;
    else if (text[i] == wanted && !quoted)
      return i;
  }
  return std::string_view::npos;
}

std::size_t find_colon(std::string_view text) {
  auto const colon = find_unquoted(text, ':');
  return colon != std::string_view::npos ? colon : text.find(':'); // a quote that is never closed
}

std::vector<std::string_view> split_unquoted(std::string_view text, char separator) {
  std::vector<std::string_view> pieces;
  for (std::size_t from = 0;;) {
    auto const found = find_unquoted(text, separator, from);
    pieces.push_back(text.substr(from, found == std::string_view::npos ? found : found - from));
    if (found == std::string_view::npos)
      return pieces;
    from = found + 1;
  }
}

// RFC 6868 §3.2: ^n is a line feed, ^^ a caret, ^' a double quote.
std::string parameter_value(std::string_view text) {
  if (text.size() >= 2 && text.front() == '"' && text.back() == '"')
    text = text.substr(1, text.size() - 2);
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto const next = text[i] == '^' && i + 1 < text.size() ? text[i + 1] : '\0';
    auto const plain = next == 'n' ? '\n' : next == '^' ? '^' : next == '\'' ? '"' : '\0';
    out += plain != '\0' ? plain : text[i];
    i += plain != '\0' ? 1U : 0U;
  }
  return out;
}

// vCard 2.1 §2.1.1: the name of a parameter may be left out where its value says which it is.
std::string_view bare_name(std::string_view word) {
  static constexpr std::array encodings{"QUOTED-PRINTABLE", "BASE64", "8BIT", "7BIT", "B", "Q"};
  static constexpr std::array values{"INLINE", "URL", "CONTENT-ID", "CID"};
  auto const is = [&](char const* known) { return word == known; };
  return std::ranges::any_of(encodings, is) ? "ENCODING" : std::ranges::any_of(values, is) ? "VALUE" : "TYPE";
}

Parameter parse_parameter(std::string_view text) {
  auto const equals = find_unquoted(text, '=');
  if (equals == std::string_view::npos)
    return {.name = std::string{bare_name(upper(text))}, .values = {std::string{text}}};
  Parameter found{.name = upper(text.substr(0, equals))};
  for (auto const piece : split_unquoted(text.substr(equals + 1), ','))
    found.values.push_back(parameter_value(piece));
  return found;
}

void parse_header(std::string_view header, ContentLine& line) {
  auto const pieces = split_unquoted(header, ';');
  auto name = pieces.front();
  if (auto const dot = name.rfind('.'); dot != std::string_view::npos) {
    line.group = name.substr(0, dot);
    name.remove_prefix(dot + 1);
  }
  if (!is_name(name))
    return;
  line.name = upper(name);
  for (std::size_t i = 1; i < pieces.size(); ++i)
    if (!pieces[i].empty())
      line.parameters.push_back(parse_parameter(pieces[i]));
}

bool is_quoted_printable(std::string_view header) {
  return upper(header.substr(0, longest_header)).find("QUOTED-PRINTABLE") != std::string::npos;
}
bool is_base64(std::string_view header) {
  auto const name = upper(header.substr(0, longest_header));
  return name.find("BASE64") != std::string::npos || name.find("ENCODING=B") != std::string::npos;
}

int hex(char c) {
  return c >= '0' && c <= '9'   ? c - '0'
         : c >= 'A' && c <= 'F' ? c - 'A' + 10
         : c >= 'a' && c <= 'f' ? c - 'a' + 10
                                : -1;
}

// RFC 2045 §6.7, leniently: an '=' without two digits behind it stays.
std::string unquote_printable(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto const high = text[i] == '=' && i + 2 < text.size() ? hex(text[i + 1]) : -1;
    auto const low = high >= 0 ? hex(text[i + 2]) : -1;
    out += low >= 0 ? static_cast<char>(high * 16 + low) : text[i];
    i += low >= 0 ? 2U : 0U;
  }
  return out;
}

bool is_continuation_byte(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

// Length of a fold at text[at] (line end and one white space), 0 if there is none.
std::size_t fold_length(std::string_view text, std::size_t at) {
  auto const rest = text.substr(at, 3);
  if (rest.starts_with("\r\n") && rest.size() == 3 && (rest[2] == ' ' || rest[2] == '\t'))
    return 3;
  return rest.starts_with("\n ") || rest.starts_with("\n\t") ? 2 : 0;
}

// Moves a fold that stands inside a UTF-8 sequence behind it (RFC 5545 §3.1 allows such folds, in octets).
std::string mend_folds(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t i = 0; i < bytes.size();) {
    auto const fold = fold_length(bytes, i);
    auto after = i + fold;
    while (fold != 0 && after < bytes.size() && is_continuation_byte(bytes[after]))
      out += bytes[after++];
    out += fold != 0 ? bytes.substr(i, fold) : bytes.substr(i, 1);
    i = fold != 0 ? after : i + 1;
  }
  return out;
}

std::string stated_charset(std::string_view line) {
  auto const header = upper(line.substr(0, std::min(line.find(':'), longest_header)));
  auto const at = header.find("CHARSET=");
  if (at == std::string::npos)
    return {};
  auto const from = at + 8;
  auto charset = header.substr(from, header.find_first_of(";:", from) - from);
  std::erase(charset, '"');
  return charset;
}

std::string decode_by_line(std::string_view bytes, std::string const& fallback) {
  std::string out;
  std::string charset;
  for (std::size_t at = 0; at < bytes.size();) {
    auto const end = std::min(bytes.find('\n', at), bytes.size() - 1) + 1;
    auto const line = bytes.substr(at, end - at);
    at = end;
    if (line.front() != ' ' && line.front() != '\t')
      charset = stated_charset(line);
    auto text = is_utf8(line) ? Result<std::string>{nfc(line)} : decode(line, charset.empty() ? fallback : charset);
    out += text ? *std::move(text) : decode(line, fallback).value_or("");
  }
  return out;
}

} // namespace

std::string upper(std::string_view ascii) {
  std::string out{ascii};
  for (auto& c : out)
    c = c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c;
  return out;
}

std::string_view parameter(ContentLine const& line, std::string_view name) {
  auto const found = std::ranges::find(line.parameters, name, &Parameter::name);
  return found == line.parameters.end() || found->values.empty() ? std::string_view{} : found->values.front();
}

bool has_value(ContentLine const& line, std::string_view name, std::string_view value) {
  return std::ranges::any_of(line.parameters, [&](Parameter const& p) {
    return p.name == name && std::ranges::any_of(p.values, [&](auto const& v) { return fold_case(v) == value; });
  });
}

std::string decode_content(std::string_view bytes) {
  if (is_utf8(bytes) && bytes.find('\0') == std::string_view::npos)
    return decode_unstated(bytes).text;
  if (auto const mended = mend_folds(bytes); is_utf8(mended) && mended.find('\0') == std::string::npos)
    return decode_unstated(mended).text;
  auto whole = decode_unstated(bytes);
  return whole.charset.starts_with("utf-") ? std::move(whole.text) : decode_by_line(bytes, whole.charset);
}

std::string_view ContentLines::peek() const {
  return text_.substr(at_, std::min(text_.find_first_of("\r\n", at_), text_.size()) - at_);
}

void ContentLines::advance() {
  at_ = std::min(text_.find_first_of("\r\n", at_), text_.size());
  auto const returns = std::min(text_.find_first_not_of('\r', at_), text_.size());
  if (returns < text_.size() && text_[returns] == '\n')
    at_ = returns + 1; // \n, \r\n, and the \r\r\n of files converted twice
  else if (at_ < text_.size())
    ++at_;
  ++number_;
}

bool ContentLines::continues(std::string const& logical, std::string_view header, std::string_view line) const {
  if (logical.ends_with('=') && is_quoted_printable(header))
    return true;
  if (line.starts_with(' ') || line.starts_with('\t'))
    return true;
  return !line.empty() && line.find(':') == std::string_view::npos && is_base64(header);
}

std::optional<ContentLine> ContentLines::next() {
  while (at_ < text_.size() && peek().find_first_not_of(" \t") == std::string_view::npos)
    advance();
  if (at_ >= text_.size())
    return {};
  ContentLine line{.line = number_, .begin = at_};
  std::string logical{peek()};
  line.end = at_ + logical.size();
  auto const colon_on_first = find_colon(logical);
  auto const header = logical.substr(0, std::min(colon_on_first, logical.size())); // without one: all of it
  for (advance(); at_ < text_.size() && continues(logical, header, peek()); advance()) {
    auto physical = peek();
    line.end = at_ + physical.size();
    if (logical.ends_with('=') && is_quoted_printable(header))
      logical.pop_back();
    else if (physical.starts_with(' ') || physical.starts_with('\t'))
      physical.remove_prefix(1);
    logical += physical;
  }
  auto const colon = find_colon(logical);
  if (colon != std::string::npos)
    parse_header(std::string_view{logical}.substr(0, colon), line);
  line.value = line.name.empty() ? logical : logical.substr(colon + 1);
  line.begin += colon_on_first == std::string::npos || line.name.empty() ? 0 : colon_on_first + 1;
  line.raw = std::move(logical);
  return line;
}

std::string plain_value(ContentLine const& line) {
  auto const encoding = upper(parameter(line, "ENCODING"));
  if (encoding != "QUOTED-PRINTABLE" && encoding != "Q")
    return line.value;
  auto const bytes = unquote_printable(line.value);
  if (is_utf8(bytes))
    return nfc(bytes);
  auto const charset = std::string{parameter(line, "CHARSET")};
  auto text = charset.empty() ? Result<std::string>{decode_unstated(bytes).text} : decode(bytes, charset);
  return text ? *std::move(text) : decode_unstated(bytes).text;
}

std::vector<std::string> split_escaped(std::string_view value, char separator) {
  std::vector<std::string> pieces;
  std::size_t from = 0;
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (value[i] == '\\')
      ++i;
    else if (value[i] == separator) {
      pieces.emplace_back(value.substr(from, i - from));
      from = i + 1;
    }
  }
  pieces.emplace_back(value.substr(from));
  return pieces;
}

std::string unescape(std::string_view value) {
  std::string out;
  out.reserve(value.size());
  for (std::size_t i = 0; i < value.size(); ++i) {
    auto const next = value[i] == '\\' && i + 1 < value.size() ? value[i + 1] : '\0';
    if (next == 'n' || next == 'N')
      out += '\n';
    else if (next == '\\' || next == ',' || next == ';' || next == ':')
      out += next;
    else {
      out += value[i];
      continue;
    }
    ++i;
  }
  return out;
}

} // namespace attache::read
