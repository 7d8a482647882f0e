#include "office/event_filter.h"

#include <cstddef>

namespace attache::office {
namespace {

constexpr std::size_t bits_each = 28;
constexpr int probes = 19; // the best for so many bits

// Calls f(byte, mask) for each place of a number (Kirsch and Mitzenmacher 2006: two hashes serve for all).
template <class F>
void each_place(std::uint64_t number, std::size_t bytes, F f) {
  auto const step = (number >> 32U) | 1U;
  for (int i = 0; i < probes; ++i, number += step) {
    auto const bit = (number & 0xffffffffU) * (8 * bytes) >> 32U;
    f(bit / 8, static_cast<unsigned char>(1U << (bit % 8)));
  }
}

} // namespace

std::string event_filter(std::span<std::uint64_t const> numbers) {
  std::string filter(numbers.size() * bits_each / 8 + 1, '\0');
  for (auto const number : numbers)
    each_place(number, filter.size(),
               [&](std::size_t byte, unsigned char mask) { filter[byte] = static_cast<char>(filter[byte] | mask); });
  return filter;
}

bool perhaps_in(std::string_view filter, std::uint64_t number) {
  auto all = !filter.empty();
  if (all)
    each_place(number, filter.size(),
               [&](std::size_t byte, unsigned char mask) { all = all && (filter[byte] & mask) != 0; });
  return all;
}

} // namespace attache::office
