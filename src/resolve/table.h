// Small tables written as text or arrays: how they are searched and read.
#pragma once

#include <algorithm>
#include <charconv>
#include <iterator>
#include <string_view>
#include <vector>

namespace attache::resolve {

template <class Table, class Word>
bool contains(Table const& table, Word word) {
  return std::ranges::find(table, word) != std::end(table);
}

// The words of each row that has any; rows end with a line or with ';'.
std::vector<std::vector<std::string_view>> table_rows(std::string_view table);

inline float table_number(std::string_view word) {
  float value = 0;
  std::from_chars(word.data(), word.data() + word.size(), value);
  return value;
}

} // namespace attache::resolve
