#include "go/choice.h"

#include <algorithm>

namespace attache::go {
namespace {

void forbid_candidate(Instance const& instance, int day, int candidate, Prices& prices) {
  auto const& options = instance.options[std::size_t(day)];
  for (std::size_t s = 0; s < options.size(); ++s)
    if (options[s].candidate == candidate)
      prices.stop[s] = never;
}

void forbid_cities(Choice const& choice, std::vector<double>& prices) {
  for (int city = 0; city < static_cast<int>(prices.size()); ++city)
    if ((city == choice.what) != choice.yes)
      prices[std::size_t(city)] = never;
}

} // namespace

bool follows(DayRoute const& route, std::vector<int> const& candidates, Choice const& choice) {
  if (choice.kind == Choice::Kind::night) {
    auto const ends = route.day != choice.day || (route.to == choice.what) == choice.yes;
    auto const begins = route.day != choice.day + 1 || (route.from == choice.what) == choice.yes;
    return ends && begins;
  }
  if (!std::ranges::binary_search(candidates, choice.what))
    return true; // who must be met on the day is met there: a row of the programme sees to it
  if (choice.kind == Choice::Kind::met)
    return choice.yes;
  return (route.day == choice.day) == choice.yes;
}

std::vector<int> met_for_certain(std::vector<Choice> const& choices) {
  std::vector<int> candidates;
  for (auto const& choice : choices)
    if (choice.kind != Choice::Kind::night && choice.yes)
      candidates.push_back(choice.what);
  return candidates;
}

void restrict_prices(Instance const& instance, int day, std::vector<Choice> const& choices, Prices& prices) {
  for (auto const& choice : choices) {
    if (choice.kind == Choice::Kind::night) {
      if (choice.day == day)
        forbid_cities(choice, prices.to);
      if (choice.day + 1 == day)
        forbid_cities(choice, prices.from);
    } else if (choice.kind == Choice::Kind::met ? !choice.yes : (choice.day == day) != choice.yes) {
      forbid_candidate(instance, day, choice.what, prices);
    }
  }
}

} // namespace attache::go
