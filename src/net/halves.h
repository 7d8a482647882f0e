// Halves of chains, found by the person they end with.
#pragma once

#include "net/search.h"

#include <span>
#include <vector>

namespace attache::net {

// From a start (or the target) over `via` to `end`, which `cost` lets pass on and `bare` does not.
struct Half {
  Cost cost = 0, bare = 0;
  Node end = 0, via = 0, start = 0;
};

class Halves {
public:
  explicit Halves(std::vector<Half> halves = {});
  // Those that end with a person, cheapest first. O(1).
  [[nodiscard]] std::span<Half const> at(Node end) const {
    for (auto slot = place_of(end);; slot = (slot + 1) & mask_) {
      auto const& one = slots_[slot];
      if (one.count == 0)
        return {};
      if (one.end == end)
        return std::span{halves_}.subspan(one.begin, one.count);
    }
  }
  // The cheapest for each end, cheapest first.
  [[nodiscard]] std::vector<Half> firsts() const;
  [[nodiscard]] Cost least() const { return least_; } // no_way if there is none

private:
  struct Slot {
    Node end = 0;
    std::uint32_t begin = 0, count = 0;
  };
  [[nodiscard]] std::size_t place_of(Node end) const { return (std::uint64_t{end} * 0x9e3779b97f4a7c15U >> shift_); }

  std::vector<Half> halves_; // by end, then cost
  std::vector<Slot> slots_;  // at most half of them taken
  std::size_t mask_ = 0;
  unsigned shift_ = 0;
  Cost least_ = no_way;
};

} // namespace attache::net
