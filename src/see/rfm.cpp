#include "see/rfm.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace attache::see {
namespace {

double feature_of(Sample const& sample, Feature feature) {
  return sample.features.at(static_cast<std::size_t>(feature));
}

void add_quintiles(std::vector<double>& scores, std::vector<Sample> const& samples,
                   std::function<double(Sample const&)> const& measure) {
  std::vector<double> values;
  values.reserve(samples.size());
  for (auto const& sample : samples)
    values.push_back(measure(sample));
  auto sorted = values;
  std::ranges::sort(sorted);
  for (std::size_t i = 0; i < values.size(); ++i) {
    auto const below = std::ranges::lower_bound(sorted, values[i]) - sorted.begin();
    scores[i] += 1 + std::floor(5.0 * static_cast<double>(below) / static_cast<double>(sorted.size()));
  }
}

} // namespace

std::vector<double> rfm(std::vector<Sample> const& samples) {
  std::vector<double> scores(samples.size(), 0);
  add_quintiles(scores, samples, [](Sample const& one) { return -feature_of(one, Feature::silence); });
  add_quintiles(scores, samples, [](Sample const& one) { return feature_of(one, Feature::count_all); });
  add_quintiles(scores, samples, [](Sample const& one) {
    return std::expm1(feature_of(one, Feature::count_all)) * feature_of(one, Feature::mean_weight);
  });
  return scores;
}

} // namespace attache::see
