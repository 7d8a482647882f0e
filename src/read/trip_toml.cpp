#include "read/trip_toml.h"

#include "base/unicode.h"

#include <algorithm>
#include <fmt/format.h>
#include <numeric>

#include <toml++/toml.h>

namespace attache::read {

// A table and the document that keeps it alive.
struct TomlTable::Node {
  std::shared_ptr<toml::table const> document;
  toml::table const* table = nullptr; // never null
  int line = 1;
};

namespace {

int line_at(toml::node const& node) { return static_cast<int>(node.source().begin.line); }

std::string date_text(toml::date const& date) {
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

// Texts, dates and numbers as text; empty for anything else.
std::optional<std::string> as_text(toml::node const& node) {
  if (auto const* const text = node.as_string())
    return nfc(text->get());
  if (auto const* const date = node.as_date())
    return date_text(date->get());
  if (auto const* const date = node.as_date_time())
    return date_text(date->get().date);
  if (auto const* const number = node.as_integer())
    return fmt::format("{}", number->get());
  return {};
}

} // namespace

TomlTable::TomlTable(std::shared_ptr<Node const> node, std::vector<Mistake>& mistakes)
    : node_(std::move(node)), mistakes_(&mistakes) {}

TomlTable TomlTable::parse(std::string_view text, std::vector<Mistake>& mistakes) {
  auto document = std::make_shared<toml::table const>();
  try {
    document = std::make_shared<toml::table const>(toml::parse(text));
  } catch (toml::parse_error const& error) {
    mistakes.push_back(
        {.line = static_cast<int>(error.source().begin.line),
         .what = fmt::format("the file is not TOML: {}", error.description()),
         .hint = "texts stand in quotation marks, one 'key = value' a line; docs/formats/trip.md has an example"});
  }
  auto const* const table = document.get();
  return TomlTable{std::make_shared<Node const>(Node{.document = std::move(document), .table = table}), mistakes};
}

int TomlTable::line() const { return node_->line; }

bool TomlTable::has(std::string_view key) const { return node_->table->contains(key); }

int TomlTable::line_of(std::string_view key) const {
  auto const* const found = node_->table->get(key);
  return found == nullptr ? line() : line_at(*found);
}

std::vector<std::string> TomlTable::keys() const {
  std::vector<std::string> out;
  for (auto const& [key, value] : *node_->table)
    out.emplace_back(key.str());
  std::ranges::sort(out, {}, [&](std::string const& key) { return std::pair{line_of(key), key}; });
  return out;
}

void TomlTable::mistake(int line, std::string what, std::string hint) const {
  mistakes_->push_back({.line = line, .what = std::move(what), .hint = std::move(hint)});
}

void TomlTable::wrong_type(std::string_view key, std::string_view wanted) const {
  mistake(line_of(key), fmt::format("'{}' must be {}", key, wanted), {});
}

std::optional<std::string> TomlTable::text(std::string_view key) {
  asked_.emplace_back(key);
  auto const* const found = node_->table->get(key);
  if (found == nullptr)
    return {};
  auto out = as_text(*found);
  if (!out)
    wrong_type(key, "a text in quotation marks");
  return out;
}

std::optional<double> TomlTable::number(std::string_view key) {
  asked_.emplace_back(key);
  auto const* const found = node_->table->get(key);
  if (found == nullptr)
    return {};
  auto const out = found->value<double>();
  if (!found->is_number() || !out || !std::isfinite(*out)) {
    wrong_type(key, "a number");
    return {};
  }
  return out;
}

std::optional<bool> TomlTable::flag(std::string_view key) {
  asked_.emplace_back(key);
  auto const* const found = node_->table->get(key);
  if (found == nullptr)
    return {};
  auto const* const out = found->as_boolean();
  if (out == nullptr) {
    wrong_type(key, "true or false");
    return {};
  }
  return out->get();
}

std::vector<TomlText> TomlTable::texts(std::string_view key) {
  asked_.emplace_back(key);
  std::vector<TomlText> out;
  auto const take = [&](toml::node const& node) {
    if (auto text = as_text(node))
      out.push_back({.text = std::move(*text), .line = line_at(node)});
    else
      wrong_type(key, "a text, or a list of texts");
  };
  auto const* const found = node_->table->get(key);
  if (found == nullptr)
    return out;
  if (auto const* const list = found->as_array())
    for (auto const& node : *list)
      take(node);
  else
    take(*found);
  return out;
}

std::vector<double> TomlTable::numbers(std::string_view key) {
  asked_.emplace_back(key);
  std::vector<double> out;
  auto const* const found = node_->table->get(key);
  auto const* const list = found == nullptr ? nullptr : found->as_array();
  if (found != nullptr && list == nullptr)
    wrong_type(key, "a list of numbers");
  if (list == nullptr)
    return out;
  for (auto const& node : *list)
    if (auto const number = node.value<double>(); number && node.is_number() && std::isfinite(*number))
      out.push_back(*number);
    else
      wrong_type(key, "a list of numbers");
  return out;
}

TomlTable TomlTable::table(std::string_view key) {
  asked_.emplace_back(key);
  static toml::table const empty;
  auto const* const found = node_->table->get(key);
  auto const* const table = found == nullptr ? nullptr : found->as_table();
  if (found != nullptr && table == nullptr)
    wrong_type(key, fmt::format("a table: [{}]", key));
  return TomlTable{std::make_shared<Node const>(Node{
                       .document = node_->document, .table = table == nullptr ? &empty : table, .line = line_of(key)}),
                   *mistakes_};
}

std::vector<TomlTable> TomlTable::tables(std::string_view key) {
  asked_.emplace_back(key);
  std::vector<TomlTable> out;
  auto const* const found = node_->table->get(key);
  auto const* const list = found == nullptr ? nullptr : found->as_array();
  if (found != nullptr && list == nullptr)
    wrong_type(key, fmt::format("a list of tables: [[{}]]", key));
  if (list == nullptr)
    return out;
  for (auto const& node : *list)
    if (auto const* const table = node.as_table())
      out.push_back(TomlTable{
          std::make_shared<Node const>(Node{.document = node_->document, .table = table, .line = line_at(node)}),
          *mistakes_});
    else
      wrong_type(key, fmt::format("a list of tables: [[{}]]", key));
  return out;
}

void TomlTable::finish() {
  for (auto const& key : keys()) {
    if (std::ranges::find(asked_, key) != asked_.end())
      continue;
    auto const near = nearest_word(key, asked_);
    mistake(line_of(key), fmt::format("'{}' is not a key that attache knows here", key),
            near.empty() ? fmt::format("known here: {}", fmt::join(asked_, ", "))
                         : fmt::format("did you mean '{}'?", near));
  }
}

// Levenshtein distance over bytes of the folded words, at most a third of the longer one.
std::string nearest_word(std::string_view word, std::vector<std::string> const& known) {
  auto const from = fold_case(word.substr(0, 64));
  std::string best;
  std::size_t least = from.size() / 3 + 2;
  for (auto const& candidate : known) {
    auto const to = fold_case(candidate);
    std::vector<std::size_t> row(to.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < from.size(); ++i) {
      auto diagonal = std::exchange(row[0], i + 1);
      for (std::size_t j = 0; j < to.size(); ++j) {
        auto const replaced = diagonal + (from[i] == to[j] ? 0 : 1);
        diagonal = row[j + 1];
        row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
      }
    }
    if (row.back() < least) {
      least = row.back();
      best = candidate;
    }
  }
  return best;
}

} // namespace attache::read
