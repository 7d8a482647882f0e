#include "resolve/belief.h"

#include "resolve/score.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace attache::resolve {
namespace {

constexpr std::string_view field = "calibration";
constexpr std::string_view at_a_stroke = "accepted by rule";
constexpr double surest = 6.63; // bits: 99 %
constexpr double least_slope = 0.1;

double shifted(Belief const& belief, RecordKind kind, double bits) {
  return bits + (kind == RecordKind::organisation ? belief.organisations : belief.people);
}

struct Line {
  double slope = 1, level = 0;
};

// One step of Newton's method towards the likeliest line, held by a spring at `home`.
Line stepped(Line line, Line home, std::span<Line const> points, std::span<double const> truths) {
  constexpr double hold_slope = 20;
  constexpr double hold_level = 1;
  double down = hold_slope * (home.slope - line.slope), up = hold_level * (home.level - line.level);
  double a = hold_slope, b = 0, c = hold_level;
  for (std::size_t i = 0; i < points.size(); ++i) {
    auto const x = points[i].slope;
    auto const p = probability(line.slope * x + line.level);
    auto const weight = p * (1 - p) * std::log(2.0);
    down += (truths[i] - p) * x;
    up += truths[i] - p;
    a += weight * x * x;
    b += weight * x;
    c += weight;
  }
  auto const det = a * c - b * b;
  constexpr double longest = 1;
  auto const step = [&](double value) { return std::clamp(value / det, -longest, longest); };
  return {.slope = line.slope + step(c * down - b * up), .level = line.level + step(a * up - b * down)};
}

} // namespace

double believed_bits(Belief const& belief, RecordKind kind, double bits) {
  return std::min(belief.slope * shifted(belief, kind, bits) + belief.level, surest);
}

void believe(Belief const& belief, RecordKind kind, double bits, Question& question) {
  constexpr double worth_saying = 0.001; // of a probability
  auto const believed = believed_bits(belief, kind, bits);
  question.probability = probability(believed);
  std::erase_if(question.reasons, [](Reason const& reason) { return reason.field == field; });
  if (std::abs(question.probability - probability(bits)) < worth_saying)
    return;
  auto const* const detail = believed > bits ? "such pairs prove to be one more often than their score says"
                                             : "such pairs prove to be one less often than their score says";
  question.reasons.push_back({.field = std::string{field}, .detail = detail, .bits = believed - bits});
}

double scored_probability(Question const& question) {
  auto const p = question.probability;
  auto const found = std::ranges::find(question.reasons, field, &Reason::field);
  return found == question.reasons.end() ? p : probability(std::log2(p / (1 - p)) - found->bits);
}

double repetition(std::span<double const> scores, double prior_bits, double pairs) {
  constexpr double most = 4;
  constexpr int most_steps = 50;
  constexpr double still = 1e-6;
  double shift = 0;
  for (int i = 0; i < most_steps; ++i) {
    double ones = 1; // seen beforehand, among as many pairs as the prior has for one
    for (auto const bits : scores)
      ones += probability(bits + shift);
    auto const share = ones / (std::max(pairs, ones) + std::exp2(-prior_bits));
    auto const next = std::clamp(std::log2(share / (1 - share)) - prior_bits, -most, most);
    if (std::abs(next - shift) < still)
      break;
    shift = next;
  }
  return shift;
}

std::vector<std::pair<Decision const*, Judged>> judged(std::span<Decision const> effective, double prior_bits) {
  std::set<DecisionId> wholes;
  for (auto const& decision : effective)
    wholes.insert(decision.part_of);
  std::vector<std::pair<Decision const*, Judged>> out;
  for (auto const& decision : effective) {
    if (decision.by == "attache" || decision.why == at_a_stroke || decision.reasons.empty() ||
        decision.part_of != DecisionId{} || wholes.contains(decision.id) ||
        (!joins(decision.verdict) && !parts(decision.verdict)))
      continue;
    auto bits = prior_bits;
    for (auto const& reason : decision.reasons)
      bits += reason.field == field ? 0 : reason.bits;
    out.emplace_back(&decision, Judged{.bits = bits, .same = joins(decision.verdict)});
  }
  return out;
}

Belief refit(Belief belief, std::span<Judged const> pairs) {
  constexpr std::ptrdiff_t enough = 50; // of each answer
  constexpr int steps = 40;
  constexpr double furthest = 15; // bits: one that is beyond says no more
  auto const same = std::ranges::count(pairs, true, &Judged::same);
  if (same < enough || std::ssize(pairs) - same < enough)
    return belief;
  std::vector<Line> points;
  std::vector<double> truths;
  for (auto const& pair : pairs) {
    points.push_back({.slope = std::clamp(shifted(belief, pair.kind, pair.bits), -furthest, furthest)});
    truths.push_back(pair.same ? 1 : 0);
  }
  Line const home{.slope = belief.slope, .level = belief.level};
  auto line = home;
  for (int i = 0; i < steps; ++i)
    line = stepped(line, home, points, truths);
  belief.slope = std::max(least_slope, line.slope);
  belief.level = line.level;
  belief.decisions = static_cast<int>(pairs.size());
  return belief;
}

} // namespace attache::resolve
