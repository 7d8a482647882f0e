#include "see/shortage.h"

#include "see/trial.h"
#include "see/when.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace attache::see {
namespace {

struct Past {
  std::size_t contacts = 0;
  double days = 0; // from the first that counts to the date
};

Past past_of(Network const& network, Instant as_of) {
  Past past;
  auto first = as_of;
  for (auto const& contact : network.contacts)
    if (counts(contact, as_of)) {
      ++past.contacts;
      first = std::min(first, *instant_of(contact.when));
    }
  past.days = days_between(first, as_of);
  return past;
}

// The first date that is predicted has the least to learn from.
std::vector<Sample> known_first(Network const& network, Instant as_of, Backtest const& tested,
                                LearnRules const& rules) {
  auto const trials = trials_at(network, past_dates(network, as_of, rules), rules, as_of);
  std::vector<Sample> known;
  for (auto const& trial : trials)
    if (is_over(trial, tested.dates.front(), rules))
      known.insert(known.end(), trial.samples.begin(), trial.samples.end());
  return known;
}

} // namespace

std::vector<std::string> shortages(Network const& network, Instant as_of, Backtest const& tested,
                                   LearnRules const& rules) {
  auto const past = past_of(network, as_of);
  auto const needed = rules.window + 2 * rules.horizon;
  if (past.contacts == 0)
    return {"no contact between people is on record: read a calendar or mail headers first"};
  if (tested.dates.empty())
    return {
        fmt::format("contacts reach back {:.0f} days, and {:.0f} are needed: {:.0f} to learn from, {:.0f} until the "
                    "first predictions can be checked, and {:.0f} more to test what was learnt",
                    std::floor(past.days), needed, rules.window, rules.horizon, rules.horizon)};
  if (std::ranges::any_of(tested.methods, [](MethodScore const& one) { return one.name == "attache"; }))
    return {};
  FitRules const fit;
  auto const samples = known_first(network, as_of, tested, rules);
  auto const active = static_cast<int>(std::ranges::count(samples, true, &Sample::active));
  auto const silent = static_cast<int>(samples.size()) - active;
  return {fmt::format("on {} there were {} earlier cases to learn from, {} with a contact within {:.0f} days and {} "
                      "without; {} cases are needed, {} of each kind, so only the formulas are tested",
                      date_string(tested.dates.front()), samples.size(), active, rules.horizon, silent,
                      fit.least_samples, fit.least_of_each)};
}

std::string used_because(bool learnt, Backtest const& tested) {
  if (learnt)
    return "the office shows the learnt strength: on the latest date that could be checked it ranked the ties at least "
           "as well as the default";
  if (tested.dates.empty())
    return "the office shows the default strength: there is too little history to learn from";
  return "the office shows the default strength: what its history teaches did not rank the ties better on the latest "
         "date that could be checked, or there is too little to learn from";
}

} // namespace attache::see
