#include "net/halves.h"

#include <algorithm>
#include <bit>
#include <tuple>

namespace attache::net {

Halves::Halves(std::vector<Half> halves) : halves_{std::move(halves)} {
  std::ranges::sort(halves_, {},
                    [](Half const& half) { return std::tuple(half.end, half.cost, half.via, half.start); });
  auto const size = std::bit_ceil(2 * halves_.size() + 2);
  slots_.resize(size);
  mask_ = size - 1;
  shift_ = static_cast<unsigned>(64 - std::countr_zero(size));
  for (std::size_t i = 0; i < halves_.size(); ++i) {
    auto const& half = halves_[i];
    least_ = std::min(least_, half.cost);
    auto slot = place_of(half.end);
    while (slots_[slot].count > 0 && slots_[slot].end != half.end)
      slot = (slot + 1) & mask_;
    if (slots_[slot].count++ == 0) {
      slots_[slot].end = half.end;
      slots_[slot].begin = static_cast<std::uint32_t>(i);
    }
  }
}

std::vector<Half> Halves::firsts() const {
  std::vector<Half> firsts;
  for (std::size_t i = 0; i < halves_.size(); ++i)
    if (i == 0 || halves_[i].end != halves_[i - 1].end)
      firsts.push_back(halves_[i]);
  std::ranges::sort(firsts, {}, [](Half const& half) { return std::tuple(half.cost, half.end); });
  return firsts;
}

} // namespace attache::net
