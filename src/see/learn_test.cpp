#include "see/learn.h"

#include "see/strength.h"
#include "see/when.h"

#include <algorithm>
#include <cmath>
#include <doctest/doctest.h>
#include <random>
#include <rapidcheck.h>

namespace attache::see {
namespace {

using std::chrono::days;
using std::chrono::seconds;

Instant const beginning{days{18000}};

// An office of pairs with rhythms of their own: each meets every `gap` days, give or take, and some stop for good.
Network rhythmic(int people, int length, std::uint32_t seed) {
  std::mt19937 random{seed};
  auto const uniform = [&] { return static_cast<double>(random()) / 4294967296.0; };
  Network network{.principal = PersonId{1}};
  for (int i = 1; i <= people; ++i)
    network.people.push_back({.id = PersonId{i}});
  int id = 0;
  for (int a = 1; a <= people; ++a)
    for (int b = a + 1; b <= people; ++b) {
      auto const gap = 10 + 200 * uniform(), stop = uniform() < .4 ? length * uniform() : length;
      for (auto day = gap * uniform(); day < stop; day += gap * (.5 + uniform()))
        network.contacts.push_back({.id = ContactId{++id},
                                    .when = {.from = minute_moment(beginning + seconds{static_cast<int>(day * 86400)})},
                                    .people = {PersonId{a}, PersonId{b}}});
    }
  return network;
}

std::vector<Sample> separable(int count) {
  std::vector<Sample> samples(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) {
    auto& sample = samples[static_cast<std::size_t>(i)];
    sample.features[0] = i % 10;
    sample.features[1] = i % 7;
    sample.active = i % 10 >= 5 ? i % 11 != 0 : i % 13 == 0;
  }
  return samples;
}

TEST_CASE("a model learns which feature matters and is right on average") {
  auto const samples = separable(2000);
  auto const model = fit(samples);
  REQUIRE(model.has_value());
  CHECK(model->weight[0] > 5 * std::abs(model->weight[1]));
  double predicted = 0, happened = 0;
  std::vector<Outcome> outcomes;
  for (auto const& sample : samples) {
    outcomes.push_back({probability(*model, sample.features), sample.active});
    predicted += outcomes.back().predicted;
    happened += sample.active ? 1 : 0;
  }
  CHECK(predicted == doctest::Approx(happened).epsilon(.01));
  CHECK(auc(outcomes) > .85);
}

TEST_CASE("a fit started elsewhere ends in the same place") {
  auto const samples = separable(1000);
  auto const model = fit(samples);
  auto start = *model;
  for (auto& weight : start.weight)
    weight += .5;
  auto const again = fit(samples, {}, &start);
  for (std::size_t i = 0; i < feature_count; ++i)
    CHECK(again->weight.at(i) == doctest::Approx(model->weight.at(i)).epsilon(1e-3));
}

TEST_CASE("a fit on past dates does not know a label before its horizon is over") {
  std::vector<PastDate> dates{{.day = 0, .samples = separable(1000)}, {.day = 50, .samples = separable(900)}};
  auto const before = fit_closed(dates, 100, 60);
  for (auto& sample : dates[1].samples)
    sample.active = !sample.active;
  auto const after = fit_closed(dates, 100, 60);
  REQUIRE((before && after));
  CHECK((before->weight == after->weight && before->bias == after->bias));
  CHECK(fit_closed(dates, 110, 60)->weight != before->weight);
  CHECK_FALSE(fit_closed(dates, 59, 60).has_value());
}

TEST_CASE("of many ties on a date every n-th is looked at and counts n times, and the strengths stay what they were") {
  auto const network = rhythmic(40, 900, 3);
  auto const as_of = beginning + days{900};
  std::vector<PersonId> people;
  auto const stream = stream_of(histories(network, as_of), people);
  CutOff cut{.day = days_between(Instant{}, as_of) - 90, .only_recent = false};
  auto const all = samples_at(stream, cut);
  cut.most = 200;
  auto const few = samples_at(stream, cut);
  REQUIRE(all.size() > 600);
  CHECK((few.size() > 100 && few.size() <= 200));
  CHECK(few.front().weight * static_cast<double>(few.size()) ==
        doctest::Approx(static_cast<double>(all.size())).epsilon(.05));
  CHECK(few.back().features == all[(few.size() - 1) * static_cast<std::size_t>(few.back().weight)].features);
  auto const whole = learn(network, as_of), part = learn(network, as_of, {.most_ties = 300});
  REQUIRE((whole && part));
  auto const expected = learnt_ties(network, *whole, as_of), found = learnt_ties(network, *part, as_of);
  double difference = 0;
  for (std::size_t i = 0; i < expected.size(); ++i)
    difference += std::abs(expected[i].strength - found[i].strength) / static_cast<double>(expected.size());
  CHECK(difference < .05);
}

TEST_CASE("the learnt ties of one person are those among all, and nobody's are none") {
  auto const network = rhythmic(12, 900, 5);
  auto const as_of = beginning + days{900};
  auto const model = learn(network, as_of, {.most_ties = 1000});
  auto const past = histories(network, as_of);
  auto const chosen = model.value_or(StrengthModel{});
  for (auto const of : {PersonId{1}, PersonId{7}, PersonId{12}}) {
    auto own = learnt_ties(network, chosen, as_of);
    std::erase_if(own, [&](Tie const& tie) { return tie.a != of && tie.b != of; });
    auto const found = learnt_ties_of(past, chosen, of, as_of);
    REQUIRE(found.size() == own.size());
    for (std::size_t i = 0; i < own.size(); ++i)
      CHECK((found[i].a == own[i].a && found[i].b == own[i].b && found[i].strength == own[i].strength &&
             found[i].reasons == own[i].reasons));
  }
  CHECK(learnt_ties_of(past, chosen, PersonId{99}, as_of).empty());
}

TEST_CASE("later dates count more, and a rate that drifts is followed half way") {
  auto busy = separable(1000), quiet = busy;
  for (std::size_t i = 0; i < quiet.size(); ++i)
    quiet[i].active = quiet[i].active && i % 3 == 0;
  auto const mean = [&](StrengthModel const& model) {
    double sum = 0;
    for (auto const& sample : busy)
      sum += probability(model, sample.features) / 1000;
    return sum;
  };
  auto const now_quiet = fit_closed({{.day = 0, .samples = busy}, {.day = 300, .samples = quiet}}, 400, 30);
  auto const now_busy = fit_closed({{.day = 0, .samples = quiet}, {.day = 300, .samples = busy}}, 400, 30);
  CHECK(mean(*now_quiet) < mean(*now_busy) - .1);
  auto const model = *fit(busy);
  CHECK(std::abs(drift(model, busy)) < .01);
  CHECK(drift(model, quiet) < -.2);
  CHECK(drift(model, {}) == 0);
}

TEST_CASE("of many cases some tell nearly the same as all") {
  std::vector<PastDate> const dates{{.day = 0, .samples = separable(20'000)},
                                    {.day = 50, .samples = separable(20'011)}};
  auto const all = fit_closed(dates, 200, 60), some = fit_closed(dates, 200, 60, {.most_samples = 2000});
  REQUIRE(all.has_value());
  REQUIRE(some.has_value());
  CHECK(some->samples == 40'011);
  CHECK(some->active == all->active);
  CHECK(some->weight != all->weight);
  for (auto const& sample : separable(100))
    CHECK(std::abs(probability(*some, sample.features) - probability(*all, sample.features)) < .05);
}

TEST_CASE("little history leaves the default strength nearly as it is") {
  std::mt19937 random{3};
  std::vector<Sample> samples(300);
  for (auto& sample : samples) {
    auto const odds = static_cast<double>(random() % 600) / 100 - 3;
    sample.features[static_cast<std::size_t>(Feature::usual)] = odds;
    sample.features[0] = static_cast<double>(random() % 100);
    sample.active = static_cast<double>(random()) / 4294967296.0 < 1 / (1 + std::exp(-odds));
  }
  auto const model = *fit(samples);
  for (auto const& sample : samples)
    CHECK(std::abs(probability(model, sample.features) -
                   1 / (1 + std::exp(-sample.features[static_cast<std::size_t>(Feature::usual)]))) < .2);
}

TEST_CASE("there is no model of too little, nor of one kind of outcome") {
  CHECK_FALSE(fit(separable(100)).has_value());
  auto all_active = separable(1000);
  for (auto& sample : all_active)
    sample.active = true;
  CHECK_FALSE(fit(all_active).has_value());
}

TEST_CASE("contributions and bias add up to the log odds") {
  auto const model = *fit(separable(1000));
  Features features{};
  features[0] = 7;
  auto odds = model.bias;
  for (auto const part : contributions(model, features))
    odds += part;
  CHECK(probability(model, features) == doctest::Approx(1 / (1 + std::exp(-odds))));
}

TEST_CASE("features of a date do not know what came later") {
  CHECK(rc::check([] {
    auto const events = *rc::gen::container<std::vector<std::pair<int, int>>>(
        rc::gen::pair(rc::gen::inRange(0, 300), rc::gen::inRange(0, 10)));
    std::vector<Event> all, early;
    for (auto const& [day, pair] : events) {
      Event const event{
          .day = day / 1.0, .a = static_cast<std::uint32_t>(pair % 4), .b = static_cast<std::uint32_t>(4 + pair % 3)};
      all.push_back(event);
      if (day < 150)
        early.push_back(event);
    }
    CutOff const cut{.day = 150, .window = 60, .horizon = 30, .only_recent = false};
    auto const with = make_stream(all), without = make_stream(early);
    auto const x = samples_at(with, cut), y = samples_at(without, cut);
    RC_ASSERT(x.size() == y.size());
    for (std::size_t i = 0; i < x.size(); ++i)
      RC_ASSERT(x[i].features == y[i].features);
  }));
}

TEST_CASE("a sample is active exactly if its tie has an event within the horizon") {
  auto const stream =
      make_stream({{.day = 10, .a = 1, .b = 2}, {.day = 100, .a = 2, .b = 1}, {.day = 10, .a = 1, .b = 3}});
  CutOff cut{.day = 95, .window = 90, .horizon = 5};
  CHECK(samples_at(stream, cut).size() == 2);
  CHECK_FALSE(samples_at(stream, cut)[0].active);
  cut.horizon = 6;
  CHECK(samples_at(stream, cut)[0].active);
  CHECK_FALSE(samples_at(stream, cut)[1].active);
  cut.window = 85;
  CHECK(samples_at(stream, cut).empty());
}

TEST_CASE("an office with enough history gets a model that beats every formula on its own past") {
  auto const network = rhythmic(20, 1000, 7);
  auto const as_of = beginning + days{1000};
  auto const result = backtest(network, as_of);
  REQUIRE(result.dates.size() == 6);
  REQUIRE(result.methods.size() == 6);
  CHECK(result.methods[0].name == "attache");
  CHECK(result.methods[0].auc > .8);
  CHECK(result.methods[0].calibration_error < .06);
  CHECK(result.worst.size() == 10);
  CHECK(std::abs(result.worst[0].predicted - (result.worst[0].happened ? 1 : 0)) > .5);
  CHECK(result.curve.size() >= 5);
  auto const model = learn(network, as_of);
  REQUIRE(model.has_value());
  auto const ties = learnt_ties(network, *model, as_of);
  for (auto const& tie : ties) {
    CHECK((tie.strength > 0 && tie.strength < 1));
    CHECK((!tie.reasons.empty() && tie.reasons.size() <= 3));
    CHECK((tie.reasons[0].starts_with("+ ") || tie.reasons[0].starts_with("- ")));
  }
  CHECK(best_ties(network, as_of)[0].strength == ties[0].strength);
}

TEST_CASE("an office with little history keeps the default strength") {
  auto const network = rhythmic(4, 300, 3);
  auto const as_of = beginning + days{300};
  CHECK_FALSE(learn(network, as_of).has_value());
  auto const ties = best_ties(network, as_of), standard = all_ties(network, as_of);
  CHECK(std::ranges::equal(ties, standard, {}, &Tie::strength, &Tie::strength));
  CHECK(backtest(Network{}, as_of).dates.empty());
}

TEST_CASE("a backtest of a past date does not know what came later") {
  auto network = rhythmic(12, 1000, 11);
  auto const as_of = beginning + days{800};
  auto const full = backtest(network, as_of);
  std::erase_if(network.contacts, [&](Contact const& contact) { return contact.when.from.at > as_of; });
  auto const cut = backtest(network, as_of);
  REQUIRE(full.methods.size() == cut.methods.size());
  CHECK(std::ranges::equal(full.methods, cut.methods, {}, &MethodScore::auc, &MethodScore::auc));
}

} // namespace
} // namespace attache::see
