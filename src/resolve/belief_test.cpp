#include "resolve/belief.h"

#include "resolve/identify.h"
#include "resolve/score.h"

#include <doctest/doctest.h>
#include <numeric>
#include <rapidcheck.h>

using namespace attache;
using namespace attache::resolve;

namespace {

Belief any_belief() {
  auto const number = [](int low, int high) { return *rc::gen::inRange(low, high) / 10.0; };
  return {
      .people = number(-40, 41), .organisations = number(-40, 41), .slope = number(1, 20), .level = number(-40, 41)};
}

// Scores with a true share of pairs behind them: each is as likely as it says once the share is right.
std::vector<double> scores_of(std::size_t ones, double offset) {
  std::vector<double> out;
  for (std::size_t i = 0; i < ones; ++i)
    out.push_back(12 - offset);
  for (std::size_t i = 0; i < 4 * ones; ++i)
    out.push_back(-14 - offset);
  return out;
}

std::vector<Judged> judgements(int same, int different, double bits) {
  std::vector<Judged> out;
  for (int i = 0; i < same + different; ++i)
    out.push_back({.bits = bits, .same = i < same});
  return out;
}

} // namespace

TEST_CASE("what is believed never falls when the score grows, and is never surer than 99 %") {
  CHECK(rc::check([] {
    auto const belief = any_belief();
    auto const low = *rc::gen::inRange(-60, 60);
    auto const high = low + *rc::gen::inRange(0, 60);
    auto const kind = *rc::gen::element(RecordKind::person, RecordKind::organisation);
    RC_ASSERT(believed_bits(belief, kind, low) <= believed_bits(belief, kind, high));
    RC_ASSERT(probability(believed_bits(belief, kind, high)) < 0.991);
  }));
}

TEST_CASE("the odds before any reason and all reasons add up to the probability that is shown") {
  CHECK(rc::check([] {
    auto const belief = any_belief();
    Question question{.reasons = {{.field = "name", .bits = *rc::gen::inRange(-9, 20) / 1.0}}};
    auto const score = belief.prior_bits + question.reasons.front().bits;
    believe(belief, RecordKind::person, score, question);
    believe(belief, RecordKind::person, score, question); // once more changes nothing
    RC_ASSERT(question.reasons.size() <= 2);
    RC_ASSERT(std::abs(scored_probability(question) - probability(score)) < 0.0011);
    auto const sum = std::accumulate(question.reasons.begin(), question.reasons.end(), belief.prior_bits,
                                     [](double all, Reason const& reason) { return all + reason.bits; });
    RC_ASSERT(std::abs(probability(sum) - question.probability) < 0.0011);
  }));
}

TEST_CASE("how often entities repeat themselves is seen in the scores of all pairs") {
  constexpr double prior = -10;
  constexpr double pairs = 1e6; // one in 1,024 by the prior: 977
  CHECK(repetition(scores_of(977, 0), prior, pairs) == doctest::Approx(0).epsilon(0.05));
  CHECK(repetition(scores_of(3900, 0), prior, pairs) == doctest::Approx(2).epsilon(0.05));
  CHECK(repetition(scores_of(240, 0), prior, pairs) == doctest::Approx(-2).epsilon(0.05));
  CHECK(repetition({}, prior, 45) == doctest::Approx(0).epsilon(0.1));
  CHECK(std::abs(repetition(scores_of(500'000, 0), prior, pairs)) <= 4);
}

TEST_CASE("a few decisions teach nothing, many move what is believed to what they were") {
  Belief const shipped;
  CHECK(refit(shipped, judgements(49, 400, 0)) == shipped);
  auto const rare = refit(shipped, judgements(60, 540, 0));
  CHECK(rare.decisions == 600);
  CHECK(probability(believed_bits(rare, RecordKind::person, 0)) == doctest::Approx(0.1).epsilon(0.1));
  auto const often = refit(shipped, judgements(540, 60, 0));
  CHECK(probability(believed_bits(often, RecordKind::person, 0)) == doctest::Approx(0.9).epsilon(0.1));
}

TEST_CASE("a refit keeps a slope that rises") {
  auto contrary = judgements(0, 80, 8);
  for (auto const& one : judgements(80, 0, -8))
    contrary.push_back(one);
  CHECK(refit({}, contrary).slope >= 0.1);
}

TEST_CASE("only what a person decided pair by pair is learnt from") {
  std::vector<Reason> const reasons{{.field = "name", .bits = 12}, {.field = "calibration", .bits = 1}};
  std::vector<Decision> const all{
      {.id = DecisionId{1}, .verdict = Verdict::same, .by = "mina", .reasons = reasons},
      {.id = DecisionId{2}, .verdict = Verdict::parent_of, .by = "mina", .reasons = reasons},
      {.id = DecisionId{3}, .verdict = Verdict::unsure, .by = "mina", .reasons = reasons},
      {.id = DecisionId{4}, .verdict = Verdict::same, .by = "attache", .reasons = reasons},
      {.id = DecisionId{5}, .verdict = Verdict::same, .by = "mina", .why = "accepted by rule", .reasons = reasons},
      {.id = DecisionId{6}, .verdict = Verdict::different, .by = "mina", .reasons = reasons},
      {.id = DecisionId{7}, .verdict = Verdict::same, .by = "mina", .reasons = reasons, .part_of = DecisionId{6}},
      {.id = DecisionId{8}, .verdict = Verdict::same, .by = "mina"}};
  auto const found = judged(all, -10);
  REQUIRE(found.size() == 2);
  CHECK(found[0].first->id == DecisionId{1});
  CHECK(found[0].second.bits == 2);
  CHECK(found[0].second.same);
  CHECK_FALSE(found[1].second.same);
}

TEST_CASE("what is believed joins nobody and parts nobody") {
  std::vector<Profile> profiles;
  for (int i = 1; i <= 6; ++i)
    profiles.push_back({.record = RecordId{i}, .source = SourceId{i}, .names = {"Maja Lindqvist"}});
  auto const found = identify(profiles, {});
  CHECK(found.decisions.empty());
  REQUIRE_FALSE(found.questions.empty());
  for (auto const& question : found.questions)
    CHECK(question.probability <= 0.991);
}
