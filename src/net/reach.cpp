#include "net/reach.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <tuple>

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

// Which filings are wanted, told by their numbers.
class Wanted {
public:
  Wanted(Base const& base, Filed const& filed) : filed_{filed} {
    auto const filings = base.filings();
    for (std::size_t i = 0; i < filings.size() && i < Base::unfiled; ++i)
      if (is_filed({.sector = static_cast<std::uint16_t>(filings[i] >> 16U),
                    .region = static_cast<std::uint16_t>(filings[i])}))
        numbers_.push_back(static_cast<std::uint16_t>(i));
    is_wanted_.resize(std::size_t{Base::unfiled} + 1);
    for (auto const number : numbers_)
      is_wanted_[number] = 1;
    is_wanted_[Base::unfiled] = filings.size() > Base::unfiled ? 1 : 0;
  }
  [[nodiscard]] bool is_filed(Place const& place) const {
    return (!filed_.sector || place.sector == *filed_.sector) && (!filed_.region || place.region == *filed_.region);
  }
  // Calls f(index) for those of a row that may be wanted.
  template <class F>
  void each(std::span<std::uint16_t const> row, F f) const {
    if (numbers_.size() != 1 || is_wanted_[Base::unfiled] != 0)
      return each_by_table(row, f);
    constexpr std::size_t at_once = 32;
    std::size_t i = 0;
    for (; i + at_once <= row.size(); i += at_once) {
      unsigned found = 0; // a loop that compilers turn into a few wide comparisons
      for (std::size_t j = 0; j < at_once; ++j)
        found |= row[i + j] == numbers_.front() ? 1U : 0U;
      for (std::size_t j = 0; found != 0 && j < at_once; ++j)
        if (row[i + j] == numbers_.front())
          f(i + j);
    }
    for (; i < row.size(); ++i)
      if (row[i] == numbers_.front())
        f(i);
  }

private:
  template <class F>
  void each_by_table(std::span<std::uint16_t const> row, F f) const {
    for (std::size_t i = 0; i < row.size(); ++i)
      if (is_wanted_[row[i]] != 0)
        f(i);
  }
  Filed filed_;
  std::vector<std::uint16_t> numbers_;
  std::vector<std::uint8_t> is_wanted_; // by number
};

// A second step that may be wanted, not yet priced.
struct Second {
  Node person = 0, over = 0;
  TieIndex tie = no_tie;
  Cost first = 0; // of the step to `over`
};

// The wanted second steps over one person.
void add_seconds(std::vector<Second>& seconds, Graph const& graph, Arc const& first, Wanted const& wanted) {
  auto const& base = graph.base();
  auto const add = [&](Node person, TieIndex tie) {
    if (wanted.is_filed(graph.place(person)))
      seconds.push_back({.person = person, .over = first.to, .tie = tie, .first = first.cost});
  };
  if (first.to < base.people())
    wanted.each(base.filed(first.to), [&](std::size_t i) {
      auto const [person, tie] = base.tie_at(first.to, i);
      base.fetch_offset(tie);
      add(person, tie);
    });
  graph.each_fresh(first.to, [&](Node person) { add(person, no_tie); });
}

// All of them. The memory is asked in time for the ties of those who come next.
std::vector<Second> seconds_of(Graph const& graph, std::span<Arc const> arcs, Wanted const& wanted) {
  constexpr std::size_t near = 6, far = 12;
  auto const& base = graph.base();
  std::vector<Second> seconds;
  for (std::size_t i = 0; i < arcs.size(); ++i) {
    if (i + far < arcs.size() && arcs[i + far].to < base.people())
      base.fetch_place(arcs[i + far].to);
    if (i + near < arcs.size() && arcs[i + near].to < base.people())
      base.fetch_filed(arcs[i + near].to);
    add_seconds(seconds, graph, arcs[i], wanted);
  }
  return seconds;
}

// In order of person: by the digits of their numbers, the last one first, which keeps the order of equal ones.
void sort_by_person(std::vector<TwoStep>& all) {
  constexpr unsigned bits = 11, mask = (1U << bits) - 1;
  Node seen = 0;
  for (auto const& one : all)
    seen |= one.person;
  std::vector<TwoStep> sorted(all.size());
  for (auto shift = 0U; shift < 32 && (seen >> shift) != 0; shift += bits) {
    std::array<std::uint32_t, mask + 2> begin{};
    for (auto const& one : all)
      ++begin.at(((one.person >> shift) & mask) + 1);
    std::partial_sum(begin.begin(), begin.end(), begin.begin());
    for (auto const& one : all)
      sorted[begin[(one.person >> shift) & mask]++] = one; // NOLINT(cppcoreguidelines-pro-bounds-constant-array-index)
    all.swap(sorted);
  }
}

// One chain for each person: the cheapest, equal ones over the smaller number.
std::vector<TwoStep> cheapest_each(std::vector<TwoStep> all) {
  sort_by_person(all);
  std::size_t kept = 0;
  for (auto const& one : all) {
    auto const is_new = kept == 0 || all[kept - 1].person != one.person;
    if (is_new)
      all[kept++] = one;
    else if (std::tie(one.cost, one.over) < std::tie(all[kept - 1].cost, all[kept - 1].over))
      all[kept - 1] = one;
  }
  all.resize(kept);
  return all;
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
  auto const& base = lens.graph().base();
  auto const seconds = seconds_of(lens.graph(), lens.arcs(from), Wanted{base, filed});
  for (auto const& one : seconds)
    if (one.tie != no_tie)
      base.fetch_last(one.tie);
  std::vector<TwoStep> all;
  all.reserve(seconds.size());
  for (auto const& [person, over, tie, first] : seconds)
    if (auto const cost = person == from ? no_way : lens.price(over, person, tie); cost < no_way)
      all.push_back({.person = person, .over = over, .cost = first + cost + referral});
  return cheapest_each(std::move(all));
}

} // namespace attache::net
