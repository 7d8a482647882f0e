// How a contact fades with time: halving, from tables, and a power law as a sum of halvings.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace attache::net {

// 2^(-age / half-life) for ages in whole minutes, from three tables of 8 KiB: exact to a few units in the last place.
class Decay {
public:
  explicit Decay(double half_life_days); // > 0
  [[nodiscard]] double half_life_days() const { return half_life_days_; }

  // `minutes`: 0 .. 2^30 - 1.
  [[nodiscard]] double after(std::uint32_t minutes) const {
    return low_[minutes & mask] * middle_[(minutes >> bits) & mask] * high_[(minutes >> (2 * bits)) & mask];
  }
  // Any age, a fraction of a minute or a negative one too; slower.
  [[nodiscard]] double after_exactly(double minutes) const;

private:
  static constexpr unsigned bits = 10, mask = (1U << bits) - 1;
  using Table = std::array<double, 1U << bits>;
  double half_life_days_;
  Table low_{}, middle_{}, high_{};
};

// One halving of a sum of them.
struct Term {
  double half_life_days = 0, weight = 0;
};

// (1 + age / scale)^-exponent as a sum of `terms` halvings, fitted to the least largest relative error over ages from 0
// to `span_days`. Eight terms keep within 0.13 % for exponents about 1 and scales of a month or more over ten years.
std::vector<Term> power_law(double exponent, double scale_days, double span_days, int terms = 8);

} // namespace attache::net
