// Contacts between numbered people: the material of a contact network.
#pragma once

#include "base/time.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace attache::net {

using Node = std::uint32_t;     // a person, counted from 0
using TieIndex = std::uint32_t; // a tie of a Base, counted from 0 in order of (a, b)
inline constexpr TieIndex no_tie = 0xffffffff;
inline constexpr std::size_t most_kinds = 8;

// Minutes since 1970, rounded up: a contact counts from the first full minute at which it was over.
using Minute = std::int32_t;
inline constexpr Minute first_minute = -(1 << 28), last_minute = (1 << 28) - 1; // years 1460 to 2480
constexpr std::int64_t minute_after(Instant at) {
  auto const seconds = at.time_since_epoch().count();
  return seconds / 60 + (seconds % 60 > 0 ? 1 : 0);
}

struct Contact {
  Node a = 0, b = 0;     // unequal, in any order
  Instant at{};          // when it counts from; a view as of this instant has it
  std::uint8_t kind = 0; // below most_kinds
  double weight = 1;     // >= 0
};

// What a person is filed under; small numbers whose meaning is the caller's.
struct Place {
  std::uint32_t organisation = 0;
  std::uint16_t sector = 0, region = 0;
  bool operator==(Place const&) const = default;
};

// Sector and region in one number.
constexpr std::uint32_t note_of(Place const& place) { return (std::uint32_t{place.sector} << 16U) | place.region; }

// One contact as kept: when, of which kind, and the decayed sum of its tie up to and with it. 12 bytes.
class Mark {
public:
  Mark() = default;
  Mark(Minute minute, std::uint8_t kind, double sum);
  [[nodiscard]] Minute minute() const { return static_cast<Minute>(when_ >> 3U) + first_minute; }
  [[nodiscard]] std::uint8_t kind() const { return when_ & 7U; }
  // Sum over the tie's contacts so far of weight * 2^(-(minute() - its instant) / half-life).
  [[nodiscard]] double sum() const;

private:
  std::uint32_t when_ = 0;
  std::array<std::uint32_t, 2> sum_{};
};

} // namespace attache::net
