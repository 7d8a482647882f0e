// Clusters of rows that agree best with the scores of their pairs.
#include "resolve/registry.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace attache::resolve {
namespace {

class Merger {
public:
  Merger(std::size_t rows, std::function<double(std::uint32_t, std::uint32_t)> const& score, std::size_t alarm)
      : score_(score), alarm_(alarm), parent_(rows), members_(rows) {
    std::iota(parent_.begin(), parent_.end(), 0U);
    for (std::uint32_t i = 0; i < rows; ++i)
      members_[i] = {i};
  }

  std::uint32_t root(std::uint32_t i) {
    while (parent_[i] != i)
      i = parent_[i] = parent_[parent_[i]];
    return i;
  }

  // The mean of what all pairs across say; one pair cannot speak for more, or against more, than `most`.
  double across(std::uint32_t a, std::uint32_t b) const {
    constexpr double most = 20;
    constexpr std::size_t enough = 200; // pairs that are asked
    double sum = 0;
    std::size_t count = 0;
    for (auto const x : members_[a])
      for (auto const y : members_[b])
        if (count < enough) {
          sum += std::clamp(score_(x, y), -most, most);
          ++count;
        }
    return sum / static_cast<double>(count);
  }

  void offer(ScoredPair const& pair, double least) {
    auto const [a, b] = std::minmax({root(pair.a), root(pair.b)});
    if (a == b)
      return;
    auto const both = members_[a].size() + members_[b].size();
    constexpr double sure = 10; // what a crowded cluster needs to grow further
    if (both > 2 && across(a, b) < (both > alarm_ ? sure : least))
      return;
    parent_[b] = a;
    members_[a].insert(members_[a].end(), members_[b].begin(), members_[b].end());
    members_[b] = {};
  }

private:
  std::function<double(std::uint32_t, std::uint32_t)> const& score_;
  std::size_t alarm_;
  std::vector<std::uint32_t> parent_;
  std::vector<std::vector<std::uint32_t>> members_;
};

} // namespace

std::vector<std::uint32_t> registry_clusters(std::size_t rows, std::vector<ScoredPair> pairs,
                                             std::function<double(std::uint32_t, std::uint32_t)> const& score,
                                             double least_bits, std::size_t alarm) {
  std::erase_if(pairs, [&](ScoredPair const& pair) { return static_cast<double>(pair.bits) <= least_bits; });
  std::ranges::sort(pairs, {}, [](ScoredPair const& pair) { return std::tuple(-pair.bits, pair.a, pair.b); });
  Merger merger(rows, score, alarm);
  for (int round = 0; round < 2; ++round) // what was refused may fit once the clusters are whole
    for (auto const& pair : pairs)
      merger.offer(pair, least_bits);
  std::vector<std::uint32_t> out(rows);
  for (std::uint32_t i = 0; i < rows; ++i)
    out[i] = merger.root(i);
  return out;
}

} // namespace attache::resolve
