#include "go/small_trips_test.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace attache::go {
namespace {

// Follows the clock of one place, UTC, through all that can be done on what is left of a day.
class Brute {
public:
  explicit Brute(Trip const& trip) : trip_(trip) {}

  // `rested`: when one may leave at the earliest.
  std::optional<double> best(int day, int city, unsigned met, Minutes rested = Minutes{-1440}) {
    if (day == trip_.days)
      return end_value(city, met);
    auto const key = std::tuple{day, city, met, rested};
    if (auto const known = known_.find(key); known != known_.end())
      return known->second;
    std::optional<double> found;
    auto const before = std::exchange(met_before_, met);
    walk(day, city, -1, std::max(rested, hours_of(trip_, day, city).from - offset(day, city)), met, 0, false, found);
    met_before_ = before;
    return known_[key] = found;
  }

private:
  Minutes offset(int day, int city) const {
    auto const& offsets = trip_.cities[std::size_t(city)].utc_offset;
    return offsets.empty() ? Minutes{0} : offsets[std::size_t(day)];
  }

  std::optional<double> end_value(int city, unsigned met) const {
    if (trip_.end_city >= 0 && city != trip_.end_city)
      return std::nullopt;
    for (auto const& cap : trip_.caps) {
      int used = 0;
      for (std::size_t i = 0; i < cap.use.size(); ++i)
        used += ((met >> i) & 1U) != 0 ? cap.use[i] : 0;
      if (used > cap.limit)
        return std::nullopt;
    }
    std::vector<long> spent(trip_.sectors.size(), 0);
    for (std::size_t i = 0; i < trip_.candidates.size(); ++i) {
      auto const in = ((met >> i) & 1U) != 0;
      if (!in && trip_.candidates[i].fixed)
        return std::nullopt;
      if (in && trip_.candidates[i].sector >= 0)
        spent[std::size_t(trip_.candidates[i].sector)] += trip_.candidates[i].length.count();
    }
    double value = 0;
    for (std::size_t s = 0; s < spent.size(); ++s)
      value -= trip_.sector_short_penalty *
               static_cast<double>(std::max(0L, static_cast<long>(trip_.sectors[s].target.count()) - spent[s]));
    return value;
  }

  void walk(int day, int from, int last, Minutes now, unsigned met, double value, bool top,
            std::optional<double>& found) {
    for (int to = 0; to < static_cast<int>(trip_.cities.size()); ++to) {
      auto const travel = last < 0 ? trip_.hotel_to_hotel[std::size_t(from)][std::size_t(to)]
                                   : trip_.meeting_to_hotel[std::size_t(last)][std::size_t(to)] +
                                         trip_.candidates[std::size_t(last)].buffer;
      auto const home = there(day, last, from, to, now, travel);
      if (home > hours_of(trip_, day, to).to - offset(day, to))
        continue;
      auto const rested = trip_.rest.count() > 0 ? home + trip_.rest - Minutes{1440} : Minutes{-1440};
      if (auto const rest = best(day + 1, to, met, rested)) {
        auto const lost = !top && trip_.working_days[std::size_t(day)] != 0 ? trip_.no_top_penalty : 0;
        found = std::max(found.value_or(-1e300), *rest + value - lost - toll(last, from, to));
      }
    }
    for (std::size_t i = 0; i < trip_.candidates.size(); ++i)
      if (((met >> i) & 1U) == 0)
        meet(day, from, last, now, met, value, top, i, found);
  }

  void meet(int day, int from, int last, Minutes now, unsigned met, double value, bool top, std::size_t i,
            std::optional<double>& found) {
    auto const& who = trip_.candidates[i];
    if (breaks_rule(static_cast<int>(i), met))
      return;
    auto const pause = last < 0 ? who.buffer : std::max(who.buffer, trip_.candidates[std::size_t(last)].buffer);
    auto const way = last >= 0                        ? trip_.meeting_to_meeting[std::size_t(last)][i]
                     : trip_.hotel_to_meeting.empty() ? trip_.meeting_to_hotel[i][std::size_t(from)]
                                                      : trip_.hotel_to_meeting[std::size_t(from)][i];
    auto const arrival = there(day, last, from, who.city, now, way + pause);
    auto const shift = offset(day, who.city);
    for (auto const& window : who.windows)
      for (auto const earliest : moments(window)) {
        auto const start = std::max(arrival, earliest - shift);
        auto const end = start + who.length;
        if (window.day == day && end <= window.to - shift && !in_meal(who, start + shift))
          walk(day, from, static_cast<int>(i), end, met | (1U << i),
               value + worth(who, day, start + shift) - toll(last, from, who.city), top || who.tier == 1, found);
      }
  }

  // When a journey of so many minutes to a city ends, with the wait for the next departure at the hotel.
  Minutes there(int day, int last, int night, int to, Minutes now, Minutes takes) const {
    auto const here = last < 0 ? night : trip_.candidates[std::size_t(last)].city;
    auto const ahead = last < 0 ? Minutes{0}
                                : trip_.meeting_to_hotel[std::size_t(last)][std::size_t(here)] +
                                      trip_.candidates[std::size_t(last)].buffer;
    for (auto const& leg : trip_.legs) {
      if (leg.from != here || leg.to != to || leg.departures.empty())
        continue;
      auto best = Minutes{100'000};
      for (auto const& one : leg.departures)
        if (auto const off = one.at - offset(day, here) - leg.ahead; one.day == day && off >= now + ahead)
          best = std::min(best, off + takes - ahead);
      return best;
    }
    return now + takes;
  }

  // What the journey to a city costs, from the city of the last meeting or of the night.
  double toll(int last, int night, int to) const {
    auto const here = last < 0 ? night : trip_.candidates[std::size_t(last)].city;
    auto const minutes = trip_.hotel_to_hotel[std::size_t(here)][std::size_t(to)].count();
    return here == to ? 0 : trip_.journey_penalty * static_cast<double>(minutes);
  }

  // When it may pay to begin: with the window, after a meal, with a time that is preferred.
  std::vector<Minutes> moments(Window const& window) const {
    std::vector<Minutes> all{window.from};
    for (auto const& meal : trip_.meals)
      if (meal.to > window.from)
        all.push_back(meal.to);
    for (auto const& who : trip_.candidates)
      for (auto const& one : who.preferred)
        if (one.window.day == window.day && one.window.from > window.from)
          all.push_back(one.window.from);
    return all;
  }

  bool in_meal(Candidate const& who, Minutes start) const {
    return !who.fixed && !who.meal && std::ranges::any_of(trip_.meals, [&](Hours const& meal) {
      return start < meal.to && meal.from < start + who.length;
    });
  }

  double worth(Candidate const& who, int day, Minutes start) const {
    double bonus = 0;
    for (auto const& one : who.preferred)
      if (one.window.day == day && one.window.from <= start && start + who.length <= one.window.to)
        bonus = std::max(bonus, one.bonus);
    return (who.value + bonus) * (trip_.aim == Aim::expected_value ? who.holds : 1);
  }

  // To meet `i` after those of `met`: is a rival among those of today, or somebody who had to wait for `i`?
  bool breaks_rule(int i, unsigned met) const {
    auto const has = [](unsigned set, int who) { return ((set >> who) & 1U) != 0; };
    for (auto const& rivals : trip_.rivals)
      for (auto const other : rivals)
        if (other != i && std::ranges::find(rivals, i) != rivals.end() && has(met & ~met_before_, other))
          return true;
    return std::ranges::any_of(trip_.orders,
                               [&](auto const& order) { return order.first == i && has(met, order.second); });
  }

  Trip const& trip_;
  unsigned met_before_ = 0; // when the day began
  std::map<std::tuple<int, int, unsigned, Minutes>, std::optional<double>> known_;
};

} // namespace

std::optional<double> best_value(Trip const& trip) { return Brute{trip}.best(0, trip.start_city, 0); }

} // namespace attache::go
