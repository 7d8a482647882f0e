#include "see/accuracy.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace attache::see {
namespace {

// splitmix64 (Steele, Lea, Flood, 2014): small, seeded, the same everywhere.
std::uint64_t next_random(std::uint64_t& state) {
  auto z = (state += 0x9e3779b97f4a7c15U);
  z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
  z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
  return z ^ (z >> 31U);
}

} // namespace

double auc(std::vector<Outcome> outcomes) {
  std::ranges::sort(outcomes, {}, &Outcome::predicted);
  double ranks = 0, positives = 0;
  for (std::size_t first = 0; first < outcomes.size();) {
    auto last = first;
    double here = 0;
    for (; last < outcomes.size() && outcomes[last].predicted == outcomes[first].predicted; ++last)
      here += outcomes[last].happened ? 1 : 0;
    ranks += here * (static_cast<double>(first + last + 1) / 2);
    positives += here;
    first = last;
  }
  auto const negatives = static_cast<double>(outcomes.size()) - positives;
  if (positives == 0 || negatives == 0)
    return .5;
  return (ranks - positives * (positives + 1) / 2) / (positives * negatives);
}

double brier(std::vector<Outcome> const& outcomes) {
  if (outcomes.empty())
    return 0;
  double sum = 0;
  for (auto const& [predicted, happened] : outcomes)
    sum += (predicted - (happened ? 1 : 0)) * (predicted - (happened ? 1 : 0));
  return sum / static_cast<double>(outcomes.size());
}

std::vector<ReliabilityBin> reliability(std::vector<Outcome> const& outcomes) {
  std::array<ReliabilityBin, 10> bins{};
  for (auto const& [predicted, happened] : outcomes) {
    auto& bin = bins.at(static_cast<std::size_t>(std::clamp(predicted * 10, 0.0, 9.0)));
    bin.predicted += predicted;
    bin.happened += happened ? 1 : 0;
    ++bin.count;
  }
  std::vector<ReliabilityBin> filled;
  for (auto const& bin : bins)
    if (bin.count > 0)
      filled.push_back({bin.predicted / bin.count, bin.happened / bin.count, bin.count});
  return filled;
}

double calibration_error(std::vector<Outcome> const& outcomes) {
  double sum = 0;
  for (auto const& bin : reliability(outcomes))
    sum += std::abs(bin.predicted - bin.happened) * bin.count;
  return outcomes.empty() ? 0 : sum / static_cast<double>(outcomes.size());
}

Range auc_interval(std::vector<Outcome> const& outcomes, int rounds, std::uint64_t seed) {
  if (outcomes.empty() || rounds < 1)
    return {};
  std::vector<double> values;
  std::vector<Outcome> drawn(outcomes.size());
  for (auto round = 0; round < rounds; ++round) {
    for (auto& one : drawn)
      one = outcomes[next_random(seed) % outcomes.size()];
    values.push_back(auc(drawn));
  }
  std::ranges::sort(values);
  auto const at = [&](double share) {
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
  };
  return {at(.025), at(.975)};
}

Isotonic::Isotonic(std::vector<Outcome> outcomes) {
  struct Block {
    double score = 0, happened = 0, count = 0;
  };
  std::ranges::sort(outcomes, {}, &Outcome::predicted);
  std::vector<Block> blocks;
  for (auto const& [score, happened] : outcomes) {
    blocks.push_back({score, happened ? 1.0 : 0.0, 1});
    while (blocks.size() > 1) {
      auto const last = blocks.back();
      auto& before = blocks[blocks.size() - 2];
      if (before.happened * last.count < last.happened * before.count)
        break;
      before = {before.score + last.score, before.happened + last.happened, before.count + last.count};
      blocks.pop_back();
    }
  }
  for (auto const& block : blocks) {
    scores_.push_back(block.score / block.count);
    values_.push_back(block.happened / block.count);
  }
}

double Isotonic::operator()(double score) const {
  if (scores_.empty())
    return .5;
  auto const above = std::ranges::lower_bound(scores_, score);
  if (above == scores_.begin())
    return values_.front();
  if (above == scores_.end())
    return values_.back();
  auto const i = static_cast<std::size_t>(above - scores_.begin());
  auto const share = (score - scores_[i - 1]) / (scores_[i] - scores_[i - 1]);
  return values_[i - 1] + share * (values_[i] - values_[i - 1]);
}

} // namespace attache::see
