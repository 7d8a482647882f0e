// Typed access to a TOML table that remembers what was asked for and collects every mistake. Only trip*.cpp use it.
#pragma once

#include "base/result.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace attache::read {

// A mistake and where it is, before the file's name is put to it.
struct Mistake {
  int line = 0;
  std::string what, hint;
};

// A date or a word: `days_off` has both.
struct TomlText {
  std::string text; // dates as "2024-06-03"
  int line = 0;
};

// One table of the file. Asking for a key of the wrong type, or not asking for one that is there, is a mistake.
class TomlTable {
public:
  // The whole file. The mistake that makes it no TOML is put into `mistakes`; the table is then empty.
  static TomlTable parse(std::string_view text, std::vector<Mistake>& mistakes);

  [[nodiscard]] int line() const;
  [[nodiscard]] bool has(std::string_view key) const;
  [[nodiscard]] int line_of(std::string_view key) const; // of its value; of the table if there is none
  [[nodiscard]] std::vector<std::string> keys() const;   // in order of lines; none of them counts as asked for

  std::optional<std::string> text(std::string_view key); // a date counts as a text
  std::optional<double> number(std::string_view key);
  std::optional<bool> flag(std::string_view key);
  // A text, a number or a list of them, as texts.
  std::vector<TomlText> texts(std::string_view key);
  std::vector<double> numbers(std::string_view key);
  TomlTable table(std::string_view key);
  std::vector<TomlTable> tables(std::string_view key); // [[key]]

  // Reports every key that nobody asked for, with the nearest known one.
  void finish();
  void mistake(int line, std::string what, std::string hint) const;

  struct Node; // hides toml++
private:
  explicit TomlTable(std::shared_ptr<Node const> node, std::vector<Mistake>& mistakes);
  void wrong_type(std::string_view key, std::string_view wanted) const;
  std::shared_ptr<Node const> node_;
  std::vector<Mistake>* mistakes_;
  std::vector<std::string> asked_;
};

// Of `known`, the word that differs least from `word`; empty if all differ too much.
std::string nearest_word(std::string_view word, std::vector<std::string> const& known);

} // namespace attache::read
