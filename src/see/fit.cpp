#include "see/fit.h"

#include <algorithm>
#include <cmath>

namespace attache::see {
namespace {

constexpr std::size_t size = feature_count + 1; // the last one is the bias
constexpr double held_within = 4;
using Vector = std::array<double, size>;
using Matrix = std::array<Vector, size>;

double logistic(double odds) { return 1 / (1 + std::exp(-odds)); }

Vector standardised(StrengthModel const& model, Features const& features) {
  Vector z{};
  for (std::size_t i = 0; i < feature_count; ++i)
    z[i] = model.deviation[i] > 0
               ? std::clamp((features[i] - model.mean[i]) / model.deviation[i], -held_within, held_within)
               : 0;
  z[feature_count] = 1;
  return z;
}

void set_scale(StrengthModel& model, std::vector<Sample> const& samples) {
  auto const count = static_cast<double>(samples.size());
  for (auto const& sample : samples)
    for (std::size_t i = 0; i < feature_count; ++i)
      model.mean[i] += sample.features[i] / count;
  Features variance{};
  for (auto const& sample : samples)
    for (std::size_t i = 0; i < feature_count; ++i)
      variance[i] += (sample.features[i] - model.mean[i]) * (sample.features[i] - model.mean[i]) / count;
  for (std::size_t i = 0; i < feature_count; ++i)
    model.deviation[i] = variance[i] > 1e-12 ? std::sqrt(variance[i]) : 0;
}

// Solves a symmetric positive definite system in place (Cholesky): the answer is in `b`.
void solve(Matrix& a, Vector& b) {
  for (std::size_t j = 0; j < size; ++j) {
    for (std::size_t k = 0; k < j; ++k)
      for (std::size_t i = j; i < size; ++i)
        a[i][j] -= a[i][k] * a[j][k];
    auto const root = std::sqrt(std::max(a[j][j], 1e-12));
    for (std::size_t i = j; i < size; ++i)
      a[i][j] /= root;
  }
  for (std::size_t i = 0; i < size; ++i) {
    for (std::size_t k = 0; k < i; ++k)
      b[i] -= a[i][k] * b[k];
    b[i] /= a[i][i];
  }
  for (auto i = size; i-- > 0;) {
    for (auto k = i + 1; k < size; ++k)
      b[i] -= a[k][i] * b[k];
    b[i] /= a[i][i];
  }
}

// One Newton step; returns its largest component.
double step(Vector& weights, std::vector<Vector> const& rows, std::vector<Sample> const& samples, double ridge) {
  Matrix hessian{};
  Vector gradient{};
  for (std::size_t n = 0; n < rows.size(); ++n) {
    auto const& z = rows[n];
    double odds = 0;
    for (std::size_t i = 0; i < size; ++i)
      odds += weights[i] * z[i];
    auto const p = logistic(odds);
    auto const error = samples[n].weight * ((samples[n].active ? 1 : 0) - p);
    auto const curvature = samples[n].weight * std::max(p * (1 - p), 1e-6);
    for (std::size_t i = 0; i < size; ++i) {
      gradient[i] += error * z[i];
      auto const scaled = curvature * z[i];
      for (std::size_t j = 0; j <= i; ++j)
        hessian[i][j] += scaled * z[j];
    }
  }
  for (std::size_t i = 0; i < feature_count; ++i) {
    auto const penalty = i == static_cast<std::size_t>(Feature::usual) ? ridge / 25 : ridge;
    gradient[i] -= penalty * weights[i];
    hessian[i][i] += penalty;
  }
  solve(hessian, gradient);
  double largest = 0;
  for (std::size_t i = 0; i < size; ++i) {
    weights[i] += std::clamp(gradient[i], -2.0, 2.0);
    largest = std::max(largest, std::abs(gradient[i]));
  }
  return largest;
}

using Closed = std::vector<PastDate const*>;

// Dates whose label was known by `day`, in order.
Closed closed_by(std::vector<PastDate> const& dates, double day, double horizon) {
  Closed closed;
  for (auto const& date : dates)
    if (date.day + horizon <= day)
      closed.push_back(&date);
  std::ranges::sort(closed, {}, [](PastDate const* date) { return date->day; });
  return closed;
}

// Which of many cases are taken: every n-th of each outcome, counting n times, so that not more than `most` are left.
class Thinning {
public:
  Thinning(Closed const& dates, int most) {
    for (auto const* const date : dates)
      for (auto const& sample : date->samples)
        ++all_.at(sample.active ? 1 : 0);
    auto const half = static_cast<std::size_t>(most) / 2;
    auto const too_many = all() > 2 * half;
    for (auto const outcome : {0U, 1U})
      every_.at(outcome) = too_many ? std::max<std::size_t>(1, (all_.at(outcome) + half - 1) / half) : 1;
  }
  // 0: it is not taken.
  double times(Sample const& sample) {
    auto const outcome = sample.active ? 1U : 0U;
    return seen_.at(outcome)++ % every_.at(outcome) == 0 ? static_cast<double>(every_.at(outcome)) : 0;
  }
  [[nodiscard]] std::size_t all() const { return all_[0] + all_[1]; }
  [[nodiscard]] std::size_t active() const { return all_[1]; }

private:
  std::array<std::size_t, 2> all_{}, every_{}, seen_{};
};

std::optional<StrengthModel> fit_faded(Closed const& dates, double day, double horizon, FitRules const& rules,
                                       StrengthModel const* start) {
  constexpr double half_life = 2; // horizons
  Thinning thinning{dates, rules.most_samples};
  std::vector<Sample> samples;
  for (auto const* const date : dates) {
    auto const weight = std::exp2(-(day - horizon - date->day) / (half_life * horizon));
    for (auto const& sample : date->samples)
      if (auto const times = thinning.times(sample); times > 0)
        samples.emplace_back(sample).weight *= weight * times;
  }
  auto model = fit(samples, rules, start);
  if (model) {
    model->samples = static_cast<int>(thinning.all());
    model->active = static_cast<int>(thinning.active());
  }
  return model;
}

double log_odds(StrengthModel const& model, Features const& features) {
  auto odds = model.bias;
  for (auto const part : contributions(model, features))
    odds += part;
  return odds;
}

} // namespace

std::optional<StrengthModel> fit(std::vector<Sample> const& samples, FitRules const& rules,
                                 StrengthModel const* start) {
  StrengthModel model;
  model.samples = static_cast<int>(samples.size());
  model.active = static_cast<int>(std::ranges::count(samples, true, &Sample::active));
  if (model.samples < rules.least_samples || std::min(model.active, model.samples - model.active) < rules.least_of_each)
    return std::nullopt;
  set_scale(model, samples);
  std::vector<Vector> rows;
  rows.reserve(samples.size());
  for (auto const& sample : samples)
    rows.push_back(standardised(model, sample.features));
  Vector weights{};
  if (start != nullptr) {
    std::ranges::copy(start->weight, weights.begin());
    weights[feature_count] = start->bias;
  }
  for (auto i = 0; i < rules.iterations; ++i)
    if (step(weights, rows, samples, rules.ridge) < 1e-4)
      break;
  std::copy_n(weights.begin(), feature_count, model.weight.begin());
  model.bias = weights[feature_count];
  return model;
}

double drift(StrengthModel const& model, std::vector<Sample> const& samples) {
  constexpr double already_right = 20;
  double shift = 0;
  for (auto i = 0; i < 20; ++i) {
    auto slope = -already_right / 2 * shift, curve = already_right / 2;
    for (auto const& sample : samples) {
      auto const p = logistic(log_odds(model, sample.features) + shift);
      slope += (sample.active ? 1 : 0) - p;
      curve += p * (1 - p);
    }
    shift += slope / curve;
  }
  return shift / 2;
}

std::optional<StrengthModel> fit_closed(std::vector<PastDate> const& dates, double day, double horizon,
                                        FitRules const& rules, StrengthModel const* start) {
  auto const closed = closed_by(dates, day, horizon);
  auto model = fit_faded(closed, day, horizon, rules, start);
  if (!model || closed.empty())
    return model;
  auto const& last = *closed.back();
  if (auto const before = fit_faded(closed_by(dates, last.day, horizon), last.day, horizon, rules, &*model))
    model->bias += drift(*before, last.samples);
  return model;
}

double probability(StrengthModel const& model, Features const& features) { return logistic(log_odds(model, features)); }

Features contributions(StrengthModel const& model, Features const& features) {
  auto const z = standardised(model, features);
  Features parts{};
  for (std::size_t i = 0; i < feature_count; ++i)
    parts[i] = model.weight[i] * z[i];
  return parts;
}

} // namespace attache::see
