#include "report/reliability.h"

#include <doctest/doctest.h>

namespace attache::report {
namespace {

Reliability sample() {
  return {.principal = "Do Haneul",
          .as_of = Instant{std::chrono::seconds{1'700'000'000}},
          .horizon_days = 90,
          .dates = {Instant{std::chrono::seconds{1'600'000'000}}, Instant{std::chrono::seconds{1'650'000'000}}},
          .predictions = 300,
          .happened = 120,
          .methods = {{.name = "attache, learnt here", .auc = .854, .brier = .085, .shown = true},
                      {.name = "recency", .auc = .7, .brier = .2}},
          .curve = {{.predicted = .05, .happened = .06, .count = 200}, {.predicted = .9, .happened = .8, .count = 100}},
          .worst = {{.who = "A <b> & C",
                     .at = Instant{std::chrono::seconds{1'600'000'000}},
                     .predicted = .02,
                     .happened = true}},
          .because = "The office shows the learnt strength."};
}

TEST_CASE("the backtest page has figures, one mark a bin, and text that is escaped") {
  auto const page = reliability_html(sample());
  CHECK(page.starts_with("<!doctype html>"));
  CHECK(page.find("0.854") != std::string::npos);
  CHECK(page.find("<b>A &lt;b&gt; &amp; C</b>") != std::string::npos);
  CHECK(page.find("http://") == std::string::npos);
  CHECK(page.find("https://") == std::string::npos);
  auto const svg = reliability_svg(sample().curve);
  std::size_t marks = 0;
  for (auto at = svg.find("<circle"); at != std::string::npos; at = svg.find("<circle", at + 1))
    ++marks;
  CHECK(marks == 2);
}

TEST_CASE("an office without history gets a page that says what is missing and draws nothing") {
  auto const page = reliability_html({.missing = {"Contacts reach back 12 days, and 360 are needed."}});
  CHECK(page.find("360 are needed") != std::string::npos);
  CHECK(page.find("<svg") == std::string::npos);
  CHECK(page.find("<table") == std::string::npos);
}

} // namespace
} // namespace attache::report
