#include "office/seen.h"

#include "office/targets.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

namespace attache::office {
namespace {

TEST_CASE("a model on the shelf is the same model, bit by bit") {
  CHECK(rc::check([](std::vector<double> const& drawn) {
    see::StrengthModel model{.bias = drawn.empty() ? .1 : drawn[0], .samples = 12, .active = 3};
    for (std::size_t i = 0; i < see::feature_count; ++i) {
      model.weight.at(i) = drawn.empty() ? 1.0 / 3 : drawn[i % drawn.size()];
      model.mean.at(i) = static_cast<double>(i) / 7;
    }
    auto const again = parse_model(model_text(model));
    RC_ASSERT(again.has_value());
    RC_ASSERT(again->has_value());
    RC_ASSERT((*again)->weight == model.weight);
    RC_ASSERT((*again)->mean == model.mean);
    RC_ASSERT((*again)->bias == model.bias);
    RC_ASSERT((*again)->active == 3);
  }));
}

TEST_CASE("that no model could be learnt is remembered too, and nonsense is not a model") {
  auto const none = parse_model(model_text(std::nullopt));
  REQUIRE(none.has_value());
  CHECK_FALSE(none->has_value());
  for (auto const* text : {"", "strength", "strength 1 2 3", "strength 1 x", "other none"})
    CHECK_FALSE(parse_model(text).has_value());
}

TEST_CASE("a target names sector, region and tier, any of them or none") {
  auto const targets = parse_targets("AI/US/1=5, Bio = 12\n//1=20 # big shots\n\n/KR=4");
  REQUIRE(targets.has_value());
  REQUIRE(targets->size() == 4);
  auto const& [ai, bio, top, korea] = std::tie((*targets)[0], (*targets)[1], (*targets)[2], (*targets)[3]);
  CHECK((ai.sector == "AI" && ai.region == "US" && ai.tier == 1 && ai.wanted == 5));
  CHECK((bio.sector == "Bio" && bio.region.empty() && bio.tier == 0 && bio.wanted == 12));
  CHECK((top.sector.empty() && top.region.empty() && top.tier == 1 && top.wanted == 20));
  CHECK((korea.region == "KR" && korea.wanted == 4));
}

TEST_CASE("what is no target is named with its line") {
  auto const wrong = parse_targets("AI=5\nBio=many", "targets.txt");
  REQUIRE_FALSE(wrong.has_value());
  CHECK(wrong.error().fault == Fault::input);
  CHECK(wrong.error().where == "targets.txt:2");
  for (auto const* text : {"AI", "AI/US/9=1", "AI=-1", "=x", "AI=99999999999"})
    CHECK_FALSE(parse_targets(text).has_value());
}

} // namespace
} // namespace attache::office
