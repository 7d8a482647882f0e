#include "net/checksum.h"

#include <array>
#include <bit>
#include <cstring>

namespace attache::net {
namespace {

constexpr std::uint64_t odd = 0x9e3779b97f4a7c15, other_odd = 0xbf58476d1ce4e5b9;

std::uint64_t stirred(std::uint64_t state, std::uint64_t word) {
  return std::rotl(state ^ (word * odd), 29) * other_odd;
}

std::uint64_t word_at(std::byte const* at, std::size_t bytes = 8) {
  std::uint64_t word = 0;
  std::memcpy(&word, at, bytes);
  return word;
}

} // namespace

std::uint64_t checksum(std::span<std::byte const> bytes) {
  std::array<std::uint64_t, 4> lanes{1, 2, 3, 4};
  auto const* at = bytes.data();
  auto left = bytes.size();
  for (; left >= 32; at += 32, left -= 32)
    for (std::size_t lane = 0; lane < 4; ++lane)
      lanes[lane] = stirred(lanes[lane], word_at(at + 8 * lane));
  auto sum = stirred(bytes.size(), 0);
  for (auto const lane : lanes)
    sum = stirred(sum, lane);
  for (; left >= 8; at += 8, left -= 8)
    sum = stirred(sum, word_at(at));
  if (left > 0)
    sum = stirred(sum, word_at(at, left));
  return sum ^ (sum >> 32U);
}

} // namespace attache::net
