// Sequences of small numbers, counted, and how likely the next one is: interpolated n-grams after Witten and Bell.
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace attache::resolve {

// Numbers below 65,535; up to four in a row. Number 0 stands for the start and the end.
class Ngrams {
public:
  static constexpr std::size_t most = 4;
  // `order`: how many in a row, 1..4. `base`: bits of each number when nothing is known before it.
  Ngrams(std::size_t order, std::vector<float> base) : order_(order), base_(std::move(base)), counts_(order) {}

  void count(std::span<std::uint16_t const> sequence, float times = 1);
  // Turns counts into bits; counts are dropped.
  void finish();

  // Packs the numbers seen last, the latest lowest; push() keeps as many as matter.
  [[nodiscard]] std::uint64_t push(std::uint64_t history, std::uint16_t next) const {
    return ((history << 16U) | next) & mask_of(order_ - 1);
  }
  // -log2 of the probability of `next` after `history`.
  [[nodiscard]] float bits(std::uint64_t history, std::uint16_t next) const;
  [[nodiscard]] float base(std::uint16_t next) const { return base_[next]; }

private:
  static std::uint64_t mask_of(std::size_t length) {
    return length >= 4 ? ~std::uint64_t{0} : (std::uint64_t{1} << (16U * length)) - 1;
  }
  std::size_t order_;
  std::vector<float> base_;
  std::vector<std::unordered_map<std::uint64_t, float>> counts_; // by length - 1
  std::vector<std::unordered_map<std::uint64_t, float>> bits_;   // of sequences seen, by length - 1
  std::vector<std::unordered_map<std::uint64_t, float>> drop_;   // bits of falling back from a history, by its length
};

} // namespace attache::resolve
