// A set of small numbers in W machine words.
#pragma once

#include <array>
#include <bit>
#include <cstdint>

namespace attache::go {

template <std::size_t W>
struct PlaceSet {
  std::array<std::uint64_t, W> word{};
  void add(int place) { word[std::size_t(place) / 64] |= std::uint64_t{1} << (std::size_t(place) % 64); }
  [[nodiscard]] bool has(int place) const { return (word[std::size_t(place) / 64] >> (std::size_t(place) % 64)) & 1; }
  void flip(int place) { word[std::size_t(place) / 64] ^= std::uint64_t{1} << (std::size_t(place) % 64); }
  void keep(PlaceSet const& other) {
    for (std::size_t w = 0; w < W; ++w)
      word[w] &= other.word[w];
  }
  void join(PlaceSet const& other) {
    for (std::size_t w = 0; w < W; ++w)
      word[w] |= other.word[w];
  }
  [[nodiscard]] bool inside(PlaceSet const& other) const {
    for (std::size_t w = 0; w < W; ++w)
      if ((word[w] & ~other.word[w]) != 0)
        return false;
    return true;
  }
  auto operator<=>(PlaceSet const&) const = default;
};

} // namespace attache::go
