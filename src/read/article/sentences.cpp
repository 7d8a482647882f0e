#include "base/unicode.h"
#include "read/article/document.h"
#include "read/article/pattern.h"

namespace attache::read::press {

namespace {

bool abbreviation(std::string_view word) {
  static Words const known{
      "Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Rev|Hon|St|Jr|Sr|Inc|Corp|Co|Ltd|Bros|vs|No|Jan|Feb|"
      "Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|Mt|Ave|Dept|Univ|Assn|approx|etc|e.g|i.e|a.m|p.m"};
  static Pattern const initials{R"(^([A-Za-z]\.)*[A-Z]$)"};
  return known.has(word) || initials.found(word);
}

// "U.S." or "Inc." may also end a sentence: then a word that starts sentences follows.
bool starts_sentence(std::string_view rest) {
  static Pattern const opener{
      R"(^\s+["“‘']?(The|He|She|They|It|In|On|At|But|And|A|An|This|That|These|His|Her|Their|Its|We|I|According|Meanwhile|Also|After|Before|While|When|As|For|Some|Both)\b)"};
  return opener.found(rest.substr(0, 24));
}

std::string_view word_before(std::string_view text, std::size_t stop, std::size_t floor) {
  auto begin = stop;
  while (begin > floor && text[begin - 1] != ' ' && text[begin - 1] != '\n' && text[begin - 1] != '(' &&
         text[begin - 1] != '"')
    --begin;
  return text.substr(begin, stop - begin);
}

bool hangul_before(std::string_view text, std::size_t at) { return at >= 3 && has_hangul(text.substr(at - 3, 3)); }

// Length of the closing quotes and brackets at `at`.
std::size_t closers(std::string_view text, std::size_t at) {
  static constexpr std::string_view marks[] = {"\"", "'", ")", "]", "”", "’"};
  std::size_t length = 0;
  for (bool more = true; more;) {
    more = false;
    for (auto const mark : marks)
      if (text.substr(at + length).starts_with(mark)) {
        length += mark.size();
        more = true;
      }
  }
  return length;
}

// Does a sentence end after the mark at `at`? Returns where it ends, or 0.
std::size_t end_after(std::string_view text, std::size_t at, Span block) {
  auto const after = at + 1 + closers(text.substr(0, block.end), at + 1);
  bool const at_stop = after >= block.end;
  bool const space = !at_stop && (text[after] == ' ' || text[after] == '\n' || text[after] == '\t');
  if (text[at] != '.')
    return at_stop || space ? after : 0;
  if (hangul_before(text, at)) // "했다.이어": some desks leave out the space
    return at_stop || space || has_hangul(text.substr(after, 3)) ? after : 0;
  if (!at_stop && !space)
    return 0;
  auto const rest = text.substr(after, block.end - after);
  if (abbreviation(word_before(text, at, block.begin)) && !at_stop && !starts_sentence(rest))
    return 0;
  return after;
}

// Bytes that lie inside double quotation marks. An unclosed mark opens nothing.
std::vector<bool> quoted(std::string_view part) {
  std::vector<bool> inside(part.size(), false);
  std::size_t open = part.npos;
  for (std::size_t at = 0; at < part.size(); ++at) {
    bool const straight = part[at] == '"';
    bool const opens = part.substr(at).starts_with("“"), closes = part.substr(at).starts_with("”");
    if (!straight && !opens && !closes)
      continue;
    if (open == part.npos && !closes)
      open = at;
    else if (open != part.npos && !opens) {
      for (auto i = open; i < at; ++i)
        inside[i] = true;
      open = part.npos;
    }
  }
  return inside;
}

bool mostly_korean(std::string_view words) {
  std::size_t hangul = 0, latin = 0;
  for (std::size_t at = 0; at < words.size();) {
    auto const code = next_code_point(words, at);
    hangul += code >= 0xAC00 && code <= 0xD7A3 ? 1U : 0U;
    latin += (code >= 'A' && code <= 'Z') || (code >= 'a' && code <= 'z') ? 1U : 0U;
  }
  return hangul * 3 > latin;
}

void split_block(Document& document, std::size_t index) {
  auto const block = document.blocks[index];
  std::string_view const text = document.text;
  auto const inside = quoted(cut(text, block.span));
  auto const keep = [&](Span span) {
    span = trim(text, span);
    if (!span.empty())
      document.sentences.push_back({span, index, block.kind, mostly_korean(cut(text, span))});
  };
  auto begin = block.span.begin;
  for (auto at = begin; at < block.span.end; ++at) {
    if ((text[at] != '.' && text[at] != '?' && text[at] != '!') || inside[at - block.span.begin])
      continue;
    if (auto const stop = end_after(text, at, block.span); stop > 0) {
      keep({begin, stop});
      begin = stop;
      at = stop - 1;
    }
  }
  keep({begin, block.span.end});
}

} // namespace

void split_sentences(Document& document) {
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    auto const kind = document.blocks[i].kind;
    if (kind == BlockKind::title || kind == BlockKind::subtitle || kind == BlockKind::body ||
        kind == BlockKind::caption)
      split_block(document, i);
  }
}

} // namespace attache::read::press
