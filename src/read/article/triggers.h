// The words that tell of a meeting, a call or an event attended, in both languages.
#pragma once

#include "read/article/story.h"

namespace attache::read::press {

// How the people stand around it: "A met B", "A's meeting with B", "talks between A and B", "A hosted B",
// "A and B agreed".
enum class Shape : std::uint8_t { verb, noun, between, hosting, together };

struct Trigger {
  Span span;
  Shape shape = Shape::verb;
  Deed deed = Deed::meeting;
};

// In order, none overlapping: an earlier rule wins.
std::vector<Trigger> english_triggers(std::string_view text, Span sentence);
std::vector<Trigger> korean_triggers(std::string_view text, Span sentence);

} // namespace attache::read::press
