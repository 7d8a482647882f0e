#include "see/accuracy.h"

#include <algorithm>
#include <cmath>
#include <doctest/doctest.h>
#include <rapidcheck.h>

namespace attache::see {
namespace {

std::vector<Outcome> random_outcomes(int least) {
  std::vector<Outcome> outcomes;
  for (auto n = *rc::gen::inRange(least, 40); n > 0; --n)
    outcomes.push_back({*rc::gen::inRange(0, 10) / 10.0, *rc::gen::arbitrary<bool>()});
  return outcomes;
}

TEST_CASE("the area under the curve is the share of pairs in the right order, equal ones half") {
  CHECK(rc::check([] {
    auto const outcomes = random_outcomes(0);
    double right = 0, pairs = 0;
    for (auto const& yes : outcomes)
      for (auto const& no : outcomes)
        if (yes.happened && !no.happened) {
          ++pairs;
          right += yes.predicted > no.predicted ? 1 : yes.predicted == no.predicted ? .5 : 0;
        }
    RC_ASSERT(std::abs(auc(outcomes) - (pairs == 0 ? .5 : right / pairs)) < 1e-9);
  }));
}

TEST_CASE("perfect predictions have no error, and constant ones know nothing") {
  std::vector<Outcome> const perfect{{1, true}, {0, false}, {1, true}};
  CHECK(auc(perfect) == 1);
  CHECK(brier(perfect) == 0);
  CHECK(calibration_error(perfect) == 0);
  CHECK(auc({{.3, true}, {.3, false}}) == .5);
  CHECK(brier({}) == 0);
}

TEST_CASE("a reliability curve counts everybody once, and its error is the weighted distance from the diagonal") {
  std::vector<Outcome> const outcomes{{.21, true}, {.29, false}, {.91, true}, {1, true}};
  auto const curve = reliability(outcomes);
  REQUIRE(curve.size() == 2);
  CHECK(curve[0].predicted == doctest::Approx(.25));
  CHECK(curve[0].happened == doctest::Approx(.5));
  CHECK(curve[0].count + curve[1].count == 4);
  CHECK(calibration_error(outcomes) == doctest::Approx((.25 * 2 + .045 * 2) / 4));
}

TEST_CASE("isotonic probabilities never fall, and lie within 0..1") {
  CHECK(rc::check([] {
    auto const outcomes = random_outcomes(1);
    Isotonic const map{outcomes};
    double before = 0;
    for (int i = 0; i <= 20; ++i) {
      auto const value = map(i / 20.0);
      RC_ASSERT((value >= before && value <= 1));
      before = value;
    }
  }));
}

TEST_CASE("isotonic regression gives each block its mean") {
  Isotonic const map{{{.1, false}, {.2, true}, {.3, false}, {.9, true}}};
  CHECK(map(.1) == 0);
  CHECK(map(.25) == .5); // .2 and .3 are out of order: one block
  CHECK(map(2) == 1);
  CHECK(Isotonic{{}}(.4) == .5);
}

TEST_CASE("an interval holds the value and is the same for the same seed") {
  std::vector<Outcome> outcomes;
  for (int i = 0; i < 200; ++i)
    outcomes.push_back({(i % 20) / 20.0, i % 20 + i % 7 > 13});
  auto const range = auc_interval(outcomes, 200, 1), again = auc_interval(outcomes, 200, 1);
  CHECK((range.low <= auc(outcomes) && auc(outcomes) <= range.high));
  CHECK(range.low < range.high);
  CHECK((range.low == again.low && range.high == again.high));
}

} // namespace
} // namespace attache::see
