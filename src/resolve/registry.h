// A table of people with any columns: which rows are one person. Fellegi and Sunter's model with levels of agreement,
// fitted to the table itself without labels; docs/method-names.md has the method.
#pragma once

#include "model/identity.h"

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace attache::resolve {

enum class Trait : std::uint8_t {
  given,
  family,
  full_name, // its words beyond given and family name
  birthday,
  email,
  phone,
  postcode,
  place,
  street,
  identifier, // a number of a passport, an account, a tax payer
  category    // anything else: sex, occupation, state
};

struct RegistryColumn {
  std::string name;
  Trait trait = Trait::category;
};

// Rows with values as numbers: equal values of a column share one. Rows are numbered from 0.
class Registry {
public:
  explicit Registry(std::vector<RegistryColumn> columns);

  // One value a column, as written; empty is missing. What is compared is folded and cut into shape here.
  void add(std::span<std::string_view const> values);

  [[nodiscard]] std::size_t size() const { return rows_; }
  [[nodiscard]] std::vector<RegistryColumn> const& columns() const { return columns_; }
  // 0: missing. Numbers count from 1 in each column; given and family names share theirs.
  [[nodiscard]] std::uint32_t value(std::size_t row, std::size_t column) const {
    return cells_[row * columns_.size() + column];
  }
  struct Value {
    std::string text;               // folded
    std::vector<std::string> words; // of streets and full names
    std::int32_t date = 0;          // yyyymmdd, parts that are unknown 00
    std::uint32_t formal = 0;       // of a given name: a number that its short forms share
    std::uint32_t count = 0;        // rows that have it
  };
  [[nodiscard]] Value const& known(std::size_t column, std::uint32_t number) const {
    return values_[pool_[column]][number];
  }
  [[nodiscard]] std::size_t distinct(std::size_t column) const { return values_[pool_[column]].size() - 1; }

private:
  std::uint32_t intern(std::size_t column, std::string text);
  std::vector<RegistryColumn> columns_;
  std::vector<std::size_t> pool_; // of each column: where its values are
  std::vector<std::vector<Value>> values_;
  std::vector<std::unordered_map<std::string, std::uint32_t>> numbers_;
  std::unordered_map<std::string, std::uint32_t> formal_;
  std::vector<std::uint32_t> cells_;
  std::size_t rows_ = 0;
};

// "1978-11-12", "12/11/1978", "Mar 1 1970", "24-May-11", "19560409", "1965": yyyymmdd with 00 for what is unknown; 0 if
// it is no date. Month before day where both are possible.
std::int32_t date_number(std::string_view text);

using RowPair = std::pair<std::uint32_t, std::uint32_t>;

// Pairs worth comparing, each once, ascending: those that share two columns' coarse values, or one rare value. Buckets
// are capped. O(rows * columns^2).
std::vector<RowPair> registry_pairs(Registry const& registry, std::size_t cap = 50);

// What agreeing and differing is worth.
class RegistryModel {
public:
  // Expectation maximisation over the pairs, from shipped priors: chance agreement from random pairs of rows.
  static RegistryModel fit(Registry const& registry, std::span<RowPair const> pairs);

  // Bits with the prior.
  [[nodiscard]] double bits(Registry const& registry, std::uint32_t a, std::uint32_t b) const;
  // The same as a waterfall: one reason a column that is known in both, largest first, and the prior.
  [[nodiscard]] std::vector<Reason> reasons(Registry const& registry, std::uint32_t a, std::uint32_t b) const;
  [[nodiscard]] double prior_bits() const { return prior_; }

  static constexpr std::size_t most_levels = 6; // 0: missing, 1: the same ... last: different

private:
  struct Feature {
    std::string name;
    std::vector<std::size_t> columns;
    Trait trait = Trait::category;
    std::size_t levels = 0;
    std::array<double, most_levels> same{}, chance{}; // probability of each level
    std::array<float, most_levels> bits{};
  };
  static constexpr std::size_t most_features = 16, none = SIZE_MAX;
  struct Seen {
    std::array<std::uint8_t, most_features> level{};
    std::array<float, most_features> rarity{}; // bits of how rare an agreeing value is
  };
  struct Part {
    std::uint8_t level = 0;
    float rarity = 0, bits = 0;
  };
  static float rarity(Registry const& registry, std::size_t column, std::uint32_t number);
  [[nodiscard]] Seen compare(Registry const& registry, std::uint32_t a, std::uint32_t b) const;
  [[nodiscard]] Part compare_part(Registry const& registry, std::size_t feature, std::uint32_t x,
                                  std::uint32_t y) const;
  void compare_names(Registry const& registry, std::uint32_t a, std::uint32_t b, Seen& out) const;
  [[nodiscard]] std::vector<std::string_view> other_words(Registry const& registry, std::uint32_t row) const;
  void compare_rest(Registry const& registry, std::uint32_t a, std::uint32_t b, Seen& out) const;
  void lay_out(Registry const& registry);
  void learn_chance(Registry const& registry);
  void learn_agreement(std::span<Seen const> sample, double all_pairs, double each_stands_for);
  void set_bits();
  [[nodiscard]] double sum(Seen const& seen) const;

  std::vector<Feature> features_;
  std::size_t given_ = none, family_ = none, rest_ = none; // which features they are
  double prior_ = -10;
};

struct ScoredPair {
  std::uint32_t a = 0, b = 0;
  float bits = 0;
};

// Clusters that agree best with the scores of all their pairs (correlation clustering, greedily, dearest first): two
// clusters become one if their pairs speak for it together. The number of each row's cluster is its smallest row.
// `score` is asked for pairs that are not in `pairs`. A cluster of more than `alarm` rows is not let grow by doubtful
// pairs. The order of `pairs` makes no difference.
std::vector<std::uint32_t> registry_clusters(std::size_t rows, std::vector<ScoredPair> pairs,
                                             std::function<double(std::uint32_t, std::uint32_t)> const& score,
                                             double least_bits = 0, std::size_t alarm = 40);

} // namespace attache::resolve
