#include "read/article/tokens.h"

#include "base/unicode.h"
#include "read/article/pattern.h"

#include <unicode/uchar.h>

namespace attache::read::press {

namespace {

bool letter(std::int32_t code) { return code >= 0 && (u_isalnum(code) != 0 || code == '_'); }

std::int32_t peek(std::string_view part, std::size_t at) { return at < part.size() ? next_code_point(part, at) : -1; }

std::size_t width(std::string_view part, std::size_t at) {
  auto next = at;
  next_code_point(part, next);
  return next - at;
}

bool apostrophe(std::int32_t code) { return code == '\'' || code == 0x2019; }

// The 's of "Nvidia's", as a length, or 0.
std::size_t possessive(std::string_view part, std::size_t at) {
  if (!apostrophe(peek(part, at)))
    return 0;
  auto const s = at + width(part, at);
  return peek(part, s) == 's' && !letter(peek(part, s + 1)) ? s + 1 - at : 0;
}

// Does the word go on over the mark at `at`: "Jae-yong", "532.9", "AT&T", "U.S.", "O'Brien"?
bool bridges(std::string_view part, std::size_t begin, std::size_t at) {
  auto const mark = peek(part, at);
  auto const next = peek(part, at + width(part, at));
  bool const digit_before = part[at - 1] >= '0' && part[at - 1] <= '9';
  bool const digit_after = next >= '0' && next <= '9';
  if (mark == '-')
    return letter(next);
  if (mark == '&')
    return part[at - 1] >= 'A' && part[at - 1] <= 'Z' && next >= 'A' && next <= 'Z';
  if (mark == '.' || mark == ',')
    return (digit_before && digit_after) ||
           (mark == '.' && next >= 'A' && next <= 'Z' && (at - begin == 1 || part[at - 2] == '.'));
  return apostrophe(mark) && letter(next) && possessive(part, at) == 0;
}

std::size_t word_end(std::string_view part, std::size_t begin) {
  auto at = begin;
  while (at < part.size()) {
    auto const code = peek(part, at);
    if (letter(code))
      at += width(part, at);
    else if (at > begin && bridges(part, begin, at))
      at += width(part, at);
    else
      break;
  }
  bool const initials = at < part.size() && part[at] == '.' && part[at - 1] >= 'A' && part[at - 1] <= 'Z' &&
                        (at - begin == 1 || part[at - 2] == '.');
  return initials ? at + 1 : at; // "Y." and "U.S." keep their full stop
}

Token make(std::string_view part, std::size_t offset, std::size_t begin, std::size_t end, bool word) {
  auto const words = part.substr(begin, end - begin);
  auto const head = peek(part, begin);
  Token token{.span = {offset + begin, offset + end}, .word = word, .low = lower(words)};
  token.number = word && head >= '0' && head <= '9';
  bool const upper_inside = words.size() > 1 && words[1] >= 'A' && words[1] <= 'Z';
  token.capital =
      word && (u_isupper(head) != 0 || (token.number && upper_inside) || (words.size() > 2 && upper_inside));
  token.spaced = begin > 0 && (part[begin - 1] == ' ' || part[begin - 1] == '\n' || part[begin - 1] == '\t');
  return token;
}

} // namespace

std::vector<Token> tokenize(std::string_view text, Span within) {
  std::vector<Token> tokens;
  auto const part = cut(text, within);
  for (std::size_t at = 0; at < part.size();) {
    auto const code = peek(part, at);
    if (code < 0 || u_isUWhiteSpace(code) != 0) {
      at += width(part, at);
      continue;
    }
    auto end = letter(code) ? word_end(part, at) : at + width(part, at);
    if (auto const length = possessive(part, at); length > 0 && !letter(code))
      end = at + length;
    tokens.push_back(make(part, within.begin, at, end, letter(code)));
    at = end;
  }
  return tokens;
}

} // namespace attache::read::press
