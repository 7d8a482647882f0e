// Which rows of a registry are worth comparing.
#include "resolve/registry.h"

#include <algorithm>

namespace attache::resolve {
namespace {

using Key = std::uint64_t;

Key mix(Key a, Key b) {
  auto value = a * 0x9E3779B97F4A7C15U ^ (b + 0x7F4A7C15U + (a << 6U) + (a >> 2U));
  value ^= value >> 29U;
  value *= 0xBF58476D1CE4E5B9U;
  return value ^ value >> 32U;
}

Key hash(std::string_view text) {
  Key value = 14695981039346656037U;
  for (auto const c : text)
    value = (value ^ static_cast<unsigned char>(c)) * 1099511628211U;
  return value;
}

// Consonants and the first letter: what typing errors and spellings leave.
std::string skeleton(std::string_view word) {
  std::string out;
  for (auto const c : word)
    if (c != ' ' && c != '-' &&
        (out.empty() || (std::string_view{"aeiouyhw"}.find(c) == std::string_view::npos && out.back() != c)))
      out += c;
  return out.substr(0, 5);
}

// Forms of one value that survive an error in it; the first is the value itself.
void add_forms(Trait trait, Registry::Value const& value, std::vector<Key>& out) {
  std::string_view const text = value.text;
  out.push_back(hash(text));
  switch (trait) {
  case Trait::given:
  case Trait::family:
    out.push_back(mix(hash(skeleton(text)), 1));
    if (value.formal != 0 && trait == Trait::given)
      out.push_back(mix(value.formal, 2));
    break;
  case Trait::birthday:
    if (value.date != 0) {
      auto const date = static_cast<Key>(value.date);
      out.push_back(mix(date / 10000, 3));
      out.push_back(mix(date % 10000, 4));
      out.push_back(mix((date % 100) * 10000 + (date / 10000), 9));
    }
    break;
  case Trait::email: out.push_back(mix(hash(text.substr(0, text.find('@'))), 5)); break;
  case Trait::postcode:
    if (text.size() > 4)
      out.push_back(mix(hash(text.substr(0, text.size() - 3)), 6));
    break;
  case Trait::street:
    for (auto const& word : value.words)
      if (word.size() > 3)
        out.push_back(mix(hash(word), 7));
    break;
  case Trait::place: out.push_back(mix(hash(skeleton(text)), 8)); break;
  default: break;
  }
}

struct Entry {
  Key key = 0;
  std::uint32_t row = 0;
  auto operator<=>(Entry const&) const = default;
};

// Whether a column tells rows apart well enough to be half of a key.
bool telling(Registry const& registry, std::size_t column) {
  constexpr std::size_t fewest = 20;
  return registry.distinct(column) >= fewest && registry.columns()[column].trait != Trait::full_name;
}

constexpr std::size_t near = 6; // members of a crowded bucket meet their neighbours only

void pair_up(std::span<Entry const> bucket, std::size_t cap, std::size_t crowded, std::vector<std::uint64_t>& out) {
  auto const reach = bucket.size() <= cap ? bucket.size() : crowded;
  for (std::size_t i = 0; i < bucket.size(); ++i)
    for (std::size_t j = i + 1; j < std::min(bucket.size(), i + 1 + reach); ++j)
      if (bucket[i].row != bucket[j].row)
        out.push_back(std::uint64_t{bucket[i].row} << 32U | bucket[j].row);
}

void sort_unique(auto& list) {
  std::ranges::sort(list);
  auto const twice = std::ranges::unique(list);
  list.erase(twice.begin(), twice.end());
}

void pair_buckets(std::vector<Entry>& entries, std::size_t cap, std::size_t crowded, std::vector<std::uint64_t>& out) {
  sort_unique(entries);
  for (std::size_t from = 0; from < entries.size();) {
    auto to = from + 1;
    while (to < entries.size() && entries[to].key == entries[from].key)
      ++to;
    pair_up(std::span{entries}.subspan(from, to - from), cap, crowded, out);
    from = to;
  }
}

} // namespace

std::vector<RowPair> registry_pairs(Registry const& registry, std::size_t cap) {
  auto const& columns = registry.columns();
  std::vector<std::uint64_t> packed;
  auto const forms = [&](std::size_t row, std::size_t column, std::vector<Key>& out) {
    out.clear();
    if (auto const number = registry.value(row, column); number != 0)
      add_forms(columns[column].trait, registry.known(column, number), out);
  };
  // Given and family names stand for each other: rows where they are swapped share the key.
  auto const place = [&](std::size_t column) {
    return columns[column].trait == Trait::family || columns[column].trait == Trait::given ? Key{1000} : column;
  };
  std::vector<Key> left;
  std::vector<Key> right;
  std::vector<Entry> entries;
  for (std::size_t one = 0; one < columns.size(); ++one) {
    for (std::size_t two = one; two < columns.size(); ++two) {
      if (!telling(registry, one) || (!telling(registry, two) && one != two))
        continue;
      entries.clear();
      for (std::uint32_t row = 0; row < registry.size(); ++row) {
        forms(row, one, left);
        if (one == two)
          for (auto const x : left)
            entries.push_back({.key = mix(x, place(one)), .row = row});
        if (one == two || left.empty())
          continue;
        forms(row, two, right);
        for (auto const x : left)
          for (auto const y : right)
            entries.push_back(
                {.key = place(one) == place(two) ? mix(std::min(x, y), std::max(x, y)) : mix(x, y), .row = row});
      }
      pair_buckets(entries, cap, near, packed);
    }
    sort_unique(packed);
  }
  std::vector<RowPair> out;
  out.reserve(packed.size());
  for (auto const both : packed)
    out.emplace_back(static_cast<std::uint32_t>(both >> 32U), static_cast<std::uint32_t>(both));
  return out;
}

} // namespace attache::resolve
