#include "net/law.h"

#include <cassert>
#include <cmath>

namespace attache::net {

LawColumns law_columns(Base const& base, Instant as_of, std::vector<Term> terms) {
  Date const date{base.decay(), as_of};
  auto const count = terms.size();
  std::vector<Decay> decays;
  for (auto const& term : terms)
    decays.emplace_back(term.half_life_days);
  LawColumns columns{.as_of = as_of, .terms = std::move(terms), .sums = std::vector<double>(count * base.ties())};
  for (TieIndex tie = 0; tie < base.ties(); ++tie)
    each_weight(base, tie, date, [&](double weight, std::uint32_t minutes) {
      for (std::size_t j = 0; j < count; ++j)
        columns.sums[count * tie + j] += columns.terms[j].weight * weight * decays[j].after(minutes);
    });
  return columns;
}

void sums_by_law(LawColumns const& columns, Instant as_of, std::span<double> out) {
  assert(as_of >= columns.as_of);
  auto const days = std::chrono::duration<double, std::ratio<86400>>(as_of - columns.as_of).count();
  auto const count = columns.terms.size();
  std::vector<double> left;
  for (auto const& term : columns.terms)
    left.push_back(std::exp2(-days / term.half_life_days));
  for (std::size_t tie = 0; tie < out.size(); ++tie) {
    double sum = 0;
    for (std::size_t j = 0; j < count; ++j)
      sum += left[j] * columns.sums[count * tie + j];
    out[tie] = sum;
  }
}

} // namespace attache::net
