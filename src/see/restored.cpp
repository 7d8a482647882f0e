#include "see/restored.h"

#include "see/rhythm.h"
#include "see/when.h"

#include <algorithm>
#include <tuple>

namespace attache::see {
namespace {

constexpr double alive_days = 90;

bool is_of(History const& history, PersonId person) { return history.a == person || history.b == person; }

Restored entry(History const& history, Lapse const& lapse, PersonId of, Instant as_of) {
  Restored one{.a = of,
               .b = history.a == of ? history.b : history.a,
               .silent_from = lapse.silent_from,
               .lapsed_at = lapse.since,
               .restored_at = *lapse.restored_at,
               .restored_by = lapse.restored_by,
               .silent_days = days_between(lapse.silent_from, *lapse.restored_at)};
  auto soon = false;
  for (auto const& encounter : history.encounters)
    if (encounter.at > one.restored_at) {
      ++one.contacts_since;
      soon |= days_between(one.restored_at, encounter.at) <= alive_days;
    }
  if (soon || days_between(one.restored_at, as_of) >= alive_days)
    one.alive_after = soon;
  return one;
}

} // namespace

std::vector<Restored> restored_ties(Network const& network, PersonId of, Instant from, Instant to, Instant as_of) {
  auto const all = histories(network, as_of);
  auto const usual_gap = usual_gap_days(all);
  std::vector<Restored> ledger;
  for (auto const& history : all) {
    if (!is_of(history, of))
      continue;
    for (auto const& lapse : rhythm_of(history, usual_gap, as_of).lapses)
      if (lapse.restored_at && *lapse.restored_at >= from && *lapse.restored_at < to)
        ledger.push_back(entry(history, lapse, of, as_of));
  }
  std::ranges::sort(ledger, {}, [](Restored const& one) { return std::tuple(one.restored_at, one.b); });
  return ledger;
}

BaseRate restoration_rate(Network const& network, PersonId of, Instant at, double days, Instant as_of) {
  auto const all = histories(network, as_of);
  auto const usual_gap = usual_gap_days(all);
  BaseRate rate;
  for (auto const& history : all) {
    if (!is_of(history, of))
      continue;
    for (auto const& lapse : rhythm_of(history, usual_gap, as_of).lapses) {
      if (lapse.since > at || (lapse.restored_at && *lapse.restored_at <= at))
        continue;
      ++rate.lapsed;
      rate.restored += lapse.restored_at && days_between(at, *lapse.restored_at) <= days ? 1 : 0;
    }
  }
  return rate;
}

Anyway expected_anyway(Network const& network, PersonId of, Instant from, double days, Instant as_of) {
  Anyway anyway;
  for (int year = 1; year <= 3; ++year) {
    auto const rate = restoration_rate(network, of, from - std::chrono::days{365 * year}, days, as_of);
    anyway.before.lapsed += rate.lapsed;
    anyway.before.restored += rate.restored;
  }
  anyway.lapsed = restoration_rate(network, of, from, days, as_of).lapsed;
  anyway.expected = anyway.lapsed * anyway.before.rate();
  return anyway;
}

} // namespace attache::see
