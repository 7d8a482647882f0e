#include "net/reach.h"

#include <algorithm>
#include <cmath>

namespace attache::net {
namespace {

// One more step from those who improved in the step before. Few of them: along their ties.
void spread(Base const& base, std::span<float const> prices, std::vector<Node> const& front, Node from, float referral,
            std::span<float const> before, std::span<float> after) {
  for (auto const person : front) {
    auto const so_far = before[person] + (person == from ? 0 : referral);
    for (auto const& down : base.down(person))
      after[down.a] = std::min(after[down.a], so_far + prices[down.tie]);
    for (auto tie = base.ties_begin(person); tie < base.ties_begin(person + 1); ++tie)
      after[base.larger(tie)] = std::min(after[base.larger(tie)], so_far + prices[tie]);
  }
}

// Many: along all ties, in the order in which they lie.
void sweep(Base const& base, std::span<float const> prices, Node from, float referral, std::span<float const> before,
           std::span<float> after) {
  for (Node a = 0; a < base.people(); ++a) {
    auto const so_far = before[a] + (a == from ? 0 : referral);
    auto best = after[a];
    for (auto tie = base.ties_begin(a); tie < base.ties_begin(a + 1); ++tie) {
      auto const b = base.larger(tie);
      auto const price = prices[tie];
      after[b] = std::min(after[b], so_far + price);
      best = std::min(best, before[b] + (b == from ? 0 : referral) + price);
    }
    after[a] = best;
  }
}

} // namespace

std::vector<float> prices(Base const& base, Instant as_of, double scale, double least_strength) {
  std::vector<double> sum(base.ties());
  sums(base, as_of, sum);
  auto const least = -std::log1p(-least_strength) * scale;
  std::vector<float> prices(sum.size(), no_price);
  for (std::size_t tie = 0; tie < sum.size(); ++tie)
    if (sum[tie] >= least)
      prices[tie] = -std::log(-std::expm1(static_cast<float>(-sum[tie] / scale)));
  return prices;
}

std::vector<float> reach(Base const& base, std::span<float const> prices, Node from, int max_hops, float referral) {
  std::vector<float> before(base.people(), no_price);
  if (from >= base.people())
    return before;
  before[from] = 0;
  std::vector<Node> front{from};
  auto after = before;
  for (int hop = 0; hop < max_hops && !front.empty(); ++hop) {
    std::size_t arcs = 0;
    for (auto const person : front)
      arcs += base.degree(person);
    if (arcs < base.ties() / 4)
      spread(base, prices, front, from, referral, before, after);
    else
      sweep(base, prices, from, referral, before, after);
    front.clear();
    for (Node person = 0; person < base.people(); ++person)
      if (after[person] < before[person]) {
        front.push_back(person);
        before[person] = after[person];
      }
  }
  for (auto& price : before)
    price = price >= no_price / 2 ? no_price : price;
  return before;
}

std::vector<TwoStep> two_steps(Lens& lens, Node from, Filed const& filed, Cost referral) {
  auto const mask = (filed.sector ? 0xffff0000U : 0U) | (filed.region ? 0xffffU : 0U);
  auto const wanted = note_of({.sector = filed.sector.value_or(0), .region = filed.region.value_or(0)});
  std::vector<TwoStep> all;
  for (auto const& first : lens.arcs(from))
    for (auto const& second : lens.arcs(first.to))
      if ((second.note & mask) == wanted && second.to != from)
        all.push_back({.person = second.to, .over = first.to, .cost = first.cost + second.cost + referral});
  std::ranges::sort(all, {}, [](TwoStep const& one) { return std::tuple(one.person, one.cost, one.over); });
  auto const [first, last] = std::ranges::unique(all, {}, &TwoStep::person);
  all.erase(first, last);
  return all;
}

} // namespace attache::net
