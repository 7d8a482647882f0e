// Words, numbers and marks of a sentence.
#pragma once

#include "read/article/span.h"

#include <string>
#include <vector>

namespace attache::read::press {

struct Token {
  Span span;
  bool word = false;    // letters and digits; else one mark, or the possessive 's
  bool capital = false; // begins with an ASCII or Latin-1 capital, or is a number with capitals ("3M")
  bool number = false;
  bool spaced = false; // white space stands before it
  std::string low;     // ASCII lower-case
};

std::vector<Token> tokenize(std::string_view text, Span within);

} // namespace attache::read::press
