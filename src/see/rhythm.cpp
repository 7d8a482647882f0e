#include "see/rhythm.h"

#include "see/when.h"

#include <algorithm>
#include <cmath>

namespace attache::see {
namespace {

constexpr double default_gap_days = 90, gap_shrinkage = 2, network_shrinkage = 5, restored_days = 365;
constexpr int episodes_of_a_rhythm = 3;

// `sorted` is not empty and in ascending order.
double median(std::vector<double> const& sorted) {
  auto const half = sorted.size() / 2;
  return sorted.size() % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

double shrunk(double own_days, double own_weight, double usual_days, double usual_weight) {
  auto const mean =
      (own_weight * std::log(own_days) + usual_weight * std::log(usual_days)) / (own_weight + usual_weight);
  return std::exp(mean);
}

double rhythm_from(std::vector<double> const& sorted_gaps, double usual_gap) {
  auto const days = sorted_gaps.empty() ? usual_gap
                                        : shrunk(median(sorted_gaps), static_cast<double>(sorted_gaps.size()),
                                                 usual_gap, gap_shrinkage);
  return std::clamp(days, least_rhythm_days, most_rhythm_days);
}

// The first contact of each episode.
std::vector<Encounter const*> episodes_of(History const& history) {
  std::vector<Encounter const*> episodes;
  for (auto const& encounter : history.encounters)
    if (episodes.empty() || days_between(episodes.back()->at, encounter.at) >= episode_days)
      episodes.push_back(&encounter);
  return episodes;
}

std::chrono::seconds as_seconds(double days) {
  return std::chrono::seconds{static_cast<std::int64_t>(std::llround(days * 86400))};
}

} // namespace

double usual_gap_days(std::vector<History> const& histories) {
  std::vector<double> medians;
  for (auto const& history : histories) {
    auto const episodes = episodes_of(history);
    if (episodes.size() < episodes_of_a_rhythm)
      continue;
    std::vector<double> gaps;
    for (std::size_t i = 1; i < episodes.size(); ++i)
      gaps.push_back(days_between(episodes[i - 1]->at, episodes[i]->at));
    std::ranges::sort(gaps);
    medians.push_back(median(gaps));
  }
  if (medians.empty())
    return default_gap_days;
  std::ranges::sort(medians);
  return shrunk(median(medians), static_cast<double>(medians.size()), default_gap_days, network_shrinkage);
}

Rhythm rhythm_of(History const& history, double usual_gap, Instant as_of) {
  Rhythm rhythm;
  std::vector<double> gaps; // sorted, of the episodes so far
  Encounter const* before = nullptr;
  Instant episode{};
  auto const lapse_if_silent_until = [&](Instant then) {
    auto const limit = as_seconds(lapse_rhythms * rhythm_from(gaps, usual_gap));
    if (then - before->at > limit)
      rhythm.lapses.push_back({.silent_from = before->at, .since = before->at + limit});
    return then - before->at > limit;
  };
  for (auto const& encounter : history.encounters) {
    if (before != nullptr && lapse_if_silent_until(encounter.at)) {
      rhythm.lapses.back().restored_at = encounter.at;
      rhythm.lapses.back().restored_by = encounter.contact;
    }
    if (before == nullptr || days_between(episode, encounter.at) >= episode_days) {
      if (before != nullptr)
        gaps.insert(std::ranges::upper_bound(gaps, days_between(episode, encounter.at)),
                    days_between(episode, encounter.at));
      episode = encounter.at;
      ++rhythm.episodes;
    }
    before = &encounter;
  }
  if (before != nullptr)
    lapse_if_silent_until(as_of);
  rhythm.days = rhythm_from(gaps, usual_gap);
  return rhythm;
}

TieState state_of(History const& history, Rhythm const& rhythm, Instant as_of) {
  auto const silence = days_between(history.encounters.back().at, as_of);
  auto const cooling = cooling_rhythms * rhythm.days;
  if (!rhythm.lapses.empty() && !rhythm.lapses.back().restored_at)
    return TieState::lapsed;
  if (silence > cooling)
    return TieState::cooling;
  if (!rhythm.lapses.empty() && days_between(*rhythm.lapses.back().restored_at, as_of) <= restored_days)
    return TieState::restored;
  if (rhythm.episodes < episodes_of_a_rhythm && days_between(history.encounters.front().at, as_of) <= cooling)
    return TieState::fresh;
  return TieState::active;
}

} // namespace attache::see
