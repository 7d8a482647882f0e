#include "go/day_check.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace attache::go {
namespace {

// What meeting the candidate costs at the multipliers with its use of caps, sector minutes taken off.
double charge(Instance const& instance, Multipliers const& multipliers, int candidate) {
  auto const sector = instance.sector[std::size_t(candidate)];
  double used = 0;
  for (auto const& [cap, amount] : instance.uses[std::size_t(candidate)])
    used += amount * multipliers.cap[std::size_t(cap)];
  return multipliers.candidate[std::size_t(candidate)] + used -
         (sector < 0 ? 0 : multipliers.sector[std::size_t(sector)] * instance.length[std::size_t(candidate)]);
}

// One day of one leaf: every way to hold meetings from every city, in order of time. Ways that are at one place at one
// time with the same behind them, as far as it is remembered, go on together as the one that is worth most.
class DayCheck {
public:
  DayCheck(Instance const& instance, std::vector<Trio> const& trios, Memory const& memory, Leaf const& leaf, int day,
           Meter& meter)
      : instance_(instance), leaf_(leaf), day_(day), meter_(meter), limit_(leaf.bound.best_of_day[std::size_t(day)]),
        least_(limit_ + room_of_day()), trios_of_(std::size_t(instance.candidates)) {
    price_options();
    price_cities();
    number_places();
    number_trios(trios);
    remember(memory);
    set_clock();
  }

  // Empty if no route is worth more than the leaf's best of the day.
  std::string run() {
    for (int from = 0; from < instance_.cities; ++from) {
      if (from_[std::size_t(from)] == never)
        continue;
      from_city_ = from;
      Way const start{.worth = from_[std::size_t(from)] - no_top(), .own = -no_top()};
      arrive(start, instance_.opens(day_, from));
      for (int next = 0; next < static_cast<int>(options_.size()) && why_.empty(); ++next)
        visit(start, next, instance_.opens(day_, from));
      if (list_ != nullptr) // ways from different cities are different routes
        all_minutes();
    }
    all_minutes();
    return why_;
  }

  // What is worth up to so much less than the limit is put there.
  void list(double below, std::vector<CheckedRoute>& routes) {
    least_ = limit_ - below - room_of_day();
    list_ = &routes;
  }

private:
  static constexpr double unknown = 1e300;
  static constexpr std::int64_t most_cells = 2'000'000; // of most_, about

  // Meetings so far: the last one, and behind it the places remembered and the trios of which an odd number were met.
  struct Way {
    int last = -1; // option; -1: in the hotel
    bool top = false;
    double worth = 0;
    double own = 0;      // worth without multipliers
    std::size_t set = 0; // where its words begin in sets_
  };

  void all_minutes() {
    for (int minute = 0; minute < static_cast<int>(ways_.size()) && why_.empty(); ++minute)
      go_on(minute);
    sets_.clear();
  }

  [[nodiscard]] bool forbidden(int candidate) const {
    return std::ranges::any_of(leaf_.choices, [&](Choice const& choice) {
      if (choice.kind == Choice::Kind::night || choice.what != candidate)
        return false;
      return choice.kind == Choice::Kind::met ? !choice.yes : choice.yes != (choice.day == day_);
    });
  }

  void price_options() {
    for (auto const& option : instance_.options[std::size_t(day_)])
      if (!forbidden(option.candidate)) {
        options_.push_back(option);
        price_.push_back(option.value - charge(instance_, leaf_.bound.multipliers, option.candidate));
      }
  }

  // Can one be in the city on the night before `day`?
  [[nodiscard]] bool allowed(int day, int city) const {
    return std::ranges::all_of(leaf_.choices, [&](Choice const& choice) {
      return choice.kind != Choice::Kind::night || choice.day + 1 != day || (choice.what == city) == choice.yes;
    });
  }

  void price_cities() {
    auto const& night = leaf_.bound.multipliers.night;
    auto const last = day_ + 1 == instance_.days;
    for (int city = 0; city < instance_.cities; ++city) {
      auto const begins = day_ > 0 ? allowed(day_, city) : city == instance_.start_city;
      auto const ends = allowed(day_ + 1, city) && (!last || instance_.end_city < 0 || city == instance_.end_city);
      from_.push_back(!begins ? never : day_ > 0 ? night(day_, city) : 0);
      to_.push_back(!ends ? never : instance_.night(day_, city) - (last ? 0 : night(day_ + 1, city)));
    }
  }

  void number_places() {
    for (auto const& option : options_) {
      auto const found = std::ranges::find(places_, option.candidate);
      place_.push_back(static_cast<int>(found - places_.begin()));
      if (found == places_.end())
        places_.push_back(option.candidate);
    }
  }

  // A trio of which fewer than two can be met today is not charged, which only makes routes worth more.
  void number_trios(std::vector<Trio> const& trios) {
    auto const& charges = leaf_.bound.multipliers.trio;
    for (std::size_t t = 0; t < charges.size() && t < trios.size(); ++t) {
      auto const here =
          std::ranges::count_if(trios[t], [&](int who) { return std::ranges::find(places_, who) != places_.end(); });
      if (charges[t] <= 0 || here < 2)
        continue;
      for (auto const who : trios[t])
        trios_of_[std::size_t(who)].push_back(static_cast<int>(trio_charge_.size()));
      trio_charge_.push_back(charges[t]);
    }
    words_ = (places_.size() + trio_charge_.size() + 63) / 64;
  }

  // Per place, what stays in mind there: trios always, places as the leaf says. Any of that is sound: who forgets
  // can do no less.
  void remember(Memory const& memory) {
    remembered_.assign(places_.size() * words_, ~std::uint64_t{0});
    for (std::size_t a = 0; a < places_.size() && !memory.empty(); ++a)
      for (std::size_t b = 0; b < places_.size(); ++b)
        if (memory(places_[a], places_[b]) == 0)
          remembered_[a * words_ + b / 64] &= ~bit(static_cast<int>(b));
  }

  void set_clock() {
    first_minute_ = 0;
    int last_minute = 0;
    for (bool first = true; auto const& option : options_) {
      first_minute_ = first ? option.from : std::min(first_minute_, option.from);
      last_minute = first ? option.to : std::max(last_minute, option.to);
      first = false;
    }
    ways_.resize(std::size_t(std::max(0, last_minute - first_minute_)) + 1); // no option need be possible
    std::int64_t moments = 0;
    for (auto const& option : options_)
      moments += std::max(0, option.to - earliest(option) + 1);
    step_ = std::min(static_cast<int>(moments / most_cells) + 1, least_advance());
    int size = 0;
    for (auto const& option : options_) {
      first_.push_back(size);
      size += std::max(0, option.to - earliest(option) + step_) / step_;
    }
    for (auto& table : most_)
      table.resize(std::size_t(size));
  }

  // From the end of a meeting to the end of any other it takes at least so long; time has to go on from cell to cell.
  [[nodiscard]] int least_advance() const {
    auto least = never_leaves;
    for (auto const a : places_)
      for (auto const b : places_)
        if (a != b)
          least = std::min(least, instance_.meet(a, b) + instance_.length[std::size_t(b)]);
    return std::max(1, least);
  }

  // When a meeting can be over.
  [[nodiscard]] int earliest(Option const& option) const {
    return option.from + instance_.length[std::size_t(option.candidate)];
  }
  [[nodiscard]] int candidate(int option) const { return options_[std::size_t(option)].candidate; }
  [[nodiscard]] int city(int option) const { return instance_.city[std::size_t(candidate(option))]; }
  [[nodiscard]] bool top(int option) const { return instance_.top[std::size_t(candidate(option))] != 0; }
  [[nodiscard]] double no_top() const { return instance_.no_top[std::size_t(day_)]; }

  // When a way ends that is begun at `now` and takes so many minutes, where `ahead` of them are before the wait for
  // whatever leaves next.
  [[nodiscard]] int arrival(int from, int to, int now, int ahead, int minutes) const {
    auto const line = instance_.timetables.line(from, to);
    if (line < 0)
      return now + minutes;
    for (auto const leaves : instance_.timetables.leaves(line, day_))
      if (leaves >= now + ahead)
        return leaves + minutes - ahead;
    return never_leaves;
  }

  // When one is at the hotel of the night who leaves the option's place at `now`.
  [[nodiscard]] int home(int at, int to, int now) const {
    return arrival(city(at), to, now, instance_.set_out[std::size_t(candidate(at))],
                   instance_.hotel(candidate(at), to));
  }

  // True if the meeting can be held when leaving the last place (the hotel: -1) at `now`; `end` is when it ends.
  [[nodiscard]] bool held(int last, int next, int now, int& end) const {
    auto const& option = options_[std::size_t(next)];
    auto const who = option.candidate;
    auto const there = last < 0 ? arrival(from_city_, city(next), now, 0, instance_.from_hotel(who, from_city_))
                                : arrival(city(last), city(next), now, instance_.set_out[std::size_t(candidate(last))],
                                          instance_.meet(candidate(last), who));
    end = std::max(there, option.from) + instance_.length[std::size_t(who)];
    return end <= option.to;
  }

  void visit(Way const& before, int next, int now) {
    int end = 0;
    auto const last = before.last;
    auto const place = place_[std::size_t(next)];
    if ((last >= 0 && has(before.set, place)) || !held(last, next, now, end))
      return;
    Way way{.last = next, .top = before.top || top(next), .set = sets_.size()};
    auto const besides =
        (!before.top && top(next) ? no_top() : 0) - instance_.journey(last < 0 ? from_city_ : city(last), city(next));
    way.worth = before.worth + price_[std::size_t(next)] + besides;
    way.own = before.own + options_[std::size_t(next)].value + besides;
    auto const odd = trios_at();
    for (auto const t : trios_of_[std::size_t(candidate(next))])
      way.worth -= last >= 0 && has(before.set, odd + t) ? trio_charge_[std::size_t(t)] : 0;
    if (way.worth + most_after(next, end, way.top, last) <= least_)
      return;
    if (last >= 0 && end <= now) // then the order of time would not be one
      why_ = "a meeting takes no time";
    if (meter_.spend(1))
      why_ = "out of effort";
    for (std::size_t word = 0; word < words_; ++word)
      sets_.push_back(last < 0 ? 0 : sets_[before.set + word] & remembered_[std::size_t(place) * words_ + word]);
    if (last >= 0)
      sets_[way.set + std::size_t(place_[std::size_t(last)]) / 64] |= bit(place_[std::size_t(last)]);
    sets_[way.set + std::size_t(place) / 64] |= bit(place);
    for (auto const t : trios_of_[std::size_t(candidate(next))])
      sets_[way.set + std::size_t(odd + t) / 64] ^= bit(odd + t);
    ways_[std::size_t(end - first_minute_)].push_back(way);
  }

  static std::uint64_t bit(int number) { return std::uint64_t{1} << (std::size_t(number) % 64); }
  [[nodiscard]] bool has(std::size_t set, int number) const {
    return (sets_[set + std::size_t(number) / 64] & bit(number)) != 0;
  }
  [[nodiscard]] int trios_at() const { return static_cast<int>(places_.size()); } // the bit of the first one

  // Whoever's meeting ends at this minute goes home and everywhere else.
  void go_on(int minute) {
    auto ways = std::move(ways_[std::size_t(minute)]);
    auto const same = [&](Way const& a, Way const& b) {
      return a.last == b.last && a.top == b.top && order(a, b) == 0;
    };
    std::ranges::sort(ways, [&](Way const& a, Way const& b) {
      if (a.last != b.last || a.top != b.top)
        return std::pair{a.last, a.top} < std::pair{b.last, b.top};
      auto const sets = order(a, b);
      return sets != 0 ? sets < 0 : a.worth > b.worth;
    });
    for (std::size_t i = 0; i < ways.size() && why_.empty(); ++i) {
      if (i > 0 && same(ways[i - 1], ways[i]))
        continue;
      auto const now = first_minute_ + minute;
      arrive(ways[i], now);
      for (int next = 0; next < static_cast<int>(options_.size()) && why_.empty(); ++next)
        visit(ways[i], next, now);
    }
  }

  [[nodiscard]] int order(Way const& a, Way const& b) const {
    for (std::size_t word = 0; word < words_; ++word)
      if (sets_[a.set + word] != sets_[b.set + word])
        return sets_[a.set + word] < sets_[b.set + word] ? -1 : 1;
    return 0;
  }

  [[nodiscard]] double room_of_day() const { return room / instance_.days / 2; }

  // The day ends: every city that can be reached.
  void arrive(Way const& way, int now) {
    auto const at = way.last < 0 ? from_city_ : city(way.last);
    for (int to = 0; to < instance_.cities; ++to) {
      auto const there =
          way.last < 0 ? arrival(from_city_, to, now, 0, instance_.inter(from_city_, to)) : home(way.last, to, now);
      auto const worth = way.worth + to_[std::size_t(to)] - instance_.journey(at, to);
      if (there > instance_.closes(day_, to) || worth <= least_)
        continue;
      if (worth > limit_ + room_of_day())
        why_ = "a route is worth more than the best of its day";
      else
        put(way, to, way.own + instance_.night(day_, to) - instance_.journey(at, to));
    }
  }

  void put(Way const& way, int to, double own) {
    CheckedRoute route{.day = day_, .from = from_city_, .to = to, .worth = own};
    for (int place = 0; way.last >= 0 && place < static_cast<int>(places_.size()); ++place)
      if (has(way.set, place))
        route.candidates.push_back(places_[std::size_t(place)]);
    std::ranges::sort(route.candidates);
    list_->push_back(std::move(route));
  }

  // The best that can follow, and the best that does not go to the same candidate next.
  struct Most {
    double first = unknown, second = never;
    int next = -1; // candidate
  };

  // The most that could follow if candidates could be met again and again, but not `last` with one other between.
  double most_after(int at, int now, bool had_top, int last) {
    auto const& most = most_from(at, now, had_top);
    return last >= 0 && most.next == candidate(last) ? most.second : most.first;
  }

  Most const& most_from(int at, int now, bool had_top) {
    auto const first = earliest(options_[std::size_t(at)]);
    auto const cell = (now - first) / step_;
    now = first + cell * step_; // earlier, which only makes more possible
    auto& known = most_[had_top ? 1 : 0][std::size_t(first_[std::size_t(at)] + cell)];
    if (known.first != unknown)
      return known;
    if (meter_.spend(1 + static_cast<std::int64_t>(options_.size()) / 8))
      why_ = "out of effort";
    if (!why_.empty())
      return nothing_; // nobody looks at it any more
    Most most{.first = never};
    for (int to = 0; to < instance_.cities; ++to)
      if (home(at, to, now) <= instance_.closes(day_, to))
        most.first = std::max(most.first, to_[std::size_t(to)] - instance_.journey(city(at), to));
    most.second = most.first;
    for (int next = 0; next < static_cast<int>(options_.size()); ++next) {
      int end = 0;
      if (candidate(next) == candidate(at) || !held(at, next, now, end))
        continue;
      auto const gain =
          price_[std::size_t(next)] + (!had_top && top(next) ? no_top() : 0) - instance_.journey(city(at), city(next));
      follow(most, candidate(next), gain + most_after(next, end, had_top || top(next), at));
    }
    return known = most;
  }

  static void follow(Most& most, int next, double worth) {
    if (next == most.next) {
      most.first = std::max(most.first, worth);
    } else if (worth > most.first) {
      most.second = most.next >= 0 ? most.first : most.second;
      most.first = worth;
      most.next = next;
    } else {
      most.second = std::max(most.second, worth);
    }
  }

  Instance const& instance_;
  Leaf const& leaf_;
  int day_, from_city_ = 0;
  Meter& meter_;
  double limit_, least_; // what a route may be worth; what is worth no more than `least_` is of no interest
  std::vector<CheckedRoute>* list_ = nullptr;
  std::vector<Option> options_; // that the choices leave
  std::vector<double> price_;
  std::vector<double> from_, to_;          // per city
  std::vector<int> places_, place_;        // the candidates of the options; per option, its number among them
  std::vector<double> trio_charge_;        // of trios that matter today
  std::vector<std::vector<int>> trios_of_; // per candidate
  std::size_t words_ = 0;                  // of a set: a bit for each place and trio
  std::vector<std::uint64_t> remembered_;  // per place, a set
  std::vector<std::uint64_t> sets_;
  std::vector<std::vector<Way>> ways_; // per minute since the first, those whose last meeting ends then
  int first_minute_ = 0;
  Most nothing_{.first = 0, .second = 0};
  std::vector<int> first_;                // per option: where its moments begin
  int step_ = 1;                          // so many minutes share a cell of most_
  std::array<std::vector<Most>, 2> most_; // without and with a top meeting
  std::string why_;
};

} // namespace

std::string check_day(Instance const& instance, std::vector<Trio> const& trios, Memory const& memory, Leaf const& leaf,
                      int day, Meter& meter) {
  return DayCheck{instance, trios, memory, leaf, day, meter}.run();
}

std::string list_day(Instance const& instance, std::vector<Trio> const& trios, Leaf const& leaf, int day, double below,
                     std::vector<CheckedRoute>& routes, Meter& meter) {
  DayCheck check{instance, trios, {}, leaf, day, meter};
  check.list(below, routes);
  return check.run();
}

} // namespace attache::go
