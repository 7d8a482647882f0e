#include "read/article/page.h"

#include "base/unicode.h"
#include "read/article/pattern.h"
#include "read/article/when.h"

#include <algorithm>
#include <charconv>

namespace attache::read::press {

bool looks_like_html(std::string_view bytes) {
  auto const head = lower(bytes.substr(0, 4096));
  static constexpr std::string_view tags[] = {"<!doctype html", "<html", "<head", "<body",
                                              "<article",       "<div",  "<p>",   "<meta "};
  return std::ranges::any_of(tags, [&](std::string_view tag) { return head.find(tag) != head.npos; });
}

Moment stated_day(std::string_view words) {
  static Pattern const pattern{R"(((?:19|20)\d\d)[-./]?(\d\d)[-./]?(\d\d))"};
  auto const m = pattern.first(words, {0, words.size()});
  if (!m)
    return {};
  auto const integer = [&](Span span) {
    int value = 0;
    auto const digits = cut(words, span);
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
  };
  return make_day(integer((*m)[1]), integer((*m)[2]), integer((*m)[3]));
}

Result<Document> from_text(std::string_view bytes) {
  auto decoded = decode_unstated(bytes);
  std::string text;
  for (char const c : decoded.text)
    if (c != '\r')
      text += c;
  if (text.find('\0') != text.npos)
    return fail(Fault::input, "the bytes are no text", {}, "give a text or HTML file");
  if (squeeze(text).empty())
    return fail(Fault::input, "the article is empty");
  Document document;
  document.text = std::move(text);
  return document;
}

} // namespace attache::read::press
