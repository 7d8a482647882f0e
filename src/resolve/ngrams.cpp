#include "resolve/ngrams.h"

#include <algorithm>
#include <cmath>

namespace attache::resolve {

void Ngrams::count(std::span<std::uint16_t const> sequence, float times) {
  std::uint64_t history = 0; // begins as after an end: zeros
  auto const take = [&](std::uint16_t next) {
    auto const all = (history << 16U) | next;
    for (std::size_t length = 1; length <= order_; ++length)
      counts_[length - 1][all & mask_of(length)] += times;
    history = push(history, next);
  };
  for (auto const next : sequence)
    take(next);
  take(0);
}

void Ngrams::finish() {
  constexpr float faith = 1; // how much each kind of successor counts for the shorter history
  struct Seen {
    float total = 0, kinds = 0;
  };
  bits_.assign(order_, {});
  drop_.assign(order_, {});
  for (std::size_t length = 1; length <= order_; ++length) {
    std::unordered_map<std::uint64_t, Seen> after;
    for (auto const& [all, count] : counts_[length - 1]) {
      auto& seen = after[all >> 16U];
      seen.total += count;
      seen.kinds += std::min(count, 1.0F);
    }
    for (auto const& [history, seen] : after)
      drop_[length - 1][history] = -std::log2(faith * seen.kinds / (seen.total + faith * seen.kinds));
    for (auto const& [all, count] : counts_[length - 1]) {
      auto const& seen = after[all >> 16U];
      auto const next = static_cast<std::uint16_t>(all);
      auto const shorter = length == 1 ? base_[next] : bits_[length - 2].at(all & mask_of(length - 1));
      auto const share = (count + faith * seen.kinds * std::exp2(-shorter)) / (seen.total + faith * seen.kinds);
      bits_[length - 1][all] = -std::log2(share);
    }
  }
  counts_.clear();
}

float Ngrams::bits(std::uint64_t history, std::uint16_t next) const {
  float dropped = 0;
  for (auto length = order_; length > 0; --length) {
    auto const all = ((history << 16U) | next) & mask_of(length);
    if (auto const found = bits_[length - 1].find(all); found != bits_[length - 1].end())
      return dropped + found->second;
    if (auto const found = drop_[length - 1].find(all >> 16U); found != drop_[length - 1].end())
      dropped += found->second;
  }
  return dropped + base_[next];
}

} // namespace attache::resolve
