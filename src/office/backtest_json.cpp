#include "office/network_views.h"
#include "office/pieces.h"
#include "office/recall.h"
#include "report/reliability.h"
#include "see/learn.h"
#include "see/shortage.h"

#include <algorithm>
#include <cctype>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace attache::office {
namespace {

constexpr double horizon = see::LearnRules{}.horizon;

// What was tested, and what is to be said about it.
struct Tested {
  std::shared_ptr<View const> view;
  see::Backtest result;
  bool learnt = false; // the office shows the learnt strength
  std::string because;
  std::vector<std::string> missing;
  std::string shown; // the method of curve and misses
};

Result<Tested> test(Office const& office, int dates, At at) {
  Tested tested{.view = TRY(recall(office, at))};
  auto const& network = tested.view->network;
  tested.result = see::backtest(network, at.as_of, dates);
  tested.learnt = strength_model(*tested.view).has_value();
  tested.because = see::used_because(tested.learnt, tested.result);
  tested.missing = see::shortages(network, at.as_of, tested.result);
  auto const& methods = tested.result.methods;
  auto const has_own = std::ranges::any_of(methods, [](auto const& one) { return one.name == "attache"; });
  tested.shown = methods.empty() ? "" : has_own ? "attache" : "default";
  return tested;
}

Json methods_json(std::vector<see::MethodScore> const& methods) {
  auto list = Json::array();
  for (auto const& method : methods)
    list.push_back({{"name", method.name},
                    {"auc", rounded(method.auc)},
                    {"brier", rounded(method.brier)},
                    {"calibration_error", rounded(method.calibration_error)}});
  return list;
}

Json curve_json(std::vector<see::ReliabilityBin> const& curve) {
  auto list = Json::array();
  for (auto const& bin : curve)
    list.push_back({{"predicted", rounded(bin.predicted)}, {"happened", rounded(bin.happened)}, {"count", bin.count}});
  return list;
}

Json worst_json(View const& view, std::vector<see::Miss> const& misses) {
  Pieces const pieces{view};
  auto list = Json::array();
  for (auto const& miss : misses)
    list.push_back({{"a", pieces.person_ref(miss.a)},
                    {"b", pieces.person_ref(miss.b)},
                    {"at", instant_string(miss.at)},
                    {"predicted", rounded(miss.predicted)},
                    {"happened", miss.happened}});
  return list;
}

std::string method_words(std::string const& name) {
  if (name == "attache")
    return "attache, learnt here";
  if (name == "default")
    return "attache's default";
  if (name == "rfm")
    return "recency, frequency and weight by quintile (RFM)";
  return name == "recency" ? "days since the last contact"
                           : fmt::format("decay with a half-life of {} days", name.substr(name.find('_') + 1));
}

std::string sentence(std::string const& words) {
  return fmt::format("{}{}.", static_cast<char>(std::toupper(words.front())), words.substr(1));
}

report::Reliability page_of(Tested const& tested, Instant as_of) {
  auto const& view = *tested.view;
  auto const& result = tested.result;
  report::Reliability page{.as_of = as_of,
                           .horizon_days = static_cast<int>(horizon),
                           .dates = result.dates,
                           .predictions = result.predictions,
                           .happened = result.happened,
                           .because = sentence(tested.because)};
  for (auto const& missing : tested.missing)
    page.missing.push_back(sentence(missing));
  auto const name = [&](PersonId id) {
    auto const* const person = attache::find_person(view.network, id);
    return person == nullptr ? fmt::format("#{}", number(id)) : person->name;
  };
  if (number(view.network.principal) != 0)
    page.principal = name(view.network.principal);
  for (auto const& one : result.methods)
    page.methods.push_back({.name = method_words(one.name),
                            .auc = one.auc,
                            .brier = one.brier,
                            .calibration_error = one.calibration_error,
                            .shown = one.name == tested.shown});
  for (auto const& bin : result.curve)
    page.curve.push_back({.predicted = bin.predicted, .happened = bin.happened, .count = bin.count});
  for (auto const& miss : result.worst)
    page.worst.push_back({.who = fmt::format("{} and {}", name(miss.a), name(miss.b)),
                          .at = miss.at,
                          .predicted = miss.predicted,
                          .happened = miss.happened});
  return page;
}

} // namespace

Result<Json> backtest(Office const& office, int dates, At at) {
  auto const tested = TRY(test(office, dates, at));
  auto const& result = tested.result;
  Json json{{"as_of", instant_string(at.as_of)},
            {"horizon_days", horizon},
            {"strength", tested.learnt ? "learnt" : "default"},
            {"because", tested.because},
            {"missing", tested.missing},
            {"dates", Json::array()},
            {"predictions", result.predictions},
            {"happened", result.happened},
            {"methods", methods_json(result.methods)}};
  for (auto const date : result.dates)
    json["dates"].push_back(instant_string(date));
  if (!tested.shown.empty())
    json["shown"] = tested.shown;
  json["curve"] = curve_json(result.curve);
  json["worst"] = worst_json(*tested.view, result.worst);
  return json;
}

Result<std::string> backtest_html(Office const& office, int dates, At at) {
  return report::reliability_html(page_of(TRY(test(office, dates, at)), at.as_of));
}

} // namespace attache::office
