#include "net/decay.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace attache::net {
namespace {

constexpr double minutes_per_day = 1440;

using Row = std::vector<long double>;

// Gauss with pivots: the systems are small.
Row solve(std::vector<Row> rows) {
  auto const n = rows.size();
  for (std::size_t i = 0; i < n; ++i) {
    auto const pivot = std::max_element(rows.begin() + static_cast<std::ptrdiff_t>(i), rows.end(),
                                        [&](Row const& a, Row const& b) { return std::abs(a[i]) < std::abs(b[i]); });
    std::swap(rows[i], *pivot);
    for (std::size_t j = 0; j < n; ++j) {
      auto const factor = j == i ? 0 : rows[j][i] / rows[i][i];
      for (auto c = i; c <= n; ++c)
        rows[j][c] -= factor * rows[i][c];
    }
  }
  Row answer(n);
  for (std::size_t i = 0; i < n; ++i)
    answer[i] = rows[i][n] / rows[i][i];
  return answer;
}

// The age of sample i: as dense near 0 as the law is steep there.
std::vector<double> sample_ages(double scale, double span, int count) {
  std::vector<double> ages;
  for (int i = 0; i < count; ++i)
    ages.push_back(scale * (std::pow(1 + span / scale, i / (count - 1.0)) - 1));
  return ages;
}

} // namespace

Decay::Decay(double half_life_days) : half_life_days_{half_life_days} {
  for (std::size_t i = 0; i < low_.size(); ++i) {
    low_.at(i) = after_exactly(static_cast<double>(i));
    middle_.at(i) = after_exactly(std::ldexp(static_cast<double>(i), bits));
    high_.at(i) = after_exactly(std::ldexp(static_cast<double>(i), 2 * bits));
  }
}

double Decay::after_exactly(double minutes) const { return std::exp2(-minutes / minutes_per_day / half_life_days_); }

// Weighted least squares of the relative error, the weights raised where it is largest until it is even (Lawson's
// algorithm, 1961).
std::vector<Term> power_law(double exponent, double scale_days, double span_days, int terms) {
  auto const count = static_cast<std::size_t>(terms);
  auto const ages = sample_ages(scale_days, span_days, 50 * terms);
  std::vector<Term> law(count);
  auto const shortest = scale_days / 5, longest = 1.5 * span_days / exponent; // found by trying
  for (std::size_t j = 0; j < count; ++j)
    law[j].half_life_days = shortest * std::pow(longest / shortest, static_cast<double>(j) / (terms - 1.0));
  std::vector<Row> columns;
  for (auto const age : ages) {
    Row row;
    for (auto const& term : law)
      row.push_back(std::exp2(-age / term.half_life_days) / std::pow(1 + age / scale_days, -exponent));
    columns.push_back(std::move(row));
  }
  Row weights(ages.size(), 1.0L / static_cast<long double>(ages.size()));
  for (int round = 0; round < 20; ++round) {
    std::vector<Row> normal(count, Row(count + 1));
    for (std::size_t i = 0; i < ages.size(); ++i)
      for (std::size_t a = 0; a < count; ++a) {
        for (std::size_t b = 0; b < count; ++b)
          normal[a][b] += weights[i] * columns[i][a] * columns[i][b];
        normal[a][count] += weights[i] * columns[i][a];
      }
    auto const found = solve(std::move(normal));
    long double total = 0;
    for (std::size_t i = 0; i < ages.size(); ++i) {
      long double value = -1;
      for (std::size_t a = 0; a < count; ++a)
        value += found[a] * columns[i][a];
      total += weights[i] *= std::abs(value) + 1e-9L;
    }
    for (auto& weight : weights)
      weight /= total;
    for (std::size_t a = 0; a < count; ++a)
      law[a].weight = static_cast<double>(found[a]);
  }
  return law;
}

} // namespace attache::net
