#include "go/search.h"

#include "go/random.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace attache::go {
namespace {

constexpr int label_limit = 4000;   // per day and city: enough to be exact on days of ordinary size
constexpr int patience = 150;       // rounds without a new best before going back to it
constexpr double tolerance = 0.004; // share of the best worth that a step may lose

enum class Repair : std::uint8_t { keep, visits, all }; // what may change on a day

// A way to have spent the days so far.
struct State {
  double worth = never; // with the noise that guides the repair
  int before = -1;
  DayRoute route;
  std::vector<char> met;    // per candidate: met so far, or on a day that is kept
  std::vector<int> missing; // per sector: minutes still wanted
  std::vector<int> left;    // per cap: what may still be used
};

class Search {
public:
  Search(Instance const& instance, std::vector<DayGraph> const& graphs, SearchLimits const& limits, Meter& meter)
      : instance_(instance), graphs_(graphs), limits_(limits), meter_(meter), random_(limits.seed) {
    double sum = 0;
    std::size_t options = 1;
    for (auto const& day : instance_.options)
      for (auto const& option : day) {
        sum += std::min(option.value, 1e3);
        ++options;
      }
    typical_ = sum / static_cast<double>(options);
  }

  Routes run(Routes const& start, std::function<void(Routes const&, double)> const& improved) {
    auto current = start;
    auto current_worth = worth(instance_, current);
    if (auto fresh = repair(start, std::vector(start.size(), Repair::all), 0); !fresh.empty())
      if (auto const fresh_worth = worth(instance_, fresh); fresh_worth > current_worth) {
        current = std::move(fresh);
        current_worth = fresh_worth;
      }
    auto best = current;
    auto best_worth = current_worth;
    improved(best, best_worth);
    for (int round = 0, since = 0; round < limits_.rounds && !spent() && best_worth < limits_.enough; ++round) {
      share_ = limits_.charge.empty() ? 0 : std::max(0.0, 1.5 * random_.unit() - 0.5);
      auto next = repair(current, choose_days(), noise());
      if (next.empty())
        continue;
      auto const next_worth = worth(instance_, next);
      if (next_worth > best_worth + 1e-9) {
        best = next;
        best_worth = next_worth;
        since = 0;
        improved(best, best_worth);
      } else if (++since > patience) {
        next = best;
        since = 0;
      } else if (next_worth < current_worth - tolerance * std::abs(best_worth)) {
        continue;
      }
      current = std::move(next);
      current_worth = worth(instance_, current);
    }
    return best;
  }

private:
  [[nodiscard]] bool spent() const {
    return meter_.spent() || (limits_.work > 0 && meter_.done() - began_ >= limits_.work);
  }

  double noise() {
    constexpr std::array<double, 4> levels{0, 0.1, 0.3, 0.6};
    return levels[random_.below(levels.size())];
  }

  // A run of days to plan anew, and now and then the visits of other days too.
  std::vector<Repair> choose_days() {
    std::vector<Repair> mode(std::size_t(instance_.days), Repair::keep);
    auto const longest = random_.below(8) == 0 ? mode.size() : std::min<std::size_t>(6, mode.size());
    auto const length = 1 + random_.below(longest);
    auto const first = random_.below(mode.size() - length + 1);
    for (std::size_t i = first; i < first + length; ++i)
      mode[i] = Repair::all;
    for (auto others = random_.below(4); others > 0; --others)
      if (auto& other = mode[random_.below(mode.size())]; other == Repair::keep)
        other = Repair::visits;
    return mode;
  }

  State initial(Routes const& current, std::vector<Repair> const& mode) const {
    State state{.worth = 0,
                .met = std::vector<char>(std::size_t(instance_.candidates), 0),
                .missing = instance_.sector_target,
                .left = instance_.cap_limit};
    for (std::size_t day = 0; day < current.size(); ++day)
      if (mode[day] == Repair::keep)
        mark(state, current[day]);
    return state;
  }

  void mark(State& state, DayRoute const& route) const {
    for (auto const index : route.options) {
      auto const candidate = instance_.options[std::size_t(route.day)][std::size_t(index)].candidate;
      state.met[std::size_t(candidate)] = 1;
      if (auto const sector = instance_.sector[std::size_t(candidate)]; sector >= 0)
        state.missing[std::size_t(sector)] -= instance_.length[std::size_t(candidate)];
      for (auto const& use : instance_.uses[std::size_t(candidate)])
        state.left[std::size_t(use.cap)] -= use.amount;
    }
  }

  // The dynamic programme: for every night the best way to each city, day by day.
  Routes repair(Routes const& current, std::vector<Repair> const& mode, double noise) {
    std::vector<std::vector<State>> nights(1);
    nights[0].push_back(initial(current, mode));
    nights[0][0].route.to = instance_.start_city;
    for (int day = 0; day < instance_.days; ++day) {
      nights.push_back(next_night(nights.back(), day, current[std::size_t(day)], mode[std::size_t(day)], noise));
      if (nights.back().empty())
        return {};
    }
    return trace(nights);
  }

  static Routes trace(std::vector<std::vector<State>> const& nights) {
    auto const better = [](State const& a, State const& b) { return a.worth < b.worth; };
    auto const* state = &*std::ranges::max_element(nights.back(), better);
    Routes routes(nights.size() - 1);
    for (auto day = routes.size(); day > 0; --day) {
      routes[day - 1] = state->route;
      state = &nights[day - 1][std::size_t(state->before)];
    }
    return routes;
  }

  std::vector<State> next_night(std::vector<State> const& night, int day, DayRoute const& kept, Repair mode,
                                double noise) {
    std::vector<State> by_city(std::size_t(instance_.cities));
    auto const tweak = make_noise(day, noise);
    for (int index = 0; index < static_cast<int>(night.size()); ++index) {
      auto const& state = night[std::size_t(index)];
      if (mode != Repair::all && kept.from != state.route.to)
        continue;
      if (mode == Repair::keep) {
        offer(by_city, state, index, kept, state.worth + route_worth(instance_, kept), mode);
        continue;
      }
      auto const only = mode == Repair::visits ? kept.to : -1;
      for (auto const& found : day_routes(state, day, only, tweak))
        if (found.worth > never)
          offer(by_city, state, index, found.route, state.worth + found.worth, mode);
    }
    std::erase_if(by_city, [](State const& state) { return state.worth == never; });
    return by_city;
  }

  void offer(std::vector<State>& by_city, State const& from, int index, DayRoute const& route, double worth,
             Repair mode) const {
    auto& best = by_city[std::size_t(route.to)];
    if (worth <= best.worth)
      return;
    auto next = from;
    next.worth = worth;
    next.before = index;
    next.route = route;
    if (mode != Repair::keep)
      mark(next, route);
    if (std::ranges::all_of(next.left, [](int amount) { return amount >= 0; }))
      best = std::move(next);
  }

  std::vector<double> make_noise(int day, double noise) {
    std::vector<double> tweak(graphs_[std::size_t(day)].stops.size(), 0);
    for (auto& each : tweak)
      each = noise > 0 ? noise * typical_ * (2 * random_.unit() - 1) : 0;
    return tweak;
  }

  std::vector<PricedRoute> day_routes(State const& state, int day, int only, std::vector<double> const& tweak) {
    auto const& options = instance_.options[std::size_t(day)];
    Prices prices{.stop = tweak,
                  .from = std::vector<double>(std::size_t(instance_.cities), never),
                  .to = std::vector<double>(std::size_t(instance_.cities), never),
                  .no_top = instance_.no_top[std::size_t(day)]};
    for (std::size_t s = 0; s < options.size(); ++s) {
      auto const candidate = std::size_t(options[s].candidate);
      prices.stop[s] += options[s].value - (limits_.charge.empty() ? 0 : share_ * limits_.charge[candidate]);
      if (auto const sector = instance_.sector[candidate]; sector >= 0)
        prices.stop[s] +=
            instance_.sector_penalty * std::clamp(state.missing[std::size_t(sector)], 0, instance_.length[candidate]);
      auto const fits = [&](auto const& use) { return use.amount <= state.left[std::size_t(use.cap)]; };
      if (state.met[candidate] != 0 || !std::ranges::all_of(instance_.uses[candidate], fits))
        prices.stop[s] = never;
    }
    prices.from[std::size_t(state.route.to)] = 0;
    for (int city = 0; city < instance_.cities; ++city)
      if ((only < 0 || city == only) &&
          (day + 1 < instance_.days || instance_.end_city < 0 || city == instance_.end_city))
        prices.to[std::size_t(city)] = instance_.night(day, city);
    return best_routes(graphs_[std::size_t(day)], prices, {.labels = label_limit, .routes = 0}, meter_).by_city;
  }

  Instance const& instance_;
  std::vector<DayGraph> const& graphs_;
  SearchLimits const& limits_;
  Meter& meter_;
  Random random_;
  std::int64_t began_ = meter_.done();
  double share_ = 0;   // of the charge, this round
  double typical_ = 1; // a candidate's worth, for the size of the noise
};

} // namespace

Routes search(Instance const& instance, std::vector<DayGraph> const& graphs, Routes const& start,
              SearchLimits const& limits, Meter& meter, std::function<void(Routes const&, double)> const& improved) {
  return Search{instance, graphs, limits, meter}.run(start, improved);
}

} // namespace attache::go
