#include "go/instance.h"

#include "go/journeys.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>

namespace attache::go {
namespace {

int count(auto const& items) { return static_cast<int>(items.size()); }

Minutes offset(Trip const& trip, int day, int city) {
  auto const& offsets = trip.cities[std::size_t(city)].utc_offset;
  return offsets.empty() ? Minutes{0} : offsets[std::size_t(day)];
}

void copy_tables(Trip const& trip, Instance& instance) {
  auto const n = trip.candidates.size();
  auto const k = trip.cities.size();
  instance.meet = Table<int>(n, n);
  instance.hotel = instance.from_hotel = Table<int>(n, k);
  instance.inter = Table<int>(k, k);
  instance.journey = Table<double>(k, k);
  for (int a = 0; a < instance.candidates; ++a) {
    for (int b = 0; b < instance.candidates; ++b)
      instance.meet(a, b) = static_cast<int>(between(trip, a, b).count());
    for (int c = 0; c < instance.cities; ++c) {
      instance.hotel(a, c) = static_cast<int>(to_hotel(trip, a, c).count());
      instance.from_hotel(a, c) = static_cast<int>(from_hotel(trip, a, c).count());
    }
    instance.set_out.push_back(static_cast<int>(set_out(trip, a).count()));
  }
  instance.timetables = Timetables{trip};
  for (int a = 0; a < instance.cities; ++a)
    for (int b = 0; b < instance.cities; ++b) {
      instance.inter(a, b) = static_cast<int>(trip.hotel_to_hotel[std::size_t(a)][std::size_t(b)].count());
      instance.journey(a, b) = a == b ? 0 : trip.journey_penalty * instance.inter(a, b);
    }
}

void copy_days(Trip const& trip, Wishes const& wishes, Instance& instance) {
  auto const days = std::size_t(trip.days);
  instance.opens = instance.closes = Table<int>(days, trip.cities.size());
  instance.night = Table<double>(days, trip.cities.size());
  instance.no_top.resize(days);
  for (int day = 0; day < trip.days; ++day) {
    instance.no_top[std::size_t(day)] = trip.working_days[std::size_t(day)] != 0 ? trip.no_top_penalty : 0;
    for (int city = 0; city < instance.cities; ++city) {
      auto const hours = hours_of(trip, day, city);
      instance.opens(day, city) = to_reference(trip, day, city, hours.from);
      instance.closes(day, city) = to_reference(trip, day, city, hours.to);
    }
  }
  for (auto const& night : wishes.nights)
    instance.night(night.day, night.city) += night.worth;
}

void copy_candidates(Trip const& trip, Instance& instance) {
  for (auto const& candidate : trip.candidates) {
    instance.length.push_back(static_cast<int>(candidate.length.count()));
    instance.city.push_back(candidate.city);
    instance.sector.push_back(candidate.sector);
    instance.top.push_back(candidate.tier == 1 ? 1 : 0);
  }
  for (auto const& sector : trip.sectors)
    instance.sector_target.push_back(static_cast<int>(sector.target.count()));
  instance.sector_penalty = trip.sector_short_penalty;
}

void copy_caps(Trip const& trip, Instance& instance) {
  instance.uses.resize(trip.candidates.size());
  for (auto const& cap : trip.caps) {
    for (std::size_t candidate = 0; candidate < cap.use.size(); ++candidate)
      if (cap.use[candidate] > 0)
        instance.uses[candidate].push_back({count(instance.cap_limit), cap.use[candidate]});
    instance.cap_limit.push_back(cap.limit);
  }
}

// Can the option be reached from some hotel and left for some hotel?
bool possible(Instance const& instance, int day, Option const& option) {
  auto const candidate = option.candidate;
  auto arrival = std::numeric_limits<int>::max();
  for (int city = 0; city < instance.cities; ++city)
    arrival = std::min(arrival, instance.at_first(day, city, candidate, instance.opens(day, city)));
  if (!instance.direct_is_quickest)
    return option.to - option.from >= instance.length[std::size_t(candidate)];
  auto const end = std::max(arrival, option.from) + instance.length[std::size_t(candidate)];
  if (end > option.to)
    return false;
  for (int city = 0; city < instance.cities; ++city)
    if (instance.at_hotel(day, candidate, city, end) <= instance.closes(day, city))
      return true;
  return false;
}

void add_option(Instance& instance, int day, Option const& option) {
  if (possible(instance, day, option))
    instance.options[std::size_t(day)].push_back(option);
}

// The largest bonus for a meeting in this time.
double bonus_of(Candidate const& candidate, int day, Minutes from, Minutes to) {
  double best = 0;
  for (auto const& [window, bonus] : candidate.preferred)
    if (window.day == day && window.from <= from && to <= window.to)
      best = std::max(best, bonus);
  return best;
}

// The options of one window of one candidate: where somebody would rather be met, and at exact times, more is won.
class OptionsOf {
public:
  OptionsOf(Trip const& trip, Wishes const& wishes, Instance& instance, int index)
      : trip_(trip), wishes_(wishes), instance_(instance), index_(index), who_(trip.candidates[std::size_t(index)]),
        wish_(wishes.candidate.empty() ? 0 : wishes.candidate[std::size_t(index)]) {}

  void add(Window const& window) {
    for (auto const& slot : wishes_.slots)
      if (slot.candidate == index_ && slot.day == window.day && slot.start >= window.from &&
          slot.start + who_.length <= window.to)
        add(window.day, slot.start, slot.start + who_.length,
            bonus_of(who_, window.day, slot.start, slot.start + who_.length), slot.worth);
    for (auto const& [preferred, bonus] : who_.preferred)
      if (preferred.day == window.day)
        add(window.day, std::max(window.from, preferred.from), std::min(window.to, preferred.to), bonus, 0);
    add(window.day, window.from, window.to, 0, 0);
  }

private:
  void add(int day, Minutes from, Minutes to, double bonus, double extra) {
    if (to - from < who_.length)
      return;
    auto const counted = trip_.aim == Aim::expected_value ? who_.holds : 1;
    add_option(instance_, day,
               {index_, to_reference(trip_, day, who_.city, from), to_reference(trip_, day, who_.city, to),
                counted * (who_.value + bonus) + wish_ + extra});
  }

  Trip const& trip_;
  Wishes const& wishes_;
  Instance& instance_;
  int index_;
  Candidate const& who_;
  double wish_;
};

void make_options(Trip const& trip, Wishes const& wishes, Instance& instance) {
  instance.options.resize(std::size_t(trip.days));
  for (int index = 0; index < instance.candidates; ++index) {
    auto const& candidate = trip.candidates[std::size_t(index)];
    OptionsOf options{trip, wishes, instance, index};
    for (auto const& window : candidate.windows)
      if (window.day >= 0 && window.day < trip.days)
        for (auto const& piece : without_meals(trip, candidate, window))
          options.add(piece);
  }
}

// A way from one node to another: candidates, then cities (their hotels).
struct Hop {
  int least = 0;  // minutes without a wait
  int before = 0; // minutes of it before a wait
  int line = -1;  // of the timetables
};

Hop hop_of(Instance const& instance, int a, int b) {
  auto const n = instance.candidates;
  auto const city = [&](int node) { return node < n ? instance.city[std::size_t(node)] : node - n; };
  Hop hop{.line = instance.timetables.line(city(a), city(b))};
  if (a < n) {
    hop.least = b < n ? instance.meet(a, b) : instance.hotel(a, b - n);
    hop.before = instance.set_out[std::size_t(a)];
  } else {
    hop.least = b < n ? instance.from_hotel(b, a - n) : instance.inter(a - n, b - n);
  }
  return hop;
}

// Whoever takes the two ways with a stay between them is never there before who goes directly.
bool never_later(Hop const& direct, Hop const& first, int stay, Hop const& second) {
  if (direct.line < 0)
    return direct.least <= first.least + stay + second.least;
  auto const behind = [](Hop const& hop) { return hop.least - hop.before; }; // after the wait
  return (first.line == direct.line && direct.before <= first.before &&
          behind(direct) <= behind(first) + stay + second.least) ||
         (second.line == direct.line && direct.before <= first.least + stay + second.before &&
          behind(direct) <= behind(second));
}

bool is_direct_quickest(Instance const& instance) {
  auto const nodes = instance.candidates + instance.cities;
  auto const size = static_cast<std::size_t>(nodes);
  Table<Hop> ways{size, size};
  for (int a = 0; a < nodes; ++a)
    for (int b = 0; b < nodes; ++b)
      ways(a, b) = hop_of(instance, a, b);
  for (int via = 0; via < instance.candidates; ++via)
    for (int a = 0; a < nodes; ++a)
      for (int b = 0; b < nodes; ++b)
        if (!never_later(ways(a, b), ways(a, via), instance.length[std::size_t(via)], ways(via, b)))
          return false;
  return true;
}

bool is_direct_cheapest(Instance const& instance) {
  for (auto const via : instance.city)
    for (int a = 0; a < instance.cities; ++a)
      for (int b = 0; b < instance.cities; ++b)
        if (instance.journey(a, b) > instance.journey(a, via) + instance.journey(via, b) + 1e-12)
          return false;
  return true;
}

// Works in parts of a thousandth, so that a penalty by the hour has a grain by the minute. Other numbers have none.
class Grain {
public:
  void add(double amount) {
    auto const scaled = amount * grain_parts;
    auto const whole = std::round(scaled);
    if (std::abs(scaled - whole) > 1e-7 || std::abs(whole) > 1e12)
      known_ = false;
    else
      grain_ = std::gcd(grain_, static_cast<std::int64_t>(whole));
  }
  [[nodiscard]] double value() const { return known_ ? static_cast<double>(grain_) / grain_parts : 0; }

private:
  bool known_ = true;
  std::int64_t grain_ = 0;
};

double grain_of(Instance const& instance) {
  Grain grain;
  for (int day = 0; day < instance.days; ++day) {
    grain.add(instance.no_top[std::size_t(day)]);
    for (auto const& option : instance.options[std::size_t(day)])
      grain.add(option.value);
    for (int city = 0; city < instance.cities; ++city)
      grain.add(instance.night(day, city));
  }
  for (int a = 0; a < instance.cities; ++a)
    for (int b = 0; b < instance.cities; ++b)
      grain.add(instance.journey(a, b));
  // A shortfall is a target less lengths, or nothing: a multiple of what divides them all.
  int minutes = 0;
  for (auto const target : instance.sector_target)
    minutes = std::gcd(minutes, target);
  for (int candidate = 0; candidate < instance.candidates; ++candidate)
    if (instance.sector[std::size_t(candidate)] >= 0)
      minutes = std::gcd(minutes, instance.length[std::size_t(candidate)]);
  if (!instance.sector_target.empty())
    grain.add(instance.sector_penalty * minutes);
  return grain.value();
}

} // namespace

int to_reference(Trip const& trip, int day, int city, Minutes local) {
  return static_cast<int>((local - offset(trip, day, city)).count());
}

Minutes to_local(Trip const& trip, int day, int city, int reference) {
  return Minutes{reference} + offset(trip, day, city);
}

Instance make_instance(Trip const& trip, Wishes const& wishes) {
  Instance instance{.days = trip.days,
                    .cities = count(trip.cities),
                    .candidates = count(trip.candidates),
                    .start_city = trip.start_city,
                    .end_city = trip.end_city};
  copy_tables(trip, instance);
  copy_days(trip, wishes, instance);
  copy_candidates(trip, instance);
  copy_caps(trip, instance);
  instance.direct_is_quickest = is_direct_quickest(instance);
  instance.direct_is_cheapest = is_direct_cheapest(instance);
  make_options(trip, wishes, instance);
  instance.grain = grain_of(instance);
  instance.whole = wishes.whole;
  return instance;
}

std::vector<int> candidates_of(Instance const& instance, DayRoute const& route) {
  std::vector<int> candidates;
  for (auto const index : route.options)
    candidates.push_back(instance.options[std::size_t(route.day)][std::size_t(index)].candidate);
  return candidates;
}

double journeys_of(Instance const& instance, DayRoute const& route) {
  double sum = 0;
  auto here = route.from;
  for (auto const candidate : candidates_of(instance, route)) {
    sum += instance.journey(here, instance.city[std::size_t(candidate)]);
    here = instance.city[std::size_t(candidate)];
  }
  return sum + instance.journey(here, route.to);
}

double route_worth(Instance const& instance, DayRoute const& route) {
  auto const& options = instance.options[std::size_t(route.day)];
  double sum = instance.night(route.day, route.to) - journeys_of(instance, route);
  bool top = false;
  for (auto const index : route.options) {
    sum += options[std::size_t(index)].value;
    top = top || instance.top[std::size_t(options[std::size_t(index)].candidate)] != 0;
  }
  return top ? sum : sum - instance.no_top[std::size_t(route.day)];
}

double worth(Instance const& instance, Routes const& routes) {
  double sum = 0;
  auto missing = instance.sector_target;
  for (auto const& route : routes) {
    sum += route_worth(instance, route);
    for (auto const index : route.options) {
      auto const candidate = instance.options[std::size_t(route.day)][std::size_t(index)].candidate;
      if (auto const sector = instance.sector[std::size_t(candidate)]; sector >= 0)
        missing[std::size_t(sector)] -= instance.length[std::size_t(candidate)];
    }
  }
  for (auto const minutes : missing)
    sum -= std::max(0, minutes) * instance.sector_penalty;
  return sum;
}

bool within_caps(Instance const& instance, Routes const& routes) {
  auto left = instance.cap_limit;
  for (auto const& route : routes)
    for (auto const index : route.options) {
      auto const candidate = instance.options[std::size_t(route.day)][std::size_t(index)].candidate;
      for (auto const& use : instance.uses[std::size_t(candidate)])
        left[std::size_t(use.cap)] -= use.amount;
    }
  return std::ranges::all_of(left, [](int amount) { return amount >= 0; });
}

Plan make_plan(Trip const& trip, Instance const& instance, Routes const& routes) {
  Plan plan;
  for (auto const& route : routes) {
    PlanDay today{.from = route.from, .to = route.to};
    auto now = instance.opens(route.day, route.from);
    int before = -1;
    for (auto const index : route.options) {
      auto const& option = instance.options[std::size_t(route.day)][std::size_t(index)];
      auto const candidate = option.candidate;
      now = before < 0 ? instance.at_first(route.day, route.from, candidate, now)
                       : instance.at_meeting(route.day, before, candidate, now);
      auto const start = std::max(now, option.from);
      now = start + instance.length[std::size_t(candidate)];
      auto const city = trip.candidates[std::size_t(candidate)].city;
      today.visits.push_back({.candidate = candidate,
                              .day = route.day,
                              .start = to_local(trip, route.day, city, start),
                              .end = to_local(trip, route.day, city, now)});
      before = candidate;
    }
    plan.days.push_back(std::move(today));
  }
  return plan;
}

} // namespace attache::go
