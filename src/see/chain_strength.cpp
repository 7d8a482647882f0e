#include "see/chain_strength.h"

#include "see/default_strength.h"
#include "see/strength.h"

#include <algorithm>
#include <cmath>

namespace attache::see {
namespace {

constexpr double minutes_per_day = 1440;

// The minutes of all contacts by the date, ascending.
std::vector<net::Minute> minutes_of(net::TieAt const& tie, net::Date const& date) {
  std::vector<net::Minute> minutes;
  minutes.reserve(tie.marks.size() + tie.extra.size());
  for (auto const& mark : tie.marks)
    minutes.push_back(mark.minute());
  for (auto const& contact : tie.extra)
    if (auto const minute = net::minute_after(contact.at); minute <= date.minute)
      minutes.push_back(static_cast<net::Minute>(minute));
  if (!tie.extra.empty())
    std::ranges::sort(minutes);
  return minutes;
}

} // namespace

double chain_strength(History const& history, Instant as_of) {
  return default_strength(measures_of(history, as_of), yearly_weights);
}

double chain_strength(net::TieAt const& tie, net::Date const& date) {
  Distinct days, weeks;
  for (auto const minute : minutes_of(tie, date)) {
    auto const at = minute / minutes_per_day;
    days.add(std::floor(at));
    if ((date.minute - minute) / minutes_per_day < measured_weeks_within)
      weeks.add(std::floor(at / 7));
  }
  auto const silence = std::max(0, date.minute - tie.last) / minutes_per_day;
  return default_strength(
      {std::log1p(silence), std::log1p(8 * tie.sum), std::log1p(days.count()), std::log1p(weeks.count())},
      yearly_weights);
}

std::vector<Tie> chain_ties(Network const& network, Instant as_of) {
  auto const past = histories(network, as_of);
  auto ties = all_ties(past, as_of);
  for (std::size_t i = 0; i < ties.size(); ++i)
    ties[i].strength = chain_strength(past[i], as_of);
  return ties;
}

} // namespace attache::see
