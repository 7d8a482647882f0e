// A stretch of bytes in a text.
#pragma once

#include <cstddef>
#include <string_view>

namespace attache::read::press {

// [begin, end), byte offsets. An empty span stands for "nowhere".
struct Span {
  std::size_t begin = 0, end = 0;
  [[nodiscard]] bool empty() const { return end <= begin; }
  [[nodiscard]] std::size_t size() const { return empty() ? 0 : end - begin; }
  [[nodiscard]] bool holds(Span inner) const { return begin <= inner.begin && inner.end <= end; }
  [[nodiscard]] bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  bool operator==(Span const&) const = default;
};

inline std::string_view cut(std::string_view text, Span span) {
  return span.empty() || span.begin >= text.size() ? std::string_view{} : text.substr(span.begin, span.size());
}

// The smallest span that holds both.
inline Span join(Span a, Span b) {
  if (a.empty() || b.empty())
    return a.empty() ? b : a;
  return {a.begin < b.begin ? a.begin : b.begin, a.end > b.end ? a.end : b.end};
}

// `span` without white space and the given ASCII characters at either end.
inline Span trim(std::string_view text, Span span, std::string_view also = {}) {
  auto const loose = [&](char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || also.find(c) != also.npos;
  };
  while (!span.empty() && loose(text[span.begin]))
    ++span.begin;
  while (!span.empty() && loose(text[span.end - 1]))
    --span.end;
  return span;
}

} // namespace attache::read::press
